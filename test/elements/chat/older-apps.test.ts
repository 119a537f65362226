import { elementUpdated, expect } from '@open-wc/testing';
import { until } from '../../helpers/fixtures.js';
import { buttonNamed, chatFixture, detailsOf, messageOf, press, secretsOf, standsIn, textsOf } from './messages.js';

const input = (element: Element): HTMLInputElement => {
  const found = element.shadowRoot?.querySelector<HTMLInputElement>('.secret input');
  if (!found) throw new Error('no field for the passphrase');
  return found;
};
const submit = (element: Element): void =>
  element.shadowRoot?.querySelector<HTMLFormElement>('.secret')?.requestSubmit();

describe('People with an older app, in <pm-chat>', () => {
  it('are asked about once they are there, and written to or left out as one says', async () => {
    const { element, store, asked } = await chatFixture();
    const line = (): string => textsOf(element, '.older p')[0] ?? '';
    const show = async (state: Parameters<typeof store.$olderApps.set>[0]): Promise<string> => {
      store.$olderApps.set(state);
      await elementUpdated(element);
      return line();
    };
    expect(line()).to.equal('');
    expect(await show('ask')).to.contain('protected by the room’s name only');
    buttonNamed(element, 'Send to them too').click();
    expect(await show('room-name')).to.contain('get your messages');
    buttonNamed(element, 'Change').click();
    await elementUpdated(element);
    buttonNamed(element, 'Leave them out').click();
    expect(await show('left-out')).to.contain('don’t get your messages');
    expect(detailsOf(asked, 'answer-older-apps')).to.deep.equal([{ allow: true }, { allow: false }]);
    expect(await show('none')).to.equal('');
  });

  it('are written to under a passphrase, which can be shown, changed and taken away', async () => {
    const { element, store, asked } = await chatFixture((all) => all.$olderApps.set('ask'));
    buttonNamed(element, 'Use a passphrase').click();
    await until(() => element.shadowRoot?.activeElement?.matches('.secret input') === true);
    expect(input(element).type).to.equal('password');
    expect(textsOf(element, '#secret-hint')[0]).to.contain('guess');
    input(element).value = 'correct horse';
    buttonNamed(element, 'Show passphrase').click();
    await elementUpdated(element);
    expect([input(element).type, input(element).value]).to.deep.equal(['text', 'correct horse']);
    submit(element);
    expect(secretsOf(asked, 'set-chat-passphrase')).to.deep.equal(['correct horse']);
    expect(standsIn(asked, 'correct horse'), 'a listener on the page sees the event').to.equal(false);
    store.$olderApps.set('passphrase');
    store.$hasChatPassphrase.set(true);
    await elementUpdated(element);
    expect(textsOf(element, '.older p')[0]).to.contain('sealed with the passphrase');
    buttonNamed(element, 'Change').click();
    await elementUpdated(element);
    expect(input(element).value).to.equal('');
    submit(element);
    buttonNamed(element, 'Use none').click();
    expect(secretsOf(asked, 'set-chat-passphrase').slice(1)).to.deep.equal(['']);
  });

  it('are offered a passphrase for, where a message is protected by another one; Escape keeps the rest', async () => {
    const { element } = await chatFixture((all) =>
      all.$messages.set([
        messageOf('1', { text: '', state: 'protected', why: 'other-passphrase' }),
        messageOf('2', { text: '', state: 'protected', why: 'malformed' }),
      ]),
    );
    expect(textsOf(element, '.sealed p')).to.deep.equal([
      'This message is protected by another passphrase.',
      'This message arrived damaged and can’t be read.',
    ]);
    buttonNamed(element, 'Enter passphrase').click();
    await until(() => element.shadowRoot?.activeElement?.matches('.secret input') === true);
    expect(press(input(element), 'Escape').defaultPrevented).to.equal(true);
    await elementUpdated(element);
    expect(element.shadowRoot?.querySelector('.secret')).to.equal(null);
    expect(element.shadowRoot?.activeElement?.localName).to.equal('textarea');
  });
});
