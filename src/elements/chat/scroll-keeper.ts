import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { drawingWindow } from '../shared/around.js';

/** CSS pixels from the end within which one is at it: fractions of a line, and the bounce of a finger. */
const NEAR = 32;

/** Keeps a list that grows at its end for who looks at the end, and where it is for who reads further up. */
export class ScrollKeeper implements ReactiveController {
  /** Whether something came in that is out of sight. */
  hasMore = false;
  #isAtEnd = true;
  #count = 0;
  #list: HTMLElement | undefined;
  #resized: ResizeObserver | undefined;

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    private readonly find: () => HTMLElement | null,
    /** How much there is in it. */
    private readonly count: () => number,
  ) {
    host.addController(this);
  }

  hostUpdated(): void {
    const list = this.find() ?? undefined;
    if (list !== this.#list) this.#watch(list);
    const count = this.count();
    const isMore = count > this.#count;
    this.#count = count;
    if (this.#isAtEnd) this.#follow();
    else if (isMore && !this.hasMore) this.#set(true);
  }

  hostDisconnected(): void {
    this.#watch(undefined);
  }

  /** Back to where it goes on. */
  toEnd(): void {
    this.#isAtEnd = true;
    this.#set(false);
    this.#follow();
  }

  readonly handleScroll = (): void => {
    if (!this.#list) return;
    const { scrollHeight, scrollTop, clientHeight } = this.#list;
    this.#isAtEnd = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#isAtEnd) this.#set(false);
  };

  /** Its box and what is in it: a keyboard opens, a picture comes. */
  #watch(list: HTMLElement | undefined): void {
    this.#resized?.disconnect();
    this.#list = list;
    const view = drawingWindow(this.host);
    if (!list || !view) return;
    this.#resized = new view.ResizeObserver(() => {
      if (this.#isAtEnd) this.#follow();
    });
    for (const each of [list, ...list.children]) this.#resized.observe(each);
  }

  #follow(): void {
    if (this.#list) this.#list.scrollTop = this.#list.scrollHeight;
  }

  #set(hasMore: boolean): void {
    if (hasMore === this.hasMore) return;
    this.hasMore = hasMore;
    this.host.requestUpdate();
  }
}
