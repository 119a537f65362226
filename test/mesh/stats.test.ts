import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { compareSamples, readSample, type Sample } from '../../src/mesh/stats.js';

const SAMPLE: Sample = {
  at: 1000,
  pair: 'P1',
  bytesIn: 1000,
  bytesOut: 2000,
  packetsIn: 100,
  packetsLost: 0,
  framesDecoded: 10,
  isAnswered: true,
  activity: 0,
  responses: 5,
  idle: 0,
  heard: new Map(),
  sent: new Map(),
  framesReceivedBy: new Map(),
  framesDecodedBy: new Map(),
  roundTripTime: 0.05,
  candidateTypes: ['host', 'srflx'],
  framesPerSecond: 30,
  frameWidth: 640,
  frameHeight: 360,
  qualityLimitationReason: 'none',
  availableOutgoingBitrate: 600_000,
  framesEncoded: 0,
  work: 0,
};
const after = (over: Partial<Sample>): Sample => ({ ...SAMPLE, at: 2000, ...over });
const report = (...entries: object[]) =>
  new Map(entries.map((entry, index) => [String(index), { id: String(index), ...entry }])) as unknown as RTCStatsReport;

describe('two samples of a connection', () => {
  it('name what held an encoder up only while it makes pictures', () => {
    const limited = { qualityLimitationReason: 'cpu' };
    const isLimited = (framesEncoded: number) => compareSamples(SAMPLE, after({ ...limited, framesEncoded })).qualityLimitationReason; // prettier-ignore
    expect([isLimited(20), isLimited(0)]).to.deep.equal(['cpu', undefined]);
  });

  it('give rates in bits per second over the report’s own time', () => {
    const flow = compareSamples(SAMPLE, after({ at: 3000, bytesIn: 1500, bytesOut: 6000 }));
    expect(flow).to.include({ bitrateIn: 2000, bitrateOut: 16_000, roundTripTime: 0.05, isReceiving: true });
  });

  it('give the share that was lost, of what was meant for us', () => {
    expect(compareSamples(SAMPLE, after({ packetsIn: 190, packetsLost: 10 })).fractionLost).to.equal(0.1);
    expect(compareSamples(SAMPLE, after({})).fractionLost, 'of nothing').to.equal(undefined);
    expect(
      compareSamples(SAMPLE, after({ packetsIn: 200, packetsLost: -5 })).fractionLost,
      'late ones are made up for',
    ).to.equal(0);
  });

  it('tell whether anything came in', () => {
    expect(compareSamples(SAMPLE, after({})).isReceiving).to.equal(false);
    expect(compareSamples(SAMPLE, after({ bytesIn: 1001 })).isReceiving).to.equal(true);
    expect(compareSamples(SAMPLE, after({ responses: 6 })).isReceiving, 'a check was answered').to.equal(true);
    expect(compareSamples(undefined, SAMPLE)).to.include({ isReceiving: true, bitrateIn: 0, bitrateOut: 0 });
  });

  it('take the bytes of another candidate pair for no news', () => {
    const other = after({ pair: 'P2', bytesIn: 900_000, responses: 50 });
    expect(compareSamples(SAMPLE, other)).to.include({ isReceiving: false, bitrateIn: 0 });
    expect(compareSamples(SAMPLE, { ...other, packetsIn: 101 }).isReceiving, 'packets are counted by line').to.equal(
      true,
    );
    expect(compareSamples(other, { ...other, responses: 51 }).isReceiving).to.equal(true);
    expect(compareSamples(undefined, SAMPLE).isReceiving).to.equal(true);
  });

  it('tell a relayed path from a direct one', () => {
    const path = (candidateTypes: Sample['candidateTypes']) =>
      compareSamples(undefined, { ...SAMPLE, candidateTypes }).path;
    expect(path(['host', 'prflx'])).to.equal('direct');
    expect(path(['relay', 'host'])).to.equal('relay');
    expect(path(['host', 'relay'])).to.equal('relay');
    expect(path(undefined)).to.equal('unknown');
  });

  it('are judged by delay and loss', () => {
    const quality = (roundTripTime: number | undefined, lost = 0) =>
      compareSamples(SAMPLE, after({ roundTripTime, packetsIn: 1100 - lost, packetsLost: lost })).quality;
    expect([quality(0.1), quality(0.31), quality(0.81)]).to.deep.equal(['good', 'fair', 'poor']);
    expect([quality(0.1, 10), quality(0.1, 20), quality(0.1, 60)]).to.deep.equal(['good', 'fair', 'poor']);
    expect(quality(undefined)).to.equal('unknown');
  });

  it('never give a number that is none, whatever a browser counts', () => {
    const count = fc.nat({ max: 1e9 });
    const sample = fc
      .record({ at: count, bytesIn: count, bytesOut: count, packetsLost: fc.integer({ min: -100, max: 1e6 }) })
      .map((counts): Sample => ({ ...SAMPLE, ...counts }));
    fc.assert(
      fc.property(fc.option(sample, { nil: undefined }), sample, count, (before, now, packets) => {
        const flow = compareSamples(before, { ...now, packetsIn: SAMPLE.packetsIn + packets });
        for (const rate of [flow.bitrateIn, flow.bitrateOut])
          expect(rate).to.be.at.least(0).and.satisfy(Number.isFinite);
        if (flow.fractionLost !== undefined) expect(flow.fractionLost).to.be.within(0, 1);
      }),
    );
  });
});

