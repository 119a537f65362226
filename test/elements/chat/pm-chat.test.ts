import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import { PmChatElement } from '../../../src/elements/chat/pm-chat.js';
import { until } from '../../helpers/fixtures.js';
import { buttonNamed, chatFixture, detailsOf, messageOf, ownOf, textsOf } from './messages.js';

const logOf = (element: Element): HTMLElement => {
  const log = element.shadowRoot?.querySelector<HTMLElement>('[role="log"]');
  if (!log) throw new Error('no log');
  return log;
};
const distance = (log: HTMLElement): number => log.scrollHeight - log.scrollTop - log.clientHeight;
const many = (from: number, count: number) =>
  Array.from({ length: count }, (_, index) => messageOf(`m${from + index}`));

describe('<pm-chat>', () => {
  it('groups messages by person and time, and tells each group’s in the short form of the language', async () => {
    const { element, store } = await chatFixture((all) =>
      all.$messages.set([
        messageOf('1'),
        messageOf('2', { minute: 4 }),
        messageOf('3', { minute: 9 }),
        messageOf('4', { minute: 9, from: { id: 'c', name: 'Cy' } }),
        ownOf('5', { minute: 10 }),
      ]),
    );
    const groups = () => [...(element.shadowRoot?.querySelectorAll('.group') ?? [])].map((group) => group.querySelectorAll('[part~="message"]').length); // prettier-ignore
    expect(groups()).to.deep.equal([2, 1, 1, 1]);
    expect(textsOf(element, '.head')).to.deep.equal(['Bo 12:00 PM', 'Bo 12:09 PM', 'Cy 12:09 PM', 'You 12:10 PM']);
    store.$messages.set([...store.$messages.get(), ownOf('6', { minute: 11 })]);
    await elementUpdated(element);
    expect(groups()).to.deep.equal([2, 1, 1, 2]);
    expect(element.shadowRoot?.querySelectorAll('.own').length).to.equal(1);
  });

  it('is a log with a name, whose nodes stay when more comes, so that each message is read once', async () => {
    const { element, store } = await chatFixture((all) => all.$messages.set([messageOf('1')]));
    const log = logOf(element);
    expect(log.getAttribute('aria-label')).to.equal('Chat');
    const before = element.shadowRoot?.querySelector('[part~="message"]');
    store.$messages.set([messageOf('1'), messageOf('2')]);
    await elementUpdated(element);
    expect(element.shadowRoot?.querySelector('[part~="message"]')).to.equal(before);
    expect(textsOf(element, '[part~="message"] .bubble')).to.deep.equal(['text of 1', 'text of 2']);
  });

  it('shows what is written as text, with its lines, and links as links', async () => {
    const text = '<img src=x onerror=alert(1)>\n  two: javascript:alert(1) https://example.com/?a=<b>.';
    const { element } = await chatFixture((all) =>
      all.$messages.set([messageOf('1', { text, from: { id: 'b', name: '<i>Bo</i>\u202e' } })]),
    );
    const bubble = element.shadowRoot?.querySelector<HTMLElement>('.bubble');
    expect(bubble?.textContent).to.equal(text);
    expect(getComputedStyle(bubble!).whiteSpace).to.contain('pre-wrap');
    expect(bubble?.dir).to.equal('auto');
    expect(element.shadowRoot?.querySelector('img, i')).to.equal(null);
    const links = [...(element.shadowRoot?.querySelectorAll('a') ?? [])];
    expect(links.map(({ href, rel, target }) => [href, rel, target])).to.deep.equal([
      ['https://example.com/?a=', 'noopener noreferrer', '_blank'],
    ]);
    expect(textsOf(element, '.who')).to.deep.equal(['<i>Bo</i>']);
  });

  it('says of each of ours what became of it, and sends or removes what was not sent', async () => {
    const { element, asked } = await chatFixture((all) =>
      all.$messages.set([
        ownOf('1'),
        ownOf('2', { state: 'queued' }),
        ownOf('3', { state: 'queued', waitingFor: ['Bo', 'Cy'] }),
        ownOf('4', { state: 'failed', waitingFor: ['Bo'] }),
        ownOf('5', { state: 'sending' }),
        ownOf('6'),
      ]),
    );
    expect(textsOf(element, '.state')).to.deep.equal([
      'Waiting for your connection',
      'Waiting for Bo and Cy',
      'Not sent to Bo Try again Remove',
      'Sending…',
      'Sent',
    ]);
    buttonNamed(element, 'Try again').click();
    buttonNamed(element, 'Remove').click();
    expect(detailsOf(asked, 'retry-message')).to.deep.equal([{ id: '4' }]);
    expect(detailsOf(asked, 'drop-message')).to.deep.equal([{ id: '4' }]);
  });

  it('copies a message, and says whether the browser let it', async () => {
    const { element } = await chatFixture((all) => all.$messages.set([messageOf('1', { text: 'a\nb' })]));
    let copied = '';
    const lets = { writeText: (text: string) => ((copied = text), Promise.resolve()) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: lets });
    buttonNamed(element, 'Copy message').click();
    await until(() => textsOf(element, '.told')[0] === 'Copied');
    expect(copied).to.equal('a\nb');
    const refuses = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: refuses });
    buttonNamed(element, 'Copy message').click();
    await until(() => textsOf(element, '.told')[0] === 'Your browser didn’t let us copy.');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('stays at the end for who is there, and leaves who reads further up in peace', async () => {
    const { element, store } = await chatFixture((all) => all.$messages.set(many(0, 40)));
    const log = logOf(element);
    await until(() => distance(log) < 2);
    store.$messages.set(many(0, 41));
    await elementUpdated(element);
    await until(() => distance(log) < 2);
    log.scrollTop = 0;
    await until(() => log.scrollTop === 0);
    log.dispatchEvent(new Event('scroll'));
    store.$messages.set(many(0, 42));
    await until(() => textsOf(element, '.jump').length === 1);
    expect(log.scrollTop).to.equal(0);
    buttonNamed(element, 'New messages').click();
    await elementUpdated(element);
    expect(distance(log)).to.be.below(2);
    expect(textsOf(element, '.jump')).to.deep.equal([]);
  });

  it('tells that what came was read, once it is drawn, and not while it is hidden', async () => {
    const { element, store, asked } = await chatFixture();
    expect(detailsOf(asked, 'read-messages').length).to.equal(0);
    store.$unread.set(2);
    await elementUpdated(element);
    expect(detailsOf(asked, 'read-messages').length).to.equal(1);
    store.$unread.set(0);
    element.hidden = true;
    store.$unread.set(1);
    await elementUpdated(element);
    expect(detailsOf(asked, 'read-messages').length).to.equal(1);
    element.hidden = false;
    document.dispatchEvent(new Event('visibilitychange'));
    expect(detailsOf(asked, 'read-messages').length).to.equal(2);
  });

  it('says who writes, and not whom when there are many', async () => {
    const { element, store } = await chatFixture();
    const line = async (...ids: string[]): Promise<string | undefined> => {
      store.$typing.set(ids);
      await elementUpdated(element);
      return textsOf(element, '.typing')[0];
    };
    expect(await line()).to.equal('');
    expect(await line('b')).to.equal('Bo is typing…');
    expect(await line('b', 'gone', 'c')).to.equal('Bo and Cy are typing…');
    expect(await line('b', 'b', 'c')).to.equal('Several people are typing…');
  });

  it('says what a chat is while nothing is written', async () => {
    const { element, store } = await chatFixture();
    expect(textsOf(element, '.none')[0]).to.contain('browser to browser');
    store.$messages.set([messageOf('1')]);
    await elementUpdated(element);
    expect(textsOf(element, '.none')).to.deep.equal([]);
  });

  it('lives through being moved, and listens to nothing after its removal', async () => {
    const { element, box, store } = await chatFixture((all) => all.$messages.set([messageOf('1')]));
    const other = box.appendChild(document.createElement('div'));
    other.append(element);
    store.$messages.set([messageOf('1'), messageOf('2')]);
    await elementUpdated(element);
    expect(textsOf(element, '.bubble').length).to.equal(2);
    element.remove();
    expect([store.$messages.lc, store.$unread.lc, store.$typing.lc, store.$olderApps.lc]).to.deep.equal([0, 0, 0, 0]);
  });

  it('works where it is defined after it was written, and shows nothing where no room is around it', async () => {
    customElements.define('late-chat', class extends PmChatElement {});
    const early = await fixture(html`<late-chat></late-chat>`);
    expect(early.shadowRoot?.textContent.trim()).to.equal('');
  });

  for (const theme of ['light', 'dark']) {
    it(`is accessible in the ${theme} theme, whatever is in it`, async () => {
      const { element, box, store } = await chatFixture((all) => {
        all.$messages.set([
          messageOf('1', { text: 'see https://example.com' }),
          messageOf('2', { state: 'protected', why: 'other-passphrase', text: '' }),
          messageOf('3', { state: 'protected', why: 'malformed', text: '' }),
          ownOf('4', { state: 'failed' }),
          ownOf('5', { state: 'queued' }),
          ownOf('6'),
        ]);
        all.$olderApps.set('ask');
      });
      box.style.setProperty('color-scheme', theme);
      box.style.setProperty('background', theme === 'light' ? '#fbfcfd' : '#151a1d');
      for (const glide of element.shadowRoot?.getAnimations() ?? []) glide.finish();
      await expect(element).to.be.accessible();
      buttonNamed(element, 'Use a passphrase').click();
      store.$olderApps.set('passphrase');
      await elementUpdated(element);
      await expect(element).to.be.accessible();
    });
  }
});
