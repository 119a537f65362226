import { html, nothing, type TemplateResult } from 'lit';
import { MeetError } from '../../errors.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { Peer } from '../../room/types.js';
import { errorText } from '../shared/error-text.js';
import { icon } from '../shared/icons.js';
import { initials } from '../shared/person.js';
import type { MenuTarget } from './tile-menu.js';

/** What a tile says about its person. */
export interface TileFacts {
  /** As it is drawn. */
  readonly name: string;
  readonly state: Peer['state'];
  readonly quality: Peer['quality'];
  readonly hand: boolean;
  readonly stalled: Peer['stalled'];
  /** A screen, not a face. */
  readonly isScreen: boolean;
  readonly hasPicture: boolean;
  /** Whether the picture does not come because we said so, to save what it costs. */
  readonly isSaved: boolean;
  /** Whether pictures, theirs or ours, can't be shown at the other end. */
  readonly isVideoRejected: boolean;
  /** Why nothing is shown of somebody, as far as there are words for it. */
  readonly refusal: string | undefined;
  /** Of what is pinned, takes it down. */
  readonly unpin: (() => void) | undefined;
}

const DEVICES = ['microphone', 'camera'] as const;

/** What a device that is on does not give. */
const lacks = (device: 'microphone' | 'camera', words: FirstStrings): TemplateResult => {
  const { title } = errorText(new MeetError('device-lost', '', { device, kept: true }), words);
  return html`<div part="badge" class="badge quality" title=${title}>${icon('alert')}<span>${title}</span></div>`;
};

/** A press that is for the button alone: the tile around it may be one that is dragged. */
const keep = (event: Event): void => {
  event.stopPropagation();
};
const alone =
  (act: () => void) =>
  (event: Event): void => {
    keep(event);
    act();
  };

/** In the corner above: what is wrong while a picture still shows, and a raised hand. */
export const tileBadges = (facts: TileFacts, words: FirstStrings): TemplateResult => {
  const { state, quality, hand, hasPicture, isScreen, stalled, unpin } = facts;
  const lacking = isScreen ? [] : DEVICES.filter((device) => stalled === device || stalled === 'both');
  const isWeak = state === 'connected' && !isScreen && (quality === 'fair' || quality === 'poor');
  return html`<div class="badges">
    ${unpin ? html`<button type="button" part="button" class="badge pin" data-tip=${words.unpin} aria-label=${words.unpin} @pointerdown=${keep} @click=${alone(unpin)}>${icon('pin')}</button>` : nothing}
    ${hand ? html`<div part="badge" class="badge hand" title=${words.raisedHandOn}>${icon('hand')}<span class="visually-hidden">${words.raisedHandOn}</span></div>` : nothing}
    ${
      hasPicture && state !== 'connected'
        ? html`<div part="badge" class="badge trouble-words">
            ${icon('alert')}<span>${state === 'connecting' ? words.peerConnecting : words.peerReconnecting}</span>
          </div>`
        : nothing
    }
    ${
      !hasPicture && (state === 'failed' || state === 'reconnecting')
        ? html`<div part="badge" class="badge trouble-sign" aria-hidden="true">${icon('alert')}</div>`
        : nothing
    }
    ${
      isWeak
        ? html`<div part="badge" class="badge quality ${quality}" title=${words.quality[quality]}>
            ${icon('signal')}<span>${words.quality[quality]}</span>
          </div>`
        : nothing
    }
    ${lacking.map((device) => lacks(device, words))}
  </div>`;
};

/** Where there is no picture: initials, and what is wrong. */
export const tileMiddle = (
  { name, state, isScreen, isVideoRejected, isSaved, refusal }: TileFacts,
  words: FirstStrings,
): TemplateResult => {
  const trouble = {
    connecting: words.peerConnecting,
    connected: refusal ?? (isVideoRejected ? words.noVideoFormat(name) : isSaved ? words.videoPaused : undefined),
    reconnecting: words.peerReconnecting,
    failed: words.peerFailed(name),
    lost: undefined,
  }[state];
  return html`<div class="middle">
    <div part="avatar" class="avatar" aria-hidden="true">
      ${isScreen ? icon('screen') : (refusal === undefined && initials(name)) || icon('person')}
    </div>
    ${!trouble ? nothing : html`<p class="words ${state}">${trouble}</p>`}
  </div>`;
};

/** What a tile's menu, and the button to it, is called. */
export const optionsLabel = ({ name, isSelf, isScreen }: MenuTarget, words: FirstStrings): string => {
  if (isScreen) return words.optionsFor(words.screenOf(name));
  return isSelf ? words.ownOptions : words.optionsFor(name);
};
