import { ContextProvider } from '@lit/context';
import { MeetError, type MeetErrorCode } from '../src/errors.js';
import { roomContext } from '../src/elements/room-context.js';
import { createRoomStore, type RoomStore } from '../src/room/room-store.js';
import type { Peer } from '../src/room/types.js';
import { face } from './gallery-faces.js';

const NAMES = [
  'Ann',
  'Bo Lindqvist',
  'Chidi',
  'Dalia',
  'Emre',
  'Fatima',
  'Gus',
  'Hana',
  'Ibrahim',
  'Jun',
  'Kateřina',
  'Lu',
];

const person = (index: number, over: Partial<Peer> = {}): Peer => ({
  id: `person-${String(index)}`,
  name: NAMES[index % NAMES.length] ?? 'Guest',
  state: 'connected',
  microphone: true,
  camera: true,
  screen: false,
  speaking: false,
  hand: false,
  quality: 'good',
  path: 'direct',
  stream: over.camera === false ? new MediaStream() : face(index * 47),
  screenStream: new MediaStream(),
  ...over,
});

const people = (count: number): Peer[] =>
  Array.from({ length: count }, (_, index) =>
    person(index, index % 4 === 3 ? { camera: false, microphone: false } : {}),
  );

/** A call with `peers` in it, which we have joined. */
const call = (peers: readonly Peer[]): RoomStore => {
  const store = createRoomStore();
  store.$room.set('Standup');
  store.$state.set('joined');
  store.$self.set({ id: 'me', name: 'Me' });
  store.$microphone.set(true);
  store.$camera.set(true);
  store.$selfStream.set(face(300));
  store.$joinedAt.set(Date.now() - 754_000);
  store.$peers.set(new Map(peers.map((peer) => [peer.id, peer])));
  store.$hands.set(peers.filter(({ hand }) => hand).map(({ id }) => id));
  store.$activeSpeaker.set(peers.find(({ speaking }) => speaking)?.id);
  return store;
};

const door = (change: (store: RoomStore) => void = () => undefined): RoomStore => {
  const store = createRoomStore();
  store.$room.set('Standup');
  store.$state.set('lobby');
  change(store);
  return store;
};

const failed = (code: MeetErrorCode) =>
  door((store) => {
    store.$state.set('failed');
    store.$error.set(new MeetError(code, 'shown in the gallery'));
  });

interface Specimen {
  readonly caption: string;
  readonly size: string;
  readonly store: RoomStore;
  readonly make: () => HTMLElement;
}

const tagged = (tag: string) => (): HTMLElement => document.createElement(tag);

const tile = (caption: string, over: Partial<Peer>): Specimen => {
  const peer = person(1, over);
  return {
    caption,
    size: 'tile',
    store: call([peer]),
    make: () => Object.assign(document.createElement('pm-video-tile'), { peer }),
  };
};

const specimen = (caption: string, tag: string, size: string, store: RoomStore): Specimen => ({
  caption,
  size,
  store,
  make: tagged(tag),
});

const laidOut = (layout: 'auto' | 'grid' | 'speaker', peers: readonly Peer[]): RoomStore => {
  const store = call(peers);
  store.$layout.set(layout);
  return store;
};

const noticed = (notice: NonNullable<ReturnType<RoomStore['$notice']['get']>>): RoomStore => {
  const store = call(people(2));
  store.$notice.set(notice);
  return store;
};

const GROUPS: readonly (readonly [title: string, specimens: readonly Specimen[]])[] = [
  [
    'Tiles',
    [
      tile('a picture', {}),
      tile('no picture', { camera: false }),
      tile('microphone off', { microphone: false }),
      tile('speaking', { speaking: true }),
      tile('hand up', { hand: true }),
      tile('a poor connection', { quality: 'poor' }),
      tile('reconnecting', { state: 'reconnecting' }),
      tile('connecting', { state: 'connecting', camera: false }),
      tile('no path', { state: 'failed', camera: false }),
    ],
  ],
  [
    'The stage',
    [
      ...[0, 1, 2, 4].map((count) =>
        specimen(`${String(count + 1)} on a phone`, 'pm-video-grid', 'phone', call(people(count))),
      ),
      ...[1, 4, 7].map((count) =>
        specimen(`${String(count + 1)} people`, 'pm-video-grid', 'tablet', call(people(count))),
      ),
      specimen('twelve people', 'pm-video-grid', 'wide', call(people(11))),
      specimen(
        'a speaker',
        'pm-video-grid',
        'tablet',
        laidOut('speaker', [person(0, { speaking: true }), ...people(4).slice(1)]),
      ),
      specimen(
        'a screen is shared',
        'pm-video-grid',
        'tablet',
        laidOut('auto', [person(0, { screen: true, screenStream: face(200) }), ...people(3).slice(1)]),
      ),
    ],
  ],
  [
    'The bar',
    [
      specimen('all on', 'pm-controls', 'bar', call(people(2))),
      specimen(
        'all off',
        'pm-controls',
        'bar',
        (() => {
          const store = call(people(2));
          store.$microphone.set(false);
          store.$camera.set(false);
          return store;
        })(),
      ),
      specimen('on a phone', 'pm-controls', 'phone', call(people(2))),
    ],
  ],
  [
    'The door',
    [
      specimen('at first', 'pm-lobby', 'tablet', door()),
      specimen('on a phone', 'pm-lobby', 'phone', door()),
      specimen(
        'left',
        'pm-lobby',
        'tablet',
        door((store) => store.$state.set('left')),
      ),
      specimen('the server is away', 'pm-lobby', 'tablet', failed('server-unreachable')),
    ],
  ],
  [
    'People',
    [
      specimen('a hand is up', 'pm-people', 'phone', call([person(0, { hand: true }), ...people(4).slice(1)])),
      specimen('twelve', 'pm-people', 'phone', call(people(11))),
    ],
  ],
  [
    'Lines over the stage',
    [
      specimen('the server is away', 'pm-notice', 'line', noticed({ kind: 'reconnecting' })),
      specimen(
        'the camera is taken',
        'pm-notice',
        'line',
        noticed({ kind: 'error', error: new MeetError('device-busy', 'shown in the gallery', { device: 'camera' }) }),
      ),
    ],
  ],
];

const show = ({ caption, size, store, make }: Specimen): HTMLElement => {
  const figure = document.createElement('figure');
  const words = document.createElement('figcaption');
  words.textContent = caption;
  const box = document.createElement('div');
  box.className = `box ${size}`;
  new ContextProvider(box, { context: roomContext, initialValue: store });
  box.append(make());
  figure.append(words, box);
  return figure;
};

const gallery = document.querySelector('#gallery');
for (const [title, specimens] of GROUPS) {
  const group = document.createElement('section');
  group.className = 'group';
  const heading = document.createElement('h2');
  heading.textContent = title;
  group.append(heading, ...specimens.map(show));
  gallery?.append(group);
}

const form = document.querySelector<HTMLFormElement>('#look');
const follow = (): void => {
  if (!form) return;
  const data = new FormData(form);
  const value = (name: string): string => {
    const entry = data.get(name);
    return typeof entry === 'string' ? entry : '';
  };
  document.body.dataset['theme'] = value('theme');
  document.documentElement.style.setProperty('color-scheme', value('colours'));
  document.documentElement.dir = value('direction');
};
form?.addEventListener('change', follow);
for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLSelectElement) field.value = value;
}
follow();
