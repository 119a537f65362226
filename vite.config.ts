import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const BANNER =
  '/* private-meet-element, MIT; with Lit (BSD-3-Clause) and nanostores (MIT): THIRD-PARTY-LICENSES.txt */';

const ENTRY = join(import.meta.dirname, 'src/index.ts');
const LATER = join(import.meta.dirname, 'src/elements/meeting/later.ts');
const LATER_FILE = 'private-meet.later.js';
const POLICY = join(import.meta.dirname, 'src/elements/shared/trusted-types.ts');

/** Where Lit's build for browsers asks for what is not ours when it is imported, and what it gets. */
const AT_IMPORT = [
  {
    file: /@lit\/reactive-element\/reactive-element\.js$/,
    ask: 'extends HTMLElement{',
    get: 'extends(globalThis.HTMLElement??class{}){',
  },
  { file: /\/lit-html\/lit-html\.js$/, ask: '=document,', get: '=globalThis.document??{createTreeWalker(){}},' },
  { file: /\/lit-html\/lit-html\.js$/, ask: 's.createPolicy("lit-html",', get: 'createPolicy(s,' },
];

/**
 * Lets a server import the bundle. Lit's own build for servers does too, but takes a DOM shim along and leaves
 * `customElements` behind in the server's globals.
 */
const litWithoutDom = (): Plugin => ({
  name: 'lit-without-dom',
  transform(code, id) {
    let changed = code;
    for (const { ask, get } of AT_IMPORT.filter(({ file }) => file.test(id))) {
      if (changed.split(ask).length !== 2) throw new Error(`${id} no longer says ${ask} once`);
      changed = changed.replace(ask, get);
    }
    if (changed.includes('createPolicy(s,')) changed = `import{createPolicy}from${JSON.stringify(POLICY)};${changed}`;
    return changed === code ? undefined : { code: changed, map: null };
  },
});

/** Takes comments and indentation out of style sheets; their text says nothing to a browser that it needs. */
const compactStyles = (): Plugin => ({
  name: 'compact-styles',
  transform(code, id) {
    if (!id.endsWith('.styles.ts')) return undefined;
    const compact = (css: string) =>
      css
        .replace(/\/\*[^]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .replace(/ ?([{};,]) ?/g, '$1')
        .replace(/: /g, ':')
        .replace(/;}/g, '}')
        .trim();
    return {
      code: code.replace(/(css`)([^`]*)`/g, (_all, tag: string, css: string) => `${tag}${compact(css)}\``),
      map: null,
    };
  },
});

/** Takes indentation out of templates: a browser shows any run of white space as one space. Code has none left anyway. */
const compactTemplates = (): Plugin => ({
  name: 'compact-templates',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/src\/elements\/[\w-]+\/[\w-]+\.ts$/.test(id)) return undefined;
    return { code: code.replace(/\n\s+/g, '\n'), map: null };
  },
});

/**
 * Makes `#name` of what TypeScript keeps private, for that the minifier shortens. Left alone is what Lit looks for by name,
 * what is taken out of `this` by a pattern, what is also asked of another object or by its name, and where there are two classes.
 */
