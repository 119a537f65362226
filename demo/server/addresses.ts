import type { IncomingMessage } from 'node:http';
import { BlockList, isIP, isIPv4, isIPv6 } from 'node:net';

/** The proxies whose word on who is behind them is believed: so many of them in a row, or those of these networks. */
export type TrustedProxies = number | BlockList;

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/** An address without port, brackets and zone, an IPv4 one as such; `undefined` for anything else. */
const parseAddress = (text: string): string | undefined => {
  const trimmed = text.trim();
  const [, bracketed] = /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed) ?? [];
  const [, v4] = /^(\d+\.\d+\.\d+\.\d+):\d+$/.exec(trimmed) ?? [];
  const address = (bracketed ?? v4 ?? trimmed).replace(/%.*$/, '');
  const [, mapped] = MAPPED.exec(address) ?? [];
  const known = mapped ?? address;
  return isIP(known) ? known : undefined;
};

/**
 * The networks in a text, separated by commas: addresses, `10.0.0.0/8`, `fd00::/8`, or `loopback`.
 * `undefined` when one of them is none.
 */
export const parseNetworks = (text: string): BlockList | undefined => {
  const networks = new BlockList();
  const names = text
    .split(',')
    .flatMap((part) => (part.trim() === 'loopback' ? ['127.0.0.0/8', '::1'] : [part.trim()]));
  for (const name of names) {
    const [address = '', prefix, ...rest] = name.split('/');
    const bits = isIPv4(address) ? 32 : 128;
    const length = prefix === undefined ? bits : /^\d+$/.test(prefix) ? Number(prefix) : Infinity;
    if (!isIP(address) || rest.length > 0 || length > bits) return undefined;
    networks.addSubnet(address, length, isIPv4(address) ? 'ipv4' : 'ipv6');
  }
  return networks;
};

/** What there is of a request to tell who sent it. */
interface Asker {
  readonly socket: { readonly remoteAddress?: string | undefined };
  readonly headers: IncomingMessage['headers'];
}

/** Every hop that a request tells of, the nearest first; those behind one that can't be read are not known. */
const hopsOf = (request: Asker): string[] => {
  const hops = [parseAddress(request.socket.remoteAddress ?? '') ?? ''];
  const told = request.headers['x-forwarded-for'] ?? '';
  for (const text of (Array.isArray(told) ? told.join() : told).split(',').reverse()) {
    const hop = parseAddress(text);
    if (hop === undefined) break;
    hops.push(hop);
  }
  return hops;
};

const isTrusted = (proxies: TrustedProxies, hop: string, index: number): boolean =>
  typeof proxies === 'number' ? index < proxies : proxies.check(hop, isIPv6(hop) ? 'ipv6' : 'ipv4');

/** Who sent a request: the nearest address that is not one of the trusted proxies'. */
export const addressOf = (request: Asker, proxies: TrustedProxies): string => {
  const hops = hopsOf(request);
  return hops.find((hop, index) => !isTrusted(proxies, hop, index)) ?? hops.at(-1) ?? '';
};

/** Whether a connection is that of a trusted proxy. */
export const isProxy = ({ remoteAddress = '' }: Asker['socket'], proxies: TrustedProxies): boolean =>
  isTrusted(proxies, parseAddress(remoteAddress) ?? '', 0);

/** Whether a request came to us, or to the trusted proxy before us, by TLS. */
export const isSecure = (request: IncomingMessage, proxies: TrustedProxies): boolean => {
  const hop = parseAddress(request.socket.remoteAddress ?? '') ?? '';
  const told = String(request.headers['x-forwarded-proto'] ?? '');
  // The nearest proxy's word stands last; with several of them it is the first that spoke with the browser.
  if (told !== '' && isTrusted(proxies, hop, 0)) return /^\s*https\s*(,|$)/i.test(told);
  return 'encrypted' in request.socket;
};

/** The four groups of an IPv6 address that name its network. */
const networkOf = (address: string): string => {
  const [head = '', tail] = address.split('::') as [string?, string?];
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(missing).fill('0'), ...right];
  return groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':');
};

/** What limits go by: an IPv4 address, or the /64 of an IPv6 one, which is what one subscriber has. */
export const subscriberOf = (address: string): string => (isIPv6(address) ? `${networkOf(address)}::/64` : address);
