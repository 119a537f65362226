import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { ViewRequests } from '../../../src/elements/meeting/view-requests.js';

class Viewer extends LitElement {
  shortcutsOff = false;
  readonly view = new ViewRequests(this);
}
customElements.define('test-viewer', Viewer);

describe('ViewRequests', () => {
  it('keeps how one looks at the meeting', async () => {
    const viewer = await fixture<Viewer>(html`<test-viewer></test-viewer>`);
    const { $selfHidden, $shortcuts, $hasShortcuts, $pictureInPicture } = viewer.view.state;
    viewer.dispatchEvent(new RequestEvent('toggle-self-view'));
    expect($selfHidden.get()).to.equal(true);
    viewer.dispatchEvent(new RequestEvent('toggle-self-view'));
    expect($selfHidden.get()).to.equal(false);
    viewer.dispatchEvent(new RequestEvent('show-shortcuts', { open: true }));
    expect($shortcuts.get()).to.equal(true);
    viewer.dispatchEvent(new RequestEvent('show-shortcuts', { open: false }));
    expect($shortcuts.get()).to.equal(false);
    let toggled = 0;
    $pictureInPicture.set({ on: false, toggle: () => (toggled += 1) });
    viewer.dispatchEvent(new RequestEvent('toggle-pip'));
    expect(toggled).to.equal(1);
    viewer.shortcutsOff = true;
    viewer.requestUpdate();
    await viewer.updateComplete;
    expect($hasShortcuts.get()).to.equal(false);
  });
});
