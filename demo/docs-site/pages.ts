import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Page, escapeHtml, renderPage } from './render.js';

const HERE = import.meta.dirname;
const DOCS = join(HERE, '../docs');

/** In this order; every other page of `demo/docs/` comes behind, by name. */
const ORDER: readonly (readonly [group: string, pages: readonly string[]])[] = [
  ['Begin', ['index', 'recipes', 'frameworks', 'embedding', 'cms', 'hosts', 'moving-over']],
  ['Look up', ['reference', 'theming', 'core', 'chat', 'files', 'troubleshooting']],
  ['Go live', ['deployment', 'tokens', 'loading', 'security', 'browsers', 'performance']],
];
const REST = 'More';

interface Group {
  readonly title: string;
  readonly pages: readonly Page[];
}

const readGroups = (): Group[] => {
  const pages = new Map(
    readdirSync(DOCS)
      .filter((file) => file.endsWith('.md'))
      .sort()
      .map((file) => file.slice(0, -3))
      .map((name) => [name, renderPage(name, readFileSync(join(DOCS, `${name}.md`), 'utf8'))]),
  );
  const known = ORDER.flatMap(([, names]) => names);
  const rest = [...pages.keys()].filter((name) => !known.includes(name));
  return [...ORDER, [REST, rest] as const].map(([title, names]) => ({
    title,
    pages: names.flatMap((name) => pages.get(name) ?? []),
  }));
};

const navigation = (groups: readonly Group[], current: Page): string =>
  groups
    .filter(({ pages }) => pages.length > 0)
    .map(({ title, pages }) => {
      const links = pages.map((page) => {
        const here = page === current ? ' aria-current="page"' : '';
        return `<li><a href="${page.name}.html"${here}>${escapeHtml(page.title)}</a></li>`;
      });
      return `<h2>${title}</h2>\n<ul>${links.join('\n')}</ul>`;
    })
    .join('\n');

const contents = ({ headings }: Page): string => {
  const links = headings
    .filter(({ depth }) => depth === 2)
    .map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`);
  return links.length < 2
    ? ''
    : `<nav class="contents" aria-labelledby="contents-title"><h2 id="contents-title">On this page</h2><ul>${links.join('\n')}</ul></nav>`;
};

const neighbours = (groups: readonly Group[], current: Page): string => {
  const pages = groups.flatMap((group) => group.pages);
  const at = pages.indexOf(current);
  const link = (page: Page | undefined, rel: string, words: string): string =>
    page ? `<a rel="${rel}" href="${page.name}.html"><small>${words}</small> ${escapeHtml(page.title)}</a>` : '';
  return `<nav class="neighbours" aria-label="Before and after">${link(pages[at - 1], 'prev', 'Before')}${link(pages[at + 1], 'next', 'Next')}</nav>`;
};

const pageHtml = (groups: readonly Group[], page: Page): string => {
  const parts: Readonly<Record<string, string>> = {
    title: escapeHtml(page.title),
    navigation: navigation(groups, page),
    contents: contents(page),
    content: page.html,
    neighbours: neighbours(groups, page),
  };
  const template = readFileSync(join(HERE, 'template.html'), 'utf8');
  return template.replaceAll(/<!-- (\w+) -->/g, (all, name: string) => parts[name] ?? all);
};

/** The site's files by name; read anew each time, so that the dev server shows what was just written. */
export const siteFiles = (): Map<string, string | Buffer> => {
  const groups = readGroups();
  const pages = groups.flatMap((group) => group.pages);
  const index = pages.flatMap(({ entries, title }) => entries.map((entry) => ({ ...entry, on: title })));
  return new Map<string, string | Buffer>([
    ...pages.map((page) => [`${page.name}.html`, pageHtml(groups, page)] as const),
    // A script and not JSON: pages opened from a disk may fetch nothing.
    ['search-index.js', `globalThis.docsIndex = ${JSON.stringify(index)};\n`],
    ['site.js', readFileSync(join(HERE, 'site.js'))],
    ['base.css', readFileSync(join(HERE, '../base.css'))],
    ['site.css', readFileSync(join(HERE, 'site.css'))],
    ['favicon.svg', readFileSync(join(HERE, '../favicon.svg'))],
  ]);
};
