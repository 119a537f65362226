import type { Message } from '../src/chat/message.js';
import type { Transfer } from '../src/files/transfer.js';
import type { RoomStore } from '../src/room/room-store.js';
import type { Change } from './gallery-stores.js';

const LONG =
  'The plan for the move, as we said:\n1. Boxes by Thursday\n2. Van on Friday at eight\n3. Keys to Dalia\nEverything else is on https://example.com/moves/2026/january/plan?with=a%20long%20query&and=more#part-3 (take a look).';

let count = 0;
const from = (id: string, name: string) => ({ id, name });
const BO = from('person-1', 'Bo Lindqvist');
const DALIA = from('person-3', 'Dalia');
const ME = from('me', 'Me');

const message = (text: string, minute: number, over: Partial<Message> = {}): Message => ({
  id: `message-${String((count += 1))}`,
  from: BO,
  own: false,
  text,
  at: new Date(2026, 0, 1, 14, minute),
  state: 'received',
  waitingFor: [],
  ...over,
});
const own = (text: string, minute: number, over: Partial<Message> = {}): Message =>
  message(text, minute, { from: ME, own: true, state: 'sent', ...over });

/** What people write to each other. */
export const written: Change = (store) => {
  store.$messages.set([
    message('Morning! Can everyone hear me?', 2),
    message('I’ll share the screen in a minute.', 2),
    own('Yes, loud and clear.', 3),
    message(LONG, 4, { from: DALIA }),
    own('Thanks. I’ll bring the tape, and the big boxes from the cellar, if somebody helps me to carry them up.', 11),
    message('I will!', 12),
  ]);
  store.$typing.set([DALIA.id]);
};

/** What did not go well. */
export const troubled: Change = (store) => {
  store.$messages.set([
    message('', 2, { state: 'protected', why: 'other-passphrase' }),
    message('', 2, { from: DALIA, state: 'protected', why: 'malformed' }),
    own('This one nobody has got yet.', 3, { state: 'queued' }),
    own('This one waits.', 3, { state: 'queued', waitingFor: ['Bo Lindqvist', 'Dalia'] }),
    own('This one was lost on its way.', 4, { state: 'failed', waitingFor: ['Bo Lindqvist'] }),
  ]);
};

export const olderApps =
  (state: ReturnType<RoomStore['$olderApps']['get']>): Change =>
  (store) => {
    written(store);
    store.$olderApps.set(state);
  };

const MEGABYTE = 1_000_000;

const transfer = (name: string, state: Transfer['state'], over: Partial<Transfer> = {}): Transfer => ({
  id: `transfer-${String((count += 1))}`,
  peer: BO,
  own: false,
  name,
  type: 'application/octet-stream',
  size: 12 * MEGABYTE,
  bytes: 0,
  state,
  at: new Date(2026, 0, 1, 14, 20),
  ...over,
});

/** A picture of nothing much, as a file. */
const picture = (): File => {
  const canvas = Object.assign(document.createElement('canvas'), { width: 480, height: 270 });
  const context = canvas.getContext('2d');
  if (context) {
    context.fillStyle = '#6f8f72';
    context.fillRect(0, 0, 480, 270);
    context.fillStyle = '#d8c690';
    context.fillRect(60, 90, 160, 130);
    context.fillRect(250, 130, 120, 90);
  }
  const bytes = Uint8Array.from(atob(canvas.toDataURL('image/png').split(',')[1] ?? ''), (char) => char.charCodeAt(0));
  return new File([bytes], 'cellar.png', { type: 'image/png' });
};

/** Files on their way, and how they ended. */
export const sent: Change = (store) => {
  store.$transfers.set([
    transfer('Contract (signed by all of us) – final, really.pdf', 'offered'),
    transfer('boxes.zip', 'receiving', { bytes: 4.6 * MEGABYTE, rate: 1.2 * MEGABYTE }),
    transfer('cellar.png', 'done', { type: 'image/png', pixels: 76_800, file: picture(), size: 45_000 }),
    transfer('list.txt', 'done', { file: new File(['list'], 'list.txt'), size: 812 }),
    transfer('van.mp4', 'sending', { own: true, bytes: 9 * MEGABYTE, rate: 400_000 }),
    transfer('van.mp4', 'paused', { own: true, peer: DALIA, bytes: 3 * MEGABYTE }),
    transfer('keys.jpg', 'failed', { own: true }),
  ]);
};

/** A talk with a picture and a file in it. */
export const talk: Change = (store) => {
  written(store);
  store.$transfers.set([
    transfer('cellar.png', 'done', { type: 'image/png', pixels: 76_800, file: picture(), size: 45_000 }),
    transfer('boxes.zip', 'receiving', { bytes: 4.6 * MEGABYTE, rate: 1.2 * MEGABYTE }),
    transfer('van.mp4', 'sending', { own: true, bytes: 9 * MEGABYTE, rate: 400_000 }),
  ]);
};
