import { html, nothing, type TemplateResult } from 'lit';
import type { DirectiveResult } from 'lit/directive.js';
import { keyed } from 'lit/directives/keyed.js';
import type { FirstStrings } from '../../locales/first/en.js';
import type { RoomStore } from '../../room/room-store.js';
import { deviceButton } from '../devices/device-button.js';
import { classNames } from '../shared/class-names.js';
import { looksOff, type DeviceName } from '../shared/device-toggle.js';
import type { LevelBars } from './level-bars.js';
import { canAskAgain, DEVICES, problemText, type LobbyProblems } from './lobby-problems.js';

/** What the look at oneself is drawn from. */
export interface PreviewView {
  readonly store: RoomStore;
  readonly words: FirstStrings;
  readonly problems: LobbyProblems;
  /** Whether the browser opens a device without asking. */
  readonly isGranted: (device: DeviceName) => boolean;
  /** Whether the devices were opened for a look: then the toggles show the truth. */
  readonly checked: boolean;
  /** Whether a device's toggle has the focus, which reads its own state out. */
  readonly isQuiet: boolean;
  readonly hasPicture: boolean;
  /** The microphone's meter, once it has come. */
  readonly level: LevelBars | undefined;
  readonly onCheck: (event: Event) => void;
  /** The picture came, went or changed its size. */
  readonly onPicture: () => void;
}

/** Where a device's trouble is told. */
export const problemId = (device: string): string => `problem-${device}`;

/** The picture with level and toggles on it; below, how one begins and what is wrong with a device. */
export const lobbyPreview = (view: PreviewView): TemplateResult => {
  const { store, words, checked, onPicture } = view;
  const picture = store.$camera.get() && view.hasPicture;
  return html`<div class="look">
    <div
      part="preview"
      class=${classNames({ preview: true, picture, mirrored: store.$mirrored.get() })}
      role="group"
      tabindex="-1"
      aria-label=${words.cameraPreview}
    >
      <video
        part="video"
        playsinline
        tabindex="-1"
        disablepictureinpicture
        aria-label=${words.cameraPreview}
        aria-hidden=${picture ? nothing : 'true'}
        @loadedmetadata=${onPicture}
        @resize=${onPicture}
        @emptied=${onPicture}
      ></video>
      ${picture ? nothing : before(view)}
      ${store.$microphone.get() ? (view.level?.render(words) ?? nothing) : nothing}
      <div class="toggles">
        ${DEVICES.map((device) => deviceButton(device, looksOff(store, device, checked), words))}
      </div>
    </div>
    <p
      class="standing"
      role="status"
      aria-live=${view.isQuiet ? 'off' : 'polite'}
      .textContent=${isOpen(view) ? standing(view) : ''}
    ></p>
    ${problems(view)}
  </div>`;
};

const isOpen = ({ store, checked }: PreviewView): boolean => checked || store.$microphone.get() || store.$camera.get();

const standing = ({ store, words }: PreviewView): string => {
  const microphone = store.$microphone.get() ? words.microphoneOn : words.microphoneOff;
  return `${microphone} · ${store.$camera.get() ? words.cameraOn : words.cameraOff}`;
};

const before = (view: PreviewView): TemplateResult => {
  const { store, words, problems, onCheck } = view;
  if (isOpen(view)) {
    const isComing = view.checked && !store.$cameraOff.get() && !problems.of('camera');
    return html`<div class="before"><p>${isComing ? words.cameraIsComing : words.cameraIsOff}</p></div>`;
  }
  const isWanted = !(store.$microphoneOff.get() && store.$cameraOff.get());
  // With a problem there is a button to try again.
  const canCheck = store.$state.get() === 'lobby' && isWanted && !DEVICES.some((device) => problems.of(device));
  return html`<div class="before">
    <p>${whatHappens(view)}</p>
    ${
      canCheck
        ? html`<button type="button" part="button" class="wide check" @click=${onCheck}>${words.checkDevices}</button>`
        : nothing
    }
  </div>`;
};

/** What joining will do to microphone and camera. Who sees their names has the browser's permission; what can't be had is not asked for. */
const whatHappens = ({ store, words, problems, isGranted }: PreviewView): string => {
  const isNamed = (kind: MediaDeviceKind): boolean =>
    store.$devices.get().some((device) => device.kind === kind && device.label !== '');
  const without = problems.missing(store);
  const microphone = !store.$microphoneOff.get() && !without.includes('microphone');
  const camera = !store.$cameraOff.get() && !without.includes('camera');
  const asks =
    (microphone && !isNamed('audioinput') && !isGranted('microphone')) ||
    (camera && !isNamed('videoinput') && !isGranted('camera'));
  if (microphone && camera) return asks ? words.willAskBoth : words.willUseBoth;
  if (microphone) return asks ? words.willAskMicrophone : words.willUseMicrophone;
  if (camera) return asks ? words.willAskCamera : words.willUseCamera;
  return words.willAskNothing;
};

const problems = ({ store, words, problems, onCheck }: PreviewView): DirectiveResult[] => {
  const all = DEVICES.flatMap((device) => problems.of(device) ?? []);
  // One button for both: all is asked for again.
  const last = store.$state.get() === 'lobby' ? all.findLast(canAskAgain) : undefined;
  return all.map((error) => {
    const { title, hint } = problemText(error, words);
    const id = problemId(error.device ?? '');
    // Drawn anew for each failure, else the same words a second time are not read out.
    return keyed(
      error,
      html`<div class="problem">
      <p role="alert" id=${id}><strong title=${error.code}>${words.sentence(title)}</strong> <span>${hint}</span></p>
      ${
        error === last
          ? html`<button type="button" part="button" class="wide again" aria-describedby=${id} @click=${onCheck}>
              ${words.tryAgain}
            </button>`
          : nothing
      }
    </div>`,
    );
  });
};
