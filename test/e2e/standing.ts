type Entry = Readonly<Record<string, boolean | number | string | undefined>>;

const wordsOf = (entry: Entry, ...names: string[]): string =>
  names.flatMap((name) => (entry[name] === undefined ? [] : [`${name}=${String(entry[name])}`])).join(' ');

const told: Readonly<Record<string, (entry: Entry) => string>> = {
  'local-candidate': (entry) => `ours ${wordsOf(entry, 'candidateType', 'protocol', 'address', 'port')}`,
  'remote-candidate': (entry) => `theirs ${wordsOf(entry, 'candidateType', 'protocol', 'address', 'port')}`,
  'candidate-pair': (entry) =>
    `pair ${wordsOf(entry, 'state', 'requestsSent', 'responsesReceived', 'requestsReceived')}`,
  transport: (entry) => `transport ${wordsOf(entry, 'iceState', 'dtlsState')}`,
};

const statesOf = ({ signalingState, connectionState, iceConnectionState, iceGatheringState }: RTCPeerConnection) =>
  [signalingState, connectionState, iceConnectionState, iceGatheringState].join(' ');

/** One line on how a connection stands, for a failed wait. */
export const standingOf = (connection: RTCPeerConnection): string =>
  `${statesOf(connection)} ${connection.sctp?.transport.state ?? 'without sctp'}`;

/** The same with its candidates and what became of them, for a path that was not found. */
export const pathStanding = async (connection: RTCPeerConnection): Promise<string> => {
  const report = await connection.getStats();
  const lines = [...(report as unknown as ReadonlyMap<string, Entry>).values()].flatMap((entry) => {
    const tell = told[String(entry['type'])];
    return tell ? [tell(entry)] : [];
  });
  return [statesOf(connection), ...lines].join('; ');
};