const privateNames = (): Plugin => ({
  name: 'private-names',
  transform(code, id) {
    if (!/\/src\/.*\.ts$/.test(id) || code.match(/^(?:export )?class /gm)?.length !== 1) return undefined;
    const source = readFileSync(id, 'utf8');
    const taken = source.match(/\{[^{}]*\} = this;/g) ?? [];
    if (taken.length !== source.split('} = this').length - 1) return undefined; // a pattern within a pattern
    const patterns = taken.join('');
    const all = [...source.matchAll(/(?<!@state\(\) )\bprivate (?:readonly )?(\w+)\??[:;]/g)].map(
      ([, name = '']) => name,
    );
    const isElsewhere = (name: string) => new RegExp(`(?<!\\bthis)\\??\\.${name}\\b|'${name}'`).test(source);
    const names = all.filter((name) => !new RegExp(`\\b${name}\\b`).test(patterns) && !isElsewhere(name));
    if (names.length === 0) return undefined;
    const fields = names.map((name) => `#${name}$;`).join('');
    return {
      code: code
        .replace(new RegExp(`\\bthis\\.(${names.join('|')})\\b`, 'g'), 'this.#$1$$')
        .replace(/^(?:export )?class [^{]*\{/m, (begin) => begin + fields),
      map: null,
    };
  },
});

/** Declares properties as what their decorators come down to, so that neither these nor the compiler's helper goes along. */
const plainProperties = (): Plugin => ({
  name: 'plain-properties',
  transform(code, id) {
    if (!/\/src\/elements\/.*\.ts$/.test(id) || !code.includes('_decorate(')) return undefined;
    const plain = code
      .replace(
        /\b_decorate\(\[property\(([^]*?)\)\], (\w+)\.prototype, "(\w+)", void 0\)/g,
        (_all, options: string, name: string, property: string) => `${name}.createProperty("${property}", ${options})`,
      )
      .replace(
        /\b_decorate\(\[state\(\)\], (\w+)\.prototype, "(\w+)", void 0\)/g,
        '$1.createProperty("$2", { state: true, attribute: false })',
      );
    if (/\b_decorate\(/.test(plain)) throw new Error(`${id} has a decorator that is not known`);
    return { code: plain, map: null };
  },
});

/** All modules of ours that a module leads to at once, itself among them; not what it only hands on as a whole, which may be used later alone. */
const ledTo = (file: string, all = new Set<string>()): Set<string> => {
  if (all.has(file)) return all;
  all.add(file);
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(
    /^(?:import(?! type)|export(?! type| \*) .* from|} from)[^']*'(\..+)\.js'/gm,
  ))
    ledTo(join(dirname(file), `${path}.ts`), all);
  return all;
};

/** Puts the style sheets of each file side by side. gzip looks back 32 kB, and they are much alike. */
const stylesTogether = (isBeside: boolean): Plugin => ({
  name: 'styles-together',
  enforce: 'pre',
  transform(code, id) {
    if (id !== ENTRY && !(id === LATER && isBeside)) return undefined;
    const files = id === ENTRY && !isBeside ? [...ledTo(ENTRY), ...ledTo(LATER)] : [...ledTo(id)];
    const sheets = [...new Set(files)].filter((file) => file.endsWith('.styles.ts')).sort();
    const imports = sheets.map((file) => `import ${JSON.stringify(file)};`);
    return { code: imports.join('') + code, map: null };
  },
});

/** What the modules that come later import by name: of our own exports, these are handed over as well. */
const ASKED_FOR = new Set(
  [...ledTo(LATER)]
    .filter((file) => !ledTo(ENTRY).has(file))
    .flatMap((file) => [...readFileSync(file, 'utf8').matchAll(/^import(?! type) \{([^}]*)\} from/gm)])
    .flatMap(([, names = '']) => names.match(/\w+/g) ?? []),
);

/** Tells two builds apart. */
const BUILD = createHash('sha256')
  .update([...ledTo(ENTRY), ...ledTo(LATER)].map((file) => readFileSync(file, 'utf8')).join(''))
  .digest('base64url')
  .slice(0, 8);

/**
 * Makes a function of the file that comes later, and lets the bundle hand it what both use. By an import it would load the
 * bundle anew where the bundle's address has a query, or is another than its name.
 */
const handed = new Set<string>();
const wanted = new Set<string>();
const handOver = (): Plugin => ({
  name: 'hand-over',
  generateBundle() {
    const missing = [...wanted].filter((name) => !handed.has(name));
    if (missing.length > 0) throw new Error(`${LATER_FILE} is not handed ${missing.join(', ')}`);
  },
  renderChunk(code, { isEntry, fileName }) {
    if (isEntry) {
      // Names of our own are long, those that the bundler gives what is shared are not.
      const [statement = '', names = ''] = /\nexport \{ (.*) \};\s*$/.exec(code) ?? [];
      const pairs = names.split(', ').map((name) => name.split(' as '));
      const isShared = (as: string) => /^[\w$]{1,3}$/.test(as) || ASKED_FOR.has(as);
      const shared = pairs
        .filter(([name = '', as = name]) => isShared(as))
        .map(([name, as = name]) => `${as}: ${name}`);
      for (const [name = '', as = name] of pairs) if (isShared(as)) handed.add(as);
      const own = pairs.filter(([name = '', as = name]) => as.length > 3).map((pair) => pair.join(' as '));
      const asked = `import("./${LATER_FILE}")`;
      if (shared.length === 0 || code.split(asked).length !== 2)
        throw new Error(`${fileName} has nothing to hand over`);
      const ended = code.replace(statement, `\nexport { ${own.join(', ')} };\n`);
      return { code: ended.replace(asked, `{ ${shared.join(', ')} }`), map: null };
    }
    const [statement = '', names = ''] = /^import \{ (.*) \} from "\.\/private-meet\.js";$/m.exec(code) ?? [];
    const parameter = names.replaceAll(' as ', ': ');
    for (const name of names.split(', ')) wanted.add(name.split(' as ')[0] ?? '');
    const body = code.replace(statement, '').replace(/^export \{ (\w+)(?: as \w+)? \};$/m, '$1();');
    if (!statement || /^(import|export) /m.test(body)) throw new Error(`${fileName} imports or exports more than that`);
    const begin = `var build = ${JSON.stringify(BUILD)}, start = ({ ${parameter} }) => {`;
    return { code: `${begin}${body}\n};\nexport { build, start };`, map: null };
  },
});

/** Beside the bundle each language is a file of its own; `--mode all` puts all of them inside. */
const localesFrom = (file: string) => ({
  find: /.*\/locales\/load\.js$/,
  replacement: join(import.meta.dirname, file),
});

/** Beside `private-meet.js` is a file of what comes later; `--mode all` and `--mode iife` have it inside. */
const laterFrom = (file: string) => ({
  find: /^\.\/load-later\.js$/,
  replacement: join(import.meta.dirname, 'src/elements/meeting', file),
});

/** Whether some of it is beside the bundle: `--mode all` and `--mode iife` have it inside. */
const isBeside = (mode: string): boolean => mode === 'production';

export default defineConfig(({ mode }) => ({
  plugins: [
    litWithoutDom(),
    compactStyles(),
    compactTemplates(),
    privateNames(),
    plainProperties(),
    stylesTogether(isBeside(mode)),
    isBeside(mode) && handOver(),
  ],
  resolve: {
    alias: [
      localesFrom(mode === 'all' ? 'src/locales/load-all.ts' : 'src/locales/load-beside.ts'),
      laterFrom(isBeside(mode) ? 'load-later-beside.ts' : 'load-later-inside.ts'),
    ],
  },
  define: {
    'process.env.NODE_ENV': '"production"', // nanostores asks
    __BUILD__: JSON.stringify(BUILD),
  },
  build: {
    target: 'es2022',
    minify: 'terser', // puts constants and what is called once in their place; rolldown then shortens names, `#name` too
    terserOptions: { ecma: 2022, safari10: false, compress: { passes: 3 }, mangle: false },
    outDir: 'dist',
    emptyOutDir: false, // the modules stand there already
    sourcemap: true,
    lib: {
      entry: 'src/index.ts',
      name: 'PrivateMeet',
      formats: [mode === 'iife' ? 'iife' : 'es'],
      fileName: () => (isBeside(mode) ? 'private-meet.js' : `private-meet.${mode}.js`),
    },
    rolldownOptions: {
      checks: { emptyImportMeta: false, bundlerTimings: false }, // a classic script knows itself by document.currentScript
      preserveEntrySignatures: 'allow-extension', // what is shared stays in the one file
      output: {
        minify: true,
        comments: false,
        postBanner: BANNER,
        chunkFileNames: LATER_FILE,
        codeSplitting: isBeside(mode),
      },
    },
  },
}));
