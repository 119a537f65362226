import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { build, type BuildOptions } from 'esbuild';
import { licencesOf } from './licences.js';
import { ROOT } from './run.js';

const OPTIONS = {
  absWorkingDir: ROOT,
  entryPoints: ['demo/server/cli.ts'],
  outfile: 'dist/server.cjs',
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'utf8',
  legalComments: 'none',
  logLevel: 'warning',
} satisfies BuildOptions;

const packageOf = (path: string): string | undefined => {
  const [, name] = /node_modules\/((?:@[^/]+\/)?[^/]+)\/(?!.*node_modules\/)/.exec(path) ?? [];
  return name;
};

/** Builds `npx private-meet-element server`: one file with everything in it, the licences of what that is at its end. */
export const buildServer = async (): Promise<void> => {
  const { metafile } = await build({ ...OPTIONS, metafile: true, write: false });
  const names = new Set(Object.keys(metafile.inputs).flatMap((path) => packageOf(path) ?? []));
  const licences = licencesOf([...names].sort()).replaceAll('*/', '* /');
  await build({
    ...OPTIONS,
    footer: { js: `/*! What stands in this file beside the server itself:\n\n${licences}*/` },
  });
  chmodSync(join(ROOT, OPTIONS.outfile), 0o755);
};
