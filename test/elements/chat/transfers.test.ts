import { elementUpdated, expect } from '@open-wc/testing';
import { durationText, rateText, sizeText } from '../../../src/elements/chat/sizes.js';
import { foldTransfers, timeline } from '../../../src/elements/chat/timeline.js';
import { MeetError } from '../../../src/errors.js';
import type { Transfer } from '../../../src/files/transfer.js';
import type { ControlName } from '../../../src/room/types.js';
import { attach } from '../../../src/elements/shared/attachments.js';
import { until } from '../../helpers/fixtures.js';
import { buttonNamed, chatFixture, detailsOf, messageOf, press, textsOf, type ChatFixture } from './messages.js';

const transferOf = (id: string, over: Partial<Transfer> = {}): Transfer => ({
  id,
  peer: { id: 'b', name: 'Bo' },
  own: false,
  name: 'plan.pdf',
  type: 'application/octet-stream',
  size: 10_000_000,
  bytes: 0,
  state: 'offered',
  at: new Date(2026, 0, 1, 12, 5),
  ...over,
});

const filesFixture = (...transfers: Transfer[]): Promise<ChatFixture> =>
  chatFixture((store) => {
    store.$controls.set(new Set<ControlName>(['chat', 'files']));
    store.$transfers.set(transfers);
  });

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
const picture = (): File =>
  new File([Uint8Array.from(atob(PNG), (char) => char.charCodeAt(0))], 'a.png', { type: 'image/png' });

