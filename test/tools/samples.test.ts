import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, it } from 'node:test';
import ts from 'typescript';
import { documentPaths } from './readme.js';
import { ROOT } from './run.js';

interface Sample {
  readonly where: string;
  readonly language: string;
  readonly code: string;
}

/** All of its samples are taken from apps that are compiled and run, each by its framework's own tools (`test/pages`). */
const FROM_APPS = 'demo/docs/frameworks.md';
const PAGES = [...documentPaths().filter((path) => path !== FROM_APPS), 'SECURITY.md', 'demo/server/README.md'];
const samples: Sample[] = PAGES.flatMap((path) => {
  const text = readFileSync(join(ROOT, path), 'utf8');
  return [...text.matchAll(/^( *)```(\w*)\n([^]*?)^\1```/gm)].map((match, at) => ({
    where: `${path}, sample ${String(at + 1)}`,
    language: match[2]!,
    code: match[3]!,
  }));
});
const of = (...languages: string[]): Sample[] => samples.filter(({ language }) => languages.includes(language));

/** What a page is taken to have: the element, what its own functions give, and frameworks' files beside it. */
const MEET = `declare const meet: import('private-meet-element').PrivateMeetElement;`;
const PREAMBLE = `
  declare function movePointer(id: string, x: number, y: number): void;
  declare function myToken(): Promise<string>;
  declare const goBack: () => void;
`;
const HOOKS = join(ROOT, 'demo/examples/hooks');

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  moduleDetection: ts.ModuleDetectionKind.Force,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  jsx: ts.JsxEmit.ReactJSX,
  types: ['node'],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
  experimentalDecorators: true,
  useDefineForClassFields: false,
  paths: {
    'private-meet-element': [join(ROOT, 'src/index.ts')],
    'private-meet-element/core': [join(ROOT, 'src/core.ts')],
    // Made by the build, and checked there.
    'private-meet-element/dist/custom-elements-jsx.d.ts': [join(ROOT, 'test/tools/samples-jsx.d.ts')],
    react: [join(ROOT, 'node_modules/react-types-19')],
    'react/jsx-runtime': [join(ROOT, 'node_modules/react-types-19/jsx-runtime')],
  },
};

/** Compiles files that are there and texts that are not; what is wrong, by file. */
const complaints = (files: readonly string[], texts: ReadonlyMap<string, string>, strict = true): string[] => {
  const options = { ...OPTIONS, strict };
  const host = ts.createCompilerHost(options);
  const fileExists = host.fileExists.bind(host);
  const readFile = host.readFile.bind(host);
  const getSourceFile = host.getSourceFile.bind(host);
  host.fileExists = (path) => texts.has(path) || fileExists(path);
  host.readFile = (path) => texts.get(path) ?? readFile(path);
  host.getSourceFile = (path, version, ...rest) => {
    const text = texts.get(path);
    return text === undefined ? getSourceFile(path, version, ...rest) : ts.createSourceFile(path, text, version);
  };
  const ours = [...files, ...texts.keys()];
  const program = ts.createProgram(ours, options, host);
  return ours.flatMap((path) => {
    const source = program.getSourceFile(path);
    return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)].map(
      ({ messageText }) => `${basename(path)}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`,
    );
  });
};

describe('Code samples of the docs', () => {
  it('are of languages that are looked at here', () => {
    const known = ['js', 'ts', 'tsx', 'html', 'css', 'sh', 'mermaid', ''];
    for (const { language, where } of samples) assert.ok(known.includes(language), `${where}: ${language}`);
    assert.ok(samples.length > 25);
  });

  /** Each with what it takes for granted; one that imports a hook stands beside it. */
  const textsOf = (...languages: string[]) =>
    new Map(
      of(...languages).map(({ code, where, language }) => {
        const name = `${where.replaceAll(/\W+/g, '-')}.${language === 'tsx' ? 'tsx' : 'ts'}`;
        const own = /\bconst meet =/.test(code) ? '' : MEET;
        return [join(HOOKS, name), `${code}\n${own}${PREAMBLE}\nexport {};`] as const;
      }),
    );

  it('in JavaScript fit the types of the source, as far as these ask without being strict', () => {
    assert.deepEqual(complaints([], textsOf('js'), false), []);
  });

  it('compile, and the hooks for React and Vue do, against the types of the source', () => {
    const files = ['use-meeting.ts', 'use-meeting-vue.ts'].map((name) => join(HOOKS, name));
    assert.deepEqual(complaints(files, textsOf('ts', 'tsx')), []);
  });

  it('would not compile with a mistake in them', () => {
    const wrong = new Map([[join(HOOKS, 'wrong.ts'), `meet.jion();\n${MEET}${PREAMBLE}\nexport {};`]]);
    assert.match(complaints([], wrong).join(), /jion/);
  });

  it('are shell commands that a shell can read', () => {
    for (const { code, where } of of('sh')) {
      const { status, stderr } = spawnSync('bash', ['-n'], { input: code, encoding: 'utf8' });
      assert.equal(status, 0, `${where}: ${stderr}`);
    }
  });
});

const manifest = JSON.parse(readFileSync(join(ROOT, 'custom-elements.json'), 'utf8')) as {
  modules: {
    declarations: {
      tagName?: string;
      attributes?: { name: string }[];
      slots?: { name: string }[];
      cssProperties?: { name: string }[];
      cssParts?: { name: string }[];
      cssStates?: { name: string }[];
    }[];
  }[];
};
const meet = manifest.modules
  .flatMap(({ declarations }) => declarations)
  .find((each) => each.tagName === 'private-meet')!;
const names = (list: { name: string }[] | undefined): Set<string> => new Set(list?.map(({ name }) => name));

describe('Samples in HTML and CSS', () => {
  it('write attributes that the element has', () => {
    const known = names(meet.attributes).add('id');
    let checked = 0;
    for (const { code, where } of of('html')) {
      for (const [, written = ''] of code.matchAll(/<private-meet((?:\s+[\w-]+(?:=(?:"[^"]*"|'[^']*'))?)*)\s*>/g)) {
        for (const [, name] of written.matchAll(/([\w-]+)(?:=(?:"[^"]*"|'[^']*'))?/g)) {
          assert.ok(known.has(name!), `${where}: ${name!}`);
          checked++;
        }
      }
    }
    assert.ok(checked > 8);
  });

  it('hold JSON where an import map or a list of servers stands', () => {
    const lists = of('html').flatMap(({ code }) => [
      ...[...code.matchAll(/ice-servers='([^']*)'/g)].map(([, json]) => json!),
      ...[...code.matchAll(/type="importmap">([^<]*)</g)].map(([, json]) => json!),
    ]);
    assert.ok(lists.length > 1);
    for (const json of lists) assert.ok(JSON.parse(json));
  });

  it('name custom properties that the element has, and close what they open', () => {
    const known = names(meet.cssProperties);
    let checked = 0;
    for (const { code, where } of of('css')) {
      assert.equal(code.split('{').length, code.split('}').length, where);
      for (const [name] of code.matchAll(/--pm-[\w-]+/g)) {
        assert.ok(known.has(name), `${where}: ${name}`);
        checked++;
      }
    }
    assert.ok(checked > 1);
  });

  it('name parts and states that the element has', () => {
    const css = PAGES.map((path) => readFileSync(join(ROOT, path), 'utf8')).join('\n');
    const parts = names(meet.cssParts);
    for (const [, name] of css.matchAll(/private-meet::part\(([\w-]+)\)/g)) assert.ok(parts.has(name!), name);
  });
});
