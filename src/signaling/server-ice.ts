import { isRecord } from '../protocol/shape.js';
import { parseJson, readText } from './answer.js';
import type { ServerUrl } from './server-url.js';

/**
 * The ICE servers that a server has for whoever holds a token, TURN among them, with credentials for a while (`GET /ice`);
 * not looked at yet. Rejects where it has none.
 */
export const askIceServers = async (server: ServerUrl, token: string, signal: AbortSignal): Promise<unknown> => {
  const response = await fetch(server.http('/ice'), {
    headers: { Authorization: `Bearer ${token}` },
    cache: 'no-store',
    credentials: 'omit',
    signal,
  });
  const body = parseJson(await readText(response));
  const list = response.ok && isRecord(body) ? body['iceServers'] : undefined;
  if (!Array.isArray(list) || list.length === 0) throw new Error(`it answered ${String(response.status)}, with none`);
  return list;
};
