import { expect } from '@open-wc/testing';
import { piecesOf } from '../../../src/elements/chat/links.js';

/** The links of a text, as they are shown; all that is not changed stays a piece of text. */
const linksIn = (text: string): string[] => {
  const pieces = piecesOf(text);
  expect(pieces.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('')).to.equal(text);
  return pieces.flatMap((piece) => (typeof piece === 'string' ? [] : [piece.text]));
};

describe('piecesOf', () => {
  it('finds http and https links, and leaves all of the text in its order', () => {
    expect(linksIn('see https://example.com/a?b=c#d and http://example.org')).to.deep.equal([
      'https://example.com/a?b=c#d',
      'http://example.org',
    ]);
    expect(linksIn('HTTPS://EXAMPLE.COM')).to.deep.equal(['HTTPS://EXAMPLE.COM']);
    expect(linksIn('nothing here\nnor here')).to.deep.equal([]);
    expect(piecesOf('')).to.deep.equal([]);
  });

  it('leaves what ends a sentence outside, and brackets where they were opened', () => {
    for (const end of ['.', ',', '!', '?', ':', ';', '"', "'", '…', '。', '?!', '.)', '»', '…)']) {
      expect(linksIn(`(look: https://example.com/a${end}`), end).to.deep.equal(['https://example.com/a']);
    }
    expect(linksIn('(https://example.com/a)')).to.deep.equal(['https://example.com/a']);
    expect(linksIn('https://en.wikipedia.org/wiki/Mesh_(network)')).to.deep.equal([
      'https://en.wikipedia.org/wiki/Mesh_(network)',
    ]);
    expect(linksIn('<https://example.com/b>')).to.deep.equal(['https://example.com/b']);
  });

  it('makes no link of any other scheme, of none, or of what only looks like an address', () => {
    for (const text of [
      'javascript:alert(1)',
      'JaVaScRiPt://example.com/%0aalert(1)',
      'data:text/html,<script>alert(1)</script>',
      'vbscript:x',
      'file:///etc/passwd',
      'blob:https//x',
      'www.example.com',
      'xhttps://example.com',
      'https://',
      'http:///path',
      'https://bank.example@evil.example/',
      'https://user:secret@evil.example/',
      'https://exa mple',
      'https://[::1',
    ]) {
      const hrefs = piecesOf(text).flatMap((piece) => (typeof piece === 'string' ? [] : [piece.href]));
      expect(
        hrefs.filter((href) => !/^https?:\/\/exa\/?$/u.test(href)),
        text,
      ).to.deep.equal([]);
    }
  });

  it('lets no character that turns the direction of the rest into a link', () => {
    expect(linksIn('https://example.com/\u202egnp.exe')).to.deep.equal(['https://example.com/']);
    expect(linksIn('https://example.com\u200b.evil.example')).to.deep.equal(['https://example.com']);
  });

  it('takes letters of every script, and shows them as they were written', () => {
    const [link] = piecesOf('https://bücher.example/größe');
    expect(link).to.deep.equal({
      text: 'https://bücher.example/größe',
      href: 'https://xn--bcher-kva.example/gr%C3%B6%C3%9Fe',
    });
  });

  it('takes no link that is longer than any browser’s, however it ends', () => {
    expect(linksIn(`https://example.com/${'a'.repeat(9_000)}`)).to.deep.equal([]);
    expect(linksIn(`https://example.com/${')'.repeat(9_000)}`)).to.deep.equal([]);
    expect(linksIn('https://a.example '.repeat(500)).length).to.equal(500);
  });
});
