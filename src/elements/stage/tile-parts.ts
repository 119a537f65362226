import { html, nothing, type TemplateResult } from 'lit';
import { MeetError } from '../../errors.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import type { Peer } from '../../room/types.js';
import { cameraChoices } from '../shared/camera-choices.js';
import { errorText } from '../shared/error-text.js';
import { canFullScreen, toggleFullScreen } from '../shared/full-screen.js';
import { icon } from '../shared/icons.js';
import { initials } from '../shared/person.js';
import { RequestEvent } from '../shared/request-event.js';
import type { MenuContent, MenuItem } from './tile-menu.js';
import type { ViewState } from '../shared/view-state.js';
import { canSetVolume } from '../shared/volume.js';

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
  { name, state, isScreen, isVideoRejected, isSaved }: TileFacts,
  words: FirstStrings,
): TemplateResult => {
  const trouble = {
    connecting: words.peerConnecting,
    connected: isVideoRejected ? words.noVideoFormat(name) : isSaved ? words.videoPaused : undefined,
    reconnecting: words.peerReconnecting,
    failed: words.peerFailed(name),
    lost: undefined,
  }[state];
  return html`<div class="middle">
    <div part="avatar" class="avatar" aria-hidden="true">
      ${isScreen ? icon('screen') : initials(name) || icon('person')}
    </div>
    ${trouble === undefined ? nothing : html`<p class="words ${state}">${trouble}</p>`}
  </div>`;
};

/** What a tile's menu acts on. */
export interface MenuTarget {
  readonly tile: HTMLElement;
  readonly video: HTMLVideoElement | null | undefined;
  readonly id: string;
  readonly name: string;
  readonly isSelf: boolean;
  readonly isScreen: boolean;
}

/** What a tile's menu, and the button to it, is called. */
export const optionsLabel = ({ name, isSelf, isScreen }: MenuTarget, words: FirstStrings): string => {
  if (isScreen) return words.optionsFor(words.screenOf(name));
  return isSelf ? words.ownOptions : words.optionsFor(name);
};

/** What can be done with somebody's tile. */
export const tileMenu = (target: MenuTarget, store: RoomStore, view: ViewState, words: FirstStrings): MenuContent => {
  const { tile, video, id, name, isSelf } = target;
  const isPinned = store.$pinned.get() === id;
  const loudness = store.$peerVolumes.get().get(id) ?? 1;
  const setVolume = (volume: number): void => {
    tile.dispatchEvent(new RequestEvent('set-volume', { id, volume }));
  };
  const items: (MenuItem | false)[] = [
    {
      icon: 'pin',
      off: isPinned,
      label: isPinned ? words.unpin : words.pin,
      act: () => tile.dispatchEvent(new RequestEvent('pin', { id: isPinned ? null : id })),
    },
    !isSelf && {
      icon: 'sound',
      off: true,
      label: words.muteForMe,
      checked: loudness === 0,
      act: () => setVolume(loudness === 0 ? 1 : 0),
    },
    ...(isSelf ? cameraChoices(store, words, (request) => tile.dispatchEvent(new RequestEvent(request))) : []),
    isSelf && {
      icon: 'person',
      off: true,
      label: words.hideSelf,
      checked: view.$selfHidden.get(),
      act: () => tile.dispatchEvent(new RequestEvent('toggle-self-view')),
    },
    canFullScreen() && {
      icon: 'expand',
      label: words.fullScreen,
      checked: tile.matches(':fullscreen'),
      act: () => toggleFullScreen(tile, video),
    },
    !isSelf &&
      view.$pictureInPicture.get() !== undefined && {
        icon: 'pip',
        label: words.pictureInPicture,
        checked: view.$pictureInPicture.get()?.on ?? false,
        act: () => tile.dispatchEvent(new RequestEvent('toggle-pip')),
      },
    !isSelf && {
      icon: 'signal',
      label: words.connectionDetails,
      act: () => tile.dispatchEvent(new RequestEvent('show-panel', { panel: 'details' })),
    },
  ];
  return {
    label: optionsLabel(target, words),
    items: items.filter((item) => item !== false),
    volume:
      !isSelf && canSetVolume()
        ? { label: words.volumeOf(name), value: loudness, text: words.format.percent(loudness), set: setVolume }
        : undefined,
  };
};
