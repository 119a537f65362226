import { ChatCipher } from '../../src/chat/cipher.js';
import type { Meeting } from '../../src/core.js';
import type { MeetError, PeerStats, PrivateMeetElement } from '../../src/index.js';
import * as plain from '../bench/plain-transfer.js';
import {
  leaveElement,
  leaveFloor,
  timeElement,
  timeFloor,
  timeFrames,
  timePress,
  touchLobby,
} from '../bench/rounds.js';
import { DeployedClient } from '../helpers/deployed-client/client.js';
import { carriers, flowing, standstill } from '../rig/flow.js';
import { negotiated, offerNow, watchOffers } from '../rig/glare.js';
import { giveUp } from '../rig/make-before-break.js';
import { Mallory } from '../rig/mallory.js';
import { HELD, Proofs, WATCHED } from '../rig/proofs.js';
import { COUNTED } from '../rig/rejoin.js';
import { Stranger } from '../rig/stranger.js';
import { countLeftOver } from '../rig/timers.js';
import { randomBytes, sha256 } from '../helpers/bytes.js';
import { deepQuery } from '../helpers/deep-query.js';
import { createCanvasTrack, createToneTrack } from '../helpers/tracks.js';
import { middle, type Rgb, seeChanging, seeMoving, until } from './picture.js';
import { StandIn } from './stand-in.js';
import { pathStanding, standingOf } from './standing.js';
import { trusting } from './trusting.js';
import { leaks, visibleWords } from './words.js';

/** Counts from the first line of the page's scripts, where its address asks for it. */
const leftOver = location.hash === COUNTED ? countLeftOver() : undefined;

/** Watches from there on too, where it is asked to. */
const proofs = [WATCHED, HELD].includes(location.hash) ? new Proofs(location.hash === HELD) : undefined;

/** Also where a test moved it to another document. */
let known: PrivateMeetElement | null = null;

const meet = (): PrivateMeetElement => {
  const element = document.querySelector('private-meet') ?? known;
  known = element;
  if (!element) throw new Error('no <private-meet> in the page');
  return element;
};

const tileOf = (name: string): HTMLElement | undefined =>
  deepQuery(meet(), 'pm-video-tile').find((tile) =>
    deepQuery(tile, '[part~="chip"]').some((chip) => chip.textContent.includes(name)),
  );

const videoOf = (name: string): HTMLVideoElement | undefined => {
  const tile = tileOf(name);
  return tile && (deepQuery(tile, 'video')[0] as HTMLVideoElement | undefined);
};

const hasInitials = (name: string): boolean => {
  const tile = tileOf(name);
  return tile !== undefined && deepQuery(tile, '[part~="avatar"]').length > 0;
};

const audioEnergy = async (): Promise<number[]> => {
  const open = witness.connections.filter(({ connectionState }) => connectionState === 'connected');
  return Promise.all(
    open.map(async (connection) => {
      let energy = 0;
      for (const entry of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (entry['type'] === 'inbound-rtp' && entry['kind'] === 'audio')
          energy += Number(entry['totalAudioEnergy'] ?? 0);
      }
      return energy;
    }),
  );
};

/** Everything that elements told the page, oldest first. */
const events: Event[] = [];
for (const type of ['join', 'leave', 'error', 'state-change', 'peer-join', 'peer-leave', 'peer-change']) {
  addEventListener(`pm-${type}`, (event) => events.push(event));
}

/** How everything stands, for whoever waited in vain. */
const standing = (): string =>
  JSON.stringify({
    state: meet().state,
    peers: meet().peers.map(({ name, state }) => `${name} ${state}`),
    connections: witness.connections.map(standingOf),
  });

/** How the paths stood whenever a peer could not be reached. */
const unreached: Promise<string[]>[] = [];
addEventListener('pm-error', (event) => {
  if ((event as Event & { error?: MeetError }).error?.code !== 'peer-unreachable') return;
  const open = witness.connections.filter(({ signalingState }) => signalingState !== 'closed');
  unreached.push(Promise.all(open.map(pathStanding)));
});