describe('a report', () => {
  it('takes the round trip of RTCP for the pair’s, which Firefox measures once, while RTCP has one of late', () => {
    const pair = { id: 'p', type: 'candidate-pair', currentRoundTripTime: 0.2, timestamp: 60_000 };
    const transport = { type: 'transport', selectedCandidatePairId: 'p' };
    const of = (...reports: object[]) => readSample(report(pair, transport, ...reports)).roundTripTime;
    const rtcp = { type: 'remote-inbound-rtp', roundTripTime: 0.4, timestamp: 55_000 };
    expect(of({ ...rtcp, roundTripTime: 0.3 }, rtcp)).to.equal(0.4);
    expect(of({ ...rtcp, timestamp: 49_000 }), 'nothing is sent any more').to.equal(0.2);
    expect(of({ ...rtcp, roundTripTime: undefined }), 'not measured yet').to.equal(0.2);
  });

  it('is read where the transport names its pair, and where only a nominated one shows', () => {
    const candidates = [
      { id: 'l', type: 'local-candidate', candidateType: 'relay' },
      { id: 'r', type: 'remote-candidate', candidateType: 'host' },
    ];
    const pair = {
      type: 'candidate-pair',
      localCandidateId: 'l',
      remoteCandidateId: 'r',
      currentRoundTripTime: 0.2,
      bytesReceived: 7,
      bytesSent: 9,
      timestamp: 5,
    };
    const other = { id: 'other', type: 'candidate-pair', state: 'succeeded', nominated: false, bytesReceived: 1 };
    const expected = { bytesIn: 7, bytesOut: 9, roundTripTime: 0.2, at: 5 };
    const chromium = readSample(
      report(other, { ...pair, id: 'p' }, ...candidates, { type: 'transport', selectedCandidatePairId: 'p' }),
    );
    expect(chromium).to.include(expected);
    expect(chromium.candidateTypes).to.deep.equal(['relay', 'host']);
    const firefox = readSample(report(other, { ...pair, id: 'p', nominated: true, state: 'succeeded' }, ...candidates));
    expect(firefox).to.include(expected);
  });

  it('knows a peer found by its packets for the candidate that it signaled', () => {
    const pair = { type: 'candidate-pair', localCandidateId: 'l', remoteCandidateId: 'r' };
    const remote = { id: 'r', type: 'remote-candidate', candidateType: 'prflx', address: '192.0.2.1', port: 3478 };
    const entries = [
      { ...pair, nominated: true, state: 'succeeded' },
      { id: 'l', type: 'local-candidate', candidateType: 'host' },
      remote,
    ];
    const types = (...lines: readonly string[]) => readSample(report(...entries), lines.join('\r\n')).candidateTypes;
    const host = 'a=candidate:1 1 UDP 2122252543 192.0.2.7 3478 typ host';
    expect(types(host)).to.deep.equal(['host', 'prflx']);
    expect(types(host, 'a=candidate:2 1 UDP 7936 192.0.2.1 34780 typ relay')).to.deep.equal(['host', 'prflx']);
    const relayed = 'a=candidate:2 1 UDP 7936 192.0.2.1 3478 typ relay raddr 0.0.0.0 rport 0';
    expect(types(host, relayed)).to.deep.equal(['host', 'relay']);
    expect(readSample(report(...entries)).candidateTypes, 'without a description').to.deep.equal(['host', 'prflx']);
  });

  it('tells how long nothing has come in, by whichever packet came last', () => {
    const pair = { type: 'candidate-pair', nominated: true, state: 'succeeded' };
    const idle = (...entries: object[]) => readSample(report(...entries)).idle;
    expect(idle({ ...pair, timestamp: 5000, lastPacketReceivedTimestamp: 4100 })).to.equal(900);
    expect(
      idle(
        { ...pair, timestamp: 5000, lastPacketReceivedTimestamp: 4100 },
        { type: 'inbound-rtp', kind: 'audio', timestamp: 5000, lastPacketReceivedTimestamp: 4980 },
      ),
    ).to.equal(20);
    expect(idle({ ...pair, timestamp: 5000, lastPacketReceivedTimestamp: 5001 }), 'by another clock').to.equal(0);
    expect(idle({ ...pair, timestamp: 5000 }), 'where it is not told').to.equal(0);
  });

  it('sums up what comes in, and shows the picture', () => {
    const sample = readSample(
      report(
        { type: 'inbound-rtp', kind: 'audio', packetsReceived: 10, packetsLost: 1, bytesReceived: 100 },
        {
          type: 'inbound-rtp',
          kind: 'video',
          packetsReceived: 20,
          packetsLost: 2,
          bytesReceived: 200,
          framesDecoded: 5,
          frameWidth: 640,
          frameHeight: 360,
          framesPerSecond: 15,
        },
        { type: 'outbound-rtp', kind: 'video', frameWidth: 320, qualityLimitationReason: 'bandwidth', bytesSent: 50 },
      ),
    );
    expect(sample).to.include({ packetsIn: 30, packetsLost: 3, framesDecoded: 5, bytesIn: 300, bytesOut: 50 });
    expect(sample).to.include({
      frameWidth: 640,
      frameHeight: 360,
      framesPerSecond: 15,
      qualityLimitationReason: 'bandwidth',
    });
  });

  it('of a connection that does nothing yet says nothing', async () => {
    const connection = new RTCPeerConnection();
    const sample = readSample(await connection.getStats());
    expect(sample).to.include({ bytesIn: 0, packetsIn: 0, roundTripTime: undefined, candidateTypes: undefined });
    expect(compareSamples(undefined, sample)).to.include({ quality: 'unknown', path: 'unknown', isReceiving: false });
    connection.close();
  });
});
