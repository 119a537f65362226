import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmTrustElement } from '../../../src/elements/trust/pm-trust.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { LANGUAGES } from '../../../src/locales/languages.js';
import { load } from '../../../src/locales/load.js';
import { peersOf, until } from '../../helpers/fixtures.js';
import { buttonNamed, detailsOf, secretsOf, standsIn, textsOf } from '../chat/messages.js';
import { BO, CEM, provedOf, refusedOf, safetyOf, trustFixture, type TrustFixture } from './trust-fixture.js';

const panel = (set?: (store: RoomStore) => void): Promise<TrustFixture<PmTrustElement>> =>
  trustFixture(html`<pm-trust style="inline-size: 320px"></pm-trust>`, set);
const ready = (store: RoomStore): void => store.$safety.set(safetyOf('482917305', ['b', 'c']));
const all = (element: Element): string => textsOf(element, '.root').join(' ').replace(/\s+/gu, ' ');
const find = (element: Element, selector: string): HTMLElement | null =>
  element.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;

describe('<pm-trust>', () => {
  it('shows the code in threes to the eye, and digit by digit to a screen reader', async () => {
    const { element } = await panel(ready);
    expect(textsOf(element, '.digits [aria-hidden] span')).to.deep.equal(['482', '917', '305']);
    expect(textsOf(element, '.digits .visually-hidden')).to.deep.equal(['4 8 2, 9 1 7, 3 0 5']);
  });

  it('keeps the digits as they are in every language, left to right', async () => {
    const { element, speak } = await panel(ready);
    for (const language of LANGUAGES.filter((tag) => tag !== 'en')) {
      speak(await load(language));
      await elementUpdated(element);
      expect(textsOf(element, '.digits [aria-hidden] span').join(''), language).to.equal('482917305');
      expect(find(element, '.digits')?.dir).to.equal('ltr');
    }
  });

  it('says whom the code is for, and for whom it is not and why', async () => {
    const { element, turn } = await panel(ready);
    expect(all(element)).to.contain('For you, Bo, and Cem.');
    await turn((store) => {
      store.$peers.set(peersOf(BO, { ...CEM, trust: 'unsupported' }));
      store.$safety.set(safetyOf('482917305', ['b'], ['c']));
    });
    expect(all(element)).to.contain('For you and Bo. Not for Cem: older app.');
  });

  it('says that there is no code while people see different ones, and who sees whom', async () => {
    const { element } = await panel((store) => {
      store.$peers.set(peersOf(BO, { ...CEM, state: 'failed' }));
      store.$safety.set({ state: 'split', code: undefined, covers: [], missing: ['b', 'c'] });
    });
    expect(all(element)).to.contain('There is no code: not everybody sees the same people.');
    expect(all(element)).to.contain('Not for Bo: not everybody in sight. Not for Cem: no connection.');
    expect(find(element, '.digits')).to.equal(null);
    expect(find(element, '.differs')).to.equal(null);
  });

  it('asks for the code that one sees to be confirmed, and says so once it is', async () => {
    const { element, asked, turn } = await panel(ready);
    buttonNamed(element, 'It is the same for everybody').click();
    const [detail] = detailsOf(asked, 'confirm-safety-code');
    expect(detail?.code).to.equal('482917305');
    await turn((store) => store.$peers.set(peersOf(provedOf(BO, 'code'), provedOf(CEM, 'code'))));
    detail?.settle?.(true);
    await until(() => element.shadowRoot?.activeElement?.matches('.differs') === true);
    expect(textsOf(element, '.same')).to.deep.equal(['You said that it is the same for everybody.']);
    expect(textsOf(element, '.note').filter((text) => text === 'Verified by safety code')).to.have.length(2);
  });

  it('lets nobody confirm digits that changed under the pointer, for a moment', async () => {
    const { element, asked, turn } = await panel(ready);
    const button = (): HTMLButtonElement => buttonNamed(element, 'It is the same for everybody');
    expect(button().ariaDisabled).to.equal('false');
    await turn((store) => store.$safety.set(safetyOf('111222333', ['b', 'c'])));
    expect(button().ariaDisabled).to.equal('true');
    button().click();
    expect(asked).to.deep.equal([]);
    await until(() => button().ariaDisabled === 'false');
    button().click();
    expect(detailsOf(asked, 'confirm-safety-code')[0]?.code).to.equal('111222333');
  });

  it('warns where the code differs, and cuts nothing by itself', async () => {
    const { element, asked } = await panel(ready);
    buttonNamed(element, 'It differs').click();
    await until(() => element.shadowRoot?.activeElement?.matches('.back') === true);
    expect(textsOf(element, '[role="alert"]')).to.deep.equal([
      'Somebody may be listening in. Say nothing private. Leave, and meet another way.',
    ]);
    expect(asked.map(({ request }: RequestEvent) => request)).to.deep.equal(['doubt-safety-code']);
    buttonNamed(element, 'Leave the call').click();
    expect(asked.map(({ request }: RequestEvent) => request)).to.deep.equal(['doubt-safety-code', 'leave']);
    buttonNamed(element, 'Back').click();
    await until(() => element.shadowRoot?.activeElement?.matches('.differs') === true);
    expect(find(element, '.warning')).to.equal(null);
  });

  it('promises no more than is so', async () => {
    const { element, turn } = await panel();
    const promise = (): string => textsOf(element, '.promise')[0] ?? '';
    const peers = (...given: Parameters<typeof peersOf>) => turn((store) => store.$peers.set(peersOf(...given)));
    expect(promise()).to.equal('Encrypted, not verified: whoever runs the server could listen in.');
    await turn((store) => store.$hasPassphrase.set(true));
    await peers(provedOf(BO), CEM);
    expect(promise()).to.contain('not verified');
    await peers(provedOf(BO), provedOf(CEM));
    const knows =
      'Everybody you see and hear knows the passphrase. Nobody who does not know it can listen in, the server included.';
    expect(promise()).to.equal(knows);
    await peers(provedOf(BO), refusedOf(CEM, 'passphrase'));
    expect(promise()).to.equal(knows);
    await turn((store) => store.$hasPassphrase.set(false));
    await peers(provedOf(BO, 'code'), provedOf(CEM, 'code'));
    expect(promise()).to.equal('If everybody sees the same code, nobody sits between any two of you.');
    await turn((store) => store.$requiresTrust.set(true));
    await turn((store) => store.$hasPassphrase.set(true));
    await peers(BO);
    expect(promise()).to.equal(knows);
  });

  it('says of each person how far one knows who it is, and of a refusal why', async () => {
    const { element, turn } = await panel();
    const of = async (peer: typeof BO): Promise<string> => {
      await turn((store) => store.$peers.set(peersOf(peer)));
      return textsOf(element, '[role="listitem"] .note')[0] ?? '';
    };
    expect(await of(provedOf(BO))).to.equal('Verified by passphrase');
    expect(await of({ ...BO, trust: 'unsupported' })).to.equal('Older app, cannot be verified');
    expect(await of(refusedOf(BO, 'passphrase'))).to.equal(
      'Bo’s passphrase is not yours, or somebody sits between you. Nothing goes to Bo.',
    );
    expect(await of(refusedOf(BO, 'identity'))).to.equal(
      'This connection leads to somebody else than Bo. The server may be tampering.',
    );
    expect(await of(refusedOf(BO, 'name'))).to.contain('another name for this person than their own');
    expect(textsOf(element, '.name')).to.deep.equal(['Guest']);
  });

  it('takes a passphrase once somebody has one, shows it on request, and keeps it nowhere', async () => {
    const { element, asked, turn } = await panel();
    const field = (): HTMLInputElement | null => element.shadowRoot?.querySelector<HTMLInputElement>('#secret') ?? null;
    const submit = (): void => element.shadowRoot?.querySelector('form')?.requestSubmit();
    expect(field()).to.equal(null);
    await turn((store) => store.$wantsPassphrase.set(true));
    expect(all(element)).to.contain('Somebody here has a passphrase.');
    submit();
    expect(element.shadowRoot?.activeElement).to.equal(field());
    expect(field()?.type).to.equal('password');
    buttonNamed(element, 'Show passphrase').click();
    await elementUpdated(element);
    expect(field()?.type).to.equal('text');
    field()!.value = 'four random words here';
    submit();
    await elementUpdated(element);
    expect(secretsOf(asked, 'set-passphrase')).to.deep.equal(['four random words here']);
    expect(standsIn(asked, 'four random words here'), 'a listener on the page sees the event').to.equal(false);
    expect([field()?.value, field()?.type]).to.deep.equal(['', 'password']);
    await turn((store) => {
      store.$hasPassphrase.set(true);
      store.$peers.set(peersOf(refusedOf(BO, 'passphrase'), refusedOf(CEM, 'passphrase')));
    });
    expect(all(element)).to.contain('Nobody here has your passphrase. Check how it is written.');
    await turn((store) => store.$wantsPassphrase.set(false));
    expect(field()).to.equal(null);
  });

  it('has the focus still when the field for the passphrase goes', async () => {
    const { element, turn } = await panel((store) => store.$wantsPassphrase.set(true));
    find(element, '#secret')?.focus();
    await turn((store) => store.$wantsPassphrase.set(false));
    expect(element.shadowRoot?.activeElement).to.equal(find(element, '.promise'));
  });

  it('has places for what is read out before there is something', async () => {
    const { element, turn } = await panel(ready);
    const places = () => [...(element.shadowRoot?.querySelectorAll('[role="status"], [role="alert"]') ?? [])];
    const before = places();
    expect(before.map(({ textContent }) => textContent.trim())).to.deep.equal(['', '', '']);
    await turn((store) => {
      store.$wantsPassphrase.set(true);
      store.$peers.set(peersOf(provedOf(BO, 'code'), provedOf(CEM, 'code')));
    });
    const read = () => places().map(({ textContent }) => textContent.trim());
    expect(read()).to.deep.equal([
      'Somebody here has a passphrase.',
      '',
      'You said that it is the same for everybody.',
    ]);
    buttonNamed(element, 'It differs').click();
    await elementUpdated(element);
    expect(read()[1]).to.contain('Somebody may be listening in.');
    expect(places().every((place, index) => place === before[index])).to.equal(true);
  });

  it('is accessible in every state', async () => {
    const { element, turn } = await panel();
    await expect(element).to.be.accessible();
    await turn(ready);
    await turn((store) => store.$wantsPassphrase.set(true));
    await expect(element).to.be.accessible();
    await turn((store) => store.$peers.set(peersOf(provedOf(BO), refusedOf(CEM, 'liar'))));
    buttonNamed(element, 'It differs').click();
    await elementUpdated(element);
    await expect(element).to.be.accessible();
  });
});
