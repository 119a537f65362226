import { MeetError } from '../errors.js';

/** Where a server's calls live. Its path is kept: `https://example.com/meet` has its socket at `/meet/ws`. */
export interface ServerUrl {
  /** A call's URL as it may be told: without the query, which may hold a secret. */
  readonly name: (call: string) => string;
  readonly http: (path: string) => string;
  readonly socket: (token: string) => string;
  readonly origin: string;
}

const isLocal = ({ hostname }: URL): boolean =>
  hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]';

/**
 * Reads the `server` attribute: an http(s) or ws(s) URL, or a path on the page's origin. Path and query go with every call.
 * @throws {MeetError} `server-invalid`
 */
export const parseServerUrl = (server: string, base: string): ServerUrl => {
  const invalid = (why: string) => new MeetError('server-invalid', `server: ${why}`);
  if (!server && !base) throw invalid('not set, and the page has no address of its own');
  if (!URL.canParse(server || '/', base || undefined)) throw invalid('not a URL');
  const url = new URL(server || '/', base || undefined);
  const secure = url.protocol === 'https:' || url.protocol === 'wss:';
  if (!secure && url.protocol !== 'http:' && url.protocol !== 'ws:') throw invalid('only http(s) and ws(s) URLs');
  // A page served by https may not open a plain socket; browsers except the machine itself.
  if (!secure && base.startsWith('https:') && !isLocal(url)) throw invalid('an https page needs an https server');
  // Browsers refuse a request with them, and they would stand in the page for everyone to read.
  if (url.username || url.password) throw invalid('a user or a password in it, which browsers do not send');
  const host = `${url.host}${url.pathname.replace(/\/+$/, '')}`;
  const origin = `${secure ? 'https' : 'http'}://${url.host}`;
  const name = (call: string) => `${secure ? 'https' : 'http'}://${host}${call}`;
  url.searchParams.delete('token'); // One of an earlier call that was copied: ours would stand behind it.
  const query = url.searchParams.toString();
  return {
    name,
    http: (call) => (query ? `${name(call)}?${query}` : name(call)),
    socket: (token) =>
      `${secure ? 'wss' : 'ws'}://${host}/ws?${query ? `${query}&` : ''}token=${encodeURIComponent(token)}`,
    origin,
  };
};
