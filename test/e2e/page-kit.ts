import type { Meeting } from '../../src/core.js';
import type { PrivateMeetElement } from '../../src/index.js';
import { joinFloor } from '../bench/floor.js';
import { DeployedClient } from '../helpers/deployed-client/client.js';
import { createCanvasTrack, createToneTrack } from '../helpers/tracks.js';

const CEILING = 60_000;
type Rgb = readonly [number, number, number];

/** What is below `root`, its own shadow root and every further one included. */
const deepQuery = (root: Element | ShadowRoot, selector: string): HTMLElement[] => {
  const found = [...root.querySelectorAll<HTMLElement>(selector)];
  if ('shadowRoot' in root && root.shadowRoot) found.push(...deepQuery(root.shadowRoot, selector));
  for (const element of root.querySelectorAll('*')) {
    if (element.shadowRoot) found.push(...deepQuery(element.shadowRoot, selector));
  }
  return found;
};

const STRIP = 32;
const canvas = document.createElement('canvas');
canvas.width = STRIP;
canvas.height = 1;

/** Colour of the middle of what a video shows now. */
const middle = (video: HTMLVideoElement): Rgb => {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || video.videoWidth === 0) return [0, 0, 0];
  context.drawImage(video, video.videoWidth / 2, video.videoHeight / 2, 1, 1, 0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
  return [red, green, blue];
};

/** Resolves when `isTrue` gives true, asked again every 50 ms: what is shown and what stats say fires no event. */
const until = async (what: string, isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  const end = performance.now() + CEILING;
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error(`waited in vain: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
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

/** What of the moving square is seen along the picture's lower edge: differs from frame to frame. */
const lowerEdge = (video: HTMLVideoElement): string => {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context || video.videoWidth === 0) return '';
  const { videoWidth: width, videoHeight: height } = video;
  context.drawImage(video, 0, height - height / 12, width, 1, 0, 0, STRIP, 1);
  return context.getImageData(0, 0, STRIP, 1).data.map((value) => value >> 6).join('');
};

const near = (seen: Rgb, wanted: Rgb): boolean => seen.every((value, index) => Math.abs(value - (wanted[index] ?? 0)) < 60);

const audioEnergy = async (): Promise<number[]> => {
  const open = witness.connections.filter(({ connectionState }) => connectionState === 'connected');
  return Promise.all(
    open.map(async (connection) => {
      let energy = 0;
      for (const entry of (await connection.getStats()).values() as Iterable<Record<string, unknown>>) {
        if (entry['type'] === 'inbound-rtp' && entry['kind'] === 'audio') energy += Number(entry['totalAudioEnergy'] ?? 0);
      }
      return energy;
    }),
  );
};

/** What a test asks of a page. Loaded as a script; the element itself comes from the built bundle. */
const kit = {
  DeployedClient,
  joinFloor,
  createCanvasTrack,
  createToneTrack,
  meeting: undefined as Meeting | undefined,

  until,
  tileOf,
  videoOf,
  deepQuery: (selector: string) => deepQuery(meet(), selector),

  /** Resolves once the page shows a peer's moving picture, of its colour, on the tile with its name. */
  seePicture: (name: string, colour: Rgb) => {
    const seen = new Set<string>();
    return until(`the picture of ${name}`, () => {
      const video = videoOf(name);
      if (video) seen.add(lowerEdge(video));
      return video !== undefined && seen.size > 3 && near(middle(video), colour);
    });
  },
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
  // eslint-disable-next-line no-var -- the only way to declare a global
  var kit: Kit;
}

Object.assign(globalThis, { kit });
