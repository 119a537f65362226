import type { CSSResultGroup, CSSResultOrNative, TemplateResult } from 'lit';
import type { MeetError } from '../../errors.js';
import type { MeetingState, Peer, PeerStats, Self } from '../../room/types.js';
import { buttons } from '../shared/buttons.styles.js';
import { FocusKeeper } from './focus-keeper.js';
import { HeldBox } from './held-box.js';
import { HostingElement } from './hosting-element.js';
import { MeetingHost, NONE } from './meeting-host.js';
import { meetingView } from './meeting-view.js';
import { nextFocus } from './next-focus.js';
import { styles, themes } from './private-meet.styles.js';
import { safetyPlace } from './safety-place.styles.js';
import { tokens } from '../shared/tokens.styles.js';

/**
 * A video meeting, browser to browser, in a box of the page.
 *
 * @tagname private-meet
 * @attr room - The room to meet in. Changing it while joined leaves the old room and joins the new one.
 * @attr token - The JWT to join with. Without one, the lobby asks for a name and signs in as a guest.
 * @attr server - Base URL of the signaling server, relative as an image's `src` is; the page's origin by default.
 * @attr display-name - The name for guest sign-in; prefills the lobby.
 * @attr autojoin - No lobby: join once room and identity are known and the page's scripts had their turn.
 * @attr microphone-off - Begin with the microphone off. Adding it later turns it off, removing it never on.
 * @attr camera-off - Begin with the camera off. Adding it later turns it off, removing it never on.
 * @attr max-peers - How many others may be in the room (8).
 * @attr ice-servers - STUN and TURN servers, a JSON array of RTCIceServer; `[]` or nothing in it for none. Without it the server’s `/ice` is asked, and until it answers, or where it has none, one STUN server of Google’s is used.
 * @attr ice-transport-policy - `all`, or `relay` to hide addresses (needs a TURN server). A word that is neither counts as `relay`.
 * @attr layout - `auto`, `grid` or `speaker`: how the stage is shared out until a person chooses.
 * @attr saving - `auto`: only the speaker's picture when the network or the machine can't do more, and given back; `off`: never that; `video-off`: nobody's picture.
 * @attr trust - `require`: nothing goes to, and nothing is shown of, who is not verified; the default once there is a `passphrase`, and any word but `prefer`. `prefer`: who is not verified is marked so.
 * @attr invite-url - What "copy link" gives: a URL, relative as a link's `href` is; the page's own by default, and no link where it has none (`srcdoc`).
 * @attr remember - Keep name, devices and how one began in `localStorage` for next time. Removing it forgets them.
 * @attr file-channel-label - Constant of a deployment: label of its clients' data channel for files (`pmfile:`).
 * @attr wire-prefix - Constant of a deployment: what stands before a sealed message of its clients' chat (`pme2ee:`).
 * @attr room-prefix - What a deployment puts before its rooms' names on the wire.
 * @attr controls - Which of `microphone camera screen hand reactions chat files people devices layout invite safety leave` the bar shows: all by default, `none`, or those named.
 * @attr shortcuts-off - No keyboard shortcuts.
 * @attr lang - The language, by BCP 47; that of the nearest ancestor by default, else the browser's. Direction follows.
 * @attr theme - `auto` (the page's `color-scheme`, as an `<input>` has it), `light` or `dark`.
 * @event {BeforeEvent} pm-before-join - A person wants to join. Cancelable; `waitUntil(promise)` holds it.
 * @event {BeforeEvent} pm-before-leave - A person wants to leave. Cancelable; `waitUntil(promise)` holds it.
 * @event {BeforeScreenShareEvent} pm-before-screen-share - A person wants to share a screen. Cancelable, at once.
 * @event {BeforeMessageEvent} pm-before-message - A person wants to send a message: `text`. Cancelable; `waitUntil(promise)` holds it.
 * @event {BeforeFileEvent} pm-before-file - A person wants to send a file: `file`, `to`. Cancelable; `waitUntil(promise)` holds it.
 * @event {JoinEvent} pm-join - The room has taken us in.
 * @event {LeaveEvent} pm-leave - The meeting is over: `reason`. Every device is released.
 * @event {PeerEvent} pm-peer-join - Somebody came: `peer`.
 * @event {PeerEvent} pm-peer-leave - Somebody went: `peer`.
 * @event {PeerChangeEvent} pm-peer-change - Something about a peer changed: `peer`, `changed`.
 * @event {StateChangeEvent} pm-state-change - The meeting stands elsewhere: `state`, `previous`.
 * @event {DeviceToggleEvent} pm-microphone-change - The microphone went on or off: `enabled`.
 * @event {DeviceToggleEvent} pm-camera-change - The camera went on or off: `enabled`.
 * @event {DeviceToggleEvent} pm-screen-change - The screen is shared, or no longer: `enabled`.
 * @event {DevicesChangeEvent} pm-devices-change - Devices came or went, or got their names: `devices`.
 * @event {ActiveSpeakerChangeEvent} pm-active-speaker-change - Somebody else holds the floor: `peer`, or `undefined`.
 * @event {ChatMessageEvent} pm-message - A message of the chat came, went out of the list or changed its state: `message`.
 * @event {FileEvent} pm-file - A file came, is offered or is over: `transfer`.
 * @event {FileEvent} pm-file-progress - A file is further on its way, at most 4 times a second each: `transfer`.
 * @event {DataEvent} pm-data - The page in another browser said something to this one: `peer`, `topic`, `data`.
 * @event {ReactionEvent} pm-reaction - Somebody sent a reaction: `peer`, `emoji`.
 * @event {KnockEvent} pm-knock - Somebody waits to be let in, for hosts: `id`, `name`.
 * @event {HouseChangeEvent} pm-house-change - The room was locked or opened, or what one may do there is another: `house`.
 * @event {HostAskEvent} pm-host-ask - A host (`peer`) asks to mute, which is done already, or to unmute: `ask`.
 * @event {SafetyChangeEvent} pm-safety-change - The safety code, or whom it covers, is another: `safety`.
 * @event {PassphraseNeededEvent} pm-passphrase-needed - Somebody present has a passphrase, and we have none. Cancelable: then the element does not ask for it.
 * @event {TokenExpiringEvent} pm-token-expiring - The token runs out in 5 minutes: `expiresAt`.
 * @event {AudioBlockedEvent} pm-audio-blocked - The browser wants a gesture before it plays sound.
 * @event {MeetErrorEvent} pm-error - Something went wrong: `error`. Also shown in the element.
 * @slot - Lies over the stage and replaces nothing.
 * @slot lobby - Instead of the lobby.
 * @slot grid - Instead of the video grid.
 * @slot controls - Instead of the bar.
 * @slot empty - Instead of the words for being alone in the room.
 * @slot error - Instead of the words for a failure that stands in the way.
 * @slot toolbar-start - In the bar, where the line begins.
 * @slot toolbar-end - In the bar, where the line ends.
 * @csspart stage - Everything but the bar.
 * @csspart lobby - The lobby.
 * @csspart preview - The look at oneself in the lobby.
 * @csspart level - How loud one's own microphone is.
 * @csspart name - The field for the name.
 * @csspart devices - The lobby's choice of devices.
 * @csspart join - The button that joins.
 * @csspart banner - The quiet line over the stage.
 * @csspart grid - The box around the tiles.
 * @csspart tile - Each person's tile.
 * @csspart video - Each `<video>`.
 * @csspart avatar - Initials where there is no picture.
 * @csspart chip - The name on a tile; how many are verified, on the stage.
 * @csspart badge - What is wrong with a tile's connection.
 * @csspart controls - The bar.
 * @csspart button - Every button.
 * @csspart button-microphone - The microphone's button.
 * @csspart button-camera - The camera's button.
 * @csspart button-screen - The button that shares the screen.
 * @csspart button-hand - The button that raises a hand.
 * @csspart button-reactions - The button that opens the reactions.
 * @csspart button-more - The button that opens what else there is.
 * @csspart button-people - The button that opens the list of people.
 * @csspart button-chat - The button that opens the chat.
 * @csspart button-leave - The button that leaves.
 * @csspart menu - A menu that is open.
 * @csspart dialog - The list of keyboard shortcuts.
 * @csspart panel - What stands beside the stage or over it: people, chat, safety, connection details.
 * @csspart people - The list of people.
 * @csspart person - Each of them.
 * @csspart chat - The messages and the field for the next one.
 * @csspart message - Each message.
 * @csspart composer - The field for the next message.
 * @csspart trust - Who is at the other end, with the safety code.
 * @csspart details - The figures of the connections.
 * @csspart empty - The words for being alone in the room.
 * @csspart error - The words for a failure that stands in the way.
 * @cssprop [--pm-accent] - The one colour of a brand; a calm blue-green.
 * @cssprop [--pm-surface] - What bar, lobby and panels stand on; all other tones follow from it.
 * @cssprop [--pm-on-surface] - Text on it; follows from the surface.
 * @cssprop [--pm-danger] - Leaving.
 * @cssprop [--pm-warning] - Trouble, still going: its hue, as light as the surface asks for.
 * @cssprop [--pm-radius=12px] - Corners of tiles.
 * @cssprop [--pm-gap=8px] - Space between tiles.
 * @cssprop [--pm-font-family=inherit] - The page's font by default.
 * @cssprop [--pm-font-size] - The page's size by default, within 14 and 18 px. At most 8 % of the width of the element.
 * @cssprop [--pm-control-size=44px] - Height of buttons and fields.
 * @cssprop [--pm-tile-aspect=16/9] - The shape that tiles keep to where there is room for it.
 * @cssprop [--pm-min-height=320px] - Least height of the element; `0px` where its box is lower.
 * @cssstate idle - Nothing begun.
 * @cssstate lobby - Waiting for a person to join.
 * @cssstate connecting - On the way in.
 * @cssstate waiting - Somebody has to let one in.
 * @cssstate joined - In the room.
 * @cssstate reconnecting - In the room, the server out of reach.
 * @cssstate left - The meeting is over.
 * @cssstate failed - The meeting ended, or never began, by an error.
 * @cssstate microphone - The microphone is on.
 * @cssstate camera - The camera is on.
 * @cssstate screen - The screen is shared.
 * @cssstate speaking - One speaks.
 * @cssstate saving - Somebody's picture does not come, to save what it costs.
 * @cssstate verified - There are others, and each of them is verified.
 * @cssstate refused - Somebody is refused.
 * @cssstate relayed - At least one connection goes through a TURN server.
 */
