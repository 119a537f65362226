import { atom } from 'nanostores';
import type { RoundWord } from '../protocol/trust.js';
import { whenHere } from '../signaling/when-here.js';
import type { RoomCode } from './room-code.js';
import { NO_SAFETY, type Safety } from './state.js';

/** Makes the safety code of a room, once it is there. Until then there is none: that lets nobody in, and keeps nobody out. */
export const $roomCode = atom<((...of: ConstructorParameters<typeof RoomCode>) => RoomCode) | undefined>();

/** Words of a room's people that wait for it at most. */
const MOST_WAITING = 256;

/** The safety code of a room, which comes later: keeps what is said of it until then. */
export class LateRoomCode {
  #code: RoomCode | undefined;
  #people: Parameters<RoomCode['update']> | undefined;
  #words: { readonly id: string; readonly word: RoundWord }[] = [];
  readonly #unwait: () => void;

  constructor(...of: ConstructorParameters<typeof RoomCode>) {
    this.#unwait = whenHere($roomCode, (create) => {
      this.#code = create(...of);
      if (this.#people) this.#code.update(...this.#people);
      for (const { id, word } of this.#words.splice(0)) this.#code.hear(id, word);
    });
  }

  get safety(): Safety {
    return this.#code?.safety ?? NO_SAFETY;
  }

  get covered(): RoomCode['covered'] {
    return this.#code?.covered ?? [];
  }

  update(...people: Parameters<RoomCode['update']>): void {
    this.#people = people;
    this.#code?.update(...people);
  }

  hear(id: string, word: RoundWord): void {
    if (this.#code) this.#code.hear(id, word);
    else if (this.#words.length < MOST_WAITING) this.#words.push({ id, word });
  }

  repeat(id: string): void {
    this.#code?.repeat(id);
  }

  forget(id: string): void {
    this.#words = this.#words.filter((each) => each.id !== id);
    this.#code?.forget(id);
  }

  end(): void {
    this.#unwait();
    this.#code?.end();
  }
}
