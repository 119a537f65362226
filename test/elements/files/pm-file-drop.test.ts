import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmFileDropElement } from '../../../src/elements/files/pm-file-drop.js';
import { draftOf } from '../../../src/elements/shared/attachments.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import type { ControlName } from '../../../src/room/types.js';
import { roomFixture } from '../../helpers/fixtures.js';
import { viewAround } from '../../helpers/view.js';

const dropFixture = async () => {
  const room = await roomFixture<PmFileDropElement>(html`<pm-file-drop></pm-file-drop>`, (store) => {
    store.$state.set('joined');
    store.$room.set('standup');
    store.$controls.set(new Set<ControlName>(['chat', 'files']));
  });
  const { box, element, store } = room;
  box.style.setProperty('block-size', '200px');
  box.style.setProperty('position', 'relative');
  const view = viewAround(box);
  const asked: RequestEvent[] = [];
  box.addEventListener('pm-request', (event) => asked.push(event));
  const drag = async (
    type: string,
    over: { text?: boolean; inside?: boolean; refused?: boolean } = {},
  ): Promise<DragEvent> => {
    // prettier-ignore
    const dataTransfer = new DataTransfer();
    if (over.text) dataTransfer.setData('text/plain', 'words');
    else dataTransfer.items.add(new File(['plan'], 'plan.pdf'));
    const { left, top } = box.getBoundingClientRect();
    const [clientX, clientY] = over.inside ? [left + 20, top + 20] : [left - 5, top + 20];
    const event = new DragEvent(type, { dataTransfer, clientX, clientY, bubbles: true, cancelable: true });
    if (over.refused) event.preventDefault();
    box.dispatchEvent(event);
    await elementUpdated(element);
    return event;
  };
  const words = (): string => element.shadowRoot?.textContent.trim() ?? '';
  return { ...room, asked, drag, words, files: () => draftOf(view, store).files.map(({ name }) => name) };
};

describe('<pm-file-drop>', () => {
  it('says where files go while they are over the meeting, and puts them beside the next message', async () => {
    const { element, drag, words, files, asked } = await dropFixture();
    expect((await drag('dragover', { inside: true })).defaultPrevented).to.equal(true);
    expect(words()).to.equal('Drop files here to send them to everyone');
    await expect(element).to.be.accessible();
    await drag('dragleave', { inside: true });
    expect(words()).not.to.equal('');
    expect((await drag('drop', { inside: true })).defaultPrevented).to.equal(true);
    expect(words()).to.equal('');
    expect(files()).to.deep.equal(['plan.pdf']);
    expect(asked.map(({ request, detail }) => [request, detail])).to.deep.equal([['show-panel', { panel: 'chat' }]]);
  });

  it('goes when they leave it', async () => {
    const { drag, words } = await dropFixture();
    await drag('dragover', { inside: true });
    await drag('dragleave');
    expect(words()).to.equal('');
  });

  it('leaves to the page what is no file, what it takes itself, and all where it lets nobody send files', async () => {
    const { drag, words, files, store, element } = await dropFixture();
    expect((await drag('dragover', { text: true })).defaultPrevented).to.equal(false);
    await drag('dragover', { inside: true });
    store.$controls.set(new Set<ControlName>(['chat']));
    expect((await drag('dragover', { inside: true })).defaultPrevented).to.equal(false);
    expect((await drag('drop', { inside: true })).defaultPrevented).to.equal(false);
    store.$controls.set(new Set<ControlName>(['chat', 'files']));
    store.$state.set('left');
    expect((await drag('drop', { inside: true })).defaultPrevented).to.equal(false);
    store.$state.set('joined');
    await drag('drop', { inside: true, refused: true });
    element.remove();
    await drag('drop', { inside: true });
    expect([words(), files()]).to.deep.equal(['', []]);
  });
});
