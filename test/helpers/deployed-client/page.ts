/**
 * Loaded as a script by an end-to-end page: gives the page the stand-in and its tracks as globals. In a bundle it must
 * be the entry itself: package.json says that modules have no side effects, so a bare import of it is dropped.
 */
import { createCanvasTrack, createToneTrack } from '../tracks.js';
import { DeployedClient } from './client.js';

const globals = { DeployedClient, createCanvasTrack, createToneTrack };
Object.assign(globalThis, globals);

declare global {
  interface Window {
    DeployedClient: typeof DeployedClient;
    createCanvasTrack: typeof createCanvasTrack;
    createToneTrack: typeof createToneTrack;
  }
}
