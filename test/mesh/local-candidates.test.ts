import { expect } from '@open-wc/testing';
import { LocalCandidates } from '../../src/mesh/local-candidates.js';

type Candidates = readonly RTCIceCandidateInit[];

describe('candidates of ours that were found after their description went out', () => {
  let connection: RTCPeerConnection;
  let local: LocalCandidates;
  let isOurs: boolean;
  let ones: RTCIceCandidateInit[];
  let all: Candidates[];
  let onSent: (() => void) | undefined;
  let gathered: Promise<void>;

  beforeEach(() => {
    connection = new RTCPeerConnection();
    connection.createDataChannel('x');
    [isOurs, ones, all] = [true, [], []];
    gathered = new Promise((resolve) => {
      connection.addEventListener('icecandidate', ({ candidate }) => {
        if (!candidate) resolve();
      });
    });
    local = new LocalCandidates(connection, {
      isOurs: () => isOurs,
      sendOne: (candidate) => ones.push(candidate),
      sendAll: (candidates) => {
        all.push([...candidates]);
        onSent?.();
      },
    });
  });
  afterEach(() => {
    local.stop();
    connection.close();
  });
  const sentTimes = async (times: number) => {
    while (all.length < times) {
      await new Promise<void>((resolve) => {
        onSent = resolve;
      });
    }
  };
  const gather = async () => {
    await connection.setLocalDescription();
    await gathered;
    return connection.localDescription?.sdp ?? '';
  };

  it('ride in the description when they were found before it', async () => {
    const sdp = await gather();
    local.describe(sdp);
    isOurs = false;
    expect(sdp).to.include('a=candidate:');
    expect([all, ones]).to.deep.equal([[], []]);
  });

  it('go together to one of ours, again until it has them all', async () => {
    await gather();
    local.describe('');
    await sentTimes(1);
    const [first] = all;
    expect(first).to.not.have.length(0);
    local.acknowledge((first?.length ?? 0) - 1); // Of an earlier frame, which had fewer.
    await sentTimes(2);
    expect(all[1]).to.deep.equal(first);
    local.acknowledge(first?.length ?? 0);
    expect(ones).to.deep.equal([]);
  });

  it('go one by one to a deployed client, each once', async () => {
    isOurs = false;
    local.describe('');
    await gather();
    const lines = ones.map(({ candidate }) => candidate);
    expect(lines).to.not.have.length(0);
    expect(new Set(lines).size).to.equal(lines.length);
    expect(all).to.deep.equal([]);
  });
});
