import { html, type TemplateResult } from 'lit';
import type { Strings } from '../locales/en.js';
import type { DeviceName } from './device-toggle.js';
import { icon } from './icons.js';
import { RequestEvent } from './request-event.js';

const labels = (words: Strings) => ({
  microphone: { pressed: words.muteMicrophone, off: words.unmuteMicrophone, on: words.muteMicrophone },
  camera: { pressed: words.stopCamera, off: words.startCamera, on: words.stopCamera },
});

const handleClick = (event: Event): void => {
  const button = event.currentTarget as HTMLElement;
  button.dispatchEvent(new RequestEvent(`toggle-${button.dataset['device'] as DeviceName}`));
};

/** A round toggle, pressed while the device is off. Its name stays, so that "pressed" means one thing. */
export const deviceButton = (device: DeviceName, off: boolean, words: Strings): TemplateResult => {
  const label = labels(words)[device];
  return html`<button
    type="button"
    part="button button-${device}"
    class="round"
    data-device=${device}
    aria-label=${label.pressed}
    aria-pressed=${off ? 'true' : 'false'}
    @click=${handleClick}
  >
    ${icon(device, off)}<span class="tip" aria-hidden="true">${label[off ? 'off' : 'on']}</span>
  </button>`;
};
