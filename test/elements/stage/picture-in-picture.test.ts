import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import type { PmVideoGridElement } from '../../../src/elements/stage/pm-video-grid.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { en } from '../../../src/locales/en.js';
import { strings as de } from '../../../src/locales/de.js';
import { next, peerOf, peersOf, roomFixture, until } from '../../helpers/fixtures.js';
import { viewAround } from '../../helpers/view.js';

/** A browser that lends a small window; a frame of the page stands for it. */
const lendWindow = async () => {
  let loaded = (): void => undefined;
  const load = new Promise<void>((resolve) => (loaded = resolve));
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe title="small window" srcdoc="<!doctype html>" @load=${loaded}></iframe>`,
  );
  await load; // its document is replaced until then
  const lent = frame.contentWindow;
  if (!lent) throw new Error('the frame has no window');
  const close = () => lent.dispatchEvent(new Event('pagehide'));
  Object.defineProperty(lent, 'close', { value: close });
  const before = Object.getOwnPropertyDescriptor(window, 'documentPictureInPicture');
  Object.defineProperty(window, 'documentPictureInPicture', {
    configurable: true,
    value: { requestWindow: () => Promise.resolve(lent) },
  });
  const restore = (): void => {
    if (before) Object.defineProperty(window, 'documentPictureInPicture', before);
    else Reflect.deleteProperty(window, 'documentPictureInPicture');
  };
  return { document: lent.document, close, restore };
};

describe('the small window', () => {
  let lent: Awaited<ReturnType<typeof lendWindow>>;
  beforeEach(async () => {
    lent = await lendWindow();
  });
  afterEach(() => lent.restore());

  /** A call with the small window open, the frame its document. */
  const opened = async () => {
    const room = await roomFixture<PmVideoGridElement>(html`<pm-video-grid></pm-video-grid>`, (store) => {
      store.$state.set('joined');
      store.$microphone.set(true);
      store.$peers.set(peersOf(peerOf({ id: 'a', name: 'Ann Lee', camera: true })));
    });
    const view = viewAround(room.box);
    const { element } = room;
    await elementUpdated(element);
    await until(() => view.$pictureInPicture.get() !== undefined);
    view.$pictureInPicture.get()?.toggle();
    await until(() => view.$pictureInPicture.get()?.on === true);
    return { ...room, view };
  };
  const words = (): string => lent.document.body.innerText.trim();
  const labels = (): (string | null)[] => [...lent.document.querySelectorAll('button')].map((button) => button.title);
  const find = (selector: string): HTMLElement | null => lent.document.querySelector<HTMLElement>(selector);

  it('shows who speaks, and what one reaches for, in the language of the meeting', async () => {
    const { element, speak } = await opened();
    expect(words()).to.equal('Ann Lee');
    expect(find('video')?.getAttribute('aria-label')).to.equal('Video of Ann Lee');
    expect(labels()).to.deep.equal([en.muteMicrophone, en.startCamera, en.leave]);
    speak(de);
    await elementUpdated(element);
    expect(labels()).to.deep.equal([de.muteMicrophone, de.startCamera, de.leave]);
    expect(lent.document.documentElement.lang).to.equal('de');
  });

  it('asks the meeting, and shows what came of it', async () => {
    const { element, box, store } = await opened();
    for (const [index, request] of ['toggle-microphone', 'toggle-camera', 'leave'].entries()) {
      const asked = next<RequestEvent>(box, 'pm-request');
      lent.document.querySelectorAll('button')[index]?.click();
      expect((await asked).request).to.equal(request);
    }
    store.$microphone.set(false);
    store.$camera.set(true);
    await elementUpdated(element);
    expect(labels()).to.deep.equal([en.unmuteMicrophone, en.stopCamera, en.leave]);
  });

  it('says who has no picture, who is not reached, and that nobody is there', async () => {
    const { element, store } = await opened();
    store.$peers.set(peersOf(peerOf({ id: 'a', name: 'Ann Lee', camera: false })));
    await elementUpdated(element);
    expect(find('.avatar')?.textContent).to.equal('AL');
    store.$peers.set(peersOf(peerOf({ id: 'a', name: 'Ann Lee', camera: true, state: 'reconnecting' })));
    await elementUpdated(element);
    expect(words()).to.equal(`Ann Lee · ${en.peerReconnecting}`);
    store.$peers.set(peersOf());
    await elementUpdated(element);
    expect(words()).to.equal(en.alone);
    expect(find('video')).to.equal(null);
  });

  it('is over when it is closed, here or there, and when the stage goes', async () => {
    const { element, view } = await opened();
    lent.close();
    expect(view.$pictureInPicture.get()?.on).to.equal(false);
    expect(lent.document.querySelector('video'), 'it lets go of the picture').to.equal(null);
    view.$pictureInPicture.get()?.toggle();
    await until(() => view.$pictureInPicture.get()?.on === true);
    view.$pictureInPicture.get()?.toggle();
    expect(view.$pictureInPicture.get()?.on).to.equal(false);
    view.$pictureInPicture.get()?.toggle();
    await until(() => view.$pictureInPicture.get()?.on === true);
    element.remove();
    expect(view.$pictureInPicture.get()).to.equal(undefined);
    expect(lent.document.querySelector('button')).to.equal(null);
  });
});
