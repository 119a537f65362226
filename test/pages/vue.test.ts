import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { Stage } from '../e2e/stage.js';
import { App, visit } from './apps.js';
import { live } from './life.js';

const app = new App('vue');
const CHECK = ['npx', 'vue-tsc', '-p', '.cache/check'];

const RIGHT = `<script setup lang="ts">
import 'private-meet-element';
import { useTemplateRef } from 'vue';
const meet = useTemplateRef('meet');
const mute = () => meet.value?.toggleMicrophone(false);
const servers: RTCIceServer[] = [];
</script>
<template>
  <button @click="mute" />
  <private-meet ref="meet" room="standup" :max-peers="3" .iceServers="servers" microphone-off theme="dark" class="meet" style="height: 4em" id="meet" data-test="1" aria-label="Meeting"
    @pm-join="({ self }) => self.name" @pm-error="({ error }) => error.code === 'room-full'" @click="mute">
    <p>Nobody is here yet</p>
  </private-meet>
  <pm-video-grid />
</template>
`;

const WRONG = `<script setup lang="ts">
import 'private-meet-element';
import type { LeaveEvent } from 'private-meet-element';
const left = ({ reason }: LeaveEvent) => reason;
</script>
<template>
  <private-meet :room="1" />
  <private-meet layout="heap" />
  <private-meet rooom="standup" />
  <private-meet @pm-join="left" />
  <private-meet @pm-join="({ peer }) => peer" />
</template>
`;

describe('A page of Vue 3, rendered on a server', () => {
  let stage: Stage;
  let site: Awaited<ReturnType<App['serve']>>;
  before(async () => {
    await app.install();
    await app.run(['npm', 'run', 'build']);
    stage = await Stage.open();
    site = await app.serve(stage, 'dist/client');
  });
  afterEach(() => stage.clear());
  after(async () => {
    await site.close();
    await stage.close();
  });

  it('gives the element attributes and properties, hears it, moves it in a call, takes it away and brings it back', () =>
    live(stage, site.url));

  it('checks the templates of pages', async () => {
    assert.equal(await app.check({ 'right.vue': RIGHT }, CHECK), '');
    const objections = await app.check({ 'wrong.vue': WRONG }, CHECK);
    const lines = new Set([...objections.matchAll(/wrong\.vue\((\d+),/g)].map(([, line]) => Number(line)));
    assert.deepEqual([...lines], [7, 8, 9, 10, 11], objections);
  });

  it('brings to life what the server wrote, with its properties', async () => {
    const source = await (await fetch(site.url)).text();
    assert.match(source, /<private-meet [^>]*room="standup"/);
    const { page, said } = await visit(stage, 'chromium', site.url);
    await page.evaluate(() => kit.inState('lobby'));
    assert.deepEqual(await page.evaluate(() => [onlooker.first === kit.meet(), kit.meet().iceServers]), [
      true,
      [{ urls: 'stun:stun.example.com' }],
    ]);
    assert.deepEqual(said, []);
  });
});
