import { expect } from '@open-wc/testing';
import { randomBytes } from '../helpers/bytes.js';
import type { Refusal } from '../../src/trust/state.js';
import { FakeRoom, type FakePerson } from './fake-room.js';
import { RUNS } from './runs.js';

/** An attack after which Ann has closed what should lead to `bo`, and lets nothing through. */
const refuses = (
  name: string,
  refusal: Refusal,
  play: (room: FakeRoom, ann: FakePerson, bo: FakePerson) => Promise<void>,
) => {
  it(`closes the connection to ${name}`, async () => {
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const room = new FakeRoom(seed);
      const options = seed % 2 === 0 ? { passphrase: 'x' } : {};
      const [ann, bo] = [room.person('ann', options), room.person('bo', options)];
      room.list(ann, bo);
      await play(room, ann, bo);
      await room.pass(2_000);
      expect(ann.levelOf('bo'), `seed ${String(seed)}`).to.equal(`refused: ${refusal}`);
      expect(ann.trust.isAdmitted('bo')).to.equal(false);
      expect(ann.closed[0]).to.deep.equal(['bo', refusal]);
      expect(ann.trust.safety.covers).to.not.include('bo');
      const before = ann.closed.length;
      ann.trust.handleSecure('bo', bo.session, ann.fingerprint, bo.fingerprint);
      expect(ann.closed.length, 'nor is that session tried again').to.equal(before + 1);
      expect(ann.trust.confirm(ann.code ?? '')).to.equal(false);
      room.end();
    }
  });
};

describe('one person passed off as another', () => {
  refuses('Cem, where the list says Bo', 'identity', async (room, ann, bo) => {
    const cem = room.person('cem', { passphrase: 'x' });
    cem.trust.add('ann', ann.name);
    const atAnn = room.open(ann, 'bo', bo.session, cem.fingerprint, (word) => atCem.say(word));
    const atCem = room.open(cem, 'ann', ann.session, ann.fingerprint, (word) => atAnn.say(word));
    await room.settle();
  });

  refuses('Bo, who takes her for Mallory, or says he does', 'identity', async (room, ann, bo) => {
    const end = room.open(ann, 'bo', bo.session, bo.fingerprint, () => undefined);
    end.say(JSON.stringify({ v: 2, trust: 'hello', session: bo.session, id: 'mallory', name: bo.name, run: 0 }));
    await room.settle();
  });

  refuses('Bo in a session that is not the one of his descriptions', 'identity', async (room, ann, bo) => {
    const end = room.open(ann, 'bo', bo.session, bo.fingerprint, () => undefined);
    end.say(JSON.stringify({ v: 2, trust: 'hello', session: 'another', id: 'bo', name: bo.name, run: 0 }));
    await room.settle();
  });

  refuses('somebody whom the list calls otherwise than he does himself', 'name', async (room, ann, bo) => {
    ann.trust.add('bo', 'The Chair');
    room.connect(ann, bo);
    await room.settle();
  });

  refuses('somebody whom the list calls otherwise once he is known', 'name', async (room, ann, bo) => {
    room.connect(ann, bo);
    await room.pass(1_000);
    ann.trust.add('bo', 'The Chair');
  });

  refuses('somebody whose key is another than before', 'changed', async (room, ann, bo) => {
    room.connect(ann, bo);
    await room.settle();
    room.open(ann, 'bo', bo.session, randomBytes(32), () => undefined);
    await room.settle();
  });

  refuses('somebody who floods it', 'identity', async (room, ann, bo) => {
    const end = room.open(ann, 'bo', bo.session, bo.fingerprint, () => undefined);
    for (let count = 0; count < 41; count += 1) end.say('{"v":2}');
    await room.settle();
  });

  refuses('somebody whose word is longer than any', 'identity', async (room, ann, bo) => {
    const end = room.open(ann, 'bo', bo.session, bo.fingerprint, () => undefined);
    end.say(`{"v":2,"x":"${'x'.repeat(4_100)}"}`);
    await room.settle();
  });

  it('is not what he says, where Mallory claims Bo’s certificate', async () => {
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const room = new FakeRoom(seed);
      const [ann, bo, mallory] = ['ann', 'bo', 'mallory'].map((id) => room.person(id, { passphrase: 'x' }));
      room.list(ann!, bo!, mallory!);
      // RFC 8844: what is signaled as Mallory's is Bo's, so that Ann believes she speaks with Mallory, and Bo that Ann called him.
      const atAnn = room.open(ann!, 'mallory', mallory!.session, bo!.fingerprint, (word) => atBo.say(word));
      const atBo = room.open(bo!, 'ann', ann!.session, ann!.fingerprint, (word) => atAnn.say(word));
      await room.pass(1_000);
      expect(ann!.levelOf('mallory')).to.equal('refused: identity');
      expect(bo!.trust.of('ann').verified).to.equal(false);
      room.end();
    }
  });

  it('does no harm to who is verified, where a later session is', async () => {
    const room = new FakeRoom(1);
    const [ann, bo] = [room.person('ann', { passphrase: 'x' }), room.person('bo', { passphrase: 'x' })];
    room.connectAll(ann, bo);
    await room.pass(1_000);
    const stray = JSON.stringify({ v: 2, trust: 'hello', session: 'later', id: 'bo', name: 'x', run: 0 });
    for (let count = 0; count < 100; count += 1) ann.trust.receive('bo', 'later', stray);
    ann.trust.receive('nobody', 'later', stray);
    await room.pass(1_000);
    expect(ann.levelOf('bo')).to.equal('passphrase');
    expect(ann.trust.of('nobody').trust).to.equal('pending');
    room.end();
  });
});
