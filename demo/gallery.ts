import { ContextProvider } from '@lit/context';
import { defineLater } from '../src/elements/meeting/later.js';
import { wordsContext } from '../src/elements/shared/words-controller.js';
import { en } from '../src/locales/en.js';
import { LANGUAGES, type LanguageTag } from '../src/locales/languages.js';
import { load } from '../src/locales/load.js';
import { GROUPS } from './gallery-groups.js';
import type { Specimen } from './gallery-specimens.js';

defineLater(); // nobody joins here

const show = ({ caption, size, fill }: Specimen): HTMLElement => {
  const figure = document.createElement('figure');
  const words = document.createElement('figcaption');
  words.textContent = caption;
  const box = document.createElement('div');
  box.className = `box ${size}`;
  figure.append(words, box);
  fill(box);
  return figure;
};

const gallery = document.querySelector<HTMLElement>('#gallery');
const words = gallery && new ContextProvider(gallery, { context: wordsContext, initialValue: en });
for (const [title, specimens] of GROUPS) {
  const group = document.createElement('section');
  group.className = 'group';
  const heading = document.createElement('h2');
  heading.textContent = title;
  group.append(heading, ...specimens.map(show));
  gallery?.append(group);
}

const form = document.querySelector<HTMLFormElement>('#look');
const choices = form?.querySelector('[name=language]');
for (const tag of LANGUAGES) {
  const name = new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
  choices?.append(new Option(name, tag));
}

const follow = async (): Promise<void> => {
  if (!form) return;
  const data = new FormData(form);
  const value = (name: string): string => {
    const entry = data.get(name);
    return typeof entry === 'string' ? entry : '';
  };
  const language = (value('language') || 'en') as LanguageTag;
  const root = document.documentElement;
  document.body.dataset['theme'] = value('theme');
  root.style.setProperty('color-scheme', value('colours'));
  const table = language === 'en' ? en : await load(language);
  words?.setValue(table);
  root.lang = language;
  root.dir = value('direction') || table.direction;
};
form?.addEventListener('change', () => void follow());
for (const [name, value] of new URLSearchParams(location.search)) {
  const field = form?.elements.namedItem(name);
  if (field instanceof HTMLSelectElement) field.value = value;
}
void follow();
