import { html, nothing, type TemplateResult } from 'lit';
import type { ControlName } from '../../room/types.js';
import { icon, type IconName } from '../shared/icons.js';

/** A button of the bar. */
export interface ControlButton {
  readonly name: ControlName | 'more';
  readonly icon: IconName;
  /** Its name, which stays, so that "pressed" means one thing. */
  readonly label: string;
  /** What a press does now, where that is not its name. */
  readonly tip?: string;
  /** The key that does the same. */
  readonly key?: string | undefined;
  readonly pressed?: boolean;
  /** Id of the menu that it opens. */
  readonly menu?: string;
  readonly isOpen?: boolean;
  readonly count?: number;
  /** How much of it is new, shown small. */
  readonly fresh?: number;
  readonly act?: () => void;
}

/** A round button: a toggle, the opener of a menu or of a panel, or plain. */
export const controlButton = (button: ControlButton): TemplateResult => {
  const { name, label, menu, isOpen, pressed, count, key } = button;
  return html`<button
    type="button"
    part="button button-${name}"
    class="round ${name} ${pressed === undefined ? '' : 'toggle'} ${count === undefined ? '' : 'counted'}"
    data-control=${name}
    data-tip=${button.tip ?? label}
    data-key=${key ?? nothing}
    aria-label=${count === undefined ? label : nothing}
    aria-keyshortcuts=${key ?? nothing}
    aria-pressed=${pressed ?? nothing}
    aria-haspopup=${menu ? 'menu' : nothing}
    aria-expanded=${isOpen ?? nothing}
    popovertarget=${menu ?? nothing}
    @click=${button.act ?? nothing}
  >
    ${icon(button.icon)}${count === undefined ? nothing : counted(label, count)}${
      button.fresh ? html`<span class="fresh" aria-hidden="true">${Math.min(button.fresh, 99)}</span>` : nothing
    }
  </button>`;
};

/** The name holds the number already, as its language puts it. */
const counted = (label: string, count: number): TemplateResult =>
  html`<span class="visually-hidden">${label}</span><span class="count" aria-hidden="true">${count}</span>`;
