import { html, nothing, type TemplateResult } from 'lit';
import type { FirstStrings } from '../../locales/first/en.js';
import type { DeviceName } from '../shared/device-toggle.js';
import { icon } from '../shared/icons.js';
import { RequestEvent } from '../shared/request-event.js';

const labels = (words: FirstStrings) => ({
  microphone: { pressed: words.muteMicrophone, off: words.unmuteMicrophone, on: words.muteMicrophone },
  camera: { pressed: words.stopCamera, off: words.startCamera, on: words.stopCamera },
});

const handleClick = (event: Event): void => {
  const button = event.currentTarget as HTMLElement;
  button.dispatchEvent(new RequestEvent(`toggle-${button.dataset['device'] as DeviceName}`));
};

/** A round toggle, pressed while the device is off. Its name stays, so that "pressed" means one thing. */
export const deviceButton = (device: DeviceName, off: boolean, words: FirstStrings, key?: string): TemplateResult => {
  const label = labels(words)[device];
  return html`<button
    type="button"
    part="button button-${device}"
    class="round ${device}"
    data-device=${device}
    data-control=${device}
    data-tip=${label[off ? 'off' : 'on']}
    data-key=${key ?? nothing}
    aria-label=${label.pressed}
    aria-keyshortcuts=${key ?? nothing}
    aria-pressed=${off ? 'true' : 'false'}
    @click=${handleClick}
  >
    ${icon(device, off)}
  </button>`;
};

/** A device's toggle in one with the button that opens `menu`, where one chooses which device. */
export const splitButton = (
  device: DeviceName,
  toggle: TemplateResult,
  words: FirstStrings,
  menu: string,
  isOpen: boolean,
): TemplateResult => {
  const label = device === 'microphone' ? words.chooseSound : words.chooseCamera;
  return html`<div class="split">
    ${toggle}<button
      type="button"
      part="button"
      class="choose"
      data-tip=${label}
      aria-label=${label}
      aria-haspopup="menu"
      aria-expanded=${isOpen ? 'true' : 'false'}
      popovertarget=${menu}
    >
      ${icon('chevron')}
    </button>
  </div>`;
};
