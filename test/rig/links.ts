import { spawnSync } from 'node:child_process';
import { aptInstall } from '../tools/install-browsers.js';

/** All that is ours begins with it, so that what a crash left behind can be told and taken away. */
const PREFIX = 'pmrig';
/** Namespaces are named after the process that they are for: a living one's are left alone. */
const OWN = `${PREFIX}-${String(process.pid)}-`;
const HUB = `${OWN}hub`;
/** Addresses of the network, of which no machine should be in need. */
const NET = '10.213';
/** This machine as the namespaces see it. */
export const HOST = `${NET}.0.1`;

const run = (file: string, args: readonly string[], input?: string): string => {
  const { status, stdout, stderr, error } = spawnSync(file, args, { encoding: 'utf8', input });
  if (status !== 0) throw new Error(`${file} ${args.join(' ')}: ${stderr}`, { cause: error });
  return stdout;
};
const ip = (...args: string[]): string => run('ip', args);
const inside = (name: string, file: string, ...args: string[]): string => ip('netns', 'exec', name, file, ...args);
const nft = (rules: string): string => run('ip', ['netns', 'exec', HUB, 'nft', '-f', '-'], rules);

const ensureTools = (): void => {
  if (process.getuid?.() !== 0) throw new Error('network namespaces need root');
  for (const [tool, probe, name] of [
    ['ip', '-V', 'iproute2'],
    ['nft', '-v', 'nftables'],
  ] as const) {
    const isThere = () => spawnSync(tool, [probe]).error === undefined;
    if (!isThere() && !(aptInstall(name) && isThere())) throw new Error(`${tool} is missing: install ${name}`);
  }
};

const isRunning = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false; // there is no such process
  }
};

const remove = (name: string): void => {
  const pids = ip('netns', 'pids', name).split('\n').filter(Boolean).map(Number);
  for (const pid of pids.filter(isRunning)) process.kill(pid, 'SIGKILL'); // browsers that a crash left behind
  ip('netns', 'del', name); // its ends of the links go, and with them the other ends
};

/** Takes away what is ours, and what crashed runs left behind. */
const removeAll = (): void => {
  const names = ip('netns', 'list')
    .split('\n')
    .map((line) => line.split(' ')[0] ?? '')
    .filter((name) => name.startsWith(`${PREFIX}-`));
  for (const name of names) {
    const pid = Number(name.split('-')[1]);
    if (pid !== process.pid && isRunning(pid)) throw new Error(`process ${String(pid)} uses the network of tests`);
    remove(name);
  }
};

/** A machine of its own in the network: a namespace with one link, to the hub. */
export interface Place {
  /** Of the namespace. */
  readonly name: string;
  address: string;
}

/** How packets from one place to another are treated; `undefined` stands for every place, this machine not included. */
export interface PacketRule {
  readonly from?: Place;
  readonly to?: Place;
  /** `udp`: TCP to the server is left alone. `media`: RTP and RTCP alone; ICE and DTLS pass. */
  readonly what?: 'all' | 'udp' | 'media';
  /** Of the sender's and the receiver's socket, for UDP. */
  readonly ports?: readonly [from: number, to: number];
  /** Loses every `every`th packet; 1, the default: all. */
  readonly every?: number;
}

/**
 * Places that see each other, and this machine at `HOST`, through a hub that routes: links go down, packets are lost,
 * bytes are limited there. What a crashed run left behind is taken away first.
 */
