const LIMIT_MS = 2000;

/** Whether a server of ours listens there: nobody else answers `/health` and `/ws` as it does. */
export const isOurs = async (host: string | null, port: number): Promise<boolean> => {
  const name = host ?? '127.0.0.1';
  const base = `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
  const signal = AbortSignal.timeout(LIMIT_MS);
  const ask = async (path: string) => {
    const response = await fetch(`${base}${path}`, { redirect: 'manual', signal });
    return `${response.status} ${(await response.text()).trim()}`;
  };
  try {
    return (await ask('/health')) === '200 OK' && (await ask('/ws')) === '426 Upgrade Required';
  } catch {
    return false; // silent, or not HTTP
  }
};
