import { parseRoomWord, type RoomWord } from '../../src/protocol/extensions.js';
import { roomWordFrame } from '../../src/protocol/serialize.js';
import { type Attack, type Frame, receiverOf } from './hostile-relay.js';

/** Of nobody's certificate. */
export const NOBODYS = Array.from({ length: 32 }, (_, index) => (index + 160).toString(16).toUpperCase()).join(':');

const LINE = /^a=fingerprint:.*$/gmu;

export const fingerprintIn = (sdp: string): string => /^a=fingerprint:\S+ (\S+)/mu.exec(sdp)?.[1] ?? '';

/** The description with another fingerprint in the place of its own. */
export const swapped = (sdp: string, fingerprint = NOBODYS): string =>
  sdp.replace(LINE, `a=fingerprint:sha-256 ${fingerprint}`);

/** With another one before its own, or behind it. */
export const doubled = (sdp: string, isFirst: boolean, fingerprint = NOBODYS): string => {
  const added = `a=fingerprint:sha-256 ${fingerprint}`;
  return sdp.replace(LINE, (own) => (isFirst ? `${added}\r\n${own}` : `${own}\r\n${added}`));
};

/** The word to the whole room that a frame carries, if it is one. */
export const roomWordOf = ({ type, data }: Frame): RoomWord | undefined =>
  type === 'chat.typing' ? parseRoomWord(data['x']) : undefined;

/** The frame with another such word in it. */
export const withRoomWord = (frame: Frame, word: RoomWord): Frame => ({
  ...(JSON.parse(roomWordFrame(frame.room ?? '', word)) as Frame),
  ...(frame.from === undefined ? {} : { from: frame.from }),
});

const isDescription = ({ type }: Frame): boolean => type === 'webrtc.offer' || type === 'webrtc.answer';

/** Changes every description on its way to somebody, be it an offer, an answer, or an offer that rides on a hello. */
export const inDescriptions =
  (change: (sdp: string) => string, isMeant: (frame: Frame, to: string) => boolean = () => true): Attack =>
  (frame, { user, direction }) => {
    if (direction === 'up' || frame.from === user || !isMeant(frame, user)) return [frame];
    if (isDescription(frame) && receiverOf(frame) === user) {
      return [{ ...frame, data: { ...frame.data, sdp: change(String(frame.data['sdp'])) } }];
    }
    const word = roomWordOf(frame);
    if (!word?.offers) return [frame];
    const offers = word.offers.map(({ sdp, x }) => ({ sdp: change(sdp), x }));
    return [withRoomWord(frame, { ...word, offers })];
  };

/** The frame as an app that is not ours would have sent it. */
export const stripped = (frame: Frame): Frame => {
  const { x: _, ...data } = frame.data;
  return { ...frame, data };
};

/** Takes our own words out of frames, all or those that are meant. */
export const strip =
  (isMeant: (frame: Frame, to: string) => boolean = () => true): Attack =>
  (frame, { user, direction }) => {
    const isTheirs = direction === 'down' && frame.from !== user && 'x' in frame.data;
    return [isTheirs && isMeant(frame, user) ? stripped(frame) : frame];
  };

interface Listed {
  readonly userID: string;
  readonly username: string;
}

/** Shows somebody, or everybody, another list of who is there. */
export const inLists =
  (change: (users: readonly Listed[]) => readonly Listed[], to?: string): Attack =>
  (frame, { user, direction }) => {
    if (direction === 'up' || frame.type !== 'room.users' || (to !== undefined && to !== user)) return [frame];
    return [{ ...frame, data: { ...frame.data, users: change(frame.data['users'] as readonly Listed[]) } }];
  };

/** Calls somebody by another name, to all but themselves. */
export const rename =
  (id: string, username: string): Attack =>
  (frame, way) =>
    way.user === id
      ? [frame]
      : inLists((users) => users.map((each) => (each.userID === id ? { ...each, username } : each)))(frame, way);

/** Keeps somebody from another: neither their place in the list nor a word of theirs comes. */
export const hide =
  (id: string, from: string): Attack =>
  (frame, way) => {
    if (way.user !== from || way.direction === 'up') return [frame];
    if (frame.from === id) return [];
    return inLists((users) => users.filter(({ userID }) => userID !== id), from)(frame, way);
  };

/** Passes each of two off as the other, to a third: both are in the list, and each one's connection leads to the other. */
export const passOff = (one: string, other: string, to: string): Attack => {
  const swap = (id: unknown): string => (id === one ? other : id === other ? one : String(id));
  return (frame, { user }) => {
    if (user !== to) return [frame];
    const { from, data } = frame;
    const receiver = 'to' in data ? { to: swap(data['to']) } : {};
    return [{ ...frame, ...(from === undefined ? {} : { from: swap(from) }), data: { ...data, ...receiver } }];
  };
};
