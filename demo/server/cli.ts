#!/usr/bin/env node
import manifest from '../../package.json' with { type: 'json' };
import { check } from './check.js';
import { helpText } from './help.js';
import { serve } from './serve.js';

const USAGE = 'Usage: private-meet-element server [--check | --help | --version]';
const { env } = process;

/** What nobody foresaw, said before the process ends. */
const fail = (error: unknown): never => {
  console.error(error);
  process.exit(1);
};

const commands: Readonly<Record<string, () => void>> = {
  server: () => void serve(env).catch(fail),
  'server --check': () =>
    void check(env)
      .then((isFine) => process.exit(isFine ? 0 : 1))
      .catch(fail),
  'server --help': () => console.log(`${USAGE}\n\n${helpText()}`),
  'server --version': () => console.log(manifest.version),
  '--help': () => console.log(`${USAGE}\n\n${helpText()}`),
  '--version': () => console.log(manifest.version),
};

const said = process.argv.slice(2).join(' ');
const command = Object.hasOwn(commands, said) ? commands[said] : undefined;
if (command) command();
else {
  console.error(said === '' ? USAGE : `There is no "${said}". ${USAGE}`);
  process.exitCode = 2;
}
