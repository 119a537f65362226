import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.js';

/** Where the plugin is written. */
export const PLUGIN = join(ROOT, 'demo/wordpress/private-meet');
export const WORDPRESS_LOCALES = ['de_DE', 'es_ES', 'fr_FR'] as const;

/** Files below the plugin's folder, in a fixed order. */
export const pluginFiles = (suffix: string): string[] =>
  readdirSync(PLUGIN, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(suffix))
    .sort();

/** Every text that the plugin has translated, and the file in which it stands first. */
export const pluginWords = (): Map<string, string> => {
  const words = new Map<string, string>();
  for (const file of pluginFiles('.php')) {
    const text = readFileSync(join(PLUGIN, file), 'utf8');
    for (const [, word = ''] of text.matchAll(/\b(?:esc_html|esc_attr)?__\( '((?:[^'\\]|\\.)*)', 'private-meet' \)/g))
      if (!words.has(word)) words.set(word, file);
  }
  return words;
};

const HEAD = ['Project-Id-Version: private-meet', 'Content-Type: text/plain; charset=UTF-8'];

/** The template for translators. */
export const potText = (): string => {
  const head = `msgid ""\nmsgstr ""\n${HEAD.map((line) => `"${line}\\n"\n`).join('')}`;
  const entries = [...pluginWords()].map(([word, file]) => `#: ${file}\nmsgid ${JSON.stringify(word)}\nmsgstr ""\n`);
  return [head, ...entries].join('\n');
};

/** Reads a .po file of plain entries: each text, and what stands for it. */
export const readPo = (text: string): Map<string, string> => {
  const words = new Map<string, string>();
  for (const [, id = '', lines = ''] of text.matchAll(/^msgid (".*")\nmsgstr ((?:".*"\n?)+)/gm)) {
    const whole = lines
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as string); // the same escapes as JSON has
    words.set(JSON.parse(id) as string, whole.join(''));
  }
  return words;
};

/** The same as a .mo file (gettext manual, "The Format of GNU MO Files"); what is not translated is left out. */
export const moOf = (po: ReadonlyMap<string, string>): Buffer => {
  const entries = [...po]
    .filter(([, translated]) => translated !== '')
    .map((pair) => pair.map((text) => Buffer.from(text)) as [Buffer, Buffer]) // pairs stay pairs
    .sort(([one], [other]) => Buffer.compare(one, other));
  const head = [0x950412de, 0, entries.length, 28, 28 + 8 * entries.length, 0, 28 + 16 * entries.length];
  let offset = 28 + 16 * entries.length;
  const bodies: Buffer[] = [];
  const table = (side: 0 | 1): number[] =>
    entries.flatMap((entry) => {
      const at = offset;
      offset += entry[side].length + 1;
      bodies.push(entry[side], Buffer.alloc(1));
      return [entry[side].length, at];
    });
  const numbers = [...head, ...table(0), ...table(1)];
  const index = Buffer.alloc(4 * numbers.length);
  numbers.forEach((number, at) => index.writeUInt32LE(number, 4 * at));
  return Buffer.concat([index, ...bodies]);
};
