import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/index.js';
import type { PrivateMeetElement } from '../../../src/elements/meeting/private-meet.js';
import { RequestEvent } from '../../../src/elements/shared/request-event.js';
import type { MeetError } from '../../../src/errors.js';
import { until } from '../../helpers/fixtures.js';
import { relayPage, tokenOf } from '../../helpers/relayed.js';
import { type DeviceStub, stubDevices } from '../../media/device-stub.js';

const WORDS = 'orbit lemon quiet drum';

describe('<private-meet> that knows who is at the other end', () => {
  let devices: DeviceStub;
  let page: ReturnType<typeof relayPage>;
  beforeEach(() => {
    devices = stubDevices();
    devices.answerBy((request) => request.allow());
    page = relayPage();
  });
  afterEach(async () => {
    page.restore();
    await devices.restore();
  });

  const meetOf = (name: string, passphrase = '', trust?: string) =>
    fixture<PrivateMeetElement>(
      html`<private-meet
        room="standup"
        token=${tokenOf(name)}
        ice-servers="[]"
        autojoin
        microphone-off
        camera-off
        trust=${trust ?? ''}
        .passphrase=${passphrase}
      ></private-meet>`,
    );
  const both = (passphrase: string, other: string) => Promise.all([meetOf('ann', passphrase), meetOf('bo', other)]);
  const errorsOf = (meet: PrivateMeetElement): string[] => {
    const codes: string[] = [];
    meet.addEventListener('pm-error', ({ error }: Event & { readonly error: MeetError }) => {
      codes.push([error.code, error.peer, error.reason].join(' '));
    });
    return codes;
  };

  it('has states for CSS: each of the others is verified, somebody is refused', async () => {
    const [ann, bo] = await both(WORDS, WORDS);
    expect(ann.matches(':state(verified)'), 'alone').to.equal(false);
    await until(() => ann.matches(':state(verified)') && bo.matches(':state(verified)'));
    expect(ann.matches(':state(refused)')).to.equal(false);
    const cy = await meetOf('cy', 'another');
    const codes = errorsOf(ann);
    await until(() => ann.matches(':state(refused)') && cy.matches(':state(refused)'));
    expect(ann.matches(':state(verified)')).to.equal(false);
    await until(() => codes.includes('peer-refused cy passphrase'));
  });

  it('reads trust as written, in any case, and a slip of the pen as require', async () => {
    const meet = await fixture<PrivateMeetElement>(html`<private-meet></private-meet>`);
    expect(meet.trust).to.equal(undefined);
    for (const [written, read] of [
      ['require', 'require'],
      [' Prefer ', 'prefer'],
      ['preferred', 'require'],
      ['false', 'require'],
      [' ', undefined],
    ] as const) {
      meet.setAttribute('trust', written);
      expect(meet.trust, written).to.equal(read);
    }
    meet.removeAttribute('trust');
    expect(meet.trust).to.equal(undefined);
  });

  it('shows the lobby where a passphrase is required that the page did not give, and joins with the one that the person gives', async () => {
    const [ann, bo] = await Promise.all([meetOf('ann', '', 'require'), meetOf('bo', WORDS)]);
    await until(() => ann.state === 'lobby' && bo.state === 'joined');
    const refused = await ann.join().then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refused).to.include({ code: 'passphrase-missing' });
    ann.shadowRoot!.firstElementChild!.dispatchEvent(new RequestEvent('set-passphrase', undefined, WORDS));
    await ann.join();
    await until(() => ann.matches(':state(verified)') && bo.matches(':state(verified)'));
    expect(ann.outerHTML).not.to.include(WORDS);
  });

  it('gives the page the code, and a person’s word that it is the same', async () => {
    const [ann, bo] = await both('', '');
    const changes: string[] = [];
    ann.addEventListener('pm-safety-change', ({ safety }: Event & { readonly safety: { state: string } }) =>
      changes.push(safety.state),
    );
    await until(() => ann.safetyCode !== undefined && bo.safetyCode !== undefined);
    expect(ann.safetyCode).to.equal(bo.safetyCode);
    expect(ann.safety).to.deep.include({ state: 'ready', covers: ['bo'] });
    expect(changes.at(-1)).to.equal('ready');
    const told: boolean[] = [];
    const say = (code: string) => {
      ann.shadowRoot!.firstElementChild!.dispatchEvent(
        new RequestEvent('confirm-safety-code', { code, settle: (isCurrent) => told.push(isCurrent) }),
      );
    };
    say('1');
    say(ann.safetyCode ?? '');
    expect(told).to.deep.equal([false, true]);
    expect(ann.peers[0]?.trust).to.equal('code');
    expect(bo.confirmSafetyCode('1')).to.equal(false);
    const before = changes.length;
    ann.shadowRoot!.firstElementChild!.dispatchEvent(new RequestEvent('doubt-safety-code'));
    expect(ann.peers.map(({ trust, verified }) => [trust, verified])).to.deep.equal([['unverified', false]]);
    expect(ann.matches(':state(verified)')).to.equal(false);
    expect(changes.slice(before)).to.deep.equal(['ready']);
  });
});
