import { joinFloor } from './floor.js';

/** Runs in the hand-written page of a first visit: joins with what the address gives. */
const given = new URLSearchParams(location.search);
const [server = '', token = '', room = ''] = ['server', 'token', 'room'].map((name) => given.get(name) ?? '');
const floor = await joinFloor({ server, token, room });
await floor.connectedTo(Number(given.get('others')));
Object.assign(globalThis, { connectedAt: performance.now() });
