import { ContextProvider } from '@lit/context';
import type { ReactiveController } from 'lit';
import { createMeeting, type Meeting } from '../../core.js';
import { MeetError } from '../../errors.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { DEFAULT_ICE_SERVERS } from '../../room/settings.js';
import { requiresTrust } from '../../room/trust-policy.js';
import { windowOf } from '../shared/around.js';
import { Arrival } from './arrival.js';
import { DEFAULT_FILE_CHANNEL_LABEL, DEFAULT_MAX_PEERS, DEFAULT_WIRE_PREFIX, isSet } from './attribute-values.js';
import { keepFieldKeys } from './field-keys.js';
import { Language } from './language.js';
import { LaterParts } from './later-parts.js';
import { MeetingStates } from './meeting-states.js';
import { Panels } from '../shared/panels.js';
import { PageTurn } from './page-turn.js';
import { PersonRequests, settle } from './person-requests.js';
import { roomContext } from '../shared/room-context.js';
import type { SettingsElement } from './settings-element.js';
import { ViewRequests } from './view-requests.js';

/** What is handed to the meeting, with what it begins with. The room comes last: its change acts on the others. */
const DEFAULTS = {
  server: '',
  roomPrefix: '',
  fileChannelLabel: DEFAULT_FILE_CHANNEL_LABEL,
  wirePrefix: DEFAULT_WIRE_PREFIX,
  chatPassphrase: '',
  passphrase: '',
  trust: undefined,
  token: '',
  tokenProvider: undefined,
  displayName: '',
  microphoneTrack: null,
  cameraTrack: null,
  microphoneOff: false,
  cameraOff: false,
  maxPeers: DEFAULT_MAX_PEERS,
  iceServers: DEFAULT_ICE_SERVERS,
  iceServersProvider: undefined,
  iceTransportPolicy: 'all',
  controls: '',
  layout: 'auto',
  saving: 'auto',
  inviteUrl: '',
  volume: 1,
  remember: false, // After all that it may fill in.
  room: '',
} as const satisfies Partial<Record<keyof SettingsElement, unknown>>;

/** What of ours can be asked to be on. */
const WISHES = ['microphone', 'camera', 'screen'] as const;
type WishName = (typeof WISHES)[number];
type MeetingElement = SettingsElement & Record<WishName, boolean>;

type LiveName = keyof typeof DEFAULTS;
const NAMES = Object.keys(DEFAULTS) as LiveName[];

/** What a failure does not come from: no reason to try again when it changes. */
const HARMLESS: ReadonlySet<LiveName> = new Set([
  'microphoneTrack',
  'cameraTrack',
  'microphoneOff',
  'cameraOff',
  'wirePrefix',
  'chatPassphrase',
  'passphrase',
  'trust',
  'controls',
  'layout',
  'saving',
  'inviteUrl',
  'volume',
  'remember',
]);

/** What is empty before there is a meeting; one and the same, for who compares. */
export const NONE: readonly never[] = [];

/** Frameworks unset with undefined or null, and what is no number is none; some set a bare attribute's empty text. */
const orDefault = (name: LiveName, value: unknown): unknown => {
  if (value === '' && DEFAULTS[name] === false) return true;
  return Number.isNaN(value) ? DEFAULTS[name] : (value ?? DEFAULTS[name]);
};

/** Frameworks write an equal list of servers, or a function made anew, at every rendering: that puts nothing right. */
const isRenewed = (a: unknown, b: unknown): boolean => typeof a === 'function' && typeof b === 'function';
const isSame = (name: LiveName, a: unknown, b: unknown): boolean =>
  a === b || (name === 'iceServers' && JSON.stringify(a) === JSON.stringify(b));

/** Gives `<private-meet>` its meeting for as long as it is in a document, and the meeting what the page sets. */
export class MeetingHost implements ReactiveController {
  meeting: Meeting | undefined;
  /** The meeting, or after the element's removal the last one, to tell how it ended. */
  facts: Meeting | undefined;
  /** Whether somebody else was there since we joined. */
  hadCompany = false;

  readonly #arrival: Arrival;
  readonly #later: LaterParts;
  readonly #provider: ContextProvider<typeof roomContext, MeetingElement>;
  readonly language: Language;
  readonly #states: MeetingStates;
  readonly #turn = new PageTurn();
  #given: Partial<Record<LiveName, unknown>> = {};
  #wishes = new Map<WishName, boolean>();
  #unfollow: (() => void)[] = [];
  #teardown: ReturnType<typeof setTimeout> | undefined;
  #pageHadItsTurn = false;
  /** Ends when the element leaves a document that is not ours. */
  #lent = new AbortController();

  constructor(private readonly host: MeetingElement) {
    new Panels(host);
    this.#later = new LaterParts(host, new ViewRequests(host).state); // before those to the meeting, which end every request
    new PersonRequests(host, () => this.meeting);
    keepFieldKeys(host);
    this.#provider = new ContextProvider(host, { context: roomContext });
    this.#arrival = new Arrival(() => host.requestUpdate());
    this.language = new Language(host);
    this.#states = new MeetingStates(host);
    host.addController(this);
  }

  /** What was on show when we set out; `undefined` when we are not on our way in. */
  get arrivesFrom(): 'lobby' | 'starting' | undefined {
    return this.#arrival.from;
  }