export class PrivateMeetElement extends HostingElement {
  static override styles: CSSResultGroup = [tokens, buttons, styles, safetyPlace];
  protected static override finalizeStyles(own?: CSSResultGroup): CSSResultOrNative[] {
    return [...super.finalizeStyles(own), themes];
  }

  readonly #host = new MeetingHost(this);

  constructor() {
    super();
    new HeldBox(this);
    new FocusKeeper(this, (path) => nextFocus(this.renderRoot, path));
    this.#host.upgrade();
  }

  /** Whether the microphone is on, in truth; setting it asks for that. */
  get microphone(): boolean {
    return this.#host.facts?.microphone ?? false;
  }
  set microphone(on: boolean) {
    this.#host.wish('microphone', on);
  }

  /** Whether the camera is on, in truth; setting it asks for that. */
  get camera(): boolean {
    return this.#host.facts?.camera ?? false;
  }
  set camera(on: boolean) {
    this.#host.wish('camera', on);
  }

  /** Whether the screen is shared, in truth; setting it in a call asks for that, which browsers want in a gesture. */
  get screen(): boolean {
    return this.#host.facts?.screen ?? false;
  }
  set screen(on: boolean) {
    this.#host.wish('screen', on);
  }

  /** Where the meeting stands. */
  get state(): MeetingState {
    return this.#host.facts?.state ?? 'idle';
  }

