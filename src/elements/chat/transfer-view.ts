import { html, nothing, type TemplateResult } from 'lit';
import { MOST_PIXELS } from '../../files/pixels.js';
import type { Transfer } from '../../files/transfer.js';
import type { Strings } from '../../locales/en.js';
import { chatIcon } from './chat-icons.js';
import { shortTime } from './clock.js';
import { sizeText } from './sizes.js';
import type { TransferCard } from './timeline.js';
import { hasProgress, isOpen, transferText } from './transfer-text.js';
import { plainName } from '../shared/person.js';
import type { RoomRequest, RoomRequests } from '../shared/request-event.js';

/** What can be looked at here: what comes in as anything else is for a program of the person's own. */
const RASTER: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif']);

/** What files are drawn with. */
export interface TransferContext {
  readonly words: Strings;
  readonly urlOf: (file: File) => string;
  /** Pictures that the browser, or the page's policy, did not show. */
  readonly broken: ReadonlySet<File>;
  readonly onBroken: (file: File) => void;
  readonly ask: <R extends RoomRequest>(request: R, detail?: RoomRequests[R]) => void;
}

const nameOf = ({ peer }: Transfer, { guest }: Strings): string => plainName(peer.name) || guest;

/** A file on its way, or that came or went. */
export const transferCard = (card: TransferCard, context: TransferContext): TemplateResult | typeof nothing => {
  const { words } = context;
  const [first] = card.transfers;
  if (!first) return nothing;
  const names = card.transfers.map((transfer) => nameOf(transfer, words));
  return html`<div class="group ${card.own ? 'own' : ''}">
    <p class="head">
      <bdi class=${card.own ? '' : 'who'}>${card.own ? words.fileTo(names) : words.fileFrom(names.join())}</bdi>
      <time datetime=${card.at.toISOString()}>${shortTime(card.at, words.language)}</time>
    </p>
    <div class="card">
      ${picture(first, context)}
      <div class="file">
        ${chatIcon('file')}
        <p class="name"><bdi>${first.name}</bdi> <span class="size">${sizeText(first.size, words.language)}</span></p>
        ${save(first, context)}
      </div>
      ${card.transfers.map((transfer) => way(transfer, card.transfers.length > 1, context))}
    </div>
  </div>`;
};

const picture = (
  { file, name, state, type, pixels }: Transfer,
  context: TransferContext,
): TemplateResult | typeof nothing => {
  if (!file || state !== 'done' || !RASTER.has(type) || context.broken.has(file)) return nothing;
  if (pixels === undefined || pixels > MOST_PIXELS) return nothing; // Decoded it could take all memory there is.
  return html`<img
    src=${context.urlOf(file)}
    alt=${name}
    decoding="async"
    loading="lazy"
    @error=${() => context.onBroken(file)}
  />`;
};

const save = ({ file, name, state }: Transfer, { words, urlOf }: TransferContext): TemplateResult | typeof nothing =>
  file && state === 'done' ? html`<a class="wide" href=${urlOf(file)} download=${name}>${words.save}</a>` : nothing;

/** How it stands with one person, and what can be done about it. */
const way = (transfer: Transfer, isOneOfMany: boolean, { words, ask }: TransferContext): TemplateResult => {
  const { id, own, name, state, bytes, size } = transfer;
  const text = transferText(transfer, words);
  const isAsked = state === 'offered' && !own;
  // Isolated: in the other direction a number that follows would be drawn before it.
  const line = isOneOfMany ? words.because(`\u2068${nameOf(transfer, words)}\u2069`, text) : text;
  return html`<div class="way ${state}">
    ${hasProgress(transfer) ? html`<progress aria-label=${name} aria-valuetext=${text} max=${Math.max(1, size)} .value=${Math.min(bytes, size)}></progress>` : nothing}
    ${text === '' ? nothing : html`<p class="state">${line}</p>`}
    ${
      isAsked
        ? html`<div class="acts">
            ${act(words.accept, 'wide primary', () => ask('accept-file', { id }))}
            ${act(words.decline, 'wide', () => ask('decline-file', { id }))}
          </div>`
        : nothing
    }
    ${isOpen(transfer) && !isAsked ? act(words.cancel, 'link', () => ask('cancel-transfer', { id })) : nothing}
  </div>`;
};

const act = (words: string, kind: string, handleClick: () => void): TemplateResult =>
  html`<button type="button" part="button" class=${kind} @click=${handleClick}>${words}</button>`;
