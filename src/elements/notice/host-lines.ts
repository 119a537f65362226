import { html, type TemplateResult } from 'lit';
import { type Strings, whole } from '../../locales/en.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { Asked, Knock } from '../../room/types.js';
import type { RoomStore } from '../../room/room-store.js';
import { icon } from '../shared/icons.js';
import { plainName } from '../shared/person.js';
import { RequestEvent, type RoomRequest, type RoomRequests } from '../shared/request-event.js';
import type { HostLine } from './late-host-lines.js';
import { KnockSound } from './knock-sound.js';

/** Names that a line says. */
const MOST = 3;

/** What is to be known about hosts just now: that one waits for them again, what they asked, and who knocks. */
export class HostLines {
  #line: HostLine | undefined;
  /** What the line is made of: of the same, it stays the same. */
  #made: readonly unknown[] = [];
  /** Who was put away: they still stand in the list of people. */
  #away: ReadonlySet<string> = new Set();
  /** What a host asked that was put away. */
  #seen: Asked | undefined;
  #heard: ReadonlySet<string> = new Set();
  readonly #sound = new KnockSound();

  constructor(
    private readonly host: HTMLElement,
    /** Told when a person put a line away. */
    private readonly changed: () => void,
  ) {}

  look(store: RoomStore): HostLine | undefined {
    const knocks = store.$knocks.get();
    const ids = new Set(knocks.map(({ id }) => id));
    this.#away = new Set([...this.#away].filter((id) => ids.has(id))); // who knocks again is news again
    if (knocks.some(({ id }) => !this.#heard.has(id))) this.#sound.play(store.$volume.get(), store);
    this.#heard = ids;
    const fresh = knocks.filter(({ id }) => !this.#away.has(id));
    const latest = store.$asked.get();
    const asked = latest === this.#seen ? undefined : latest;
    const waits = store.$state.get() === 'reconnecting' ? store.$waiting.get() : undefined;
    const made = [waits, asked, ...fresh];
    if (made.length === this.#made.length && made.every((each, index) => each === this.#made[index])) return this.#line;
    this.#made = made;
    if (waits !== undefined) this.#line = this.#waiting(waits);
    else if (asked) this.#line = this.#asked(asked);
    else this.#line = fresh.length > 0 ? this.#knocking(fresh) : undefined;
    return this.#line;
  }

  #waiting(hasHost: boolean): HostLine {
    return {
      kind: 'host',
      say: (table) => {
        const words = whole(table);
        return words.sentence(hasHost ? words.waitForHost : words.waitForAnyHost);
      },
      acts: () => html``,
    };
  }

  #asked(asked: Asked): HostLine {
    const { ask, by } = asked;
    const name = (words: Strings): string => plainName(by) || words.guest;
    return {
      kind: 'host',
      say: (table) => {
        const words = whole(table);
        return ask === 'mute' ? words.mutedBy(name(words)) : words.unmuteAsked(name(words));
      },
      acts: (words) => {
        const put = dismiss(words, () => {
          this.#seen = asked;
          this.changed();
        });
        if (ask === 'mute') return put;
        return html`${act(words.unmuteMicrophone, () => {
          this.#ask('toggle-microphone', { on: true });
        })}${put}`;
      },
    };
  }

  #knocking(knocks: readonly Knock[]): HostLine {
    const [first] = knocks;
    const isOne = knocks.length === 1 && first !== undefined;
    return {
      kind: 'host',
      say: (table) => {
        const words = whole(table);
        const names = knocks.slice(0, MOST).map(({ name }) => plainName(name) || words.guest);
        const rest = knocks.length - names.length;
        return words.wantToJoin(rest > 0 ? [...names, `+${words.format.number(rest)}`] : names);
      },
      acts: (table) => {
        const words = whole(table);
        const admit = act(isOne ? words.admit : words.admitAll, () => {
          for (const { id } of knocks) this.#ask('admit', { id });
        });
        const other = isOne
          ? act(words.deny, () => this.#ask('deny', { id: first.id }))
          : act(words.waitingToJoin(knocks.length), () => this.#ask('show-panel', { panel: 'people' }));
        const away = dismiss(words, () => {
          this.#away = new Set([...this.#away, ...knocks.map(({ id }) => id)]);
          this.changed();
        });
        return html`${admit}${other}${away}`;
      },
    };
  }

  #ask<R extends RoomRequest>(request: R, detail?: RoomRequests[R]): void {
    this.host.dispatchEvent(new RequestEvent(request, detail));
  }
}

const act = (words: string, handleClick: () => void): TemplateResult =>
  html`<button type="button" part="button" class="wide" @click=${handleClick}>${words}</button>`;

const dismiss = ({ dismiss: label }: FirstStrings, handleClick: () => void): TemplateResult =>
  html`<button type="button" part="button" class="round" aria-label=${label} @click=${handleClick}>${icon('close')}</button>`;
