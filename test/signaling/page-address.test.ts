import { expect } from '@open-wc/testing';
import { MeetError } from '../../src/errors.js';
import { isOfWeb, pageUrl, serverBase } from '../../src/signaling/page-address.js';
import { parseServerUrl } from '../../src/signaling/server-url.js';

describe('where the page is', () => {
  it('is its origin for a server that it does not name, whatever its <base>', () => {
    const base = document.head.appendChild(document.createElement('base'));
    base.href = 'https://cdn.example/app/';
    const [unnamed, relative] = [serverBase(''), serverBase('meet')];
    base.remove();
    expect(unnamed).to.equal(location.origin);
    expect(relative, 'as the src of an image').to.equal('https://cdn.example/app/');
    expect(pageUrl()).to.equal(location.href);
  });

  it('is nowhere for about:srcdoc, data: and blob: pages, as far as links go', () => {
    for (const url of ['about:srcdoc', 'about:blank', 'data:text/html,', 'blob:https://a.example/1', 'null', '']) {
      expect(isOfWeb(url), url).to.equal(false);
    }
    expect(isOfWeb('https://a.example/')).to.equal(true);
  });

  it('says that it has none, where a server must be named, and takes a whole address there', () => {
    expect(() => parseServerUrl('', ''))
      .to.throw(MeetError, 'the page has no address of its own')
      .with.property('code', 'server-invalid');
    expect(() => parseServerUrl('/meet', ''))
      .to.throw(MeetError)
      .with.property('code', 'server-invalid');
    expect(parseServerUrl('https://a.example/meet', '').http('/health')).to.equal('https://a.example/meet/health');
  });
});
