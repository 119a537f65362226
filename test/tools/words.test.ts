import assert from 'node:assert/strict';
import { join, relative } from 'node:path';
import { before, describe, it } from 'node:test';
import ts from 'typescript';
import { ROOT } from './run.js';

/** The first words, and with them all. */
const TABLES = { first: join(ROOT, 'src/locales/first/en.ts'), en: join(ROOT, 'src/locales/en.ts') };

interface Words {
  /** Every word of the English table by its path. */
  readonly all: ReadonlySet<string>;
  readonly used: ReadonlySet<string>;
}

/** Reads the sources as the compiler does, so that `words[kind]` counts for all that `kind` can be. */
const readWords = (): Words => {
  const { config } = ts.readConfigFile(join(ROOT, 'tsconfig.json'), (path) => ts.sys.readFile(path)) as {
    config: unknown;
  };
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram([join(ROOT, 'src/index.ts')], { ...options, types: [] });
  const checker = program.getTypeChecker();

  const paths = new Map<ts.Node, string>();
  const collect = (object: ts.ObjectLiteralExpression, path: string): void => {
    for (const property of object.properties) {
      if (!property.name) continue;
      const key = path + property.name.getText();
      paths.set(property, key);
      const value = ts.isPropertyAssignment(property) ? property.initializer : undefined;
      const inner = value && ts.isSatisfiesExpression(value) ? value.expression : value;
      if (inner && ts.isObjectLiteralExpression(inner)) collect(inner, `${key}.`);
    }
  };
  for (const [name, path] of Object.entries(TABLES)) {
    const file = program.getSourceFile(path);
    assert.ok(file, `src/index.ts does not lead to ${path}`);
    const find = (node: ts.Node): void => {
      if (ts.isVariableDeclaration(node) && node.name.getText() === name && node.initializer) {
        if (ts.isObjectLiteralExpression(node.initializer)) collect(node.initializer, '');
      } else ts.forEachChild(node, find);
    };
    find(file);
  }

  const used = new Set<string>();
  const use = (symbol: ts.Symbol | undefined): void => {
    for (const declaration of symbol?.declarations ?? []) {
      const path = paths.get(declaration);
      if (path) used.add(path);
    }
  };
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node)) use(checker.getSymbolAtLocation(node.name));
    if (ts.isBindingElement(node)) {
      const from = checker.getTypeAtLocation(node.parent);
      use(from.getProperty((node.propertyName ?? node.name).getText()));
    }
    if (ts.isElementAccessExpression(node)) {
      const from = checker.getTypeAtLocation(node.expression);
      const key = checker.getTypeAtLocation(node.argumentExpression);
      for (const each of key.isUnion() ? key.types : [key])
        if (each.isStringLiteral()) use(from.getProperty(each.value));
    }
    ts.forEachChild(node, look);
  };
  const sources = program.getSourceFiles().filter(({ fileName }) => {
    const path = relative(ROOT, fileName);
    return path.startsWith('src/') && !path.startsWith('src/locales/');
  });
  for (const source of sources) look(source);
  return { all: new Set(paths.values()), used };
};

describe('The words of the elements', () => {
  let words: Words;
  before(() => {
    words = readWords();
  });

  it('are found, alone, by a name that is one of some, and inside another', () => {
    for (const path of ['join', 'joined', 'reactionNames.party', 'limits.cpu']) {
      assert.ok(words.all.has(path), `${path} is not in the table`);
      assert.ok(words.used.has(path), `${path} is not seen to be used`);
    }
  });

  it('are all used', () => {
    assert.deepEqual(
      [...words.all].filter((path) => !words.used.has(path)),
      [],
    );
  });
});
