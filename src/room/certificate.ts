/**
 * Milliseconds in which a browser makes a key, on a machine that has no time (4 to 10 measured on one that has). Who gets none is not kept
 * from the call, but the others hold a session to the certificate that it came with: a second connection to them will not come about.
 */
const PATIENCE = 10_000;

const make = async (): Promise<RTCCertificate | undefined> => {
  const { port1, port2 } = new MessageChannel(); // a timer of a hidden page comes once a second
  await new Promise((resolve) => {
    port1.onmessage = resolve;
    port2.postMessage(0);
  });
  port1.close();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), PATIENCE);
  });
  const algorithm: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' };
  try {
    return await Promise.race([RTCPeerConnection.generateCertificate(algorithm), late]);
  } catch {
    return undefined; // Where a browser refuses, or a page has wrapped the class, each connection makes one of its own.
  } finally {
    clearTimeout(timer);
  }
};

/** What all connections of one session show who we are by: to everybody the same. It is made in the task after this one. */
export class Certificate {
  /** Resolves once connections can be made. */
  readonly isSettled: Promise<void>;
  #made: Pick<RTCConfiguration, 'certificates'> = {};

  constructor() {
    this.isSettled = make().then((certificate) => {
      if (certificate) this.#made = { certificates: [certificate] };
    });
  }

  /** The configuration with it: named each time, for a browser refuses one that is not that of before. */
  in(configuration: RTCConfiguration): RTCConfiguration {
    return { ...configuration, ...this.#made };
  }
}
