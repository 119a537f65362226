import { elementUpdated, expect } from '@open-wc/testing';
import { roomFor } from '../../../src/elements/chat/text-limit.js';
import { until } from '../../helpers/fixtures.js';
import { buttonNamed, chatFixture, detailsOf, messageOf, press, textsOf } from './messages.js';

/** Safari’s, for the key that ended a composition. */
const AFTER_COMPOSING: object = Object.fromEntries([['keyCode', 229]]);

describe('The composer of <pm-chat>', () => {
  it('sends by Enter and by its button, and takes Shift+Enter for a new line', async () => {
    const { element, asked, field, write } = await chatFixture();
    await write('one');
    expect(press(field(), 'Enter', { shiftKey: true }).defaultPrevented).to.equal(false);
    expect(press(field(), 'Enter').defaultPrevented).to.equal(true);
    await elementUpdated(element);
    expect(field().value).to.equal('');
    await write(' two\n ');
    buttonNamed(element, 'Send').click();
    await elementUpdated(element);
    expect(detailsOf(asked, 'send-message').map((detail) => detail?.text)).to.deep.equal(['one', ' two\n ']);
    expect(element.shadowRoot?.activeElement).to.equal(field());
  });

  it('sends nothing while a word is composed, nor where nothing is written', async () => {
    const { asked, field, write } = await chatFixture();
    await write('にほん');
    press(field(), 'Enter', { isComposing: true });
    press(field(), 'Enter', AFTER_COMPOSING);
    await write(' \n');
    press(field(), 'Enter');
    expect(detailsOf(asked, 'send-message')).to.deep.equal([]);
  });

  it('has what the page refused again, before what was written in the meantime', async () => {
    const { element, asked, field, write } = await chatFixture();
    await write('first');
    press(field(), 'Enter');
    await write('second');
    const [detail] = detailsOf(asked, 'send-message');
    detail?.settle(false);
    await elementUpdated(element);
    expect(field().value).to.equal('first\nsecond');
    expect(textsOf(element, '.told')[0]).to.contain('wasn’t sent');
    press(field(), 'Enter');
    detailsOf(asked, 'send-message')[1]?.settle(true);
    await elementUpdated(element);
    expect(field().value).to.equal('');
  });

  it('keeps text, caret and focus when all is drawn anew', async () => {
    const { element, store, field, write } = await chatFixture();
    await write('hello there');
    field().focus();
    field().setSelectionRange(5, 5);
    store.$messages.set([messageOf('1')]);
    store.$typing.set(['b']);
    await elementUpdated(element);
    expect([field().value, field().selectionStart]).to.deep.equal(['hello there', 5]);
    expect(element.shadowRoot?.activeElement).to.equal(field());
  });

  it('keeps them while the panel is closed, for this room alone', async () => {
    const { element, box, store, field, write } = await chatFixture();
    await write('not yet');
    field().setSelectionRange(3, 3);
    element.remove();
    const again = box.appendChild(document.createElement('pm-chat'));
    await elementUpdated(again);
    const kept = again.shadowRoot?.querySelector('textarea');
    expect([kept?.value, kept?.selectionStart]).to.deep.equal(['not yet', 3]);
    store.$room.set('another');
    await elementUpdated(again);
    expect(kept?.value).to.equal('');
  });

  it('tells the others that one writes, and no longer when it is gone', async () => {
    const { asked, write } = await chatFixture();
    await write('a');
    await write('');
    expect(detailsOf(asked, 'set-typing')).to.deep.equal([{ typing: true }, { typing: false }]);
  });

  it('counts from 2,800 characters on, and sends nothing that is too long, but says so', async () => {
    const { element, asked, field, write } = await chatFixture();
    const hint = (): string | undefined => textsOf(element, '.room')[0];
    await write('a'.repeat(2_799));
    expect(hint()).to.equal('');
    await write('a'.repeat(2_800));
    expect(hint()).to.equal('200 characters left');
    await write('a'.repeat(3_012));
    expect(hint()).to.equal('Too long to send: take out 12 characters.');
    press(field(), 'Enter');
    await elementUpdated(element);
    expect(detailsOf(asked, 'send-message')).to.deep.equal([]);
    expect(field().value.length).to.equal(3_012);
    expect(textsOf(element, '[role="status"]')).to.include('Too long to send: take out 12 characters.');
  });

  it('counts bytes where an older app must have it, and characters where it need not', () => {
    const text = 'я'.repeat(2_000); // 4,000 bytes
    expect(roomFor(text, 'none')).to.deep.equal({ over: 0, left: undefined });
    expect(roomFor(text, 'left-out').over).to.equal(0);
    for (const state of ['ask', 'room-name', 'passphrase'] as const) {
      expect(roomFor(text, state).over, state).to.equal(159); // 3,683 bytes hold 1,841
      expect(roomFor('я'.repeat(1_841), state), state).to.deep.equal({ over: 0, left: 0 });
    }
    expect(roomFor('😀'.repeat(921), 'ask').over).to.equal(2); // 3,684 bytes, and no half of one is taken out
  });

  it('grows with what is written, up to five lines', async () => {
    const { field, write } = await chatFixture();
    const height = (): number => field().getBoundingClientRect().height;
    const one = height();
    await write('1\n2\n3');
    const three = height();
    expect(three).to.be.above(one);
    await write('1\n2\n3\n4\n5\n6\n7\n8\n9');
    expect(height()).to.be.above(three);
    const most = height();
    await write('line\n'.repeat(40));
    expect(height()).to.equal(most);
  });
});

