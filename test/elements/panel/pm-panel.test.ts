import type { Context } from '@lit/context';
import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import { focused } from '../../../src/elements/shared/focus.js';
import { panelContext, type PanelName } from '../../../src/elements/shared/panels.js';
import type { PmDetailsElement } from '../../../src/elements/panel/pm-details.js';
import type { PmTimerElement } from '../../../src/elements/bar/pm-timer.js';
import { clockText } from '../../../src/elements/bar/pm-timer.js';
import { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { roomContext } from '../../../src/elements/shared/room-context.js';
import '../../../src/index.js';
import type { PrivateMeetElement } from '../../../src/elements/meeting/private-meet.js';
import { peerOf, peersOf, roomFixture, until } from '../../helpers/fixtures.js';

const contextOf = <T>(meet: Element, context: Context<unknown, T>): T => {
  let value: T | undefined;
  const asker = document.createElement('div');
  meet.append(asker);
  const callback = (given: T): void => {
    value = given;
  };
  const event = new Event('context-request', { bubbles: true, composed: true });
  asker.dispatchEvent(Object.assign(event, { context, callback, contextTarget: asker }));
  asker.remove();
  return value as T;
};

/** A meeting whose store the test writes, in a call with Bo. */
const inCall = async (width = 1200) => {
  const box = await fixture<HTMLElement>(html`<div></div>`);
  box.style.setProperty('inline-size', `${width}px`);
  const meet = await fixture<PrivateMeetElement>(html`<private-meet room="standup"></private-meet>`, {
    parentNode: box,
  });
  await until(() => meet.state === 'lobby');
  const store = contextOf(meet, roomContext);
  store.$self.set({ id: 'me', name: 'Ann' });
  store.$peers.set(peersOf(peerOf({ id: 'b', name: 'Bo' })));
  store.$joinedAt.set(performance.now());
  store.$state.set('joined');
  await until(() => meet.shadowRoot?.querySelector('pm-panel') instanceof Element);
  const bar = meet.shadowRoot?.querySelector('pm-controls');
  await until(() => bar?.shadowRoot?.querySelector('button') instanceof Element); // drawn in a task of its own
  const panel = meet.shadowRoot?.querySelector('pm-panel');
  const stage = meet.shadowRoot?.querySelector<HTMLElement>('[part~="stage"]');
  if (!panel || !stage) throw new Error('no panel, or no stage');
  const show = async (name: PanelName | null): Promise<void> => {
    stage.dispatchEvent(new RequestEvent('show-panel', { panel: name }));
    await elementUpdated(panel);
  };
  return { meet, store, panel, stage, show };
};
const shownIn = (panel: Element): string | undefined => panel.shadowRoot?.querySelector('pm-people, pm-details')?.localName; // prettier-ignore

describe('<pm-panel>', () => {
  it('covers no message, nor what can be done about it, where it lies over the stage', async () => {
    const { meet, store, panel, show } = await inCall(768);
    store.$screen.set(true);
    await show('people');
    const notice = meet.shadowRoot?.querySelector('pm-notice');
    await until(() => notice?.shadowRoot?.querySelector('.line button') instanceof Element);
    const { left, width } = panel.getBoundingClientRect();
    expect(width).to.be.above(0);
    expect(notice?.shadowRoot?.querySelector('.line button')?.getBoundingClientRect().right).to.be.at.most(left);
  });

  it('closes by Escape from wherever the focus is in the meeting, but not for what lies over it', async () => {
    const { meet, panel, stage, show } = await inCall();
    await show('people');
    const press = (target: Element): void => {
      target.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
      );
    };
    const popover = document.createElement('div');
    popover.popover = 'manual';
    meet.append(popover);
    popover.showPopover();
    press(popover);
    await elementUpdated(panel);
    expect(shownIn(panel)).to.equal('pm-people');
    press(stage);
    await elementUpdated(panel);
    expect(shownIn(panel)).to.equal(undefined);
  });

  it('shows what is asked for, one at a time, and says so by context', async () => {
    const { meet, panel, show } = await inCall();
    expect(getComputedStyle(panel).display).to.equal('none');
    await show('people');
    expect(shownIn(panel)).to.equal('pm-people');
    expect(contextOf(meet, panelContext)).to.equal('people');
    await show('details');
    expect(shownIn(panel)).to.equal('pm-details');
    await show(null);
    expect(getComputedStyle(panel).display).to.equal('none');
    expect(contextOf(meet, panelContext)).to.equal(null);
  });

  it('takes the focus and gives it back: by its button, by Escape, by whoever closes it', async () => {
    const { meet, panel, show } = await inCall();
    const opener = meet.shadowRoot?.querySelector('pm-controls')?.shadowRoot?.querySelector('button');
    if (!opener) throw new Error('no button');
    const closings = [
      () => panel.shadowRoot?.querySelector<HTMLButtonElement>('header button')?.click(),
      () =>
        panel.shadowRoot?.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true, cancelable: true }),
        ),
      () => show(null),
    ];
    for (const close of closings) {
      opener.focus();
      await show('people');
      expect(meet.shadowRoot?.activeElement).to.equal(panel);
      await close();
      await elementUpdated(panel);
      expect(shownIn(panel)).to.equal(undefined);
      expect(opener.getRootNode()).to.have.property('activeElement', opener);
    }
  });

  it('leaves the focus where it is when it is closed from elsewhere', async () => {
    const { meet, show } = await inCall();
    await show('people');
    const button = meet.shadowRoot?.querySelector('pm-controls')?.shadowRoot?.querySelectorAll('button')[1];
    button?.focus();
    await show(null);
    expect(button?.getRootNode()).to.have.property('activeElement', button);
  });

  it('stands beside the stage where there is room, over it where there is less, and below on a phone', async () => {
    for (const [width, place] of [
      [1200, 'beside'],
      [720, 'beside'],
      [700, 'over'],
      [360, 'below'],
    ] as const) {
      const { panel, stage, show } = await inCall(width);
      await show('people');
      await Promise.all(panel.getAnimations().map(({ finished }) => finished));
      const [side, whole] = [panel.getBoundingClientRect(), stage.getBoundingClientRect()];
      if (place === 'beside') expect(whole.right).to.be.at.most(side.left);
      else expect(whole.width).to.equal(width);
      if (place === 'over') expect(side.left).to.be.greaterThan(whole.left + 300);
      if (place === 'below') expect([side.left, side.right, side.bottom].map(Math.round)).to.deep.equal([whole.left, whole.right, whole.bottom].map(Math.round)); // prettier-ignore
    }
  });

  it('has the link into the room below the people, where the page wants it', async () => {
    const { panel, store, show } = await inCall();
    store.$inviteUrl.set('https://meet.example/standup');
    await show('people');
    const button = () => panel.shadowRoot?.querySelector<HTMLElement>('.invite button');
    await until(() => button()?.textContent.trim() === 'Copy link' || button()?.textContent.trim() === 'Invite');
    store.$controls.set(new Set(['people']));
    await until(() => !button());
  });

  it('goes with the call, and the next one begins without', async () => {
    const { meet, store, show } = await inCall();
    await show('people');
    store.$state.set('left');
    expect(contextOf(meet, panelContext)).to.equal(null);
  });

  for (const theme of ['light', 'dark'] as const) {
    it(`is accessible in the ${theme} theme`, async () => {
      const { meet, panel, show } = await inCall();
      meet.theme = theme;
      for (const name of ['people', 'details', 'chat'] as const) {
        await show(name);
        await Promise.all(panel.getAnimations().map(({ finished }) => finished));
        await expect(panel).to.be.accessible();
      }
    });
  }
});

