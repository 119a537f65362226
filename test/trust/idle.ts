/** Work of WebCrypto that is under way. */
let pending = 0;

const METHODS = ['deriveBits', 'digest', 'generateKey', 'importKey', 'sign'] as const;

const methods = SubtleCrypto.prototype as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;

for (const name of METHODS) {
  const original = methods[name]!;
  const counted = async function (this: SubtleCrypto, ...args: unknown[]): Promise<unknown> {
    pending += 1;
    try {
      return await original.apply(this, args);
    } finally {
      pending -= 1;
    }
  };
  Object.defineProperty(SubtleCrypto.prototype, name, { value: counted, configurable: true, writable: true });
}

const turns = new MessageChannel();

/** Resolves in another task, once all that follows from what is done by now has followed. */
const turn = (): Promise<void> =>
  new Promise((resolve) => {
    turns.port1.onmessage = () => resolve();
    turns.port2.postMessage(undefined);
  });

/** Resolves once WebCrypto has nothing to do, and nobody waits for it. */
export const idle = async (): Promise<void> => {
  do await turn();
  while (pending > 0);
};
