import { elementUpdated, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { PrivateMeetElement } from '../../../src/index.js';
import type { BeforeEvent, MeetErrorEvent, StateChangeEvent } from '../../../src/room/events.js';
import { buttonOf, next, until } from '../../helpers/fixtures.js';

const innerOf = <T extends keyof HTMLElementTagNameMap>(meet: Element, tag: T): HTMLElementTagNameMap[T] => {
  const inner = meet.shadowRoot?.querySelector(tag);
  if (!inner) throw new Error(`no <${tag}>`);
  return inner;
};
const inLobby = async (): Promise<PrivateMeetElement> => {
  const meet = await fixture<PrivateMeetElement>(html`<private-meet room="standup"></private-meet>`);
  await until(() => meet.state === 'lobby');
  await elementUpdated(meet);
  await elementUpdated(innerOf(meet, 'pm-lobby'));
  return meet;
};
const messageOf = async (meet: Element): Promise<string> => {
  await until(() => meet.shadowRoot?.querySelector('pm-message')?.shadowRoot?.querySelector('h2') instanceof Element);
  return innerOf(meet, 'pm-message').shadowRoot?.querySelector('h2')?.textContent ?? '';
};

describe('<private-meet>', () => {
  it('shows its lobby by itself and opens no device', async () => {
    const meet = await inLobby();
    expect(meet.matches(':state(lobby)')).to.equal(true);
    expect([meet.microphone, meet.camera]).to.deep.equal([false, false]);
    await expect(meet).to.be.accessible();
  });

  it('keeps what was set before it was defined', async () => {
    const plain = document.createElement('private-meet-early');
    Object.assign(plain, { room: 'standup', displayName: 'Ann', microphoneOff: true, microphone: false });
    document.body.append(plain);
    class Early extends PrivateMeetElement {}
    customElements.define('private-meet-early', Early);
    if (!(plain instanceof Early)) throw new Error('not upgraded');
    const early: PrivateMeetElement = plain;
    await until(() => early.state === 'lobby');
    expect(early).to.include({ room: 'standup', displayName: 'Ann', microphoneOff: true, microphone: false });
    early.remove();
  });

  it('has a box of its own: 16:9, at least 320 px high, as wide as there is room, or as the page says', async () => {
    const box = await fixture<HTMLElement>(
      html`<div style="width: 900px"><private-meet room="x"></private-meet><private-meet room="y" style="height: 700px"></private-meet></div>`,
    );
    const [free, tall] = [...box.children].map((child) => child.getBoundingClientRect());
    expect(free?.width).to.equal(900);
    expect(free?.height).to.equal(506.25);
    expect([tall?.width, tall?.height]).to.deep.equal([900, 700]);
    box.style.setProperty('width', '300px');
    expect(box.firstElementChild?.getBoundingClientRect().height).to.equal(320);
    expect(box.firstElementChild?.getBoundingClientRect().width).to.equal(300);
    // Where the page asks it how wide it would be.
    box.style.cssText = 'width: 900px; display: grid; grid-template-columns: auto 1fr';
    expect(box.firstElementChild?.getBoundingClientRect().width).to.equal(320);
  });

  it('says that there is no room, and recovers when the page names one', async () => {
    const meet = document.createElement('private-meet');
    const told = next<MeetErrorEvent>(meet, 'pm-error');
    document.body.append(meet);
    expect((await told).error.code).to.equal('room-missing');
    expect(await messageOf(meet)).to.equal('There is no room to join yet');
    meet.room = 'standup';
    await until(() => meet.state === 'lobby');
    meet.remove();
  });

  for (const [attribute, value, code] of [
    ['ice-servers', '[{"urls":', 'ice-servers-invalid'],
    ['ice-servers', '[{"url":"stun:a.example"}]', 'ice-servers-invalid'],
    ['token', 'nonsense', 'token-malformed'],
    ['server', 'ftp://a.example', 'server-invalid'],
  ] as const) {
    it(`says in words that ${attribute}=${value} can’t be used`, async () => {
      const meet = document.createElement('private-meet');
      meet.room = 'standup';
      meet.setAttribute(attribute, value);
      const told = next<MeetErrorEvent>(meet, 'pm-error');
      document.body.append(meet);
      const { error } = await told;
      expect(error.code).to.equal(code);
      expect(error.message).not.to.contain(value);
      expect(meet.matches(':state(failed)')).to.equal(true);
      expect(await messageOf(meet)).to.have.length.greaterThan(10);
      await expect(meet).to.be.accessible();
      meet.remove();
    });
  }

  it('says that the server can’t be reached, and tries again when asked to', async () => {
    const meet = await inLobby();
    meet.server = 'http://127.0.0.1:9/';
    const told = next<MeetErrorEvent>(meet, 'pm-error');
    buttonOf(innerOf(meet, 'pm-lobby'), 'join').click();
    expect((await told).error.code).to.equal('server-unreachable');
    expect(meet.error?.code).to.equal('server-unreachable');
    expect(await messageOf(meet)).to.equal('The meeting server can’t be reached');
    const again = next<StateChangeEvent>(meet, 'pm-state-change');
    buttonOf(innerOf(meet, 'pm-message'), 'button').click();
    expect((await again).state).to.equal('connecting');
  });

  it('lets the page refuse or hold what a person asks for, not what the page does', async () => {
    const meet = await inLobby();
    const join = buttonOf(innerOf(meet, 'pm-lobby'), 'join');
    const refused = next<BeforeEvent>(meet, 'pm-before-join');
    meet.addEventListener('pm-before-join', (event) => event.preventDefault(), { once: true });
    join.click();
    expect(await (await refused).settled()).to.equal(false);
    expect(meet.state).to.equal('lobby');

    let resolve = (): void => undefined;
    const promise = new Promise<void>((settle) => (resolve = settle));
    meet.addEventListener('pm-before-join', (event) => event.waitUntil(promise), { once: true });
    const asked = next(meet, 'pm-before-join');
    join.click();
    await asked;
    expect(meet.state).to.equal('lobby');
    const going = next<StateChangeEvent>(meet, 'pm-state-change');
    resolve();
    expect((await going).state).to.equal('connecting');
  });

  it('does what invoker commands ask', async () => {
    const meet = await inLobby();
    const command = (name: string) => meet.dispatchEvent(Object.assign(new Event('command'), { command: name }));
    const off = () => buttonOf(innerOf(meet, 'pm-lobby'), 'button-camera').getAttribute('aria-pressed');
    expect(off()).to.equal('false');
    command('--toggle-camera');
    await until(() => off() === 'true');
    const asked = oneEvent(meet, 'pm-before-join');
    command('--join');
    await asked;
  });

  it('keeps what its inner elements ask for to itself', async () => {
    const meet = await inLobby();
    let leaked = 0;
    for (const target of [meet, document]) target.addEventListener('pm-request', () => leaked++);
    buttonOf(innerOf(meet, 'pm-lobby'), 'button-microphone').click();
    expect(leaked).to.equal(0);
  });

  it('opens the devices to look at oneself, and turns them off and on again in the lobby', async () => {
    const meet = await inLobby();
    const lobby = innerOf(meet, 'pm-lobby');
    lobby.shadowRoot?.querySelector<HTMLButtonElement>('.before button')?.click();
    await until(() => meet.camera && meet.microphone);
    expect(meet.matches(':state(camera)')).to.equal(true);
    buttonOf(lobby, 'button-camera').click();
    await until(() => !meet.camera);
    await elementUpdated(lobby);
    expect(buttonOf(lobby, 'button-camera').getAttribute('aria-pressed')).to.equal('true');
    buttonOf(lobby, 'button-camera').click();
    await until(() => meet.camera);
    meet.microphoneOff = true;
    await until(() => !meet.microphone);
    meet.microphoneOff = false;
    await elementUpdated(meet);
    expect(meet.microphone).to.equal(false);
  });

  it('takes what a page slots in place of its own, which then does not exist twice', async () => {
    const meet = await fixture<PrivateMeetElement>(
      html`<private-meet room="standup">
        <p slot="lobby">ours</p>
        <div><pm-controls></pm-controls></div>
      </private-meet>`,
    );
    await until(() => meet.state === 'lobby');
    await elementUpdated(meet);
    expect(meet.shadowRoot?.querySelector('pm-lobby')).to.equal(null);
    const inner = meet.querySelector('pm-controls');
    await until(() => inner?.shadowRoot?.querySelector('button') instanceof Element); // it found the room
    meet.querySelector('p')?.remove();
    await until(() => meet.shadowRoot?.querySelector('pm-lobby') instanceof Element);
  });

  it('survives a hostile page', async () => {
    const style = document.createElement('style');
    style.textContent =
      '* { color: red !important; text-transform: uppercase; letter-spacing: 9px; font-size: 40px; line-height: 4; float: none }';
    document.head.append(style);
    const meet = await inLobby();
    const label = innerOf(meet, 'pm-lobby').shadowRoot?.querySelector('label');
    const { color, textTransform, letterSpacing, fontSize } = getComputedStyle(label ?? meet);
    style.remove();
    expect(color).not.to.equal('rgb(255, 0, 0)');
    expect([textTransform, letterSpacing]).to.deep.equal(['none', 'normal']);
    expect(Number.parseFloat(fontSize)).to.be.below(40.1);
  });
});
