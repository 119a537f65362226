import { Relay } from './relay.js';

/** A JWT that says who one is; nobody verifies it here. */
export const tokenOf = (sub: string, username = sub): string => {
  const part = (value: object): string => btoa(JSON.stringify(value)).replaceAll('=', '');
  return `${part({ alg: 'HS256' })}.${part({ sub, username, iss: 'test' })}.c2ln`;
};

/** Until `restore()`, every `new WebSocket` of the page ends at a relay in the page, as the user of its token. */
export const relayPage = (): { readonly relay: Relay; readonly restore: () => void } => {
  const relay = new Relay();
  const original = globalThis.WebSocket;
  globalThis.WebSocket = new Proxy(original, {
    construct: (_target, [url]: [string]) => {
      const payload = new URL(url).searchParams.get('token')?.split('.')[1] ?? '';
      return relay.connect(JSON.parse(atob(payload)) as { sub: string; username: string });
    },
  });
  return {
    relay,
    restore: () => {
      globalThis.WebSocket = original;
      relay.close();
    },
  };
};