export class Links {
  readonly #places: Place[] = [];
  readonly #end = (): void => {
    removeAll();
  };

  private constructor() {
    process.once('exit', this.#end);
  }

  static open(count: number): Links {
    ensureTools();
    removeAll();
    const links = new Links();
    ip('netns', 'add', HUB);
    inside(HUB, 'ip', 'link', 'set', 'lo', 'up');
    inside(HUB, 'sysctl', '-qw', 'net.ipv4.ip_forward=1');
    ip('link', 'add', `${PREFIX}0`, 'type', 'veth', 'peer', 'name', 'host', 'netns', HUB);
    ip('addr', 'add', `${HOST}/24`, 'dev', `${PREFIX}0`);
    ip('link', 'set', `${PREFIX}0`, 'up');
    inside(HUB, 'ip', 'addr', 'add', `${NET}.0.2/24`, 'dev', 'host');
    inside(HUB, 'ip', 'link', 'set', 'host', 'up');
    ip('route', 'add', `${NET}.0.0/16`, 'via', `${NET}.0.2`);
    for (let index = 1; index <= count; index += 1) links.#add(index);
    links.heal();
    return links;
  }

  get places(): readonly Place[] {
    return this.#places;
  }

  /** Unplugs a place at the hub: it sees that its link is gone. */
  down(place: Place): void {
    inside(HUB, 'ip', 'link', 'set', this.#port(place), 'down');
  }

  up(place: Place): void {
    inside(HUB, 'ip', 'link', 'set', this.#port(place), 'up');
  }

  /** Gives a place another address, as when a telephone goes from one network to the next; the old one is gone. */
  readdress(place: Place): void {
    const [network, last] = [place.address.slice(0, place.address.lastIndexOf('.')), place.address.split('.')[3]];
    const fresh = `${network}.${String(Number(last) + 1)}`;
    inside(place.name, 'ip', 'addr', 'flush', 'dev', 'net0');
    inside(place.name, 'ip', 'addr', 'add', `${fresh}/24`, 'dev', 'net0');
    inside(place.name, 'ip', 'route', 'replace', 'default', 'via', `${network}.1`);
    place.address = fresh;
  }

  /** Loses the packets of `rules`, without a word to anyone, and those alone: rules of before are gone. */
  lose(...rules: readonly PacketRule[]): void {
    const lines = rules.map(({ from, to, what = 'all', ports, every = 1 }) =>
      [
        from && `ip saddr ${from.address}`,
        to && `ip daddr ${to.address}`,
        what !== 'all' && 'meta l4proto udp',
        // The first two bits behind the UDP header tell RTP and RTCP from STUN and DTLS (RFC 7983).
        what === 'media' && '@th,64,2 2',
        ports && `udp sport ${String(ports[0])} udp dport ${String(ports[1])}`,
        every > 1 && `numgen inc mod ${String(every)} 0`,
        'drop',
      ]
        .filter(Boolean)
        .join(' '),
    );
    const chain = ['type filter hook forward priority 0', ...lines].join('\n');
    nft(`table inet rig {}\ndelete table inet rig\ntable inet rig {\nchain forward {\n${chain}\n}\n}\n`);
  }

  /** Lets `bits` per second through to and from a place; the rest waits 400 ms at most, and is lost then. */
  narrow(place: Place, bits: number): void {
    const bucket = ['tbf', 'rate', `${String(bits)}bit`, 'burst', '3000', 'latency', '400ms'];
    inside(HUB, 'tc', 'qdisc', 'replace', 'dev', this.#port(place), 'root', ...bucket);
    inside(place.name, 'tc', 'qdisc', 'replace', 'dev', 'net0', 'root', ...bucket);
  }

  widen(place: Place): void {
    inside(HUB, 'tc', 'qdisc', 'del', 'dev', this.#port(place), 'root');
    inside(place.name, 'tc', 'qdisc', 'del', 'dev', 'net0', 'root');
  }

  /** All links up, nothing lost. */
  heal(): void {
    this.lose();
    for (const place of this.#places) this.up(place);
  }

  close(): void {
    process.off('exit', this.#end);
    removeAll();
  }

  #port({ name }: Place): string {
    return name.slice(OWN.length);
  }

  #add(index: number): void {
    const place = { name: `${OWN}p${String(index)}`, address: `${NET}.${String(index)}.2` };
    const gateway = `${NET}.${String(index)}.1`;
    const port = this.#port(place);
    ip('netns', 'add', place.name);
    inside(place.name, 'ip', 'link', 'add', 'net0', 'type', 'veth', 'peer', 'name', port, 'netns', HUB);
    inside(HUB, 'ip', 'addr', 'add', `${gateway}/24`, 'dev', port);
    inside(HUB, 'ip', 'link', 'set', port, 'up');
    inside(place.name, 'ip', 'link', 'set', 'lo', 'up');
    inside(place.name, 'ip', 'addr', 'add', `${place.address}/24`, 'dev', 'net0');
    inside(place.name, 'ip', 'link', 'set', 'net0', 'up');
    inside(place.name, 'ip', 'route', 'add', 'default', 'via', gateway);
    this.#places.push(place);
  }
}
