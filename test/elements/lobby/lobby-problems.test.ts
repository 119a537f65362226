import { expect } from '@open-wc/testing';
import { DevicePickers } from '../../../src/elements/lobby/device-pickers.js';
import { $lobbyParts } from '../../../src/elements/lobby/late-lobby.js';
import { LevelBars } from '../../../src/elements/lobby/level-bars.js';
import { LobbyProblems, canAskAgain, problemText } from '../../../src/elements/lobby/lobby-problems.js';
import { SuggestedPassphrase } from '../../../src/elements/lobby/suggested-passphrase.js';
import { permissionHint } from '../../../src/elements/lobby/permission-hint.js';
import { errorText } from '../../../src/elements/shared/error-text.js';
import { MeetError, type MeetErrorCode, type MeetErrorDetails } from '../../../src/errors.js';
import { en } from '../../../src/locales/en.js';
import { first } from '../../../src/locales/first/en.js';
import { createRoomStore, type RoomStore } from '../../../src/room/room-store.js';

const denied = (details: MeetErrorDetails & ErrorOptions = {}): MeetError =>
  new MeetError('permission-denied', '', { device: 'camera', by: 'user', ...details });
const tell = (store: RoomStore, error: MeetError): void => {
  store.$notice.set({ kind: 'error', error });
};
const lobbyOf = (): { store: RoomStore; problems: LobbyProblems } => {
  const store = createRoomStore();
  store.$state.set('lobby');
  return { store, problems: new LobbyProblems() };
};
const FIREFOX = {
  userAgent: 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0',
  maxTouchPoints: 0,
};
const PHONE = {
  userAgent: 'Mozilla/5.0 (Linux; Android 10; K) Chrome/140.0.0.0 Mobile Safari/537.36',
  maxTouchPoints: 5,
};

describe('LobbyProblems', () => {
  it('keeps one trouble for each device, and takes over only what is about a device', () => {
    const { store, problems } = lobbyOf();
    tell(store, denied());
    expect(problems.look(store)).to.equal(true);
    expect(problems.look(store)).to.equal(false); // the same still
    tell(store, new MeetError('device-missing', '', { device: 'microphone' }));
    expect(problems.look(store)).to.equal(true);
    tell(store, new MeetError('server-closed', ''));
    expect(problems.look(store)).to.equal(false);
    expect(problems.of('camera')?.code).to.equal('permission-denied');
    expect(problems.of('microphone')?.code).to.equal('device-missing');
    expect(problems.missing(store)).to.deep.equal(['microphone', 'camera']);
  });

  it('forgets that a device gives nothing as soon as it does, though it was on all the time', () => {
    const { store, problems } = lobbyOf();
    store.$microphone.set(true);
    store.$stalled.set('microphone');
    tell(store, new MeetError('device-lost', '', { device: 'microphone', kept: true }));
    problems.look(store);
    expect(problems.of('microphone')?.code).to.equal('device-lost');
    expect(problems.missing(store), 'it is on').to.deep.equal([]);
    store.$stalled.set('camera');
    problems.look(store);
    expect(problems.of('microphone')).to.equal(undefined);
  });

  it('forgets a trouble once the device is on, is not wanted, or one is in the call', () => {
    const { store, problems } = lobbyOf();
    const again = (): void => {
      tell(store, denied());
      problems.look(store);
      expect(problems.missing(store)).to.deep.equal(['camera']);
    };
    again();
    store.$camera.set(true);
    problems.look(store);
    expect(problems.of('camera')).to.equal(undefined);
    store.$camera.set(false);
    again();
    store.$cameraOff.set(true);
    problems.look(store);
    expect(problems.of('camera')).to.equal(undefined);
    store.$cameraOff.set(false);
    again();
    store.$state.set('connecting');
    problems.look(store);
    expect(problems.missing(store)).to.deep.equal(['camera']);
    store.$state.set('joined');
    problems.look(store);
    expect(problems.of('camera')).to.equal(undefined);
  });

  it('says that another device could not be had, while the one before goes on', () => {
    const { store, problems } = lobbyOf();
    store.$camera.set(true);
    problems.look(store);
    tell(store, new MeetError('device-busy', '', { device: 'camera' }));
    problems.look(store);
    expect(problems.of('camera')?.code).to.equal('device-busy');
    expect(problems.missing(store)).to.deep.equal([]);
  });

  it('leaves a call’s trouble to the line over the stage', () => {
    const { store, problems } = lobbyOf();
    store.$state.set('joined');
    tell(store, denied());
    expect(problems.look(store)).to.equal(false);
    expect(problems.of('camera')).to.equal(undefined);
  });
});

describe('problemText', () => {
  afterEach(() => {
    $lobbyParts.set(undefined);
  });

  it('tells each refusal apart, and says how to take it back in this browser once those words have come', () => {
    const hints = (): string[] =>
      (['user', 'unknown', 'system', 'policy'] as const).map((by) => problemText(denied({ by }), first).hint);
    const before = hints();
    expect(before).to.deep.equal(
      (['user', 'unknown', 'system', 'policy'] as const).map((by) => errorText(denied({ by }), first).hint),
    );
    $lobbyParts.set({
      createPickers: (host) => new DevicePickers(host),
      createLevel: (host, store) => new LevelBars(host, store),
      createSuggestion: (host, fill) => new SuggestedPassphrase(host, fill),
      permissionHint: (error, words) => permissionHint(error, words, FIREFOX),
    });
    expect(hints()[0]).to.contain('crossed-out camera');
    expect(hints()[3]).to.equal(before[3]);
    expect(before[3]).to.contain('Permissions-Policy');
    const titles = (['user', 'unknown', 'system', 'policy'] as const).map(
      (by) => problemText(denied({ by }), first).title,
    );
    expect(new Set(titles).size).to.equal(4);
  });
});

describe('permissionHint', () => {
  it('says where each browser and system keeps it', () => {
    const hints = (facts: typeof FIREFOX): string[] =>
      (['user', 'unknown', 'system'] as const).map((by) => permissionHint(denied({ by }), en, facts));
    for (const facts of [FIREFOX, PHONE]) expect(new Set(hints(facts)).size).to.equal(2); // no one knows: as if one said no
    expect(hints(FIREFOX)[0]).to.contain('crossed-out camera');
    expect(hints(PHONE)[0]).to.contain('Tap the icon');
    expect(hints(PHONE)[2]).to.contain('Apps');
  });

  it('says that a question was closed without an answer', () => {
    const cause = new DOMException('Permission dismissed', 'NotAllowedError');
    expect(permissionHint(denied({ cause }), first, FIREFOX)).to.contain('without an answer');
  });
});

describe('canAskAgain', () => {
  it('lets one try again where that can help', () => {
    expect(canAskAgain(denied({ by: 'policy' }))).to.equal(false);
    for (const by of ['user', 'system', 'unknown'] as const) expect(canAskAgain(denied({ by }))).to.equal(true);
    const others: MeetErrorCode[] = ['device-missing', 'device-busy', 'device-lost'];
    for (const code of others) expect(canAskAgain(new MeetError(code, '', { device: 'camera' }))).to.equal(true);
  });
});