describe('the focus in <private-meet>', () => {
  it('goes to the button of what comes when what had it goes', async () => {
    const { meet, store } = await inCall();
    meet.shadowRoot?.querySelector('pm-controls')?.shadowRoot?.querySelector('button')?.focus();
    store.$state.set('left');
    await until(() => focused()?.matches('[part~="join"]') ?? false);
  });

  it('goes from a line that is over to the button in the bar', async () => {
    const { meet, store } = await inCall();
    store.$screen.set(true);
    const stop = () => meet.shadowRoot?.querySelector('pm-notice')?.shadowRoot?.querySelector('button');
    await until(() => !!stop());
    stop()?.focus();
    store.$screen.set(false);
    const screen = meet.shadowRoot?.querySelector('pm-controls')?.shadowRoot?.querySelector('[part~="button-screen"]');
    await until(() => focused() === screen);
  });

  it('goes from a lobby that gives way to the stage', async () => {
    const meet = await fixture<PrivateMeetElement>(html`<private-meet room="standup"></private-meet>`);
    await until(() => meet.state === 'lobby');
    const lobby = meet.shadowRoot?.querySelector('pm-lobby');
    await until(() => lobby?.shadowRoot?.querySelector('[part~="join"]') instanceof HTMLElement);
    lobby?.shadowRoot?.querySelector<HTMLElement>('[part~="join"]')?.focus();
    contextOf(meet, roomContext).$state.set('joined');
    await until(() => meet.shadowRoot?.activeElement?.matches('[part~="stage"]') ?? false);
  });

  it('is left alone when a person moved it away before', async () => {
    const { meet, store } = await inCall();
    const elsewhere = await fixture<HTMLButtonElement>(html`<button>elsewhere</button>`);
    meet.shadowRoot?.querySelector('pm-controls')?.shadowRoot?.querySelector('button')?.focus();
    elsewhere.focus();
    store.$state.set('left');
    await until(() => meet.shadowRoot?.querySelector('pm-controls') === null);
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    expect(document.activeElement).to.equal(elsewhere);
  });
});

