import { createMeeting, type Meeting, type MeetingOptions } from '../../src/core.js';
import type { MeetError } from '../../src/errors.js';
import { relayPage, tokenOf } from '../helpers/relayed.js';
import { type DeviceStub, stubDevices } from '../media/device-stub.js';
import { frameOf } from '../signaling/socket-stub.js';

export const ROOM = 'standup';

/** Resolves once `holds`, looked at in every task; Mocha's own ceiling ends a wait in vain. */
export const until = async (holds: () => boolean): Promise<void> => {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 20));
};

/** Meetings in this page with a relay between them, and what each of them told. */
export class RoomPage {
  readonly relay;
  readonly #restore;
  readonly #devices: DeviceStub;
  readonly #meetings = new Map<Meeting, string[]>();

  constructor() {
    ({ relay: this.relay, restore: this.#restore } = relayPage());
    this.#devices = stubDevices();
    this.#devices.answerBy((request) => request.allow());
  }

  /** A meeting that is not joined yet, nothing of it switched on. */
  begin(name: string, options: Partial<MeetingOptions> = {}): Meeting {
    const meeting = createMeeting({
      ...{ room: ROOM, token: tokenOf(name), iceServers: [], microphoneOff: true, cameraOff: true },
      ...options,
    });
    const story: string[] = [];
    this.#meetings.set(meeting, story);
    for (const type of ['pm-join', 'pm-leave', 'pm-peer-join', 'pm-peer-leave', 'pm-error', 'pm-state-change']) {
      meeting.addEventListener(type, (event) => {
        const { error, peer, state, reason } = event as Event & {
          readonly error?: MeetError;
          readonly peer?: { readonly id: string };
          readonly state?: string;
          readonly reason?: string;
        };
        story.push([type.slice(3), error?.code ?? peer?.id ?? state ?? reason].filter(Boolean).join(' '));
      });
    }
    return meeting;
  }

  /** What a meeting told so far, `peer-join bo`, `error room-full`, `state-change joined` … */
  story(meeting: Meeting): string[] {
    return this.#meetings.get(meeting) ?? [];
  }

  told(meeting: Meeting, line: string): number {
    return this.story(meeting).filter((each) => each === line).length;
  }

  async join(...names: string[]): Promise<Meeting[]> {
    const meetings = names.map((name) => this.begin(name));
    await Promise.all(meetings.map((meeting) => meeting.join()));
    await this.meet(...meetings);
    return meetings;
  }

  /** Resolves once everybody is connected to everybody, and to nobody else. */
  async meet(...meetings: Meeting[]): Promise<void> {
    await until(() =>
      meetings.every(
        ({ peers }) => peers.length === meetings.length - 1 && peers.every(({ state }) => state === 'connected'),
      ),
    );
  }

  /** Gives somebody a frame that the server never sent. */
  inject(name: string, frame: unknown): void {
    for (const socket of this.relay.sockets(name)) socket.acceptBytes(frameOf(frame));
  }

  async close(): Promise<void> {
    await Promise.all([...this.#meetings.keys()].map((meeting) => meeting.leave()));
    await this.#devices.restore();
    this.#restore();
  }
}