describe('The files of <pm-chat>', () => {
  it('stand among the messages in the order of time', () => {
    const messages = [messageOf('1', { minute: 1 }), messageOf('2', { minute: 6 }), messageOf('3', { minute: 7 })];
    const entries = timeline(messages, [transferOf('f'), transferOf('g', { at: new Date(2026, 0, 1, 13) })]);
    const keys = entries.map((entry) => ('card' in entry ? entry.card.key : entry.group.messages.map(({ id }) => id)));
    expect(keys).to.deep.equal([['1'], 'f', ['2', '3'], 'g']);
  });

  it('are one for each file of ours, however many it goes to, and never more than one a person', () => {
    const own = (id: string, peer: string, over: Partial<Transfer> = {}) =>
      transferOf(id, { own: true, peer: { id: peer, name: peer }, ...over });
    const cards = (...all: Transfer[]): string[][] => foldTransfers(all).map(({ transfers }) => transfers.map(({ id }) => id)); // prettier-ignore
    expect(cards(own('1', 'b'), own('2', 'c'), own('3', 'b'))).to.deep.equal([['1', '2'], ['3']]);
    expect(cards(own('1', 'b'), own('2', 'c', { size: 9 }))).to.deep.equal([['1'], ['2']]);
    expect(cards(own('1', 'b'), own('2', 'c', { at: new Date(2026, 0, 2) }))).to.deep.equal([['1'], ['2']]);
    expect(cards(transferOf('1'), transferOf('2', { peer: { id: 'c', name: 'Cy' } }))).to.deep.equal([['1'], ['2']]);
  });

  it('are accepted or declined where they are offered, in the task of the press', async () => {
    const { element, asked } = await filesFixture(transferOf('1'));
    expect(textsOf(element, '.head')).to.deep.equal(['From Bo 12:05 PM']);
    expect(textsOf(element, '.file')).to.deep.equal(['plan.pdf 10\u00a0MB']);
    buttonNamed(element, 'Accept').click();
    expect(detailsOf(asked, 'accept-file')).to.deep.equal([{ id: '1' }]);
    buttonNamed(element, 'Decline').click();
    expect(detailsOf(asked, 'decline-file')).to.deep.equal([{ id: '1' }]);
  });

  it('tell how far they are, how fast, and how long it takes, and can be stopped', async () => {
    const running = transferOf('1', { state: 'receiving', bytes: 4_000_000, rate: 500_000 });
    const { element, asked } = await filesFixture(running);
    const bar = element.shadowRoot?.querySelector('progress');
    expect([bar?.value, bar?.max, bar?.ariaLabel]).to.deep.equal([4_000_000, 10_000_000, 'plan.pdf']);
    const [line = ''] = textsOf(element, '.way .state');
    expect(line.replaceAll('\u00a0', ' ')).to.equal('4 MB of 10 MB, 500 kB/s, 12 sec left');
    expect(line.split(' '), 'no number stands in another line than its unit').to.include.members([
      '4\u00a0MB',
      '500\u00a0kB/s,',
      '12\u00a0sec',
    ]);
    buttonNamed(element, 'Cancel').click();
    expect(detailsOf(asked, 'cancel-transfer')).to.deep.equal([{ id: '1' }]);
  });

  it('say in words how they stand', async () => {
    const { element, store } = await filesFixture();
    const lineOf = async (over: Partial<Transfer>): Promise<string | undefined> => {
      store.$transfers.set([transferOf('1', over)]);
      await elementUpdated(element);
      return textsOf(element, '.way .state')[0];
    };
    expect(await lineOf({ own: true })).to.equal('Waiting for an answer');
    expect(await lineOf({ state: 'queued' })).to.equal('Waiting for its turn');
    expect(await lineOf({ state: 'paused' })).to.contain('goes on when the connection is back');
    expect(await lineOf({ state: 'checking' })).to.equal('Checking…');
    expect(await lineOf({ state: 'done', own: true })).to.equal('Sent');
    expect(await lineOf({ state: 'done' })).to.equal('Saved');
    expect(await lineOf({ state: 'declined' })).to.equal('Declined');
    expect(await lineOf({ state: 'cancelled' })).to.equal('Cancelled');
    expect(await lineOf({ state: 'failed' })).to.equal('The file didn’t arrive.');
    const error = new MeetError('file-rejected', '');
    expect(await lineOf({ state: 'failed', own: true, error })).to.match(/can’t be sent\. \S/u);
    expect(await lineOf({ state: 'failed', error })).to.match(/^Not taken/u);
  });

  it('tell of each person in a line of its own', async () => {
    const { element } = await filesFixture(
      transferOf('1', { own: true, state: 'done' }),
      transferOf('2', { own: true, peer: { id: 'c', name: 'Cy' } }),
    );
    expect(textsOf(element, '.head')[0]).to.contain('To Bo and Cy');
    const lines = textsOf(element, '.way .state').map((line) => line.replace(/[\u2068\u2069]/gu, ''));
    expect(lines).to.deep.equal(['Bo: Sent', 'Cy: Waiting for an answer']);
  });

  it('are pictures that can be seen, or something to save, whose addresses go with them', async () => {
    const revoked: string[] = [];
    const revoke = URL.revokeObjectURL.bind(URL);
    URL.revokeObjectURL = (url) => {
      revoked.push(url);
      revoke(url);
    };
    const { element, store } = await filesFixture(
      transferOf('1', { state: 'done', type: 'image/png', name: 'a.png', pixels: 1, file: picture() }),
      transferOf('2', { state: 'done', type: 'image/svg+xml', name: 'b.svg', file: new File(['<svg/>'], 'b.svg') }),
      transferOf('3', { state: 'done', type: 'image/png', name: 'bomb.png', pixels: 900_000_000, file: picture() }),
      transferOf('4', { state: 'done', type: 'image/png', name: 'unknown.png', file: picture() }),
    );
    revoked.length = 0; // it was moved
    const image = element.shadowRoot?.querySelector('img');
    await until(() => image?.complete === true && image.naturalWidth === 1);
    expect(element.shadowRoot?.querySelectorAll('img').length).to.equal(1);
    expect(image?.alt).to.equal('a.png');
    const links = [...(element.shadowRoot?.querySelectorAll<HTMLAnchorElement>('a[download]') ?? [])];
    expect(links.map(({ download }) => download)).to.deep.equal(['a.png', 'b.svg', 'bomb.png', 'unknown.png']);
    const urls = links.map(({ href }) => href);
    expect(urls.every((url) => url.startsWith('blob:'))).to.equal(true);
    store.$transfers.set(store.$transfers.get().slice(0, 1));
    await elementUpdated(element);
    expect(revoked).to.deep.equal(urls.slice(1));
    element.remove();
    expect(revoked).to.deep.equal([...urls.slice(1), urls[0]]);
    URL.revokeObjectURL = revoke;
  });

  it('are only something to save where the picture is none', async () => {
    const file = new File(['no picture'], 'a.png', { type: 'image/png' });
    const { element } = await filesFixture(transferOf('1', { state: 'done', type: 'image/png', pixels: 1, file }));
    await until(() => element.shadowRoot?.querySelector('img') === null);
    expect(element.shadowRoot?.querySelector('a[download]')).to.be.instanceOf(HTMLAnchorElement);
  });

  it('show names as text', async () => {
    const { element } = await filesFixture(transferOf('1', { name: '<img src=x>.pdf', state: 'done', own: true }));
    expect(textsOf(element, '.file bdi')).to.deep.equal(['<img src=x>.pdf']);
  });

  it('have sizes, rates and times in the units of the language', () => {
    const plain = (text: string): string => text.replace(/\s/gu, ' ');
    expect([0, 812, 45_000, 1_234_567, 2_100_000_000].map((bytes) => plain(sizeText(bytes, 'en')))).to.deep.equal([
      '0 bytes',
      '812 bytes',
      '45 kB',
      '1.2 MB',
      '2.1 GB',
    ]);
    expect(plain(rateText(1_500_000, 'de'))).to.equal('1,5 MB/s');
    expect([0, 42, 200, 7300].map((seconds) => plain(durationText(seconds, 'en')))).to.deep.equal([
      '1 sec',
      '42 sec',
      '3 min',
      '2 hr',
    ]);
  });
});

