import type { MeetEventMap } from './events.js';
import { DEFAULT_SETTINGS, SETTING_NAMES, type Settings } from './settings.js';

// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- the class below has them: one accessor for each name
export interface SettingsTarget extends Settings {
  addEventListener<Name extends keyof MeetEventMap>(
    type: Name,
    listener: (this: this, event: MeetEventMap[Name]) => void,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | AddEventListenerOptions,
  ): void;
  removeEventListener<Name extends keyof MeetEventMap>(
    type: Name,
    listener: (this: this, event: MeetEventMap[Name]) => void,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject | null,
    options?: boolean | EventListenerOptions,
  ): void;
}

/** An `EventTarget` with every setting as a live property. */
// eslint-disable-next-line @typescript-eslint/no-unsafe-declaration-merging -- see above
export abstract class SettingsTarget extends EventTarget {
  static {
    for (const name of SETTING_NAMES) {
      Object.defineProperty(this.prototype, name, {
        configurable: true,
        get(this: SettingsTarget) {
          return this.settings[name];
        },
        set(this: SettingsTarget, value: never) {
          this.#set(name, value);
        },
      });
    }
  }

  protected readonly settings: Settings = { ...DEFAULT_SETTINGS };

  /** A setting got another value. */
  protected abstract handleSetting(name: keyof Settings): void;

  #set<N extends keyof Settings>(name: N, value: Settings[N]): void {
    if (Object.is(this.settings[name], value)) return;
    this.settings[name] = value;
    this.handleSetting(name);
  }
}
