import { expect } from '@open-wc/testing';
import { MeetError } from '../../src/errors.js';
import { parseServerUrl } from '../../src/signaling/server-url.js';

const PAGE = 'https://page.example/some/where?x#y';
const HTTP_PAGE = 'http://page.example/';

const codeOf = (server: string, base = PAGE) => {
  try {
    parseServerUrl(server, base);
    return undefined;
  } catch (error) {
    return error instanceof MeetError ? error.code : error;
  }
};

describe('the server attribute', () => {
  it('gives every call its place', () => {
    const server = parseServerUrl('https://meet.example', PAGE);
    expect(server.http('/health')).to.equal('https://meet.example/health');
    expect(server.http('/auth/sign-in')).to.equal('https://meet.example/auth/sign-in');
    expect(server.socket('tok')).to.equal('wss://meet.example/ws?token=tok');
    expect(server.origin).to.equal('https://meet.example');
  });

  it('keeps a path and a port, with a slash at the end or without', () => {
    for (const text of [
      'https://a.example:8443/meet/v1',
      'https://a.example:8443/meet/v1/',
      'wss://a.example:8443/meet/v1//',
    ]) {
      const server = parseServerUrl(text, PAGE);
      expect(server.http('/health')).to.equal('https://a.example:8443/meet/v1/health');
      expect(server.socket('t')).to.equal('wss://a.example:8443/meet/v1/ws?token=t');
      expect(server.origin).to.equal('https://a.example:8443');
    }
  });

  it('takes the socket schemes as well', () => {
    expect(parseServerUrl('ws://a.example', HTTP_PAGE).http('/health')).to.equal('http://a.example/health');
    expect(parseServerUrl('http://a.example', HTTP_PAGE).socket('t')).to.equal('ws://a.example/ws?token=t');
    expect(parseServerUrl('wss://a.example', HTTP_PAGE).socket('t')).to.equal('wss://a.example/ws?token=t');
    expect(parseServerUrl('wss://a.example', HTTP_PAGE).origin).to.equal('https://a.example');
  });

  it('is the page’s origin when empty, and a path on it when only a path', () => {
    expect(parseServerUrl('', PAGE).socket('t')).to.equal('wss://page.example/ws?token=t');
    expect(parseServerUrl('/meet', PAGE).socket('t')).to.equal('wss://page.example/meet/ws?token=t');
    expect(parseServerUrl('', 'http://localhost:8000/demo/').http('/health')).to.equal('http://localhost:8000/health');
  });

  it('keeps the query with every call, but for a token and the fragment, and never tells it', () => {
    const server = parseServerUrl('https://a.example/p?token=old&tenant=a#x', PAGE);
    expect(server.socket('t')).to.equal('wss://a.example/p/ws?tenant=a&token=t');
    expect(server.http('/health')).to.equal('https://a.example/p/health?tenant=a');
    expect(server.name('/health')).to.equal('https://a.example/p/health');
    expect(parseServerUrl('https://a.example/p?token=old', PAGE).socket('t')).to.equal('wss://a.example/p/ws?token=t');
    expect(codeOf('https://user:secret@a.example'), 'browsers refuse such requests').to.equal('server-invalid');
  });

  it('escapes the token', () => {
    expect(parseServerUrl('', PAGE).socket('a&b=c#d')).to.equal('wss://page.example/ws?token=a%26b%3Dc%23d');
  });

  it('refuses a plain server from an https page, but for the machine itself', () => {
    for (const text of ['http://a.example', 'ws://a.example', 'http://localhost.example', 'http://10.0.0.1']) {
      expect(codeOf(text), text).to.equal('server-invalid');
      expect(codeOf(text, HTTP_PAGE), text).to.equal(undefined);
    }
    for (const text of ['http://localhost:3000', 'ws://127.0.0.1:3000', 'http://[::1]:3000', 'http://meet.localhost']) {
      expect(codeOf(text), text).to.equal(undefined);
    }
  });

  it('refuses what is no such URL', () => {
    for (const text of ['https://', 'ftp://a.example', 'javascript:alert(1)', 'data:,x', 'file:///x', '//[']) {
      expect(codeOf(text), text).to.equal('server-invalid');
    }
  });
});
