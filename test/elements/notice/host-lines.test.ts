import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmNoticeElement } from '../../../src/elements/notice/pm-notice.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import type { Knock } from '../../../src/room/types.js';
import { next, partOf, roomFixture } from '../../helpers/fixtures.js';

const knocks = (...names: string[]): Knock[] => names.map((name) => ({ id: name, name, guest: true }));
const noticeFixture = () =>
  roomFixture<PmNoticeElement>(html`<pm-notice></pm-notice>`, (store) => {
    store.$state.set('joined');
    store.$volume.set(0); // no sound here
    store.$house.set({ locked: false, waiting: true, role: 'host' });
  });
const bannerOf = (notice: Element): Element | null => notice.shadowRoot?.querySelector('[part~="banner"]') ?? null;
const wordsOf = (notice: Element): string =>
  bannerOf(notice)?.querySelector('p')?.textContent.replace(/\s+/gu, ' ').trim() ?? '';
const buttonsOf = (notice: Element): HTMLButtonElement[] => [...(bannerOf(notice)?.querySelectorAll('button') ?? [])];
const labelsOf = (notice: Element): string[] => buttonsOf(notice).map(({ ariaLabel, textContent }) => ariaLabel ?? textContent); // prettier-ignore
const asks = async (notice: Element, label: string): Promise<readonly unknown[]> => {
  const asked = next<RequestEvent>(notice, 'pm-request');
  buttonsOf(notice)[labelsOf(notice).indexOf(label)]?.click();
  const { request, detail } = await asked;
  return [request, detail];
};

describe('the line over the stage, of hosts', () => {
  it('says who knocks, and lets them in or turns them away', async () => {
    const { element, store } = await noticeFixture();
    store.$knocks.set(knocks('Bo'));
    await elementUpdated(element);
    expect(wordsOf(element)).to.equal('Bo wants to join.');
    expect(labelsOf(element)).to.deep.equal(['Admit', 'Deny', 'Dismiss']);
    expect(await asks(element, 'Admit')).to.deep.equal(['admit', { id: 'Bo' }]);
    expect(await asks(element, 'Deny')).to.deep.equal(['deny', { id: 'Bo' }]);
    expect(partOf(element, 'banner', HTMLElement).querySelector('[role="status"]')).not.to.equal(null);
    await expect(element).to.be.accessible();
  });

  it('lets several in at once, and leads to the list of them', async () => {
    const { element, store } = await noticeFixture();
    store.$knocks.set(knocks('Bo', 'Cy', 'Di', 'Ed', 'Flo'));
    await elementUpdated(element);
    expect(wordsOf(element)).to.equal('Bo, Cy, Di, and +2 want to join.');
    const all: unknown[] = [];
    element.addEventListener('pm-request', ({ request }) => all.push(request));
    expect(await asks(element, 'Admit all')).to.deep.equal(['admit', { id: 'Bo' }]);
    expect(all).to.have.length(5);
    expect(await asks(element, 'Waiting to join (5)')).to.deep.equal(['show-panel', { panel: 'people' }]);
  });

  it('that was put away comes back for somebody else alone, and for who knocks again', async () => {
    const { element, store } = await noticeFixture();
    store.$knocks.set(knocks('Bo'));
    await elementUpdated(element);
    buttonsOf(element).at(-1)?.click();
    await elementUpdated(element);
    expect(wordsOf(element)).to.equal('');
    store.$knocks.set([...store.$knocks.get(), ...knocks('Cy')]);
    await elementUpdated(element);
    expect(wordsOf(element)).to.equal('Cy wants to join.');
    store.$knocks.set([]);
    await elementUpdated(element);
    expect(wordsOf(element)).to.equal('');
    store.$knocks.set(knocks('Bo'));
    await elementUpdated(element);
    expect(wordsOf(element)).to.equal('Bo wants to join.');
  });

  it('says who muted one, until it is put away', async () => {
    const { element, store } = await noticeFixture();
    store.$asked.set({ ask: 'mute', by: 'Ann' });
    await elementUpdated(element);
    expect(wordsOf(element)).to.equal('Ann muted your microphone.');
    buttonsOf(element).at(-1)?.click();
    await elementUpdated(element);
    expect(wordsOf(element)).to.equal('');
    store.$asked.set({ ask: 'mute', by: 'Ann' });
    await elementUpdated(element);
    expect(wordsOf(element), 'once more').to.equal('Ann muted your microphone.');
  });

  it('asks one to unmute, which only a press does', async () => {
    const { element, store } = await noticeFixture();
    store.$asked.set({ ask: 'unmute', by: 'Ann' });
    await elementUpdated(element);
    expect(wordsOf(element)).to.equal('Ann asks you to unmute.');
    expect(await asks(element, 'Unmute microphone')).to.deep.equal(['toggle-microphone', { on: true }]);
  });

  it('says on a line that came back that one has to be let in again', async () => {
    const { element, store } = await noticeFixture();
    store.$state.set('reconnecting');
    store.$notice.set({ kind: 'reconnecting' });
    store.$waiting.set(true);
    await elementUpdated(element);
    expect(wordsOf(element)).to.equal('Waiting for the host to let you in.');
  });
});
