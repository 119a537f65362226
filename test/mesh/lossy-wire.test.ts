import { expect } from '@open-wc/testing';
import type { Signal } from '../../src/protocol/messages.js';
import { answersOf, isSame, late, MeshPair, offersOf, sentOf, type SideName } from './mesh-pair.js';

describe('a wire that loses, doubles and delays', () => {
  let pair: MeshPair;
  const meetOver = (hook: MeshPair['hook']) => {
    pair = new MeshPair({ hook });
    pair.meet();
    return pair.connected();
  };
  /** Loses the first `count` of a kind. */
  const losing = (type: Signal['type'], count: number): MeshPair['hook'] => {
    let lost = 0;
    return (signal) => {
      if (signal.type !== type || lost >= count) return 'pass';
      lost += 1;
      return 'drop';
    };
  };
  const both = () => [...pair.talking(pair.a), ...pair.talking(pair.z)];
  const expectOne = () => {
    expect(pair.talking(pair.a), 'a connection of the one').to.have.length(1);
    expect(pair.talking(pair.z), 'a connection of the other').to.have.length(1);
  };
  afterEach(() => {
    late.isEverything = false;
    pair.close();
  });

  const textOf = (signal: Signal | undefined) => (signal && 'sdp' in signal ? signal.sdp : '');
  /** All but what is found with time: the candidates, and the address that the browser makes the default one by them. */
  const lasting = (signal: Signal) => {
    const lines = textOf(signal).split('\r\n');
    return { ...signal, sdp: lines.filter((line) => !/^(a=candidate|a=end-of|a=rtcp:|c=|m=)/u.test(line)) };
  };
  const kinds = (signals: readonly Signal[]) => new Set(signals.map((signal) => JSON.stringify(lasting(signal))));

  it('a lost offer is sent again, as it was but for the candidates that were found since', async () => {
    await meetOver(losing('webrtc.offer', 2));
    const offers = sentOf(pair.a, 'webrtc.offer');
    expect(offers.length).to.be.at.least(3);
    expect(kinds(offers).size).to.equal(1);
    expect(textOf(offers[0])).to.not.contain('a=candidate');
    expect(textOf(offers.at(-1))).to.contain('a=candidate');
    expectOne();
  });

  it('a lost answer is sent again, when the offer comes again', async () => {
    await meetOver(losing('webrtc.answer', 2));
    const answers = sentOf(pair.z, 'webrtc.answer');
    expect(answers.length).to.be.at.least(3);
    expect(kinds(answers).size).to.equal(1);
    expectOne();
  });

  it('a lost answer is sent again by itself, when no other offer comes through', async () => {
    const lose = losing('webrtc.answer', 2);
    let offers = 0;
    await meetOver((signal, ...rest) => {
      if (signal.type === 'webrtc.offer' && ++offers > 1) return 'drop';
      return lose(signal, ...rest);
    });
    expect(sentOf(pair.z, 'webrtc.answer').length).to.be.at.least(3);
    expectOne();
  });

  it('candidates that were found late are sent again when they are lost', async () => {
    // All of them late: descriptions go without, and what words there are go lost at first.
    let lost = 0;
    const isWord = (signal: Signal) => signal.type === 'webrtc.iceCandidate' && signal.x?.candidates !== undefined;
    pair = new MeshPair({
      hook: (signal) => {
        if (!isWord(signal) || lost >= 2) return 'pass';
        lost += 1;
        return 'drop';
      },
    });
    late.isEverything = true;
    pair.meet();
    await pair.connected();
    expect(lost).to.equal(2);
    expectOne();
  });

  it('everything twice is as good as once', async () => {
    await meetOver(() => 'duplicate');
    expectOne();
    const before = both();
    for (const signal of [...pair.a.sent]) pair.z.hear(signal);
    for (const signal of [...pair.z.sent]) pair.a.hear(signal);
    await settled(pair);
    expect(isSame(both(), before), 'heard again long after: nothing changes').to.equal(true);
    expectOne();
  });

  it('candidates that overtake their description wait for it', async () => {
    let offered: () => void;
    const isOffered = new Promise<void>((resolve) => (offered = resolve));
    late.isEverything = true;
    await meetOver((signal, from) => {
      if (from === 'z') return 'pass';
      if (signal.type === 'webrtc.offer') return isOffered;
      offered();
      return 'pass';
    });
    expectOne();
  });

  it('the words of an earlier connection change nothing', async () => {
    await meetOver(() => 'pass');
    const [old, oldAnswer] = [offersOf(pair.a)[0]!, answersOf(pair.z)[0]!];
    const [earlier] = pair.talking(pair.z);
    // a comes back with another connection, as after a failure.
    pair.a.mesh.remove('z');
    pair.a.mesh.add('z', false).settleKind('ours');
    await pair.until(() => pair.a.link()?.state === 'connected' && earlier?.signalingState === 'closed');
    expectOne();
    const before = both();
    pair.z.hear(old);
    pair.a.hear(oldAnswer);
    await settled(pair);
    expect(pair.z.connections.some(({ signalingState }) => signalingState === 'have-remote-offer')).to.equal(false);
    expect(isSame(both(), before)).to.equal(true);
  });

  it('the answer to an earlier offer is none to the next', async () => {
    await meetOver(() => 'pass');
    const [a] = pair.talking(pair.a);
    const [oldAnswer] = answersOf(pair.z);
    const { to: _to, ...x } = oldAnswer!.x!;
    let release: () => void;
    const isReleased = new Promise<void>((resolve) => (release = resolve));
    pair.hook = (signal) => (signal.type === 'webrtc.offer' ? isReleased : 'pass');
    a!.restartIce();
    await pair.until(() => offersOf(pair.a).length > 1);
    pair.a.hear(oldAnswer!);
    pair.a.hear({ ...oldAnswer!, x });
    await settled(pair);
    expect(a!.signalingState).to.equal('have-local-offer');
    release!();
    await pair.until(() => a!.signalingState === 'stable');
    expectOne();
  });

  it('a third of everything lost at random still ends in one connection', async () => {
    let seed = 20_261;
    const chance = () => {
      seed = (seed * 1_103_515_245 + 12_345) % 2 ** 31;
      return seed / 2 ** 31;
    };
    for (let round = 0; round < 5; round += 1) {
      await meetOver(() => (chance() < 1 / 3 ? 'drop' : 'pass'));
      expectOne();
      pair.close();
    }
  });

  it('garbage in place of descriptions is the sender’s loss alone', async () => {
    await meetOver(() => 'pass');
    const before = both();
    const x = offersOf(pair.a)[0]!.x!;
    const garbage: Signal[] = [
      { type: 'webrtc.offer', sdp: 'v=0', x: { ...x, n: 2 } },
      { type: 'webrtc.offer', sdp: '', x: { ...x, n: 3 } },
      { type: 'webrtc.answer', sdp: 'x'.repeat(60_000), x: { ...x, n: 4 } },
      { type: 'webrtc.iceCandidate', candidate: { candidate: 'candidate:x', sdpMid: '9' }, x: { ...x, n: 5 } },
    ];
    for (const signal of garbage) pair.z.hear(signal);
    await settled(pair);
    expect(isSame(both(), before)).to.equal(true);
    expectOne();
    const [here] = pair.talking(pair.a);
    here!.restartIce();
    await pair.until(
      () => offersOf(pair.a).length > 1 && here!.signalingState === 'stable' && here!.connectionState === 'connected',
    );
    expectOne();
  });
});

/** Resolves when two rounds of figures were taken: what came before has had its effect. */
const settled = async (pair: MeshPair): Promise<void> => {
  const sides: readonly SideName[] = ['a', 'z'];
  for (const side of sides) {
    const before = pair[side].link()?.flow;
    await pair.until(() => pair[side].link()?.flow !== before);
  }
};
