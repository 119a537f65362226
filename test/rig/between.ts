import type { Page } from 'puppeteer-core';
import { parsePairWord } from '../../src/protocol/extensions.js';
import type { Stage } from '../e2e/stage.js';
import { roomWordOf, withRoomWord } from './attacks.js';
import { type Attack, type Frame, receiverOf } from './hostile-relay.js';
import type { Words } from './mallory.js';

export interface BetweenOptions {
  /** Whom it is put between. */
  readonly victims: readonly [string, string];
  /** As it stands on the wire. */
  readonly room: string;
  readonly words?: Words;
}

/** Puts a page between two people: what either says of their connections goes there, and what comes back goes to the other. */
export class Between {
  private constructor(
    readonly page: Page,
    private readonly victims: readonly string[],
  ) {}

  static async open(stage: Stage, { victims, room, words = 'pass' }: BetweenOptions): Promise<Between> {
    const page = await stage.page('chromium');
    await page.evaluate(
      async (given, where) => {
        kit.mallory = await kit.Mallory.create(given, where);
      },
      words,
      room,
    );
    return new Between(page, victims);
  }

  /** What the server does for it. */
  readonly attack: Attack = async (frame, { user, direction }) => {
    const isBetween = this.victims.includes(user) && this.victims.includes(String(frame.from)) && frame.from !== user;
    if (direction === 'up' || !isBetween) return [frame];
    try {
      if (roomWordOf(frame)?.offers) return [await this.#inHello(frame)];
      return receiverOf(frame) === user ? await this.#inSignal(frame) : [frame];
    } catch (error) {
      if (this.page.isClosed()) return []; // The test is over.
      throw error;
    }
  };

  /** Only the first offer goes on: to two people there is one connection. */
  async #inHello(frame: Frame): Promise<Frame> {
    const word = roomWordOf(frame);
    const [first] = word?.offers ?? [];
    if (!word || !first) return frame;
    const sdp = await this.#replaced('webrtc.offer', first.sdp, first.x.from);
    return withRoomWord(frame, { ...word, offers: [{ sdp, x: first.x }] });
  }

  async #inSignal(frame: Frame): Promise<readonly Frame[]> {
    const x = parsePairWord(frame.data['x']);
    if (!x) return [];
    const { data } = frame;
    if (frame.type === 'webrtc.iceCandidate') {
      // Each end finds us by the candidates in our descriptions, and is told that its own have come.
      const emptied = x.candidates ? { x: { ...(data['x'] as object), candidates: [] } } : {};
      return [{ ...frame, data: { ...data, ...emptied } }];
    }
    const sdp = await this.#replaced(frame.type, String(data['sdp']), x.from, x.to);
    return [{ ...frame, data: { ...data, sdp } }];
  }

  #replaced(type: string, sdp: string, from: string, to?: string): Promise<string> {
    return this.page.evaluate(
      async (what, text, sender, receiver) => {
        const { mallory } = kit;
        if (!mallory) throw new Error('nobody is in between');
        return what === 'webrtc.offer'
          ? mallory.offer(text, sender, receiver ?? undefined)
          : mallory.answer(text, sender, receiver ?? '');
      },
      type,
      sdp,
      from,
      to ?? null,
    );
  }
}
