import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { bin, ROOT } from '../tools/run.js';

const PLAIN = `
import 'private-meet-element';
import { createMeeting, MeetError, type Meeting, type Peer } from 'private-meet-element/core';
import { PrivateMeetElement } from 'private-meet-element/elements/private-meet.js';

const element: PrivateMeetElement = document.createElement('private-meet');
element.room = 'standup';
element.tokenProvider = async ({ reason, signal }) => (signal.aborted ? '' : reason);
element.addEventListener('pm-peer-join', (event) => console.log(event.peer.name.length));
element.addEventListener('pm-error', ({ error }) => error instanceof MeetError && error.code === 'room-missing');
document.addEventListener('pm-before-join', () => undefined);
const meeting: Meeting = createMeeting();
const peers: readonly Peer[] = meeting.peers;
await element.join();
console.log(peers);
`;

const WRONG = `
import 'private-meet-element';
const element = document.createElement('private-meet');
// @ts-expect-error a room is a string
element.room = 1;
// @ts-expect-error there is no such layout of ICE
element.iceTransportPolicy = 'direct';
element.addEventListener('pm-join', (event) => {
  // @ts-expect-error it carries oneself, nobody else
  console.log(event.peer);
});
// @ts-expect-error peers are read-only
element.peers = [];
`;

/** JSX by types alone, as a framework sets it up. */
const JSX = `
import type { CustomElements } from 'private-meet-element/dist/custom-elements-jsx.d.ts';
declare global {
  namespace JSX {
    interface IntrinsicElements extends CustomElements {}
  }
}
declare const React: { createElement(...parts: unknown[]): unknown };
console.log(<private-meet room="standup" autojoin onpm-join={(event) => console.log(event.self.name)} />);
// @ts-expect-error there is no such attribute
console.log(<private-meet rooom="standup" />);
`;

const FILES = { 'plain.ts': PLAIN, 'wrong.ts': WRONG, 'view.tsx': JSX };

/** A project of somebody else's that has the package installed. */
const checkProject = (moduleOptions: Record<string, string>): string => {
  const directory = join(ROOT, '.cache/consumer');
  rmSync(directory, { recursive: true, force: true });
  mkdirSync(join(directory, 'node_modules'), { recursive: true });
  symlinkSync(ROOT, join(directory, 'node_modules/private-meet-element'), 'junction');
  for (const [name, text] of Object.entries(FILES)) writeFileSync(join(directory, name), text);
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
  const options = { strict: true, noEmit: true, target: 'es2022', lib: ['es2023', 'dom', 'dom.iterable'], types: [] };
  const compilerOptions = { ...options, ...moduleOptions, jsx: 'react', skipLibCheck: false };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(FILES) }));
  const [file = '', ...args] = bin('tsc', '-p', directory);
  return spawnSync(file, args, { encoding: 'utf8' }).stdout;
};

describe('The types of the package', () => {
  it('serve a page, refuse mistakes and describe JSX, resolved as Node does', () => {
    assert.equal(checkProject({ module: 'nodenext', moduleResolution: 'nodenext' }), '');
  });

  it('do so resolved as bundlers do', () => {
    assert.equal(checkProject({ module: 'esnext', moduleResolution: 'bundler' }), '');
  });
});
