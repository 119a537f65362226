import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ROOT } from './run.js';

const PATH = join(ROOT, 'README.md');

const placeOf = (name: string): RegExp => new RegExp(`(<!-- ${name}: \\w+ -->\n)([^]*?)(<!-- /${name} -->)`);

/** README.md with `sections` (Markdown by name) put between their markers, `<!-- name: … -->` and `<!-- /name -->`. */
const withSections = async (text: string, sections: Readonly<Record<string, string>>): Promise<string> => {
  for (const [name, content] of Object.entries(sections)) {
    const place = placeOf(name);
    if (!place.test(text)) throw new Error(`README.md has no place for ${name}`);
    text = text.replace(place, (_all, start: string, _old: string, end: string) => `${start}\n${content}\n\n${end}`);
  }
  return format(text, { ...(await resolveConfig(PATH)), parser: 'markdown' });
};

export const writeReadme = async (sections: Readonly<Record<string, string>>): Promise<void> =>
  writeFileSync(PATH, await withSections(readFileSync(PATH, 'utf8'), sections));

/** Whether README.md already says what `sections` say. */
export const isReadmeCurrent = async (sections: Readonly<Record<string, string>>): Promise<boolean> => {
  const text = readFileSync(PATH, 'utf8');
  return (await withSections(text, sections)) === text;
};

/** A table in Markdown; cells are Markdown too. */
export const markdownTable = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');

/** Cells of the table in a section of README.md, row by row, its head left out; nothing where there is no table. */
export const readTable = (section: string): string[][] => {
  const lines = placeOf(section).exec(readFileSync(PATH, 'utf8'))?.[2]?.split('\n') ?? [];
  const rows = lines.filter((line) => line.startsWith('|')).slice(2);
  return rows.map((row) => row.split('|').slice(1, -1).map((cell) => cell.trim())); // prettier-ignore
};
