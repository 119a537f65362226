/** What proves that media flows: frames decoded, sound's packets, or consent checks answered where nothing is sent. */
export type FlowKind = 'video' | 'audio' | 'consent';

type Intake = Readonly<Record<FlowKind, number>>;
type Report = Readonly<Record<string, unknown>>;

const NOTHING: Intake = { video: 0, audio: 0, consent: 0 };
/** Milliseconds between looks: `getStats` is dear where eight are in a room. */
const INTERVAL = 100;
/** Milliseconds in which a connection that is open has told its figures. */
const UNANSWERED = 2_000;
/** Milliseconds after which a wait has failed. */
const CEILING = 90_000;

/** Firefox never answers for a connection that is closed while it is asked: then there is no report. */
const reportOf = async (connection: RTCPeerConnection): Promise<RTCStatsReport | undefined> => {
  const silence = new AbortController();
  const silent = new Promise<undefined>((resolve) => {
    const timer = setTimeout(resolve, UNANSWERED);
    silence.signal.addEventListener('abort', () => {
      clearTimeout(timer);
    });
  });
  const report = await Promise.race([connection.getStats(), silent]);
  silence.abort();
  return report;
};

const intakeOf = async (connection: RTCPeerConnection): Promise<Intake> => {
  const intake = { ...NOTHING };
  for (const entry of ((await reportOf(connection))?.values() ?? []) as Iterable<Report>) {
    const { type, kind } = entry;
    if (type === 'inbound-rtp' && kind === 'video') intake.video += Number(entry['framesDecoded'] ?? 0);
    if (type === 'inbound-rtp' && kind === 'audio') intake.audio += Number(entry['packetsReceived'] ?? 0);
    // Firefox counts no responses: there the bytes that came in tell (its consent checks and their answers are of them).
    if (type === 'candidate-pair') intake.consent += Number(entry['responsesReceived'] ?? entry['bytesReceived'] ?? 0);
  }
  return intake;
};

const measure = async (): Promise<Map<RTCPeerConnection, Intake>> =>
  new Map(
    await Promise.all(
      witness.connections
        .filter(({ connectionState }) => connectionState !== 'closed' && connectionState !== 'new')
        .map(async (connection) => [connection, await intakeOf(connection)] as const),
    ),
  );

/** Firefox counts pictures from 0 again after an ICE restart. */
const lower = (one: Intake, other: Intake): Intake => ({
  video: Math.min(one.video, other.video),
  audio: Math.min(one.audio, other.audio),
  consent: Math.min(one.consent, other.consent),
});

const rest = () => new Promise((resolve) => setTimeout(resolve, INTERVAL));

/**
 * Resolves once `kinds` have grown on `count` connections at least, from now on; to the time of it, ms of `Date.now()`.
 * Rejects with what stood still.
 */
export const flowing = async (count: number, kinds: readonly FlowKind[] = ['video', 'audio']): Promise<number> => {
  const before = await measure();
  const end = performance.now() + CEILING;
  for (;;) {
    await rest();
    const now = await measure();
    const flows = [...now].filter(([connection, intake]) => {
      const base = lower(before.get(connection) ?? NOTHING, intake);
      before.set(connection, base);
      return kinds.every((kind) => intake[kind] > base[kind]);
    });
    if (flows.length >= count) return Date.now();
    if (performance.now() < end) continue;
    const seen = [...now].map(([{ connectionState }, intake]) => `${connectionState} ${JSON.stringify(intake)}`);
    throw new Error(`${String(flows.length)} of ${String(count)} connections flow: ${seen.join('; ')}`);
  }
};

/** Resolves once `kinds` stand still on every connection: nothing has come in for half a second. */
export const standstill = async (kinds: readonly FlowKind[] = ['video', 'audio']): Promise<void> => {
  const end = performance.now() + CEILING;
  let before = await measure();
  let quiet = 0;
  while (quiet < 5) {
    if (performance.now() > end) throw new Error('media never stood still');
    await rest();
    const now = await measure();
    const isMoving = [...now].some(([connection, intake]) =>
      kinds.some((kind) => intake[kind] > (before.get(connection) ?? NOTHING)[kind]),
    );
    quiet = isMoving ? 0 : quiet + 1;
    before = now;
  }
};

/** Which connections have ever carried anything, by their number in the page: those that were never used do not count. */
export const carriers = (): number[] =>
  witness.connections.flatMap((connection, index) => (witness.everConnected.has(connection) ? [index] : []));
