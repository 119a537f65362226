import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import type { PrivateMeetElement } from '../../../src/elements/meeting/private-meet.js';
import { LANGUAGES } from '../../../src/locales/languages.js';

// As in every Angular page: puts a Promise and EventTarget methods of its own in the platform's place, before anything else.
const ZONE = '../../../node_modules/zone.js/bundles/zone.umd.js';
await import(ZONE);
await import('../../../src/index.js');
const { until } = await import('../../helpers/fixtures.js');
const { relayPage, tokenOf } = await import('../../helpers/relayed.js');

/** What an old library adds to everything there is; resolves to its removal. */
const addToPrototypes = (): (() => void) => {
  const added = [Object.prototype, Array.prototype, Function.prototype, String.prototype];
  for (const one of added) Object.assign(one, { each: (): void => undefined });
  return () => {
    for (const one of added) Reflect.deleteProperty(one, 'each');
  };
};

describe('<private-meet> in a page that changed the platform', () => {
  let relay: ReturnType<typeof relayPage>['relay'];
  let restore: () => void;
  beforeEach(() => {
    ({ relay, restore } = relayPage());
  });
  afterEach(() => restore());

  it('is a page whose Promise is not the browser’s', () => {
    expect((async () => Promise.resolve())()).not.to.be.instanceOf(Promise);
  });

  it('is drawn in every language', async () => {
    for (const lang of LANGUAGES) {
      const meet = await fixture<PrivateMeetElement>(html`<private-meet room="words" lang=${lang}></private-meet>`);
      const root = (): Element | null | undefined => meet.shadowRoot?.querySelector('.root');
      const lobby = (): Element | null | undefined => meet.shadowRoot?.querySelector('pm-lobby');
      await until(() => root()?.getAttribute('lang') === lang && !!lobby()?.shadowRoot?.querySelector('form'));
      meet.remove();
    }
  });

  const meetEachOther = async (): Promise<void> => {
    const enter = async (name: string): Promise<PrivateMeetElement> => {
      const meet = await fixture<PrivateMeetElement>(
        html`<private-meet room="standup" lang="de" ice-servers="[]" autojoin></private-meet>`,
      );
      meet.tokenProvider = () => Promise.resolve(tokenOf(name)); // the page's own kind of promise
      meet.iceServersProvider = () => Promise.resolve([]);
      await until(() => meet.state === 'joined');
      await elementUpdated(meet);
      return meet;
    };
    const [ann, bo] = [await enter('ann'), await enter('bo')];
    for (const meet of [ann, bo]) await until(() => meet.peers[0]?.state === 'connected');
    await Promise.all([ann.leave(), bo.leave()]);
    expect([ann.state, bo.state]).to.deep.equal(['left', 'left']);
    await until(() => relay.members('standup').length === 0);
  };

  it('is in a call', meetEachOther);

  it('is in a call where an old library added to every object', async () => {
    const remove = addToPrototypes();
    try {
      await meetEachOther();
    } finally {
      remove();
    }
  });
});
