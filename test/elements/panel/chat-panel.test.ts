import { ContextEvent } from '@lit/context';
import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import type { PmChatElement } from '../../../src/elements/chat/pm-chat.js';
import type { PrivateMeetElement } from '../../../src/elements/meeting/private-meet.js';
import { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { roomContext } from '../../../src/elements/shared/room-context.js';
import type { PanelName } from '../../../src/elements/shared/view-state.js';
import '../../../src/index.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { messageOf, press } from '../chat/messages.js';
import { peerOf, peersOf, until } from '../../helpers/fixtures.js';

/** A meeting in a call with Bo, its store, and what opens its panels. */
const inCall = async (width = 1200, content = html``) => {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const meet = await fixture<PrivateMeetElement>(html`<private-meet room="standup">${content}</private-meet>`, {
    parentNode: box,
  });
  await until(() => meet.state === 'lobby');
  let store: RoomStore | undefined;
  const stage = meet.shadowRoot?.querySelector('[part~="stage"]');
  stage?.dispatchEvent(new ContextEvent(roomContext, stage, (given) => (store = given)));
  if (!store) throw new Error('no store');
  store.$self.set({ id: 'me', name: 'Ann' });
  store.$peers.set(peersOf(peerOf({ id: 'b', name: 'Bo' })));
  store.$state.set('joined');
  await until(() => meet.shadowRoot?.querySelector('pm-panel') instanceof Element);
  const panel = meet.shadowRoot?.querySelector('pm-panel');
  if (!panel) throw new Error('no panel');
  const chat = (): PmChatElement | null | undefined => panel.shadowRoot?.querySelector('pm-chat');
  const field = (): HTMLTextAreaElement | null | undefined => chat()?.shadowRoot?.querySelector('textarea');
  const show = async (name: PanelName | null): Promise<void> => {
    meet.shadowRoot?.querySelector('[part~="stage"]')?.dispatchEvent(new RequestEvent('show-panel', { panel: name }));
    await elementUpdated(panel);
    const shown = chat();
    if (shown) await elementUpdated(shown);
  };
  return { meet, store, panel, chat, field, show };
};

describe('The chat in its panel', () => {
  it('has a name, keeps what is written while it is closed, and counts what is new until it is looked at', async () => {
    const { store, panel, field, show } = await inCall();
    store.$unread.set(1);
    await show('chat');
    expect(panel.shadowRoot?.querySelector('h2')?.textContent).to.equal('Chat');
    await until(() => store.$unread.get() === 0);
    field()!.value = 'half a';
    field()!.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await show(null);
    expect(field()).to.equal(undefined);
    store.$unread.set(1);
    await show('people');
    expect(store.$unread.get()).to.equal(1);
    await show('chat');
    expect(field()?.value).to.equal('half a');
    await until(() => store.$unread.get() === 0);
  });

  it('stays open for Escape in a word that is being composed', async () => {
    const { field, show, chat, panel } = await inCall();
    await show('chat');
    press(field()!, 'Escape', { isComposing: true });
    await elementUpdated(panel);
    expect(chat()).not.to.equal(null);
    press(field()!, 'Escape');
    await elementUpdated(panel);
    expect(chat()).to.equal(null);
  });

  it('gives the caret to who has a keyboard at hand', async () => {
    const { panel, field, chat, show } = await inCall();
    await show('chat');
    const isAtHand = matchMedia('(hover: hover) and (pointer: fine)').matches;
    const holder = (): Element | null | undefined => chat()?.shadowRoot?.activeElement;
    if (isAtHand) await until(() => holder() === field());
    else expect(panel.shadowRoot?.activeElement?.localName).to.equal('h2');
  });

  it('has the field at the foot of the panel, in sight, however much was written and however narrow it is', async () => {
    for (const width of [1200, 700, 320, 200]) {
      const { store, panel, field, show } = await inCall(width);
      store.$messages.set(Array.from({ length: 60 }, (_, index) => messageOf(`m${index}`)));
      await show('chat');
      await Promise.all(panel.getAnimations().map(({ finished }) => finished));
      const [side, place] = [panel.getBoundingClientRect(), field()!.getBoundingClientRect()];
      expect(place.bottom, String(width)).to.be.at.most(side.bottom + 0.5);
      expect(place.bottom, String(width)).to.be.above(side.bottom - 80);
      expect(place.width, String(width)).to.be.above(100);
    }
  });

  it('takes the room from below where an on-screen keyboard lies over it', async () => {
    const { panel, field, show } = await inCall(320);
    await show('chat');
    field()!.focus();
    const viewport = window.visualViewport!;
    const bottom = panel.getBoundingClientRect().bottom;
    Object.defineProperty(viewport, 'height', { configurable: true, value: bottom - 100 - viewport.offsetTop });
    viewport.dispatchEvent(new Event('resize'));
    expect(panel.style.getPropertyValue('--_keyboard')).to.equal('100px');
    expect(field()!.getBoundingClientRect().bottom).to.be.at.most(bottom - 100);
    field()!.blur();
    expect(panel.style.getPropertyValue('--_keyboard')).to.equal('0px');
    Reflect.deleteProperty(viewport, 'height');
  });

  it('works where a page puts it, too', async () => {
    const { meet, store } = await inCall(1200, html`<pm-chat slot="toolbar-start"></pm-chat>`);
    const chat = meet.querySelector('pm-chat')!;
    store.$messages.set([messageOf('1', { text: 'hello' })]);
    await until(() => !!chat.shadowRoot?.querySelector('.bubble'));
    expect(chat.shadowRoot?.querySelector('.bubble')?.textContent).to.equal('hello');
  });
});
