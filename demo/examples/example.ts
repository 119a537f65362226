import type { PrivateMeetElement } from '../../src/index.js';

/** What every example does to run here; a page of yours writes `room` and `server` into the tag. */

export const find = <Type extends Element>(selector: string, type: abstract new () => Type): Type => {
  const element = document.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`The page has no ${selector}`);
  return element;
};

const query = new URLSearchParams(location.search);
const isLocal = ['localhost', '127.0.0.1', '[::1]'].includes(location.hostname);

/** On one machine nobody needs to be told its address. */
export const iceServers: RTCIceServer[] | undefined = isLocal ? [] : undefined;

export const named = (key: string): string => query.get(key)?.trim() ?? '';

/** The room in the page's address; one that nobody else is likely to be in where it names none. */
export const roomFor = (what: string): string => {
  const room = named('room') || `${what}-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? ''}`;
  query.set('room', room);
  history.replaceState(null, '', `?${query.toString()}`);
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-with]')) {
    link.href = `?${new URLSearchParams([['room', room], ...new URLSearchParams(link.dataset['with'])]).toString()}`;
  }
  return room;
};

/** The page's `<private-meet>`, in a room at the server that the page came from. */
export const meetIn = (room: string): PrivateMeetElement => {
  const meet = document.querySelector('private-meet');
  if (!meet) throw new Error('The page has no <private-meet>');
  if (isLocal) meet.setAttribute('ice-servers', '[]');
  if (named('name')) meet.setAttribute('display-name', named('name'));
  meet.setAttribute('server', location.origin);
  meet.setAttribute('room', room);
  return meet;
};
