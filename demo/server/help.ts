import { SETTINGS } from './env.js';
import type { Setting } from './setting.js';

const WIDTH = Math.max(...Object.keys(SETTINGS).map((name) => name.length));

const lineOf = ([name, { about, otherwise }]: [string, Setting<unknown>]): string =>
  `  ${name.padEnd(WIDTH)}  ${about} (${otherwise})`;

/** What the server is, and every setting with what holds where it is not set. */
export const helpText = (): string =>
  [
    'Starts a Private Meet signaling server: it signs guests in and passes on who is in which room and how to reach them.',
    '',
    '  --check    looks at the settings, and at what they name, and starts nothing',
    '  --help     says this',
    '  --version  says which version this is',
    '',
    'Settings are environment variables; in brackets what holds without:',
    '',
    ...Object.entries<Setting<unknown>>(SETTINGS).map(lineOf),
    '',
    'It answers GET /health, GET /ready, POST /auth/sign-in and the WebSocket at /ws. SIGTERM tells everybody to come back elsewhere',
    'and ends it within 2 s. Put it behind a proxy that speaks TLS, and say so by TRUST_PROXY.',
  ].join('\n');
