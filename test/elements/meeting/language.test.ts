import { elementUpdated, expect, fixture, html } from '@open-wc/testing';
import '../../../src/define.js';
import { PmControlsElement } from '../../../src/elements/bar/pm-controls.js';
import type { PrivateMeetElement } from '../../../src/elements/meeting/private-meet.js';
import { chooseLanguage } from '../../../src/locales/languages.js';
import { load } from '../../../src/locales/load.js';
import { until } from '../../helpers/fixtures.js';

const rootOf = (meet: Element): HTMLElement => {
  const root = meet.shadowRoot?.querySelector<HTMLElement>('.root');
  if (!root) throw new Error('nothing is drawn');
  return root;
};
const lobbyOf = (meet: Element): HTMLElement | null | undefined => meet.shadowRoot?.querySelector('pm-lobby');
const wordsOf = (meet: Element): string => lobbyOf(meet)?.shadowRoot?.textContent ?? '';

/** Resolves once the lobby is drawn in a language. */
const speaks = async (meet: Element, language: string): Promise<void> => {
  await until(
    () => meet.shadowRoot?.querySelector('.root')?.getAttribute('lang') === language && lobbyOf(meet) !== null,
  );
  await elementUpdated(meet);
  const lobby = lobbyOf(meet);
  if (lobby) await elementUpdated(lobby);
};

const meetIn = async (lang: string): Promise<PrivateMeetElement> => {
  const meet = await fixture<PrivateMeetElement>(html`<private-meet room="words" lang=${lang}></private-meet>`);
  return meet;
};