  /** Why the meeting failed, if it did. */
  get error(): MeetError | undefined {
    return this.#host.facts?.error;
  }

  /** Who we are, once joined. */
  get self(): Self | undefined {
    return this.#host.facts?.self;
  }

  /** Everybody else, in the order of joining. */
  get peers(): readonly Peer[] {
    return this.#host.facts?.peers ?? NONE;
  }

  /** Who of the others holds the floor. */
  get activeSpeaker(): Peer | undefined {
    return this.#host.facts?.activeSpeaker;
  }

  /** The machine's devices; without names before a permission. */
  get devices(): readonly MediaDeviceInfo[] {
    return this.#host.facts?.devices ?? NONE;
  }

  protected override get talk(): MeetingHost {
    return this.#host;
  }

  /** A move by `moveBefore()` drops nothing, but may lead to where another language is spoken. */
  override connectedMoveCallback(): void {
    this.#host.language.look();
  }

  /** Resolves once the room has taken us in. @throws MeetError */
  async join(): Promise<void> {
    await this.#host.current().join();
  }

  /** Resolves once every device is released and every connection closed. @throws MeetError */
  async leave(): Promise<void> {
    await this.#host.meeting?.leave();
  }

  /** Turns the microphone on or off, or over when it is not said which. @throws MeetError */
  async toggleMicrophone(on?: boolean): Promise<void> {
    await this.#host.current().toggleMicrophone(on);
  }

  /** Turns the camera on or off, or over when it is not said which. @throws MeetError */
  async toggleCamera(on?: boolean): Promise<void> {
    await this.#host.current().toggleCamera(on);
  }

  /** Shares the screen or stops it, or over when it is not said which; call it in a gesture. @throws MeetError */
  async toggleScreenShare(on?: boolean): Promise<void> {
    await this.#host.current().toggleScreenShare(on);
  }

  /** Uses another device, `''` for the browser's choice, without a gap; what can't be used leaves the one in use. */
  async setDevice(kind: MediaDeviceKind, deviceId: string): Promise<void> {
    await this.#host.current().setDevice(kind, deviceId);
  }

  /** Puts one's hand up or down, or over when it is not said which. @throws MeetError */
  raiseHand(up?: boolean): void {
    this.#host.current().raiseHand(up);
  }

  /** Shows everybody an emoji for some seconds; more than 5 a second are dropped. @throws MeetError */
  sendReaction(emoji: string): void {
    this.#host.current().sendReaction(emoji);
  }

  /** Puts somebody on the stage, by id; `null` for nobody. */
  pin(peerId: string | null): void {
    this.#host.current().pin(peerId);
  }

  /** Sets how loud a peer is, 0…1, on top of `volume`. */
  setPeerVolume(peerId: string, volume: number): void {
    this.#host.current().setPeerVolume(peerId, volume);
  }

  /** Plays the others' sound after the browser blocked it (`pm-audio-blocked`); call it in a gesture. */
  async startAudio(): Promise<void> {
    await this.#host.current().startAudio();
  }

  /** Figures of each peer's connection. */
  async getStats(): Promise<readonly PeerStats[]> {
    return this.#host.current().getStats();
  }

  protected override render(): TemplateResult {
    return meetingView(this, this.#host.meeting?.store, this.#host, this.#host.words);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'private-meet': PrivateMeetElement;
  }
}
