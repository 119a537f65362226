import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { MeetError } from '../../errors.js';
import { deviceFailure, gatherPermissionFacts } from '../../media/device-failure.js';
import type { DeviceName } from '../shared/device-toggle.js';
import { DEVICES } from './lobby-problems.js';

/** What the browser has stored for microphone and camera, looked up without asking anybody, and followed. */
export class LobbyPermissions implements ReactiveController {
  readonly #granted = new Set<DeviceName>();
  readonly #statuses: PermissionStatus[] = [];

  constructor(
    private readonly host: ReactiveControllerHost & Element,
    /** `denied`: the failure that asking for the device would end in. */
    private readonly onKnown: (device: DeviceName, denied: MeetError | undefined) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    for (const device of DEVICES) void this.#follow(device);
  }

  hostDisconnected(): void {
    for (const status of this.#statuses.splice(0)) status.onchange = null;
  }

  /** Whether a device opens without a question. */
  isGranted(device: DeviceName): boolean {
    return this.#granted.has(device);
  }

  async #follow(device: DeviceName): Promise<void> {
    await this.#look(device);
    try {
      const status = await navigator.permissions.query({ name: device });
      if (!this.host.isConnected) return;
      status.onchange = () => void this.#look(device);
      this.#statuses.push(status);
    } catch {
      // A browser that does not know these names: it shows when it is asked.
    }
  }

  async #look(device: DeviceName): Promise<void> {
    const facts = await gatherPermissionFacts(device);
    if (facts.permission === 'granted') this.#granted.add(device);
    else this.#granted.delete(device);
    const isDenied = facts.permission === 'denied' || facts.allowedByPolicy === false;
    const cause = new DOMException('Permission denied', 'NotAllowedError');
    this.onKnown(device, isDenied ? deviceFailure(device, cause, facts) : undefined);
    this.host.requestUpdate();
  }
}
