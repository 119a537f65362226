import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MEET_ERROR_CODES, MeetError } from '../../src/errors.js';
import { en } from '../../src/locales/en.js';
import { markdownTable as table, staleDocuments, writeDocuments } from './readme.js';
import { ROOT } from './run.js';

// Writes the tables of the docs between their markers; with --check, only says whether they are current.

interface Entry {
  name: string;
  kind?: string;
  description?: string;
  type?: { text: string };
  default?: string;
  attribute?: string;
  readonly?: boolean;
  fieldName?: string;
  parameters?: { name: string; optional?: boolean; type?: { text: string } }[];
  return?: { type: { text: string } };
}
type List = 'members' | 'attributes' | 'events' | 'slots' | 'cssParts' | 'cssProperties' | 'cssStates';
type Declaration = Entry & { tagName?: string } & Partial<Record<List, Entry[]>>;

const manifest = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8')) as {
  modules: { declarations: Declaration[] }[];
};
const elements = manifest.modules.flatMap(({ declarations }) => declarations).filter(({ tagName }) => tagName);
const meet = elements.find(({ tagName }) => tagName === 'private-meet');
if (!meet) throw new Error('custom-elements.json has no <private-meet>');

const cell = (text: string) =>
  text
    .replaceAll('|', '\\|')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/(`[^`]*`)|</g, (_, span?: string) => span ?? '&lt;');
const code = (text: string | undefined) => (text ? `\`${text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ')}\`` : '');
const listed = (entries: readonly Entry[] | undefined, head: string, name: (entry: Entry) => string): string =>
  table(
    [head, ''],
    (entries ?? []).map((entry) => [name(entry), cell(entry.description ?? '')]),
  );

const signature = ({ name, parameters = [], return: result }: Entry): string =>
  `${name}(${parameters.map(({ name: parameter, optional }) => parameter + (optional ? '?' : '')).join(', ')}): ${result?.type.text ?? 'void'}`;

/** Codes that something in `src/` raises; those kept for what is to come say nothing to a page yet. */
const raisedCodes = () => {
  const source = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts') && path !== 'errors.ts' && !path.startsWith('locales'))
    .map((path) => readFileSync(join(ROOT, 'src', path), 'utf8'))
    .join('\n');
  return MEET_ERROR_CODES.filter((each) => source.includes(`'${each}'`));
};

const members = meet.members ?? [];
const tables: Record<string, () => string> = {
  attributes: () =>
    table(
      ['attribute', 'property', 'type', 'default', ''],
      (meet.attributes ?? []).map((each) => [
        code(each.name),
        code(each.fieldName),
        code(each.type?.text),
        code(each.default?.replace(/^''$/, '')),
        cell(each.description ?? ''),
      ]),
    ),
  properties: () =>
    table(
      ['property', 'type', ''],
      members
        .filter(({ kind, attribute }) => kind === 'field' && !attribute)
        .map((each) => [
          code(each.name),
          code(each.type?.text),
          cell(`${each.description ?? ''}${each.readonly ? ' Read-only.' : ''}`),
        ]),
    ),
  methods: () =>
    listed(
      members.filter(({ kind }) => kind === 'method'),
      'method',
      (each) => code(signature(each)),
    ),
  events: () =>
    table(
      ['event', 'class', ''],
      (meet.events ?? []).map((each) => [code(each.name), code(each.type?.text), cell(each.description ?? '')]),
    ),
  slots: () => listed(meet.slots, 'slot', ({ name }) => (name ? code(name) : '(default)')),
  parts: () => listed(meet.cssParts, 'part', ({ name }) => code(name)),
  'custom-properties': () =>
    table(
      ['custom property', 'default', ''],
      (meet.cssProperties ?? []).map((each) => [code(each.name), code(each.default), cell(each.description ?? '')]),
    ),
  states: () => listed(meet.cssStates, 'state', ({ name }) => code(`:state(${name})`)),
  elements: () =>
    table(
      ['element', ''],
      elements
        .filter((each) => each !== meet)
        .map((each) => [code(`<${each.tagName ?? ''}>`), cell(each.description ?? '')]),
    ),
  errors: () =>
    table(
      ['code', 'what the visitor reads'],
      raisedCodes().map((each) => {
        const { title, hint } = en.errors[each](new MeetError(each, ''));
        return [code(each), cell(`**${title}.** ${hint}`)];
      }),
    ),
};

const sections = Object.fromEntries(Object.entries(tables).map(([name, make]) => [name, make()]));
if (!process.argv.includes('--check')) {
  await writeDocuments(sections);
} else {
  const stale = await staleDocuments(sections);
  if (stale.length > 0) {
    console.error(`Tables are not what the source says, in ${stale.join(', ')}: npm run docs, and commit it`);
    process.exit(1);
  }
}