/** What a test asks of a page. Loaded as a script; the element itself comes from the built bundle. */
const kit = {
  ChatCipher,
  DeployedClient,
  timeFloor,
  timeElement,
  timeFrames,
  touchLobby,
  timePress,
  leaveFloor,
  leaveElement,
  createCanvasTrack,
  createToneTrack,
  randomBytes,
  sha256,
  /** The hand-written page that sends a file. */
  plain,
  meeting: undefined as Meeting | undefined,
  StandIn,
  standIn: undefined as StandIn | undefined,
  Mallory,
  Stranger,
  /** Who comes from the page under somebody else's id. */
  /** Who sits in the page between two others. */
  mallory: undefined as Mallory | undefined,

  trusting,
  /** Of a page that is watched for them. */
  proofs: () => {
    if (!proofs) throw new Error('nobody watches: open the page as `WATCHED`');
    return proofs;
  },

  flowing,
  standstill,
  carriers,
  watchOffers,
  offerNow,
  negotiated,
  giveUp,

  until,
  tileOf,
  videoOf,
  meet,
  deepQuery: (selector: string) => deepQuery(meet(), selector),

  /** Resolves once the page shows a peer's moving picture, of its colour, on the tile with its name. */
  seePicture: (name: string, colour: Rgb) => seeMoving(name, () => videoOf(name), colour),
  shows: (name: string): Rgb | undefined => {
    const video = videoOf(name);
    return video && middle(video);
  },

  /** Resolves once a tile plays a picture, whatever it shows: new frames come, and no initials in their place. */
  seeFrames: (name: string) => seeChanging(name, () => (hasInitials(name) ? undefined : videoOf(name))),
  /** Resolves once a tile shows initials instead of a picture. */
  seeInitials: (name: string) => until(`the initials of ${name}`, () => hasInitials(name)),

  events,
  /** Types of the events so far, with what tells them apart. */
  story: () =>
    events.map((event) => {
      const { type, reason, error } = event as Event & { reason?: string; error?: MeetError };
      return [type, reason ?? error?.code].filter(Boolean).join(' ');
    }),
  /** How the paths stood whenever a peer could not be reached, for whoever did not expect that. */
  unreached: async () => (await Promise.all(unreached)).flat(),
  words: () => visibleWords(meet()),
  leaks: (secret: string) => leaks(secret, meet(), events),
  /** Resolves once a `pm-error` came with the code. */
  failsWith: (code: string) =>
    until(`pm-error ${code}`, () =>
      events.some((event) => (event as Event & { error?: MeetError }).error?.code === code),
    ),

  /** Resolves once sound of `count` connections has grown. */
  hear: async (count: number) => {
    let before = await audioEnergy();
    await until(`the sound of ${String(count)}`, async () => {
      const now = await audioEnergy();
      const grown = now.filter((energy, index) => energy > (before[index] ?? 0)).length;
      if (now.length !== before.length) before = now;
      return grown >= count;
    });
  },

  /** Resolves once the chat has `count` messages and none of them is on its way; to what it says. */
  chat: async (count: number): Promise<string[]> => {
    const look = () => meet().messages.map(({ from, state, text }) => `${from.name} ${state}: ${text}`);
    const isAtRest = () => meet().messages.every(({ state }) => state !== 'queued' && state !== 'sending');
    await until(`${String(count)} messages at rest`, () => meet().messages.length >= count && isAtRest());
    return look();
  },

  /** Resolves once the meeting is in a state; to the time of it, ms of `Date.now()`. */
  inState: async (state: PrivateMeetElement['state']): Promise<number> => {
    await until(`the state ${state}`, () => meet().state === state);
    return Date.now();
  },

  /** Resolves once the meeting has passed through a state since then, ms of `Date.now()`: it may be over in a moment. */
  passed: (state: PrivateMeetElement['state'], since: number) =>
    until(`a change to ${state}`, () =>
      events.some((event) => {
        const isLater = performance.timeOrigin + event.timeStamp > since - 50; // two clocks
        return event.type === 'pm-state-change' && isLater && (event as Event & { state?: string }).state === state;
      }),
    ),

  /** Resolves once `count` peers are connected at the same time. */
  connectedTo: (count: number) =>
    until(`${String(count)} connected peers`, () => {
      const connected = meet().peers.filter(({ state }) => state === 'connected').length;
      return connected === count && meet().peers.length === count;
    }).catch((cause: unknown) => {
      throw new Error(`${String(cause)}; ${standing()}`, { cause });
    }),

  /** Paths to the others, once each is known: figures are those of the last second. */
  paths: async () => {
    const look = async () => (await meet().getStats()).map(({ path }) => path);
    await until('paths that are known', async () => !(await look()).includes('unknown'));
    return look();
  },

  /** What is known of the connection to the only other person, once the figures are as a test says. */
  figures: async (are: (figures: PeerStats) => boolean): Promise<PeerStats> => {
    let [figures] = await meet().getStats();
    await until('figures as wanted', async () => {
      [figures] = await meet().getStats();
      return figures !== undefined && are(figures);
    });
    if (!figures) throw new Error('no peer');
    return figures;
  },

  /** Of the connection to the only other person. */
  quality: () => meet().peers[0]?.quality ?? 'unknown',

  /** Everything alive in the page, once nothing of it changes any more for a second. */
  remains: async () => {
    const look = () => ({ ...kit.open(), ...leftOver?.(), elements: deepQuery(meet(), '*').length });
    const looks: string[] = [];
    await until('rest', () => {
      looks.push(JSON.stringify(look()));
      return looks.length >= 20 && new Set(looks.slice(-20)).size === 1;
    });
    return look();
  },

  /** What is open now. */
  open: () => ({
    connections: witness.connections.filter(({ connectionState }) => connectionState !== 'closed').length,
    tracks: witness.tracks.filter(({ readyState }) => readyState === 'live').length,
  }),
};

export type Kit = typeof kit;

declare global {
  var kit: Kit;
}

Object.assign(globalThis, { kit });
