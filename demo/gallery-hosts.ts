import { MeetError } from '../src/errors.js';
import type { Peer } from '../src/room/types.js';
import { inCall, specimen, tile, whole, type Specimen } from './gallery-specimens.js';
import { call, door, person, type Change } from './gallery-stores.js';

/** In front of a room into which somebody has to let one. */
const waiting =
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
const seen: Change = (store) => {
  store.$microphone.set(true);
  store.$camera.set(true);
  store.$selfStream.set(person(7).stream);
};

/** We are a host, and so is the first of the others. */
const hosting =
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

const withHost = (): Peer[] => [person(0, { role: 'host' }), person(1), person(2, { microphone: false })];

const asked =
  (ask: 'mute' | 'unmute'): Change =>
  (store) => {
    if (ask === 'unmute') store.$microphone.set(false);
    store.$asked.set({ ask, by: 'Ann' });
  };

/** It does not have us. */
const out = (code: 'room-locked' | 'not-admitted', reason: string): MeetError =>
  new MeetError(code, `the server says: ${reason}`, { reason });

/** Those who wait to be let in, and those who let them in. */
export const HOSTS: readonly [title: string, specimens: readonly Specimen[]] = [
  'Hosts',
  [
    specimen('waiting for the host', 'pm-waiting', 'tablet', door(waiting(true, seen))),
    specimen('waiting, on a phone', 'pm-waiting', 'phone', door(waiting(true, seen))),
    specimen('waiting for a host to come', 'pm-waiting', 'phone', door(waiting(false))),
    specimen('waiting in a low box', 'pm-waiting', 'low', door(waiting(false))),
    specimen('people, two knock', 'pm-people', 'phone', call(withHost(), hosting(2))),
    specimen('people, locked', 'pm-people', 'narrow', call(withHost(), hosting(1, true))),
    specimen('somebody knocks', 'pm-notice', 'line', call(withHost(), hosting(1))),
    specimen('several knock', 'pm-notice', 'line', call(withHost(), hosting(5))),
    specimen('a host muted one', 'pm-notice', 'line', call(withHost(), asked('mute'))),
    specimen('a host asks one to unmute', 'pm-notice', 'line', call(withHost(), asked('unmute'))),
    tile('a host', { role: 'host' }),
    specimen('removed by a host', 'pm-message', 'card', door(), { error: out('not-admitted', 'removed') }),
    specimen('locked', 'pm-message', 'card', door(), { error: out('room-locked', 'locked') }),
    whole('a host, with people', 'wide', inCall(withHost(), hosting(2)), 'people'),
    whole('a host, on a phone', 'phone', inCall(withHost(), hosting(1))),
    whole('waiting', 'phone', waiting(true, seen)),
  ],
];