describe('What goes with the next message of <pm-chat>', () => {
  const file = (name: string, type = ''): File => new File([name], name, { type });

  it('is chosen only where the page lets people send files', async () => {
    const { element, store } = await filesFixture();
    expect(buttonNamed(element, 'Attach files')).to.be.instanceOf(HTMLButtonElement);
    store.$controls.set(new Set<ControlName>(['chat']));
    await elementUpdated(element);
    expect(element.shadowRoot?.querySelector('input[type="file"]')).to.equal(null);
  });

  it('is shown with what can be taken back, sent with or without words, and comes back where it was refused', async () => {
    const { element, store, view, asked, field, write } = await filesFixture();
    const [one, two] = [file('one.txt'), file('two.txt')];
    attach(view, store, [one, two]);
    attach(view, store, [one]);
    await elementUpdated(element);
    expect(textsOf(element, '.attached bdi')).to.deep.equal(['one.txt', 'two.txt']);
    buttonNamed(element, 'Remove two.txt').click();
    await write('look');
    expect(textsOf(element, '.attached bdi')).to.deep.equal(['one.txt']);
    press(field(), 'Enter');
    await elementUpdated(element);
    const [detail] = detailsOf(asked, 'send-files');
    expect([detail?.files, detail?.keepsWhere]).to.deep.equal([[one], false]);
    expect(detailsOf(asked, 'send-message').length).to.equal(1);
    expect(textsOf(element, '.attached bdi')).to.deep.equal([]);
    detail?.settle?.([one]);
    await elementUpdated(element);
    expect(textsOf(element, '.attached bdi')).to.deep.equal(['one.txt']);
    buttonNamed(element, 'Send').click();
    expect(detailsOf(asked, 'send-files').length).to.equal(2);
    expect(detailsOf(asked, 'send-message').length).to.equal(1);
  });

  it('says that places are taken out of pictures, and lets one keep them', async () => {
    const { element, store, view, asked, field } = await filesFixture();
    attach(view, store, [file('a.pdf', 'application/pdf')]);
    await elementUpdated(element);
    expect(textsOf(element, '.attached p')).to.deep.equal([]);
    attach(view, store, [file('a.jpg', 'image/jpeg')]);
    await elementUpdated(element);
    expect(textsOf(element, '.attached p')[0]).to.contain('Location and camera data are taken out');
    element.shadowRoot?.querySelector<HTMLInputElement>('.attached [type="checkbox"]')?.click();
    await elementUpdated(element);
    await expect(element).to.be.accessible();
    press(field(), 'Enter');
    expect(detailsOf(asked, 'send-files')[0]?.keepsWhere).to.equal(true);
  });

  it('is taken from what is pasted, unless that is text', async () => {
    const { element, field } = await filesFixture();
    const paste = (also: string): Event => {
      const clipboardData = new DataTransfer();
      clipboardData.items.add(file('pasted.png', 'image/png'));
      if (also) clipboardData.setData('text/plain', also);
      // Firefox’s own constructor takes no files.
      const event = Object.assign(new Event('paste', { bubbles: true, cancelable: true }), { clipboardData });
      field().dispatchEvent(event);
      return event;
    };
    expect(paste('words').defaultPrevented).to.equal(false);
    expect(paste('').defaultPrevented).to.equal(true);
    await elementUpdated(element);
    expect(textsOf(element, '.attached bdi')).to.deep.equal(['pasted.png']);
  });

  for (const theme of ['light', 'dark']) {
    it(`is accessible in the ${theme} theme, as files on their way are`, async () => {
      const { element, box, store, view } = await filesFixture(
        transferOf('1'),
        transferOf('2', { state: 'receiving', bytes: 5, rate: 1 }),
        transferOf('3', { own: true, state: 'failed' }),
        transferOf('4', { state: 'done', file: file('a.txt') }),
      );
      box.style.setProperty('color-scheme', theme);
      box.style.setProperty('background', theme === 'light' ? '#fbfcfd' : '#151a1d');
      attach(view, store, [file('a.jpg', 'image/jpeg')]);
      await elementUpdated(element);
      for (const glide of element.shadowRoot?.getAnimations() ?? []) glide.finish();
      await expect(element).to.be.accessible();
    });
  }
});
