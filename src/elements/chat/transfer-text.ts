import type { Transfer } from '../../files/transfer.js';
import type { Strings } from '../../locales/en.js';
import { MeetError } from '../../errors.js';
import { plainName } from '../shared/person.js';
import { durationText, rateText, sizeText } from './sizes.js';

/** Seconds of what is left that anybody can say ahead: a day. */
const FORESEEN = 86_400;

const RUNNING: ReadonlySet<Transfer['state']> = new Set(['sending', 'receiving']);
const WAITING: ReadonlySet<Transfer['state']> = new Set(['offered', 'queued', 'paused', 'checking']);

/** Whether bytes are under way, or will be again. */
export const hasProgress = ({ state, bytes }: Transfer): boolean =>
  RUNNING.has(state) || state === 'checking' || (state === 'paused' && bytes > 0);

/** Whether it can still be stopped. */
export const isOpen = ({ state }: Transfer): boolean => RUNNING.has(state) || WAITING.has(state);

const progress = ({ bytes, size, rate }: Transfer, words: Strings): string => {
  const { language } = words;
  const parts = [words.partOf(sizeText(bytes, language), sizeText(size, language))];
  if (rate !== undefined && rate > 0) {
    parts.push(rateText(rate, language));
    const left = (size - bytes) / rate;
    if (left < FORESEEN) parts.push(words.timeLeft(durationText(left, language)));
  }
  return parts.join(words.comma);
};

const failure = ({ error, own, peer }: Transfer, words: Strings): string => {
  if (!own && error?.code === 'file-rejected') return words.fileStates.refused;
  const why = error ?? new MeetError('file-failed', 'no reason given');
  const { title, hint } = words.errors[why.code](why, plainName(peer.name) || words.guest);
  return own ? `${words.sentence(title)} ${hint}` : words.sentence(title);
};

/** How a transfer stands, in words; empty where what can be done about it says so. */
export const transferText = (transfer: Transfer, words: Strings): string => {
  const { state, own, file } = transfer;
  const { saved, refused: _, ...states } = words.fileStates;
  switch (state) {
    case 'sending':
    case 'receiving':
      return progress(transfer, words);
    case 'offered':
      return own ? states.offered : '';
    case 'done':
      return own ? words.messageSent : file ? '' : saved;
    case 'failed':
      return failure(transfer, words);
    default:
      return states[state];
  }
};
