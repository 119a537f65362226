import { html, type TemplateResult } from 'lit';
import { en } from '../locales/en.js';
import type { DeviceName } from './device-toggle.js';
import { icon } from './icons.js';
import { RequestEvent } from './request-event.js';

const LABELS = {
  microphone: { pressed: en.muteMicrophone, off: en.unmuteMicrophone, on: en.muteMicrophone },
  camera: { pressed: en.stopCamera, off: en.startCamera, on: en.stopCamera },
};

const handleClick = (event: Event): void => {
  const button = event.currentTarget as HTMLElement;
  button.dispatchEvent(new RequestEvent(`toggle-${button.dataset['device'] as DeviceName}`));
};

/** A round toggle, pressed while the device is off. Its name stays, so that "pressed" means one thing. */
export const deviceButton = (device: DeviceName, off: boolean): TemplateResult =>
  html`<button
    type="button"
    part="button button-${device}"
    class="round"
    data-device=${device}
    aria-label=${LABELS[device].pressed}
    aria-pressed=${off ? 'true' : 'false'}
    @click=${handleClick}
  >
    ${icon(device, off)}<span class="tip" aria-hidden="true">${LABELS[device][off ? 'off' : 'on']}</span>
  </button>`;
