import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, it } from 'node:test';
import { ESLint } from 'eslint';
import { LAYERS, layerZones, ROOMS } from './layers.js';

const ROOT = join(import.meta.dirname, '../..');
const SRC = join(ROOT, 'src');
const RULE = 'import-x/no-restricted-paths';

/** Only the layer rule, without types: a file that does not exist can be linted then. */
const createLinter = async () => {
  const config = (await import('../../eslint.config.js')).default;
  const rule = config.find((part) => part.rules?.[RULE]);
  assert.ok(rule?.plugins && rule.settings, 'the layer rule is no part of eslint.config.js');
  return new ESLint({
    cwd: ROOT,
    overrideConfigFile: true,
    overrideConfig: [{ ...rule, rules: { [RULE]: rule.rules?.[RULE] } }],
  });
};

/** A file of a layer or a room, to import from another one. */
const fileIn = (layer: string): string | undefined =>
  layer.endsWith('.ts')
    ? layer
    : readdirSync(join(SRC, layer), { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.ts'))
        .map((name) => `${layer}/${name}`)[0];

/** The rule's words about `importer` importing a file of `imported`. */
const complaints = async (linter: ESLint, importer: string, imported: string): Promise<string[]> => {
  const file = importer.endsWith('.ts') ? importer : `${importer}/probe.ts`;
  const path = relative(dirname(file), fileIn(imported) ?? '').replace(/\.ts$/, '.js');
  const results = await linter.lintText(`import './${path}';\n`, { filePath: join(SRC, file) });
  return results.flatMap(({ messages }) => messages.map(({ message }) => message));
};

const present = Object.keys(LAYERS).filter((layer) => existsSync(join(SRC, layer)) && fileIn(layer));

describe('the layer rule', () => {
  it('knows every directory and file at the top of src', () => {
    for (const name of readdirSync(SRC)) assert.ok(name in LAYERS, `src/${name} is no layer of test/tools/layers.js`);
  });

  it('is an error for every file of src', async () => {
    const linter = new ESLint({ cwd: ROOT });
    for (const layer of present) {
      const config = (await linter.calculateConfigForFile(join(SRC, fileIn(layer)!))) as {
        rules: Record<string, unknown>;
      };
      const [severity, options] = config.rules[RULE] as [number, { zones: unknown }];
      assert.equal(severity, 2);
      assert.deepEqual(options.zones, layerZones);
    }
  });

  it('lets no layer import forwards, nor mesh, media and chat each other', async () => {
    const linter = await createLinter();
    let forbidden = 0;
    for (const importer of present) {
      for (const imported of present) {
        if (imported === importer || imported === 'errors.ts' || LAYERS[importer]!.includes(imported)) continue;
        const said = await complaints(linter, importer, imported);
        assert.equal(said.length, 1, `${importer} → ${imported} went unnoticed`);
        assert.match(said[0]!, /may import/);
        forbidden++;
      }
    }
    assert.ok(forbidden >= 20, `only ${forbidden} pairs were tried`);
  });

  it('lets every layer import what is below it, and errors', async () => {
    const linter = await createLinter();
    for (const importer of present) {
      for (const imported of [...LAYERS[importer]!, 'errors.ts'].filter((layer) => present.includes(layer))) {
        if (imported === importer) continue;
        assert.deepEqual(await complaints(linter, importer, imported), [], `${importer} → ${imported}`);
      }
    }
  });

  it('knows every room, and nothing lies about in front of them', () => {
    assert.deepEqual(readdirSync(join(SRC, 'elements')).sort(), Object.keys(ROOMS).sort());
  });

  it('lets a room import what it may know, and no other room', async () => {
    const linter = await createLinter();
    for (const [room, known] of Object.entries(ROOMS)) {
      for (const other of Object.keys(ROOMS).filter((each) => each !== room)) {
        const said = await complaints(linter, `elements/${room}`, `elements/${other}`);
        assert.equal(said.length, known.includes(other) ? 0 : 1, `${room} → ${other}: ${said.join()}`);
      }
    }
  });

  it('is the order that the architecture names', () => {
    assert.deepEqual(LAYERS['protocol'], []);
    for (const layer of ['mesh', 'media', 'chat']) assert.deepEqual(LAYERS[layer], ['protocol', 'signaling']);
    assert.ok(!LAYERS['room']!.includes('elements') && !LAYERS['room']!.includes('core.ts'));
    assert.ok(LAYERS['elements']!.includes('room') && !LAYERS['elements']!.includes('define.ts'));
    const { meeting, ...beneath } = ROOMS;
    assert.deepEqual([...meeting!].sort(), Object.keys(beneath).sort());
    for (const [room, known] of Object.entries(beneath)) {
      const devices = ['lobby', 'bar', 'notice'].includes(room) ? ['devices'] : [];
      assert.deepEqual(known, room === 'shared' ? [] : ['shared', ...devices], room);
    }
  });
});
