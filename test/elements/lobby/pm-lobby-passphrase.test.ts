import { elementUpdated, expect, html } from '@open-wc/testing';
import type { PmLobbyElement } from '../../../src/elements/lobby/pm-lobby.js';
import { $lobbyParts } from '../../../src/elements/lobby/late-lobby.js';
import type { RequestEvent } from '../../../src/elements/shared/request-event.js';
import { MeetError } from '../../../src/errors.js';
import { words } from '../../../src/locales/words/en.js';
import type { RoomStore } from '../../../src/room/room-store.js';
import { roomFixture, until } from '../../helpers/fixtures.js';
import { buttonNamed, detailsOf, secretsOf, textsOf } from '../chat/messages.js';

const lobbyFixture = async (set?: (store: RoomStore) => void) => {
  const room = await roomFixture<PmLobbyElement>(html`<pm-lobby style="height: 700px"></pm-lobby>`, (store) => {
    store.$state.set('lobby');
    store.$room.set('standup');
    store.$asksName.set(true);
    store.$requiresTrust.set(true);
    set?.(store);
  });
  const asked: RequestEvent[] = [];
  room.box.addEventListener('pm-request', (event) => {
    // As the meeting does.
    if (event.request === 'set-passphrase') room.store.$hasPassphrase.set(true);
    asked.push(event);
  });
  const { element } = room;
  const field = (): HTMLInputElement | null => element.shadowRoot?.querySelector<HTMLInputElement>('#secret') ?? null;
  const submit = async (): Promise<void> => {
    element.shadowRoot?.querySelector('form')?.requestSubmit();
    await elementUpdated(element);
  };
  return { ...room, asked, field, submit };
};

describe('The passphrase in <pm-lobby>', () => {
  it('is asked for only where it is required and not given yet', async () => {
    const { element, store, field } = await lobbyFixture();
    expect(field()?.type).to.equal('password');
    store.$hasPassphrase.set(true);
    await elementUpdated(element);
    expect(field()).to.equal(null);
    store.$hasPassphrase.set(false);
    store.$requiresTrust.set(false);
    await elementUpdated(element);
    expect(field()).to.equal(null);
  });

  it('is handed over before one joins, trimmed by nobody here', async () => {
    const { asked, field, submit } = await lobbyFixture();
    field()!.value = ' four  words ';
    await submit();
    expect(asked.map(({ request }) => request).filter((request) => request !== 'want-parts')).to.deep.equal([
      'set-passphrase',
      'join',
    ]);
    expect(secretsOf(asked, 'set-passphrase')).to.deep.equal([' four  words ']);
    expect(field()).to.equal(null);
  });

  it('is missed at its field, and nobody joins without', async () => {
    const { element, asked, field, submit } = await lobbyFixture();
    field()!.value = '   ';
    await submit();
    expect(detailsOf(asked, 'join')).to.deep.equal([]);
    expect(element.shadowRoot?.activeElement).to.equal(field());
    expect(field()?.ariaInvalid).to.equal('true');
    expect(textsOf(element, '#secret-hint')).to.deep.equal([
      'This call needs a passphrase. Enter the one that the others have.',
    ]);
    await expect(element).to.be.accessible();
  });

  it('is missed there too when the page joined without', async () => {
    const { element, field } = await lobbyFixture((store) => {
      store.$error.set(new MeetError('passphrase-missing', ''));
      store.$state.set('failed');
    });
    expect(field()?.ariaInvalid).to.equal('true');
    expect(element.shadowRoot?.querySelector('.wrong')).to.equal(null);
    expect(textsOf(element, '#secret-hint')[0]).to.contain('This call needs a passphrase.');
  });

  it('can be four words by chance, shown, copied, and other ones each time', async () => {
    const copied: string[] = [];
    const own = Object.getOwnPropertyDescriptor(navigator, 'clipboard');
    const clipboard = { writeText: (text: string) => Promise.resolve(copied.push(text)) };
    Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    try {
      const { element, field } = await lobbyFixture();
      const suggest = async (): Promise<string> => {
        const before = field()?.value;
        buttonNamed(element, 'Suggest four words').click();
        await until(() => field()?.value !== before);
        return field()?.value ?? '';
      };
      const first = await suggest();
      await elementUpdated(element);
      expect(field()?.type).to.equal('text');
      expect(first.split(' ')).to.have.length(4);
      for (const word of first.split(' ')) expect(words).to.include(word);
      expect(await suggest()).not.to.equal(first);
      await elementUpdated(element);
      expect(textsOf(element, '.secret [role="status"]').join(' ')).to.contain('not with the link');
      buttonNamed(element, 'Copy passphrase').click();
      await until(() => textsOf(element, '.secret [role="status"]').includes('Copied'));
      expect(copied).to.deep.equal([field()?.value]);
    } finally {
      if (own) Object.defineProperty(navigator, 'clipboard', own);
      else Reflect.deleteProperty(navigator, 'clipboard');
    }
  });

  it('is asked for before its suggestions have come', async () => {
    const late = $lobbyParts.get();
    $lobbyParts.set(undefined);
    try {
      const { element, field, asked, submit } = await lobbyFixture();
      expect(element.shadowRoot?.querySelector('.suggest')).to.equal(null);
      field()!.value = 'words';
      await submit();
      expect(detailsOf(asked, 'join')).to.have.length(1);
    } finally {
      $lobbyParts.set(late);
    }
  });
});
