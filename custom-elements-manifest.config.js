import { readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { jsxTypesPlugin } from '@wc-toolkit/jsx-types';
import { customElementJetBrainsPlugin } from 'custom-element-jet-brains-integration';
import { customElementVsCodePlugin } from 'custom-element-vs-code-integration';
import { FRAMEWORK_TYPES } from './test/tools/framework-types.js';

const JSX_TYPES = 'dist/custom-elements-jsx.d.ts';

/** The manifest describes what a page gets: modules of the package, without what is private to them. */
const publicModules = () => ({
  name: 'public-modules',
  packageLinkPhase({ customElementsManifest }) {
    const published = (path) => path.replace(/^\/?src\/(.*)\.ts$/, 'dist/esm/$1.js');
    const rewrite = (node) => {
      if (Array.isArray(node)) return node.forEach(rewrite);
      if (node === null || typeof node !== 'object') return;
      for (const [key, value] of Object.entries(node)) {
        if ((key === 'path' || key === 'module') && typeof value === 'string') node[key] = published(value);
        else rewrite(value);
      }
    };
    rewrite(customElementsManifest.modules);
    for (const { declarations = [] } of customElementsManifest.modules) {
      for (const declaration of declarations) {
        declaration.members = declaration.members
          ?.filter(({ name, privacy }) => !privacy && !name.startsWith('#') && !/Callback$/.test(name))
          .sort((one, other) => Number(!one.inheritedFrom) - Number(!other.inheritedFrom));
        // What is between an element and Lit is private, and what it gives is the element's.
        if (declaration.superclass?.module) declaration.superclass = { name: 'LitElement', package: 'lit' };
        for (const entry of [...(declaration.members ?? []), ...(declaration.attributes ?? [])])
          delete entry.inheritedFrom;
        declaration.events = declaration.events?.filter(({ type }) => type?.text !== 'RequestEvent'); // internal
      }
    }
    customElementsManifest.modules = customElementsManifest.modules
      .filter(({ declarations = [] }) => declarations.some(({ tagName }) => tagName))
      .sort((one, other) => (basename(one.path) < basename(other.path) ? -1 : 1));
  },
});

/** Puts a constant's number where a default names the constant. */
const resolveDefaults = () => {
  const numbers = new Map();
  return {
    name: 'resolve-defaults',
    collectPhase({ ts, node }) {
      if (node.kind !== ts.SyntaxKind.VariableDeclaration || !node.initializer) return;
      if (node.initializer.kind === ts.SyntaxKind.NumericLiteral)
        numbers.set(node.name.getText(), node.initializer.text);
    },
    packageLinkPhase({ customElementsManifest }) {
      const declarations = customElementsManifest.modules.flatMap(({ declarations = [] }) => declarations);
      for (const { members = [], attributes = [] } of declarations) {
        for (const entry of [...members, ...attributes]) {
          if (!numbers.has(entry.default)) continue;
          entry.default = numbers.get(entry.default);
          entry.type ??= { text: 'number' };
        }
      }
    },
  };
};

/** What the generator's types get wrong, by what is right; one that is not found any more is an error. */
const JSX_MENDS = [
  // Objects and functions of React, Preact and Solid, with or without null: of a method TypeScript asks less.
  [
    /ref\?: \(T \| \(\(e: T\) => void\)\) \| undefined/,
    'ref?: T | { current: T | null } | { bivarianceHack(element: T | null): unknown }["bivarianceHack"] | null | undefined',
  ],
  [/key\?: string \| number \| undefined/, 'key?: string | number | bigint | null | undefined'],
  [/style\?: Record<string, string \| number> \| undefined/, 'style?: object | string | undefined'],
  // An attribute is a text: an array would be written as "[object Object]".
  [/("(?:attr:)?ice-servers"\?:)\s*PrivateMeetElement\["iceServers"\]/g, '$1 string'],
  [/("(?:attr:)?max-peers"\?:)\s*PrivateMeetElement\["maxPeers"\]/g, '$1 string | number'],
  [/(^ {2}"?(?:[a-z]+-off)"?\?:)\s*(?=PrivateMeetElement)/gm, "$1 '' | "],
  [/^ *"prop:undefined"\?: .*\n/gm, ''],
  // It has no elements.
  [/^declare module "react-native" \{\n(?: .*\n)*\}\n/m, ''],
  // React's alone: of the others' own types it is no part, and among the globals everybody would have it.
  [
    /(declare (?:module "(?!react)[^"]+"|global) \{\n {2}namespace JSX \{\n.*\n {2}\}\n) {2}export interface CSSProperties .*\n/g,
    '$1',
  ],
];

/** The generator names the events' classes and forgets to import them. */
const mendJsxTypes = () => ({
  name: 'mend-jsx-types',
  packageLinkPhase({ customElementsManifest }) {
    const names = customElementsManifest.modules
      .flatMap(({ declarations = [] }) => declarations)
      .flatMap(({ events = [] }) => events.map(({ type }) => type.text));
    const list = [...new Set(names)].sort().join(', ');
    let types = readFileSync(JSX_TYPES, 'utf8');
    for (const [wrong, right] of JSX_MENDS) {
      if (types.search(wrong) < 0) throw new Error(`${JSX_TYPES} has no ${wrong}`);
      types = types.replace(wrong, right);
    }
    writeFileSync(JSX_TYPES, `import type { ${list}, MeetEventMap } from './esm/core.js';\n${types}${FRAMEWORK_TYPES}`);
  },
});

const editorData = { outdir: 'dist', hideLogs: true };

export default {
  globs: ['src/elements/*/*.ts', 'src/define.ts'],
  exclude: ['src/**/*.styles.ts', 'src/elements/shared/trusted-types.ts'], // in its place stands no element of ours
  outdir: '.',
  litelement: true,
  packagejson: false,
  plugins: [
    resolveDefaults(),
    publicModules(),
    customElementVsCodePlugin(editorData),
    customElementJetBrainsPlugin({ ...editorData, packageJson: false }),
    jsxTypesPlugin({
      outdir: dirname(JSX_TYPES),
      fileName: basename(JSX_TYPES),
      componentTypePath: (_name, _tag, path) => path.replace(/^dist\//, './'),
    }),
    mendJsxTypes(),
  ],
};