describe('The emoji of <pm-chat>', () => {
  const openGrid = async () => {
    const chat = await chatFixture();
    const { element } = chat;
    const grid = element.shadowRoot?.querySelector<HTMLElement>('#emoji');
    if (!grid) throw new Error('no grid');
    const all = (): HTMLButtonElement[] => [...grid.querySelectorAll('button')];
    expect(all().length).to.equal(0);
    await chat.write('ab');
    chat.field().setSelectionRange(1, 1);
    buttonNamed(element, 'Emoji').click();
    await until(() => all().some((button) => button === element.shadowRoot?.activeElement));
    const focusedOne = (): string | undefined => element.shadowRoot?.activeElement?.textContent;
    return { ...chat, grid, all, focusedOne };
  };

  it('are made when they are wanted, the reactions first, in groups with names', async () => {
    const { grid, all, element } = await openGrid();
    expect(all().length).to.be.within(230, 270);
    expect(new Set(all().map(({ textContent }) => textContent)).size).to.equal(all().length);
    expect(all()[0]?.textContent).to.equal('👍');
    expect([...grid.querySelectorAll('[role="group"]')].map(({ ariaLabel }) => ariaLabel)[0]).to.equal('Reactions');
    await expect(element).to.be.accessible();
  });

  it('are walked by the arrow keys, with one stop for the Tab key', async () => {
    const { all, focusedOne, element } = await openGrid();
    const go = (key: string): string | undefined => {
      press(element.shadowRoot!.activeElement!, key);
      return focusedOne();
    };
    expect(focusedOne()).to.equal('👍');
    expect(go('ArrowRight')).to.equal('❤️');
    expect(go('ArrowLeft')).to.equal('👍');
    expect(go('ArrowLeft')).to.equal('👍');
    expect(go('ArrowDown')).to.equal('😀');
    expect(go('ArrowUp')).to.equal('👍');
    expect(go('End')).to.equal(all().at(-1)?.textContent);
    expect(all().filter(({ tabIndex }) => tabIndex === 0).length).to.equal(1);
  });

  it('come into the text where the caret is, and give the focus back to it', async () => {
    const { element, grid, field } = await openGrid();
    (element.shadowRoot?.activeElement as HTMLElement).click();
    await elementUpdated(element);
    expect([field().value, field().selectionStart]).to.deep.equal(['a👍b', 3]);
    expect(element.shadowRoot?.activeElement).to.equal(field());
    expect(grid.matches(':popover-open')).to.equal(false);
  });
});