describe('the language of <private-meet>', () => {
  it('is that of its lang, with the direction that goes with it, in inner elements too', async () => {
    const meet = await meetIn('ar-EG');
    await speaks(meet, 'ar');
    expect(wordsOf(meet)).to.contain((await load('ar')).join);
    expect(rootOf(meet).dir).to.equal('rtl');
    const form = lobbyOf(meet)?.shadowRoot?.querySelector('form');
    expect(form?.matches(':dir(rtl)')).to.equal(true);
    expect(lobbyOf(meet)?.matches(':lang(ar)')).to.equal(true);
    expect(form && getComputedStyle(form).direction).to.equal('rtl');
    const name = form?.querySelector('input');
    expect(name && getComputedStyle(name).direction, 'of the empty name').to.equal('rtl');
  });

  it('is drawn from the other side in a language that is written so', async () => {
    const meet = await meetIn('he');
    meet.style.width = '1000px';
    await speaks(meet, 'he');
    const sideOfPreview = (): string => {
      const preview = lobbyOf(meet)?.shadowRoot?.querySelector('[part~="preview"]')?.getBoundingClientRect();
      const join = lobbyOf(meet)?.shadowRoot?.querySelector('[part~="join"]')?.getBoundingClientRect();
      return preview && join && preview.left > join.left ? 'right' : 'left';
    };
    await until(() => sideOfPreview() === 'right');
    meet.lang = 'en';
    await speaks(meet, 'en');
    await until(() => sideOfPreview() === 'left');
  });

  it('is another as soon as lang is another, and English again in the end', async () => {
    const meet = await meetIn('de');
    await speaks(meet, 'de');
    meet.lang = 'fr';
    await speaks(meet, 'fr');
    expect(wordsOf(meet)).to.contain((await load('fr')).join);
    meet.lang = 'en';
    await speaks(meet, 'en');
    expect(wordsOf(meet)).to.contain('Join');
    expect(rootOf(meet).dir).to.equal('ltr');
  });

  it('is the last one asked for, however they come', async () => {
    const meet = await meetIn('ja');
    for (const lang of ['ko', 'hi', 'en', 'pl']) {
      meet.lang = lang;
      await elementUpdated(meet);
    }
    await speaks(meet, 'pl');
    await Promise.all((['ja', 'ko', 'hi', 'pl'] as const).map(async (each) => load(each)));
    await elementUpdated(meet);
    expect(rootOf(meet).lang).to.equal('pl');
  });

  it('is that of the nearest ancestor, live, an empty lang not counted', async () => {
    const box = await fixture<HTMLElement>(
      html`<div lang="nl"><div lang=""><private-meet room="words"></private-meet></div></div>`,
    );
    const meet = box.querySelector('private-meet')!;
    await speaks(meet, 'nl');
    box.lang = 'tr';
    await speaks(meet, 'tr');
    meet.lang = 'it';
    await speaks(meet, 'it');
    meet.removeAttribute('lang');
    await speaks(meet, 'tr');
  });

  it('is found beyond shadow roots, closed ones too, and live there', async () => {
    const outer = await fixture<HTMLElement>(html`<section lang="es"><div></div></section>`);
    const root = outer.firstElementChild!.attachShadow({ mode: 'closed' });
    const meet = document.createElement('private-meet');
    meet.room = 'words';
    root.append(meet);
    await speaks(meet, 'es');
    outer.lang = 'pt-BR';
    await speaks(meet, 'pt');
  });

  it('is the browser’s where the page says nothing', async () => {
    expect(document.documentElement.lang, 'the test page says nothing').to.equal('');
    const meet = await fixture<PrivateMeetElement>(html`<private-meet room="words"></private-meet>`);
    await speaks(meet, chooseLanguage(undefined, navigator.languages));
  });

  it('follows when the element is moved to where another is spoken', async () => {
    const box = await fixture<HTMLElement>(
      html`<div><p lang="de"><private-meet room="words"></private-meet></p><p lang="zh-TW"></p></div>`,
    );
    const meet = box.querySelector('private-meet')!;
    await speaks(meet, 'de');
    box.lastElementChild!.append(meet);
    await speaks(meet, 'zh-Hant');
  });

  it('follows a move that keeps everything, where the browser has one', async () => {
    const box = await fixture<HTMLElement>(
      html`<div><p lang="de"><private-meet room="words"></private-meet></p><p lang="ko"></p></div>`,
    );
    const [from, to] = [...box.children] as [Element, Element];
    const meet = box.querySelector('private-meet')!;
    await speaks(meet, 'de');
    const keep = Reflect.get(to, 'moveBefore') as ((node: Node, child: null) => void) | undefined; // not in Safari yet
    if (keep) keep.call(to, meet, null);
    else to.append(meet);
    await speaks(meet, 'ko');
    expect(from.children.length).to.equal(0);
  });

  it('is each element’s own: two on a page speak two', async () => {
    const box = await fixture<HTMLElement>(
      html`<div><private-meet room="a" lang="he"></private-meet><private-meet room="b" lang="zh"></private-meet></div>`,
    );
    const [one, other] = [...box.children] as [Element, Element];
    await speaks(one, 'he');
    await speaks(other, 'zh-Hans');
    expect(wordsOf(one)).to.contain((await load('he')).join);
    expect(wordsOf(other)).to.contain((await load('zh-Hans')).join);
    expect(rootOf(one).dir).to.equal('rtl');
    expect(rootOf(other).dir).to.equal('ltr');
  });

  it('reaches what a page slots in, and says there which it is', async () => {
    const meet = await fixture<PrivateMeetElement>(
      html`<private-meet room="words" lang="ar"><pm-lobby slot="lobby"></pm-lobby></private-meet>`,
    );
    const lobby = meet.querySelector('pm-lobby')!;
    const join = (await load('ar')).join;
    await until(() => lobby.shadowRoot?.textContent.includes(join) ?? false);
    expect(lobby.lang).to.equal('ar');
    expect(lobby.matches(':dir(rtl)')).to.equal(true);
  });

  it('is English in an inner element without a meeting around it, whose lang stays the page’s', async () => {
    const controls = await fixture<PmControlsElement>(html`<pm-controls></pm-controls>`);
    expect(controls).to.be.instanceOf(PmControlsElement);
    expect(controls.hasAttribute('lang')).to.equal(false);
    expect(controls.hasAttribute('dir')).to.equal(false);
  });

  it('is listened for no more once the element is gone', async () => {
    const box = await fixture<HTMLElement>(html`<div lang="de"><private-meet room="words"></private-meet></div>`);
    const meet = box.querySelector('private-meet')!;
    await speaks(meet, 'de');
    meet.remove();
    document.body.append(box);
    box.lang = 'fr';
    await load('fr');
    await elementUpdated(meet);
    expect(rootOf(meet).lang).to.equal('de');
    box.append(meet);
    await speaks(meet, 'fr');
    box.remove();
  });
});
