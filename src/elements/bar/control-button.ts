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
  const { name, label, menu, isOpen, pressed, count, fresh, key } = button;
  // What is written on it is part of its name then (WCAG 2.5.3): the number stands there as its language puts it.
  const isNumbered = count !== undefined || !!fresh;
  return html`<button
    type="button"
    part="button button-${name}"
    class="round ${name} ${pressed === undefined ? '' : 'toggle'} ${count === undefined ? '' : 'counted'}"
    data-control=${name}
    data-tip=${button.tip ?? label}
    data-key=${key ?? nothing}
    aria-label=${isNumbered ? nothing : label}
    aria-keyshortcuts=${key ?? nothing}
    aria-pressed=${pressed ?? nothing}
    aria-haspopup=${menu ? 'menu' : nothing}
    aria-expanded=${isOpen ?? nothing}
    popovertarget=${menu ?? nothing}
    @click=${button.act ?? nothing}
  >
    ${icon(button.icon)}${isNumbered ? html`<span class="visually-hidden">${label}</span>` : nothing}${number('count', count)}${
      fresh ? number('fresh', Math.min(fresh, 99)) : nothing
    }
  </button>`;
};

const number = (kind: 'count' | 'fresh', value: number | undefined): TemplateResult | typeof nothing =>
  value === undefined ? nothing : html`<span class=${kind} aria-hidden="true">${value}</span>`;
