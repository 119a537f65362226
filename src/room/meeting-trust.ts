import { MeetError } from '../errors.js';
import { supportsTrust } from '../trust/room-trust.js';
import { NO_SAFETY, type Safety } from '../trust/state.js';
import { PassphraseNeededEvent, SafetyChangeEvent } from './events.js';
import { MeetingFacts } from './meeting-facts.js';
import type { Settings } from './settings.js';
import type { TrustDesk, TrustHandlers } from './trust-desk.js';
import { requiresTrust } from './trust-policy.js';

/** How far one knows, in a meeting, who is at the other ends. */
export abstract class MeetingTrust extends MeetingFacts {
  protected abstract get trustDesk(): TrustDesk | undefined;
  protected abstract readonly dispatch: (event: Event) => boolean;

  protected readonly trustHandlers: TrustHandlers = {
    onSafety: (safety) => {
      this.#setSafety(safety);
    },
    onPassphraseWanted: (isWanted) => {
      this.store.$wantsPassphrase.set(isWanted && this.dispatch(new PassphraseNeededEvent()));
    },
  };

  /** Nine digits: the same for all whom they cover, where nobody sits between any two of them. */
  get safetyCode(): string | undefined {
    return this.safety.code;
  }

  get safety(): Safety {
    return this.store.$safety.get();
  }

  /**
   * The others said that they see this safety code too: whom it covers is `verified` from now on, here. False, and nobody is, where it
   * is not the current one.
   */
  confirmSafetyCode(code: string): boolean {
    return this.trustDesk?.confirm(code) ?? false;
  }

  /** Somebody sees another safety code: nobody is `verified` by it any more, here. What was proved by the passphrase stays. */
  doubtSafetyCode(): void {
    this.trustDesk?.doubt();
  }

  protected followTrust(name: keyof Settings): void {
    if (name !== 'passphrase' && name !== 'trust') return;
    this.store.$hasPassphrase.set(this.settings.passphrase.trim() !== '');
    const { trustDesk } = this;
    trustDesk?.follow();
    this.store.$requiresTrust.set(trustDesk?.requires ?? requiresTrust(this.settings));
  }

  /** Rejects with `passphrase-missing` where nobody could be let in. */
  protected requirePassphrase(): Promise<void> {
    if (!requiresTrust(this.settings) || this.settings.passphrase.trim() !== '') return Promise.resolve();
    return Promise.reject(
      new MeetError('passphrase-missing', 'nobody is talked to who has not proved the passphrase, and there is none'),
    );
  }

  /** Rejects with `trust-unsupported` where a passphrase is required that this browser can't prove. */
  protected async requireCurve(): Promise<void> {
    if (!requiresTrust(this.settings) || (await supportsTrust())) return;
    throw new MeetError('trust-unsupported', 'this browser has no X25519');
  }

  protected clearTrust(): void {
    this.#setSafety(NO_SAFETY);
    this.store.$requiresTrust.set(requiresTrust(this.settings));
    this.store.$wantsPassphrase.set(false);
  }

  #setSafety(safety: Safety): void {
    if (this.store.$safety.get() === safety) return;
    this.store.$safety.set(safety);
    this.dispatch(new SafetyChangeEvent(safety));
  }
}
