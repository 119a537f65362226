import { MeetError } from '../src/errors.js';
import type { Peer } from '../src/room/types.js';
import { person, type Change } from './gallery-stores.js';

/** In front of a room into which somebody has to let one. */
export const waiting =
  (host: boolean, change: Change = () => undefined): Change =>
  (store) => {
    store.$room.set('Standup');
    store.$waiting.set(host);
    store.$microphoneOff.set(true);
    store.$cameraOff.set(true);
    change(store);
    store.$state.set('waiting');
  };

/** With one's own picture. */
export const seen: Change = (store) => {
  store.$microphone.set(true);
  store.$camera.set(true);
  store.$selfStream.set(person(7).stream);
};

/** We are a host, and so is the first of the others. */
export const hosting =
  (knocks: number, locked = false): Change =>
  (store) => {
    store.$house.set({ locked, waiting: true, role: 'host' });
    store.$knocks.set(
      Array.from({ length: knocks }, (_, index) => {
        const { id, name } = person(index + 6);
        return { id, name, guest: index !== 1 };
      }),
    );
  };

export const withHost = (): Peer[] => [person(0, { role: 'host' }), person(1), person(2, { microphone: false })];

export const asked =
  (ask: 'mute' | 'unmute'): Change =>
  (store) => {
    if (ask === 'unmute') store.$microphone.set(false);
    store.$asked.set({ ask, by: 'Ann' });
  };

/** It does not have us. */
export const out = (code: 'room-locked' | 'not-admitted', reason: string): MeetError =>
  new MeetError(code, `the server says: ${reason}`, { reason });
