import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it } from 'node:test';
import { bin, ROOT } from '../tools/run.js';

const PLAIN = `
import 'private-meet-element';
import { createMeeting, MeetError, type Meeting, type Peer } from 'private-meet-element/core';
import { PmControlsElement } from 'private-meet-element/elements/pm-controls.js';
import { PrivateMeetElement } from 'private-meet-element/elements/private-meet.js';

const element: PrivateMeetElement = document.createElement('private-meet');
element.room = 'standup';
element.tokenProvider = async ({ reason, signal }) => (signal.aborted ? '' : reason);
element.addEventListener('pm-peer-join', (event) => console.log(event.peer.name.length));
element.addEventListener('pm-error', ({ error }) => error instanceof MeetError && error.code === 'room-missing');
document.addEventListener('pm-before-join', (event) => event.waitUntil(Promise.resolve()));
addEventListener('pm-join', ({ self }) => console.log(self.name.length));
window.addEventListener('pm-leave', ({ reason }) => reason === 'room-full');
document.body.addEventListener('pm-peer-leave', ({ peer }) => console.log(peer.name.length));
document.createElement('div').attachShadow({ mode: 'open' }).addEventListener('pm-data', ({ topic }) => console.log(topic));
const meeting: Meeting = createMeeting();
const peers: readonly Peer[] = meeting.peers;
await element.join();
console.log(peers, new PmControlsElement().isConnected);
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
document.addEventListener('pm-join', (event) => {
  // @ts-expect-error it is known there too
  console.log(event.peer);
});
// @ts-expect-error somebody who left is no text
addEventListener('pm-peer-leave', ({ peer }) => peer.length);
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

/** What every framework's JSX has to take; `on` is how it spells a listener. */
const view = (on: string, attribute: string): string => `
export const view = (
  <private-meet ref={element} ${attribute} room="standup" slot="main" lang="de" autojoin class="meet"
    ${on}pm-join={(event) => console.log(event.self.name)} ${on}pm-error={({ error }) => console.log(error.code)}>
    <p slot="empty">Nobody is here yet</p> and text
  </private-meet>
);
// @ts-expect-error a listener gets the event that it listens for
console.log(<private-meet ${on}pm-join={(event) => event.peer} />);
// @ts-expect-error there is no such attribute
console.log(<private-meet rooom="standup" />);
`;

/** That the element is imported says all: no line for the types. */
const HEAD = `import 'private-meet-element';
import type { PrivateMeetElement } from 'private-meet-element';
`;
const BOTH = `microphone-off camera-off={true} max-peers={3} ice-servers="[]" ice-transport-policy="relay"
  displayName="Ann" microphoneOff maxPeers={3} iceServers={[]} iceTransportPolicy="relay"`;
const react = (ofRef: string): string => `${HEAD}
import { type CSSProperties, useRef } from 'react';
const element = useRef<${ofRef}>(null);
const style: CSSProperties = { blockSize: 400 };
console.log(<private-meet key="meet" className="meet" style={style} ref={(one) => { one?.join(); }} />);
console.log(<private-meet key={null} ref={(one: PrivateMeetElement | null) => { one?.join(); }} />);
// @ts-expect-error an attribute is a text, JSON for a list
console.log(<private-meet ice-servers={[]} />);
${view('on', BOTH)}`;

const PREACT = `${HEAD}
import { createRef, type JSX } from 'preact';
const element = createRef<PrivateMeetElement>();
export const Box = (props: { children: JSX.Element }) => <div class="box">{props.children}</div>;
console.log(<private-meet key="meet" style={{ blockSize: 400 }} ref={(one) => { one?.join(); }} />);
${view('on', BOTH)}`;
const SOLID = `${HEAD}
import type { JSX } from 'solid-js';
let element!: PrivateMeetElement;
export const Box = (props: { children: JSX.Element }) => <div class="box">{props.children}</div>;
console.log(<private-meet style={{ 'block-size': '400px' }} ref={(one: PrivateMeetElement) => { one.join(); }} />);
console.log(<private-meet attr:ice-servers="[]" bool:microphone-off={true} prop:maxPeers={3} prop:iceServers={[]} />);
// @ts-expect-error an attribute is a text, JSON for a list
console.log(<private-meet attr:ice-servers={[]} />);
${view('on:', BOTH)}
console.log(element);`;

const REACT = { csstype: 'csstype', '@types/prop-types': '@types/prop-types' };

/** Each framework's own types and what they need, as a project of its own has them, and how its JSX is read. */
const FRAMEWORKS = {
  'React 18': {
    types: { ...REACT, '@types/react': 'react-types-18' },
    source: 'react',
    code: react('PrivateMeetElement'),
  },
  'React 19': {
    types: { ...REACT, '@types/react': 'react-types-19' },
    source: 'react',
    code: react('PrivateMeetElement'),
  },
  Preact: { types: { preact: 'preact' }, source: 'preact', code: PREACT },
  Solid: { types: { 'solid-js': 'solid-js', csstype: 'csstype', seroval: 'seroval' }, source: 'solid-js', code: SOLID },
};

const FILES = { 'plain.ts': PLAIN, 'wrong.ts': WRONG, 'view.tsx': JSX };

/** What comes along with ours. */
const DEPENDENCIES = ['lit', 'lit-html', 'lit-element', '@lit/reactive-element', '@lit/context', 'nanostores'];

/** A project of somebody else's that has the package installed, and far from what is installed here. */
const checkProject = (
  files: Record<string, string>,
  options: Record<string, string>,
  types: Record<string, string> = {},
): string => {
  const directory = mkdtempSync(join(tmpdir(), 'consumer-'));
  const ours = join(directory, 'node_modules/private-meet-element');
  for (const path of ['package.json', 'dist/esm', 'dist/custom-elements-jsx.d.ts']) {
    cpSync(join(ROOT, path), join(ours, path), { recursive: true });
  }
  const linked = {
    ...Object.fromEntries([...DEPENDENCIES, '@types/trusted-types'].map((name) => [name, name])),
    ...types,
  };
  for (const [name, from] of Object.entries(linked)) {
    const path = join(directory, 'node_modules', name);
    mkdirSync(dirname(path), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules', from), path, 'junction');
  }
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text);
  writeFileSync(join(directory, 'package.json'), '{ "type": "module" }');
  const always = {
    strict: true,
    noEmit: true,
    target: 'es2022',
    lib: ['es2023', 'dom', 'dom.iterable'],
    types: [],
    preserveSymlinks: true,
  };
  const compilerOptions = { ...always, ...options };
  writeFileSync(join(directory, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: Object.keys(files) }));
  const [file = '', ...args] = bin('tsc', '-p', directory);
  const { stdout } = spawnSync(file, args, { encoding: 'utf8' });
  rmSync(directory, { recursive: true });
  return stdout;
};

const BUNDLERS = { module: 'esnext', moduleResolution: 'bundler' };

describe('The types of the package', () => {
  it('add nothing to the globals of a page but what its own elements and events need', () => {
    const code = `${HEAD}
// @ts-expect-error not among the globals
export type Style = CSSProperties;
// @ts-expect-error nor an event's class
export type Join = JoinEvent;`;
    assert.equal(checkProject({ 'globals.ts': code }, BUNDLERS), '');
  });

  it('serve a page, refuse mistakes and describe JSX, resolved as Node does', () => {
    assert.equal(checkProject(FILES, { jsx: 'react', module: 'nodenext', moduleResolution: 'nodenext' }), '');
  });

  it('do so resolved as Node 16 did', () => {
    assert.equal(checkProject(FILES, { jsx: 'react', module: 'node16', moduleResolution: 'node16' }), '');
  });

  it('do so resolved as bundlers do', () => {
    assert.equal(checkProject(FILES, { jsx: 'react', ...BUNDLERS }), '');
  });

  for (const [name, { types, source, code }] of Object.entries(FRAMEWORKS)) {
    it(`describe the element to ${name}: refs, events, both spellings of attributes, children and slots`, () => {
      const jsx = name === 'Solid' ? 'preserve' : 'react-jsx';
      assert.equal(checkProject({ 'view.tsx': code }, { jsx, jsxImportSource: source, ...BUNDLERS }, types), '');
    });
  }
});
