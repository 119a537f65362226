import type { Meeting } from '../../src/core.js';
import type { PrivateMeetElement } from '../../src/index.js';
import { leaveElement, leaveFloor, timeElement, timeFloor } from '../bench/rounds.js';
import { DeployedClient } from '../helpers/deployed-client/client.js';
import { createCanvasTrack, createToneTrack } from '../helpers/tracks.js';
import { middle, type Rgb, seeMoving, until } from './picture.js';
import { StandIn } from './stand-in.js';

/** What is below `root`, its own shadow root and every further one included. */
const deepQuery = (root: Element | ShadowRoot, selector: string): HTMLElement[] => {
  const found = [...root.querySelectorAll<HTMLElement>(selector)];
  if ('shadowRoot' in root && root.shadowRoot) found.push(...deepQuery(root.shadowRoot, selector));
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) found.push(...deepQuery(element.shadowRoot, selector));
  }
  return found;
};

const meet = (): PrivateMeetElement => {
  const element = document.querySelector('private-meet');
  if (!element) throw new Error('no <private-meet> in the page');
  return element;
};

const tileOf = (name: string): HTMLElement | undefined =>
  deepQuery(meet(), 'pm-video-tile').find((tile) =>
    deepQuery(tile, '[part~="chip"]').some((chip) => chip.textContent.includes(name)),
  );

const videoOf = (name: string): HTMLVideoElement | undefined => {
  const tile = tileOf(name);
  return tile && (deepQuery(tile, 'video')[0] as HTMLVideoElement | undefined);
};

const audioEnergy = async (): Promise<number[]> => {
  const open = witness.connections.filter(({ connectionState }) => connectionState === 'connected');
  return Promise.all(
    open.map(async (connection) => {
      let energy = 0;
      for (const entry of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (entry['type'] === 'inbound-rtp' && entry['kind'] === 'audio')
          energy += Number(entry['totalAudioEnergy'] ?? 0);
      }
      return energy;
    }),
  );
};

/** What a test asks of a page. Loaded as a script; the element itself comes from the built bundle. */
const kit = {
  DeployedClient,
  timeFloor,
  timeElement,
  leaveFloor,
  leaveElement,
  createCanvasTrack,
  createToneTrack,
  meeting: undefined as Meeting | undefined,
  StandIn,
  standIn: undefined as StandIn | undefined,

  until,
  tileOf,
  videoOf,
  meet,
  deepQuery: (selector: string) => deepQuery(meet(), selector),

  /** Resolves once the page shows a peer's moving picture, of its colour, on the tile with its name. */
  seePicture: (name: string, colour: Rgb) => seeMoving(name, () => videoOf(name), colour),
  shows: (name: string): Rgb | undefined => {
    const video = videoOf(name);
    return video && middle(video);
  },

  /** Resolves once sound of `count` connections has grown. */
  hear: async (count: number) => {
    let before = await audioEnergy();
    await until(`the sound of ${String(count)}`, async () => {
      const now = await audioEnergy();
      const grown = now.filter((energy, index) => energy > (before[index] ?? 0)).length;
      if (now.length !== before.length) before = now;
      return grown >= count;
    });
  },

  /** Resolves once `count` peers are connected at the same time. */
  connectedTo: (count: number) =>
    until(`${String(count)} connected peers`, () => {
      const connected = meet().peers.filter(({ state }) => state === 'connected').length;
      return connected === count && meet().peers.length === count;
    }),

  /** What is open now. */
  open: () => ({
    connections: witness.connections.filter(({ connectionState }) => connectionState !== 'closed').length,
    tracks: witness.tracks.filter(({ readyState }) => readyState === 'live').length,
  }),
};

export type Kit = typeof kit;

declare global {
  var kit: Kit;
}

Object.assign(globalThis, { kit });
