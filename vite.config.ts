import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const BANNER =
  '/* private-meet-element, MIT; with Lit (BSD-3-Clause) and nanostores (MIT): THIRD-PARTY-LICENSES.txt */';

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

/** Puts all style sheets side by side. gzip looks back 32 kB, and they are much alike. */
const stylesTogether = (): Plugin => ({
  name: 'styles-together',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/src/index.ts')) return undefined;
    const files = readdirSync(join(import.meta.dirname, 'src/elements'), { recursive: true, encoding: 'utf8' });
    const sheets = files.filter((file) => file.endsWith('.styles.ts')).sort();
    const imports = sheets.map((file) => `import './elements/${file.replaceAll(sep, '/')}';`);
    return { code: imports.join('') + code, map: null };
  },
});

/** Beside the bundle each language is a file of its own; `--mode all` puts all of them inside. */
const localesFrom = (file: string) => [
  { find: /.*\/locales\/load\.js$/, replacement: join(import.meta.dirname, file) },
];

export default defineConfig(({ mode }) => ({
  plugins: [litWithoutDom(), compactStyles(), compactTemplates(), stylesTogether()],
  resolve: { alias: localesFrom(mode === 'all' ? 'src/locales/load-all.ts' : 'src/locales/load-beside.ts') },
  define: { 'process.env.NODE_ENV': '"production"' }, // nanostores asks
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
      formats: mode === 'all' ? ['es'] : ['es', 'iife'],
      fileName: (format) =>
        mode === 'all' ? 'private-meet.all.js' : format === 'es' ? 'private-meet.js' : `private-meet.${format}.js`,
    },
    rolldownOptions: {
      checks: { emptyImportMeta: false, bundlerTimings: false }, // a classic script knows itself by document.currentScript
      output: { minify: true, comments: false, postBanner: BANNER },
    },
  },
}));
