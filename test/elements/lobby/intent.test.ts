import { expect, html } from '@open-wc/testing';
import type { PmLobbyElement } from '../../../src/elements/lobby/pm-lobby.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { buttonOf, partOf, roomFixture, until } from '../../helpers/fixtures.js';

/** A lobby, its name field, and the names of those who it said may be about to join. */
const lobbyFixture = async (name = '') => {
  const { element, store } = await roomFixture<PmLobbyElement>(
    html`<pm-lobby style="height: 480px"></pm-lobby>`,
    (room) => {
      room.$state.set('lobby');
      room.$displayName.set(name);
    },
  );
  const signs: (string | undefined)[] = [];
  element.addEventListener('pm-request', (event) => {
    if (event.request === 'prepare') signs.push((event as RequestEvent<'prepare'>).detail?.name);
  });
  return { element, store, signs, field: partOf(element, 'name', HTMLInputElement) };
};
const happen = (target: Element, type: string): void => {
  target.dispatchEvent(new Event(type, { bubbles: true, composed: true }));
};
/** No person, in this page: a focus is a script's. */
const withActivation = (hasBeenActive: boolean, run: () => void): void => {
  Object.defineProperty(navigator, 'userActivation', { configurable: true, value: { hasBeenActive } });
  run();
  Reflect.deleteProperty(navigator, 'userActivation');
};

describe('whoever is in the lobby', () => {
  it('is not about to join for being there, nor for a name or a focus that the page gave', async () => {
    const { field, signs } = await lobbyFixture('Ann');
    withActivation(false, () => {
      happen(field, 'focusin');
      happen(field, 'focusout');
    });
    expect(signs).to.deep.equal([]);
  });

  for (const sign of ['pointerdown', 'keydown', 'focusin']) {
    it(`may be about to join who touches a button: ${sign}`, async () => {
      const { element, signs } = await lobbyFixture('Ann');
      withActivation(true, () => {
        happen(buttonOf(element, 'join'), sign);
      });
      expect(signs).to.deep.equal(['Ann']);
    });
  }

  it('is asked for nothing while they write, and has a name once they leave the field', async () => {
    const { field, signs } = await lobbyFixture();
    field.value = ' Bo ';
    for (const type of ['pointerdown', 'keydown', 'input']) happen(field, type);
    expect(signs).to.deep.equal([]);
    happen(field, 'focusout');
    expect(signs).to.deep.equal(['Bo']);
  });

  it('has a name once the field rests', async () => {
    const { field, signs } = await lobbyFixture();
    field.value = 'Bo';
    happen(field, 'input');
    await until(() => signs.length > 0);
    expect(signs).to.deep.equal(['Bo']);
  });

  it('says nothing any more once they join', async () => {
    const { element, store, signs } = await lobbyFixture('Ann');
    element.arriving = true;
    store.$state.set('connecting');
    happen(element, 'pointerdown');
    expect(signs).to.deep.equal([]);
  });
});
