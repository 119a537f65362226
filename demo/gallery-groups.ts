import { olderApps, sent, talk, troubled, written } from './gallery-chat.js';
import { HOSTS } from './gallery-hosts.js';
import { screenPicture } from './gallery-faces.js';
import { allProved, coded, mixed, partly, refused as notLetIn, required, split, wanted } from './gallery-trust.js';
import { inCall, shortcuts, specimen, tile, whole, type Specimen } from './gallery-specimens.js';
import { call, door, failure, people, person, withDevices, type Change } from './gallery-stores.js';

const refused: Change = (store) => {
  store.$notice.set({ kind: 'error', error: failure('permission-denied', 'camera') });
};

const looking: Change = (store) => {
  withDevices(store);
  store.$microphone.set(true);
  store.$level.set(0.5);
  store.$camera.set(true);
  const [own] = people(1);
  store.$selfStream.set(own?.stream);
};

const failed =
  (code: Parameters<typeof failure>[0]): Change =>
  (store) => {
    store.$error.set(failure(code));
    store.$state.set('failed');
  };

const trouble = () => [
  person(0, { hand: true }),
  person(1, { quality: 'poor' }),
  person(2, { state: 'failed', camera: false, microphone: false }),
  person(3, { state: 'reconnecting' }),
];

export const GROUPS: readonly (readonly [title: string, specimens: readonly Specimen[]])[] = [
  [
    'The whole',
    [
      whole('two people', 'tablet', inCall(people(1))),
      whole('on a phone', 'phone', inCall(people(3))),
      whole('the first one there', 'phone', inCall([])),
      whole('people beside the stage', 'wide', inCall(trouble()), 'people'),
      whole('details over it', 'tablet', inCall(people(2)), 'details'),
      whole('the chat beside it', 'wide', inCall(people(3), written), 'chat'),
      whole('the chat on a phone', 'phone', inCall(people(3), written), 'chat'),
      whole('it failed', 'phone', failed('server-unreachable')),
    ],
  ],
  [
    'Tiles',
    [
      tile('a picture', {}),
      tile('no picture', { camera: false }),
      tile('microphone off', { microphone: false }),
      tile('speaking', { speaking: true }),
      tile('hand up', { hand: true }),
      tile('a fair connection', { quality: 'fair' }),
      tile('a poor connection', { quality: 'poor' }),
      tile('reconnecting', { state: 'reconnecting' }),
      tile('reconnecting, no picture', { state: 'reconnecting', camera: false }),
      tile('connecting', { state: 'connecting', camera: false }),
      tile('no path', { state: 'failed', camera: false }),
      tile('no video format in common', { camera: false, videoRejected: true }),
      tile('a name without letters', { name: '', camera: false }),
    ],
  ],
  [
    'The stage',
    [
      ...[0, 1, 2, 3, 4, 8].map((count) =>
        specimen(`${String(count + 1)} on a phone`, 'pm-video-grid', 'phone', call(people(count))),
      ),
      ...[1, 4, 7].map((count) =>
        specimen(`${String(count + 1)} people`, 'pm-video-grid', 'tablet', call(people(count))),
      ),
      specimen('twelve people', 'pm-video-grid', 'wide', call(people(11))),
      specimen('more than fit: pages', 'pm-video-grid', 'low', call(people(11))),
      specimen(
        'a speaker',
        'pm-video-grid',
        'tablet',
        call([person(0, { speaking: true }), ...people(4).slice(1)], (store) => store.$layout.set('speaker')),
      ),
      specimen(
        'a screen is shared',
        'pm-video-grid',
        'tablet',
        call([person(0, { screen: true, screenStream: screenPicture() }), ...people(3).slice(1)]),
      ),
    ],
  ],
  [
    'The bar',
    [
      specimen('all on', 'pm-controls', 'bar', call(people(2))),
      specimen('with a choice of devices', 'pm-controls', 'bar', call(people(2), withDevices)),
      specimen(
        'all off',
        'pm-controls',
        'bar',
        call(people(2), (store) => {
          store.$microphone.set(false);
          store.$camera.set(false);
        }),
      ),
      specimen(
        'hand up, screen shared',
        'pm-controls',
        'bar',
        call(people(2), (store) => {
          store.$hands.set(['me']);
          store.$screen.set(true);
        }),
      ),
      specimen(
        'two messages are new',
        'pm-controls',
        'bar',
        call(people(2), (store) => store.$unread.set(2)),
      ),
      specimen(
        'on a phone',
        'pm-controls',
        'phone-bar',
        call(people(2), (store) => store.$unread.set(12)),
      ),
      specimen('in a tiny box', 'pm-controls', 'tiny-bar', call(people(2))),
      shortcuts('the list of shortcuts', call(people(2))),
    ],
  ],
  [
    'The door',
    [
      specimen('at first', 'pm-lobby', 'tablet', door()),
      specimen('with a look at oneself', 'pm-lobby', 'tablet', door(looking)),
      specimen('camera refused', 'pm-lobby', 'tablet', door(refused)),
      specimen(
        'begin with nothing',
        'pm-lobby',
        'phone',
        door((store) => {
          store.$microphoneOff.set(true);
          store.$cameraOff.set(true);
        }),
      ),
      specimen('with a look, on a phone', 'pm-lobby', 'phone', door(looking)),
      specimen('camera refused, on a phone', 'pm-lobby', 'phone', door(refused)),
      specimen(
        'on the way in',
        'pm-lobby',
        'phone',
        door((store) => store.$state.set('connecting')),
        { arriving: true },
      ),
      specimen(
        'left',
        'pm-lobby',
        'tablet',
        door((store) => {
          store.$leaveReason.set('user');
          store.$state.set('left');
        }),
      ),
      specimen('the name was refused', 'pm-lobby', 'tablet', door(failed('sign-in-failed'))),
      specimen('in a low box', 'pm-lobby', 'low', door()),
    ],
  ],
  [
    'What stands in the way',
    (['server-unreachable', 'room-full', 'token-expired', 'unsupported-browser', 'room-missing'] as const).map((code) =>
      specimen(code, 'pm-message', 'card', door(), { error: failure(code) }),
    ),
  ],
  [
    'Panels',
    [
      specimen('people, a hand up', 'pm-people', 'phone', call(trouble())),
      specimen('twelve people', 'pm-people', 'phone', call(people(11))),
      specimen('connection details', 'pm-details', 'phone', call(people(3))),
      specimen('details of nobody', 'pm-details', 'line', call([])),
    ],
  ],
  [
    'Chat',
    [
      specimen('what was written', 'pm-chat', 'phone', call(people(4), written)),
      specimen('nothing yet', 'pm-chat', 'phone', call(people(4))),
      specimen('what did not go well', 'pm-chat', 'phone', call(people(4), troubled)),
      specimen('a question about older apps', 'pm-chat', 'phone', call(people(4), olderApps('ask'))),
      specimen('older apps are left out', 'pm-chat', 'phone', call(people(4), olderApps('left-out'))),
      specimen('files', 'pm-chat', 'tall', call(people(4), sent)),
      specimen('in a very narrow box', 'pm-chat', 'narrow', call(people(4), olderApps('passphrase'))),
    ],
  ],
  [
    'Who is at the other end',
    [
      specimen('a code to compare', 'pm-trust', 'phone', call(people(2), coded)),
      specimen('it was compared', 'pm-trust', 'phone', call(allProved(), coded)),
      specimen('not everybody has it', 'pm-trust', 'tall', call(mixed(), partly)),
      specimen('people see different ones', 'pm-trust', 'phone', call(people(2), split)),
      specimen('somebody has a passphrase', 'pm-trust', 'phone', call(people(2), wanted)),
      specimen(
        'all have the passphrase',
        'pm-trust',
        'phone',
        call(allProved('passphrase'), (store) => {
          coded(store);
          store.$hasPassphrase.set(true);
        }),
      ),
      specimen('in a very narrow box', 'pm-trust', 'narrow', call(people(2), coded)),
    ],
  ],
  [
    'Verified and refused',
    [
      specimen('not verified', 'pm-safety', 'line', call(people(2))),
      specimen('some are verified', 'pm-safety', 'line', call(mixed().slice(0, 3))),
      specimen('all are verified', 'pm-safety', 'line', call(allProved())),
      specimen('somebody is refused', 'pm-safety', 'line', call(mixed())),
      tile('a person who is verified', { trust: 'code', verified: true }),
      tile('a person who is refused', notLetIn('passphrase')),
      specimen('people, one refused', 'pm-people', 'phone', call(mixed())),
      specimen('a door with a passphrase', 'pm-lobby', 'tablet', door(required)),
      specimen('a door with a passphrase, on a phone', 'pm-lobby', 'phone', door(required)),
      whole('all of it', 'wide', inCall(mixed(), partly), 'trust'),
      whole('all of it on a phone', 'phone', inCall(allProved(), coded), 'trust'),
      whole('all verified, on a phone', 'phone', inCall(allProved())),
    ],
  ],
  [
    'Over the stage',
    [
      specimen('the first one there', 'pm-empty', 'line', call([])),
      specimen('the last one there', 'pm-empty', 'line', call([]), { left: true }),
      specimen(
        'the server is away',
        'pm-notice',
        'line',
        call(people(2), (store) => store.$notice.set({ kind: 'reconnecting' })),
      ),
      specimen(
        'the server is busy',
        'pm-notice',
        'line',
        call(people(2), (store) => store.$notice.set({ kind: 'waiting', until: performance.now() + 12_000 })),
      ),
      specimen(
        'the camera is taken',
        'pm-notice',
        'line',
        call(people(2), (store) => store.$notice.set({ kind: 'error', error: failure('device-busy', 'camera') })),
      ),
      specimen(
        'one’s screen is shared',
        'pm-notice',
        'line',
        call(people(2), (store) => store.$screen.set(true)),
      ),
      specimen('how long it has been', 'pm-timer', 'line', call(people(2))),
      specimen(
        'reactions',
        'pm-reactions',
        'line',
        call(people(2), (store) =>
          store.$reactions.set([
            { key: 1, from: 'person-0', emoji: '👏' },
            { key: 2, from: undefined, emoji: '❤️' },
          ]),
        ),
      ),
    ],
  ],
  HOSTS,
  [
    'A call with its chat',
    [
      whole('on a phone', 'tall-phone', inCall(people(3), talk), 'chat'),
      whole('on a tablet', 'upright', inCall(people(3), talk), 'chat'),
      whole('on a screen', 'screen', inCall(people(4), talk), 'chat'),
    ],
  ],
];
