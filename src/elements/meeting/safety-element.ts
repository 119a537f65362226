import type { Meeting } from '../../core.js';
import type { Safety } from '../../room/types.js';
import { NO_SAFETY } from '../../trust/state.js';
import { SettingsElement } from './settings-element.js';

/** How far one knows, by `<private-meet>`, who is at the other ends. */
export abstract class SafetyElement extends SettingsElement {
  protected abstract readonly talk: {
    /** The meeting, or the last one. */
    readonly facts: Meeting | undefined;
    readonly meeting: Meeting | undefined;
    /** @throws MeetError `aborted` outside a document */
    current(): Meeting;
  };

  /** Nine digits, the same for all whom they cover where nobody sits between any two of them; `undefined` while there are none. */
  get safetyCode(): string | undefined {
    return this.safety.code;
  }

  /** The safety code as it stands, and whom it covers. */
  get safety(): Safety {
    return this.talk.facts?.safety ?? NO_SAFETY;
  }

  /** The others said that they see this code too: whom it covers is `verified` here. False where it is not the current one. */
  confirmSafetyCode(code: string): boolean {
    return this.talk.meeting?.confirmSafetyCode(code) ?? false;
  }
}
