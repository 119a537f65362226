import type { MeetEventMap } from '../src/index.js';

const MAX_ENTRIES = 100;

type Describe = { [Type in keyof MeetEventMap]: (event: MeetEventMap[Type]) => string };

/** What of each event is worth a line. Nothing here can hold a secret: neither do the events. */
const DESCRIBE: Describe = {
  'pm-before-join': () => 'somebody pressed Join',
  'pm-before-leave': () => 'somebody pressed Leave',
  'pm-join': ({ self }) => `as ${self.name}`,
  'pm-leave': ({ reason }) => reason,
  'pm-peer-join': ({ peer }) => peer.name,
  'pm-peer-leave': ({ peer }) => peer.name,
  'pm-peer-change': ({ peer, changed }) => `${peer.name}: ${changed.map((name) => valueOf(peer, name)).join(', ')}`,
  'pm-state-change': ({ previous, state }) => `${previous} → ${state}`,
  'pm-microphone-change': ({ enabled }) => (enabled ? 'on' : 'off'),
  'pm-before-screen-share': () => '',
  'pm-screen-change': ({ enabled }) => (enabled ? 'on' : 'off'),
  'pm-devices-change': ({ devices }) => String(devices.length),
  'pm-active-speaker-change': ({ peer }) => peer?.name ?? 'nobody',
  'pm-before-message': () => 'somebody sends a message',
  'pm-message': ({ message: { from, state } }) => `${from.name}: ${state}`,
  'pm-before-file': ({ file }) => `somebody sends ${file.name}`,
  'pm-file': ({ transfer: { name, state } }) => `${name}: ${state}`,
  'pm-file-progress': ({ transfer: { name, bytes, size } }) => `${name}: ${bytes} of ${size}`,
  'pm-data': ({ peer, topic }) => `${peer.name}: ${topic}`,
  'pm-reaction': ({ peer, emoji }) => `${peer.name} ${emoji}`,
  'pm-camera-change': ({ enabled }) => (enabled ? 'on' : 'off'),
  'pm-knock': ({ name }) => `${name} waits to be let in`,
  'pm-house-change': ({ house }) => (house?.locked ? 'locked' : 'open'),
  'pm-host-ask': ({ ask, peer }) => `${peer.name}: ${ask}`,
  'pm-safety-change': ({ safety: { state } }) => state,
  'pm-passphrase-needed': () => 'somebody here has a passphrase',
  'pm-token-expiring': ({ expiresAt }) => `at ${expiresAt.toLocaleTimeString()}`,
  'pm-audio-blocked': () => 'the browser wants a click first',
  'pm-error': ({ error }) => `${error.code}: ${error.message}`,
};

const valueOf = (peer: object, name: string): string => {
  const value: unknown = Reflect.get(peer, name);
  return typeof value === 'string' || typeof value === 'boolean' ? `${name} ${value}` : name;
};

const span = (className: string, text: string): HTMLSpanElement => {
  const element = document.createElement('span');
  element.className = className;
  element.textContent = text;
  return element;
};

const entry = (type: string, detail: string): HTMLLIElement => {
  const item = document.createElement('li');
  const time = document.createElement('time');
  const now = new Date();
  time.dateTime = now.toISOString();
  time.textContent = now.toLocaleTimeString([], { hour: '2-digit', minute: '2-digit', second: '2-digit' });
  item.classList.toggle('error', type === 'pm-error');
  item.append(span('name', type), time, span('detail', detail));
  return item;
};

/** Writes an element's events into a list, newest first, the last hundred of them. */
export const logEvents = (element: HTMLElement, list: HTMLOListElement): void => {
  for (const [type, describe] of Object.entries(DESCRIBE) as [string, (event: Event) => string][]) {
    element.addEventListener(type, (event) => {
      list.prepend(entry(type, describe(event)));
      while (list.childElementCount > MAX_ENTRIES) list.lastElementChild?.remove();
    });
  }
};
