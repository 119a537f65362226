import type { Meeting } from '../core.js';
import { MeetError } from '../errors.js';
import { BeforeEvent } from '../room/events.js';
import { isInCall, looksOff, type DeviceName } from './device-toggle.js';
import type { RequestEvent } from './request-event.js';

const COMMANDS: Readonly<Record<string, (requests: PersonRequests) => void>> = {
  '--toggle-microphone': (requests) => requests.toggle('microphone'),
  '--toggle-camera': (requests) => requests.toggle('camera'),
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
    // First of all listeners: a request never leaves <private-meet>, nor is it seen on it.
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
      case 'leave':
        return this.leave();
      case 'preview':
        return this.#preview();
      case 'toggle-microphone':
        return this.toggle('microphone', (event as RequestEvent<'toggle-microphone'>).detail?.on);
      case 'toggle-camera':
        return this.toggle('camera');
      case 'start-audio':
        return meeting && settle(meeting.startAudio());
      case 'audio-blocked':
        return meeting?.reportAudioBlocked();
      case 'dismiss-notice':
        return meeting?.dismissNotice();
      default:
        return undefined;
    }
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

/** A `MeetError` was shown and dispatched by the meeting; anything else is a mistake of ours. */
export const settle = (result: Promise<unknown> | undefined): void => {
  result?.catch((error: unknown) => {
    if (!(error instanceof MeetError)) reportError(error);
  });
};

const turn = (meeting: Meeting, device: DeviceName, on?: boolean): Promise<unknown> =>
  device === 'microphone' ? meeting.toggleMicrophone(on) : meeting.toggleCamera(on);
