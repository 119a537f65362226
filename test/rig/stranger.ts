import { Leg } from './bridge.js';

/** As ours name the lines of an offer. */
const KINDS = { microphone: 'audio', camera: 'video', screen: 'video', 'screen-audio': 'audio' } as const;

/** Somebody who comes to another under a third one's id, by the server's doing: with a session and a connection of their own. */
export class Stranger {
  private constructor(
    private readonly leg: Leg,
    readonly session: string,
  ) {}

  static async create(session: string): Promise<Stranger> {
    const algorithm: EcKeyGenParams = { name: 'ECDSA', namedCurve: 'P-256' };
    return new Stranger(new Leg(await RTCPeerConnection.generateCertificate(algorithm)), session);
  }

  /** The data of the frame with their offer, but for whom it is. */
  async offer(): Promise<Readonly<Record<string, unknown>>> {
    for (const kind of Object.values(KINDS)) this.leg.connection.addTransceiver(kind);
    const sdp = await this.leg.describe();
    const mids = this.leg.connection.getTransceivers().map(({ mid }) => mid ?? '');
    const lines = Object.fromEntries(Object.keys(KINDS).map((kind, index) => [mids[index] ?? '', kind]));
    return { sdp, x: { v: 1, from: `${this.session}.0`, n: 1, lines } };
  }
}
