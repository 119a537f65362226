import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './run.js';

/** Where the pages of the docs stand, in Markdown. */
const DOCS = 'demo/docs';

/** Paths of README.md and of every page of the docs, from the root. */
export const documentPaths = (): string[] => [
  'README.md',
  ...readdirSync(join(ROOT, DOCS))
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => `${DOCS}/${name}`),
];

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** Markdown by the name of the place that it goes to. */
type Sections = Readonly<Record<string, string>>;

const placeOf = (name: string): RegExp => new RegExp(`(<!-- ${name}: \\w+ -->\n)([^]*?)(<!-- /${name} -->)`);

const documentWith = (name: string): string => {
  const path = documentPaths().find((each) => placeOf(name).test(read(each)));
  if (path === undefined) throw new Error(`Neither README.md nor ${DOCS} has a place for ${name}`);
  return path;
};

/** The documents that have a place for some of `sections`, with these put between their markers, `<!-- name: … -->` and `<!-- /name -->`. */
const withSections = async (sections: Sections): Promise<Map<string, string>> => {
  const texts = new Map<string, string>();
  for (const [name, content] of Object.entries(sections)) {
    const path = documentWith(name);
    const text = texts.get(path) ?? read(path);
    const put = text.replace(
      placeOf(name),
      (_all, start: string, _old: string, end: string) => `${start}\n${content}\n\n${end}`,
    );
    texts.set(path, put);
  }
  for (const [path, text] of texts) {
    texts.set(path, await format(text, { ...(await resolveConfig(join(ROOT, path))), parser: 'markdown' }));
  }
  return texts;
};

export const writeDocuments = async (sections: Sections): Promise<void> => {
  for (const [path, text] of await withSections(sections)) writeFileSync(join(ROOT, path), text);
};

/** Paths of the documents that don't say what `sections` say. */
export const staleDocuments = async (sections: Sections): Promise<string[]> =>
  [...(await withSections(sections))].filter(([path, text]) => read(path) !== text).map(([path]) => path);

/** A table in Markdown; cells are Markdown too. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Cells of the table in a section of the documents, row by row, its head left out; nothing where there is no table. */
export const readTable = (section: string): string[][] => {
  const lines =
    placeOf(section)
      .exec(read(documentWith(section)))?.[2]
      ?.split('\n') ?? [];
  const rows = lines.filter((line) => line.startsWith('|')).slice(2);
  return rows.map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim())); // prettier-ignore
};
