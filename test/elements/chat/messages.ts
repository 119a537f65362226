import { elementUpdated, html } from '@open-wc/testing';
import type { Message } from '../../../src/chat/message.js';
import type { PmChatElement } from '../../../src/elements/chat/pm-chat.js';
import { secretOf, type RequestEvent, type RoomRequest } from '../../../src/elements/shared/request-event.js';
import type { ViewState } from '../../../src/elements/shared/view-state.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { peerOf, peersOf, roomFixture, type RoomFixture } from '../../helpers/fixtures.js';
import { viewAround } from '../../helpers/view.js';

/** Somebody's message, at a minute past noon. */
export const messageOf = (id: string, over: Partial<Message> & { minute?: number } = {}): Message => {
  const { minute = 0, ...rest } = over;
  return {
    id,
    from: { id: 'b', name: 'Bo' },
    own: false,
    text: `text of ${id}`,
    at: new Date(2026, 0, 1, 12, minute),
    state: 'received',
    waitingFor: [],
    ...rest,
  };
};

/** One of ours. */
export const ownOf = (id: string, over: Partial<Message> & { minute?: number } = {}): Message =>
  messageOf(id, { own: true, from: { id: 'me', name: 'Ann' }, state: 'sent', ...over });

export interface ChatFixture extends RoomFixture<PmChatElement> {
  readonly view: ViewState;
  /** What was asked for, in order. */
  readonly asked: RequestEvent[];
  readonly field: () => HTMLTextAreaElement;
  /** As a person does: the text, and the event. */
  readonly write: (text: string) => Promise<void>;
}

/** A chat in a call with Bo and Cy, in a box of a phone's size. */
export const chatFixture = async (set?: (store: RoomStore) => void): Promise<ChatFixture> => {
  const room = await roomFixture<PmChatElement>(html`<pm-chat></pm-chat>`, (store) => {
    store.$state.set('joined');
    store.$room.set('standup');
    store.$self.set({ id: 'me', name: 'Ann' });
    store.$peers.set(peersOf(peerOf({ id: 'b', name: 'Bo' }), peerOf({ id: 'c', name: 'Cy' })));
    set?.(store);
  });
  const { element, box } = room;
  box.style.setProperty('inline-size', '320px');
  box.style.setProperty('block-size', '480px');
  element.style.setProperty('block-size', '100%');
  const asked: RequestEvent[] = [];
  box.addEventListener('pm-request', (event) => asked.push(event));
  const view = viewAround(box);
  await elementUpdated(element);
  const field = (): HTMLTextAreaElement => {
    const found = element.shadowRoot?.querySelector('textarea');
    if (!found) throw new Error('no field');
    return found;
  };
  const write = async (text: string): Promise<void> => {
    field().value = text;
    field().dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await elementUpdated(element);
  };
  return { ...room, view, asked, field, write };
};

/** What of one kind was asked for. */
export const detailsOf = <R extends RoomRequest>(
  asked: readonly RequestEvent[],
  request: R,
): RequestEvent<R>['detail'][] =>
  asked.filter((event) => event.request === request).map((event) => (event as RequestEvent<R>).detail);

/** The secrets that came with requests of one kind. */
export const secretsOf = (asked: readonly RequestEvent[], request: RoomRequest): (string | undefined)[] =>
  asked.filter((event) => event.request === request).map(secretOf);

/** Whether a listener on the page could read it. */
export const standsIn = (asked: readonly RequestEvent[], secret: string): boolean =>
  asked.some((event) => JSON.stringify([event.request, event.detail]).includes(secret));

export const buttonNamed = (element: Element, name: string): HTMLButtonElement => {
  const all = [...(element.shadowRoot?.querySelectorAll('button') ?? [])];
  const found = all.find((button) => (button.ariaLabel ?? button.textContent.trim()) === name);
  if (!found) throw new Error(`no button ${name}`);
  return found;
};

/** The text of what matches, without white space around it. */
export const textsOf = (element: Element, selector: string): string[] =>
  [...(element.shadowRoot?.querySelectorAll(selector) ?? [])].map(({ textContent }) =>
    textContent.replace(/[ \t]*\n\s*/gu, ' ').trim(),
  );

export const press = (target: EventTarget, key: string, init: KeyboardEventInit = {}): KeyboardEvent => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true, ...init });
  target.dispatchEvent(event);
  return event;
};
