import { expect } from '@open-wc/testing';
import { ChatCipher, type Opened, wireLength } from '../../src/chat/cipher.js';
import { CHAT_VECTORS } from './vectors.js';

const AT = { room: 'standup', roomPrefix: 'pm:', wirePrefix: 'pme2ee:' };
const cipherOf = ({ roomId, roomPrefix, wirePrefix, passphrase }: (typeof CHAT_VECTORS)[number]) =>
  new ChatCipher({ room: roomId, roomPrefix, wirePrefix }, passphrase);
const whyOf = (opened: Opened) => ('why' in opened ? opened.why : opened.text);

describe('the cipher of deployed clients’ chat', () => {
  for (const vector of CHAT_VECTORS) {
    it(`opens what one of them wrote: ${vector.name}`, async () => {
      const cipher = cipherOf(vector);
      expect(await cipher.open(vector.wire, vector.senderId)).to.deep.equal({ text: vector.plain });
      expect(whyOf(await cipher.open(vector.wire, 'somebody-else'))).to.equal('other-passphrase');
    });
  }

  it('opens what it sealed, under the same passphrase, in the same room, for the same sender only', async () => {
    const cipher = new ChatCipher(AT, 'correct horse');
    const text = 'Grüße\n👩‍👩‍👧 <b>';
    const wire = await cipher.seal(text, 'ann');
    expect(await cipher.open(wire, 'ann')).to.deep.equal({ text });
    expect(await cipher.seal(text, 'ann'), 'another IV each time').to.not.equal(wire);
    for (const [other, sender] of [
      [cipher, 'bo'],
      [new ChatCipher(AT, 'correct hors'), 'ann'],
      [new ChatCipher(AT, ''), 'ann'],
      [new ChatCipher({ ...AT, room: 'other' }, 'correct horse'), 'ann'],
      [new ChatCipher({ ...AT, roomPrefix: '' }, 'correct horse'), 'ann'],
    ] as const)
      expect(whyOf(await other.open(wire, sender))).to.equal('other-passphrase');
  });

  it('takes the room’s name where there is no passphrase', async () => {
    const wire = await new ChatCipher(AT, '').seal('hi', 'ann');
    expect(await new ChatCipher(AT, 'standup').open(wire, 'ann')).to.deep.equal({ text: 'hi' });
  });

  it('takes a text without the prefix for what it is, and anything else behind it for damaged', async () => {
    const cipher = new ChatCipher(AT, 'x');
    expect(await cipher.open('{"v":1}', 'ann')).to.deep.equal({ text: '{"v":1}' });
    const iv = 'AAAAAAAAAAAAAAAA';
    for (const rest of [
      '',
      'null',
      '[]',
      '{}',
      '{"v":1',
      JSON.stringify({ v: 2, alg: 'AES-GCM', iv, content: '' }),
      JSON.stringify({ v: 1, alg: 'none', iv, content: '' }),
      JSON.stringify({ v: 1, alg: 'AES-GCM', iv: 'AAAA', content: '' }),
      JSON.stringify({ v: 1, alg: 'AES-GCM', iv: '!', content: '' }),
      JSON.stringify({ v: 1, alg: 'AES-GCM', iv, content: '%' }),
      JSON.stringify({ v: 1, alg: 'AES-GCM', iv, content: 5 }),
    ])
      expect(whyOf(await cipher.open(`pme2ee:${rest}`, 'ann')), rest).to.equal('malformed');
    for (const content of ['', 'AAAA', btoa('x'.repeat(1000))]) {
      const wire = `pme2ee:${JSON.stringify({ v: 1, alg: 'AES-GCM', iv, content })}`;
      expect(whyOf(await cipher.open(wire, 'ann'))).to.equal('other-passphrase');
    }
    const bare = new ChatCipher({ ...AT, wirePrefix: '' }, 'x');
    expect(await bare.open('hello', 'ann')).to.deep.equal({ text: 'hello' });
  });

  it('says how long a text is on the wire', async () => {
    const cipher = new ChatCipher(AT, 'x');
    for (const text of ['a', 'ab', 'abc', 'a'.repeat(3000), '👍'.repeat(920), 'ü'])
      expect((await cipher.seal(text, 'ann')).length, text.slice(0, 5)).to.equal(wireLength(text, AT.wirePrefix));
    expect(wireLength('a'.repeat(3683), AT.wirePrefix)).to.equal(4999);
    expect(wireLength('a'.repeat(3684), AT.wirePrefix)).to.be.above(5000);
  });
});