  /** The words of the element's language. */
  get words(): FirstStrings {
    return this.language.words;
  }

  /** The meeting, with all that the page has set on the element. @throws MeetError `aborted` outside a document. */
  current(): Meeting {
    if (!this.meeting) throw new MeetError('aborted', '<private-meet> is not in a document');
    this.#forward();
    return this.meeting;
  }

  /** Asks for a device to be on or off; before there is a meeting it is kept. */
  wish(device: WishName, on: boolean): void {
    if (this.meeting) this.meeting[device] = on;
    else this.#wishes.set(device, on);
  }

  /** What the page asked for before the element was defined: there it hides the accessor of the class. */
  upgrade(): void {
    for (const name of WISHES) {
      if (!Object.hasOwn(this.host, name)) continue;
      const on = this.host[name];
      Reflect.deleteProperty(this.host, name);
      this.wish(name, on);
    }
  }

  hostConnected(): void {
    clearTimeout(this.#teardown);
    if (!this.meeting) this.#begin();
    this.#lent.abort();
    if (this.host.ownerDocument !== document) this.#watch(windowOf(this.host));
    if (!this.#pageHadItsTurn) this.#turn.wait(() => this.#handleTurn());
  }

  hostDisconnected(): void {
    this.#turn.cancel();
    this.#lent.abort();
    this.#teardown = setTimeout(() => this.#end()); // a move connects it again before that
  }

  /** Another window, or a frame, that goes takes the element along without a word: nobody could hang up any more. */
  #watch(view: Window): void {
    const { signal } = (this.#lent = new AbortController());
    const leave = (): unknown => signal.aborted || settle(this.meeting?.leave('page-closed'));
    view.addEventListener('pagehide', () => setTimeout(leave), { signal }); // the page may take it back at that
  }

  hostUpdate(): void {
    const isOther = this.#forward();
    if (this.meeting) this.#arrival.check(this.meeting.store);
    if (!this.#pageHadItsTurn || !this.meeting) return;
    const { state, error } = this.meeting;
    // What the page did wrong it may have put right, or the other way about: look again.
    if (isOther && (state === 'lobby' || (state === 'failed' && error))) this.meeting.openLobby();
    this.#joinByItself();
  }

  #begin(): void {
    const meeting = createMeeting({ target: this.host });
    this.meeting = this.facts = meeting;
    this.#given = { ...DEFAULTS };
    this.#provider.setValue(meeting.store);
    this.#follow(meeting.store);
    if (this.host.hasUpdated) this.#forward();
    for (const [device, on] of this.#wishes) meeting[device] = on;
    this.#wishes.clear();
  }

  #end(): void {
    const meeting = this.meeting;
    if (!meeting) return;
    this.meeting = undefined;
    this.#pageHadItsTurn = false;
    this.#arrival.end();
    const unfollow = this.#unfollow;
    settle(meeting.leave('removed')); // a listener may put the element back at once
    for (const stop of unfollow) stop();
  }

  #follow(store: RoomStore): void {
    const { $state, $error, $room, $microphone, $camera, $peers, $controls, $audioBlocked } = store;
    const atoms = [$state, $error, $room, $microphone, $camera, $peers, $controls, $audioBlocked];
    let lastState = $state.get();
    const showStates = (): void => this.#states.show(store);
    const handleChange = (): void => {
      showStates();
      if ($state.get() === 'connecting' && lastState !== 'connecting') {
        this.hadCompany = false;
        this.#arrival.begin(lastState === 'idle' ? 'starting' : 'lobby');
      }
      lastState = $state.get();
      if (lastState === 'joined')
        this.#later.atRest([...$peers.get().values()].some(({ state }) => state === 'connected'));
      if ($error.get() || lastState === 'waiting') this.#later.ask(); // it may be one whose words come later
      if ($peers.get().size > 0) this.hadCompany = true;
      this.host.requestUpdate();
    };
    this.#unfollow = [
      ...atoms.map((atom) => atom.listen(handleChange)),
      ...[store.$screen, store.$speaking, store.$saved].map((atom) => atom.listen(showStates)),
    ];
    handleChange();
  }

  /** Hands over what differs from what was handed over last; whether any of it may put a failure right. */
  #forward(): boolean {
    let isOther = false;
    for (const name of NAMES) {
      const value = orDefault(name, this.host[name]);
      const last = this.#given[name];
      if (isSame(name, value, last)) continue;
      isOther ||= !HARMLESS.has(name) && !isRenewed(value, last);
      this.#given[name] = value;
      if (this.meeting) Object.assign(this.meeting, { [name]: value });
    }
    return isOther;
  }

  #handleTurn(): void {
    this.#pageHadItsTurn = true;
    const meeting = this.current();
    this.#joinByItself();
    if (meeting.state === 'idle') meeting.openLobby();
  }

  /** With `autojoin`, once the room and who we are is known, unless a person was faster. */
  #joinByItself(): void {
    const { autojoin, room, token, tokenProvider } = this.host;
    const { meeting } = this;
    // The name may be one that is remembered.
    if (!meeting || !isSet(autojoin) || !room || !(token || tokenProvider || meeting.displayName)) return;
    // A person can still say it.
    if (requiresTrust(meeting) && meeting.passphrase === '') return;
    if (meeting.state === 'idle' || meeting.state === 'lobby') settle(meeting.join());
  }
}
