import type { BrowserName, Guest } from '../e2e/stage.js';
import { TurnServer } from '../network/turn-server.js';
import { HOST } from '../rig/links.js';
import type { Network } from '../rig/network.js';
import { each } from '../rig/people.js';
import { onNetwork } from './recovery-links.js';
import type { RecoveryRow, RecoveryTimes } from './recovery-row.js';

type Attributes = Readonly<Record<string, string>>;

/** With a TURN server that both can reach. */
const withTurn = (act: (network: Network, attributes: Attributes) => Promise<number>): Promise<RecoveryTimes> =>
  onNetwork(async (network) => {
    const turn = await TurnServer.start(HOST);
    try {
      return { times: [await act(network, { 'ice-servers': JSON.stringify(turn.iceServers()) })] };
    } finally {
      await turn.stop();
    }
  });

const come = async (network: Network, browser: BrowserName, attributes: Attributes = {}): Promise<Guest[]> => [
  await network.guest('apart', browser, 0, { attributes }),
  await network.guest('apart', browser, 1, { attributes }),
];

export const turnRows: readonly RecoveryRow[] = [
  {
    key: 'relay',
    title: 'UDP between two in a call is dropped for good; through the TURN server (from the beginning)',
    limit: 10_000,
    needsRoot: true,
    measure: (browser) =>
      withTurn(async (network, attributes) => {
        const guests = await network.call(browser, attributes);
        const since = Date.now();
        network.separate();
        await each(guests, () => kit.standstill());
        return Math.max(...(await each(guests, () => kit.flowing(1)))) - since;
      }),
  },
  {
    key: 'relay-join',
    title: 'No direct path from the start; through the TURN server (from the second person’s join)',
    limit: 10_000,
    needsRoot: true,
    measure: (browser) =>
      withTurn(async (network, attributes) => {
        network.separate();
        const guests = await come(network, browser, attributes);
        const since = Date.now();
        return Math.max(...(await each(guests, () => kit.flowing(1)))) - since;
      }),
  },
  {
    key: 'no-relay',
    title: 'No direct path and no TURN server: until it is said (from the second person’s join)',
    limit: 10_000,
    needsRoot: true,
    measure: (browser) =>
      onNetwork(async (network) => {
        network.separate();
        const guests = await come(network, browser);
        const since = Date.now();
        await each(guests, () => kit.failsWith('peer-unreachable'));
        return { times: [Date.now() - since] };
      }),
  },
];
