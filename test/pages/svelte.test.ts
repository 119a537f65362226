import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { Stage } from '../e2e/stage.js';
import { App } from './apps.js';
import { live } from './life.js';

const app = new App('svelte');
const CHECK = [
  ...['npx', 'svelte-check', '--tsconfig', '.cache/check/tsconfig.json', '--output', 'machine', '--threshold', 'error'],
];

const RIGHT = `<script lang="ts">
  import 'private-meet-element';
  import type { PrivateMeetElement } from 'private-meet-element';
  let meet: PrivateMeetElement | undefined = $state();
  const mute = () => meet?.toggleMicrophone(false);
  const servers: RTCIceServer[] = [];
</script>
<button onclick={mute}>Mute</button>
<private-meet bind:this={meet} room="standup" maxPeers={3} iceServers={servers} microphone-off theme="dark" class={['meet', { wide: true }]} style="height: 4em" style:--pm-gap="1em" class:on={true} id="meet" data-test="1" aria-label="Meeting"
  onpm-join={({ self }) => self.name} onpm-error={({ error }) => error.code === 'room-full'} onclick={mute} {@attach (element) => void element}>
  <p>Nobody is here yet</p>
</private-meet>
<pm-video-grid></pm-video-grid>
`;

const WRONG = `<script lang="ts">
  import 'private-meet-element';
  import type { LeaveEvent } from 'private-meet-element';
  const left = ({ reason }: LeaveEvent) => reason;
</script>

<private-meet room={1}></private-meet>
<private-meet layout="heap"></private-meet>
<private-meet rooom="standup"></private-meet>
<private-meet onpm-join={left}></private-meet>
<private-meet onpm-join={({ peer }) => peer}></private-meet>
`;

describe('A page of Svelte 5', () => {
  let stage: Stage;
  let site: Awaited<ReturnType<App['serve']>>;
  before(async () => {
    await app.install();
    await app.run(['npm', 'run', 'build']);
    stage = await Stage.open();
    site = await app.serve(stage, 'dist');
  });
  afterEach(() => stage.clear());
  after(async () => {
    await site.close();
    await stage.close();
  });

  it('gives the element attributes and properties, hears it, moves it in a call, takes it away and brings it back', () =>
    live(stage, site.url));

  it('checks the templates of pages', async () => {
    assert.equal(await app.check({ 'Right.svelte': RIGHT }, CHECK), '');
    const objections = await app.check({ 'Wrong.svelte': WRONG }, CHECK);
    const lines = new Set([...objections.matchAll(/Wrong\.svelte" (\d+):/g)].map(([, line]) => Number(line)));
    assert.deepEqual([...lines], [7, 8, 9, 10, 11], objections);
  });
});
