import type { Meeting } from '../../core.js';
import { MeetError } from '../../errors.js';
import { BeforeEvent, BeforeScreenShareEvent } from '../../room/events.js';
import { isInCall, looksOff, type DeviceName } from '../shared/device-toggle.js';
import { $lateRequests } from './late-requests.js';
import { type RequestEvent, secretOf } from '../shared/request-event.js';

const COMMANDS: Readonly<Record<string, (requests: PersonRequests) => void>> = {
  '--toggle-microphone': (requests) => requests.toggle('microphone'),
  '--toggle-camera': (requests) => requests.toggle('camera'),
  '--toggle-screen-share': (requests) => requests.toggleScreen(),
  '--raise-hand': (requests) => requests.raiseHand(),
  '--join': (requests) => requests.join(),
  '--leave': (requests) => requests.leave(),
};

/** What people ask for, by our buttons or by invoker commands: a page may refuse it before the meeting does it. */
export class PersonRequests {
  #asking = false;
  /** Whether the devices were opened in the lobby, so that a toggle there may open one again. */
  #checked = false;

  constructor(
    private readonly host: HTMLElement,
    private readonly meeting: () => Meeting | undefined,
  ) {
    // Before those of the page: a request never leaves <private-meet>, nor is it seen on it.
    host.addEventListener('pm-request', (event) => this.#handleRequest(event));
    host.addEventListener('command', (event) => COMMANDS[(event as CommandEvent).command]?.(this));
  }

  /** Turns a device over, or as `on` says in a call. */
  toggle(device: DeviceName, on?: boolean): void {
    const meeting = this.meeting();
    if (!meeting) return;
    if (isInCall(meeting.store)) return settle(turn(meeting, device, on));
    const off = looksOff(meeting.store, device, this.#checked);
    if (device === 'microphone') meeting.microphoneOff = !off;
    else meeting.cameraOff = !off;
    if (off && this.#checked) settle(turn(meeting, device, true));
  }

  /** Shares the screen or stops it: in the same task, for the browser wants the gesture. */
  toggleScreen(): void {
    const meeting = this.meeting();
    if (!meeting || !isJoined(meeting)) return;
    if (!meeting.screen && !this.host.dispatchEvent(new BeforeScreenShareEvent())) return;
    settle(meeting.toggleScreenShare());
  }

  raiseHand(): void {
    const meeting = this.meeting();
    if (meeting && isJoined(meeting)) meeting.raiseHand();
  }

  join(name?: string, without: readonly DeviceName[] = []): void {
    void this.#ask('pm-before-join', (meeting) => {
      if (without.includes('microphone')) meeting.microphoneOff = true;
      if (without.includes('camera')) meeting.cameraOff = true;
      this.#checked = false;
      if (name !== undefined && meeting.store.$asksName.get()) meeting.displayName = name;
      return meeting.join();
    });
  }

  leave(): void {
    void this.#ask('pm-before-leave', (meeting) => meeting.leave());
  }

  #handleRequest(event: RequestEvent): void {
    event.stopImmediatePropagation();
    const meeting = this.meeting();
    switch (event.request) {
      case 'join': {
        const { detail } = event as RequestEvent<'join'>;
        return this.join(detail?.name, detail?.without);
      }
      case 'prepare':
        return meeting?.prepare((event as RequestEvent<'prepare'>).detail?.name);
      case 'leave':
        return this.leave();
      case 'preview':
        return this.#preview();
      case 'toggle-microphone':
        return this.toggle('microphone', (event as RequestEvent<'toggle-microphone'>).detail?.on);
      case 'toggle-camera':
        return this.toggle('camera');
      case 'toggle-screen':
        return this.toggleScreen();
      case 'raise-hand':
        return this.raiseHand();
      case 'reaction':
        return this.#react((event as RequestEvent<'reaction'>).detail);
      case 'start-audio':
        return meeting && settle(meeting.startAudio());
      case 'audio-blocked':
        return meeting?.reportAudioBlocked();
      case 'flip-camera':
        return meeting && settle(meeting.flipCamera());
      case 'toggle-mirror':
        return meeting?.toggleMirror();
      case 'dismiss-notice':
        return meeting?.dismissNotice();
      default:
        if (!meeting) return undefined;
        adjust(meeting, event);
        return $lateRequests.get()?.(this.host, meeting, event);
    }
  }

  #react(detail: RequestEvent<'reaction'>['detail']): void {
    const meeting = this.meeting();
    if (meeting && detail && isJoined(meeting)) meeting.sendReaction(detail.emoji);
  }

  #preview(): void {
    const meeting = this.meeting();
    if (!meeting) return;
    this.#checked = true;
    if (!meeting.store.$microphoneOff.get()) settle(turn(meeting, 'microphone', true));
    if (!meeting.store.$cameraOff.get()) settle(turn(meeting, 'camera', true));
  }

  async #ask(type: 'pm-before-join' | 'pm-before-leave', act: (meeting: Meeting) => Promise<void>): Promise<void> {
    if (this.#asking) return; // a second press while the page still thinks about the first
    this.#asking = true;
    const event = new BeforeEvent(type);
    this.host.dispatchEvent(event);
    const allowed = await event.settled();
    this.#asking = false;
    const meeting = this.meeting();
    if (allowed && meeting) settle(act(meeting));
  }
}

const isJoined = ({ state }: Meeting): boolean => state === 'joined' || state === 'reconnecting';

/** What changes only how a person sees and hears the meeting. */
const adjust = (meeting: Meeting, event: RequestEvent): void => {
  const of = <R extends RequestEvent['request']>(request: R) =>
    event.request === request ? (event as RequestEvent<R>).detail : undefined;
  const [pin, device, volume, layout] = [of('pin'), of('set-device'), of('set-volume'), of('set-layout')];
  const [saving, shown, safety] = [of('set-saving'), of('report-shown'), of('confirm-safety-code')];
  if (pin) meeting.pin(pin.id);
  if (device) settle(meeting.setDevice(device.kind, device.deviceId));
  if (volume) meeting.setPeerVolume(volume.id, volume.volume);
  if (layout) meeting.layout = layout.layout;
  const secret = secretOf(event);
  if (event.request === 'set-passphrase' && secret !== undefined) meeting.passphrase = secret;
  if (event.request === 'doubt-safety-code') meeting.doubtSafetyCode();
  if (safety) {
    const isCurrent = meeting.confirmSafetyCode(safety.code);
    safety.settle?.(isCurrent);
  }
  if (saving) meeting.saving = saving.saving;
  if (shown) meeting.reportShown(shown.shown ?? undefined);
};

/** A `MeetError` was shown and dispatched by the meeting; anything else is a mistake of ours. */
export const settle = (result: Promise<unknown> | undefined): void => {
  result?.catch((error: unknown) => {
    if (!(error instanceof MeetError)) reportError(error);
  });
};

const turn = (meeting: Meeting, device: DeviceName, on?: boolean): Promise<unknown> =>
  device === 'microphone' ? meeting.toggleMicrophone(on) : meeting.toggleCamera(on);