describe('<pm-details>', () => {
  it('shows the figures of each connection, and copies a report', async () => {
    const { element, store } = await roomFixture<PmDetailsElement>(html`<pm-details></pm-details>`);
    expect(element.shadowRoot?.textContent).to.contain('Figures appear');
    store.$stats.set(
      new Map([
        [
          'b',
          {
            id: 'b',
            roundTripTime: 0.24,
            fractionLost: 0.08,
            bitrateIn: 1_430_000,
            bitrateOut: 312_000,
            path: 'relay',
            candidateTypes: ['relay', 'srflx'],
            framesPerSecond: 29.7,
            frameWidth: 1280,
            frameHeight: 720,
            qualityLimitationReason: 'bandwidth',
          },
        ],
      ]),
    );
    store.$peers.set(peersOf(peerOf({ id: 'b', name: 'Bo', path: 'relay', quality: 'poor' })));
    await elementUpdated(element);
    const text = element.shadowRoot?.textContent.replace(/\s+/gu, ' ') ?? '';
    for (const words of ['Bo', 'Poor connection', 'Through a relay', 'relay – srflx', '240', '8%', '1280 × 720', 'the network']) expect(text).to.contain(words); // prettier-ignore
    expect(element.shadowRoot?.querySelectorAll('[aria-live], dl [role="status"]').length).to.equal(0);
    await expect(element).to.be.accessible();
    let copied = '';
    const clipboard = { writeText: (report: string) => ((copied = report), Promise.resolve()) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    element.shadowRoot?.querySelector('button')?.click();
    await until(() => !!element.shadowRoot?.textContent.includes('Copied, without names'));
    expect(copied).to.contain('"peers"').and.not.to.contain('Bo');
    Reflect.deleteProperty(navigator, 'clipboard');
  });

  it('tells of the TURN server where there is no path: what the page’s author can mend, and a person in the call cannot', async () => {
    const { element, store } = await roomFixture<PmDetailsElement>(html`<pm-details></pm-details>`);
    store.$peers.set(peersOf(peerOf({ id: 'b', name: 'Bo', state: 'failed' })));
    await elementUpdated(element);
    expect(element.shadowRoot?.textContent).to.contain('This page has no TURN server');
    store.$hasTurn.set(true);
    await elementUpdated(element);
    expect(element.shadowRoot?.textContent).to.contain('The TURN server didn’t help either.');
  });

  it('says so when the browser does not let it copy', async () => {
    const { element } = await roomFixture<PmDetailsElement>(html`<pm-details></pm-details>`);
    const clipboard = { writeText: () => Promise.reject(new DOMException('no', 'NotAllowedError')) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    element.shadowRoot?.querySelector('button')?.click();
    await until(() => !!element.shadowRoot?.textContent.includes('didn’t let us copy'));
    Reflect.deleteProperty(navigator, 'clipboard');
  });
});

describe('<pm-timer>', () => {
  it('counts from when the room took us in, and is not announced', async () => {
    const { element, store } = await roomFixture<PmTimerElement>(html`<pm-timer></pm-timer>`);
    expect(element.shadowRoot?.querySelector('[role="timer"]')).to.equal(null);
    store.$joinedAt.set(performance.now() - 59_000);
    await until(() => element.shadowRoot?.querySelector('[role="timer"]')?.textContent.startsWith('1:') === true);
    expect(element.shadowRoot?.querySelector('[aria-live]')).to.equal(null);
    element.remove();
    expect(store.$joinedAt.lc).to.equal(0);
  });

  it('writes hours only when there are some', () => {
    expect([0, 75_999, 3_675_000, -5].map(clockText)).to.deep.equal(['0:00', '1:15', '1:01:15', '0:00']);
  });
});
