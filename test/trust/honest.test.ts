import { expect } from '@open-wc/testing';
import { FakeRoom, type FakePerson, type PersonOptions } from './fake-room.js';
import { RUNS } from './runs.js';

const IDS = ['ann', 'bo', 'cem', 'dora', 'eve', 'fay', 'gil', 'hal'] as const;

const peopleOf = (room: FakeRoom, count: number, options: PersonOptions = {}): FakePerson[] =>
  IDS.slice(0, count).map((id) => room.person(id, options));

const expectVerified = (people: readonly FakePerson[], level = 'passphrase') => {
  for (const one of people)
    for (const other of people)
      if (one !== other) expect(one.levelOf(other.id), `${one.id} of ${other.id}`).to.equal(level);
};

const expectOneCode = (people: readonly FakePerson[]): string => {
  const [code] = people.map((person) => person.code);
  for (const { id, trust } of people) {
    expect(trust.safety, id).to.deep.include({ state: 'ready', code });
    expect([...trust.safety.covers].sort()).to.deep.equal(people.map((each) => each.id).filter((each) => each !== id));
  }
  return code!;
};

const roundsOf = (person: FakePerson): number =>
  new Set(person.said.flatMap(([, { trust, c }]) => (trust === 'commit' ? [c] : []))).size;

const each = async (play: (room: FakeRoom, seed: number) => Promise<void>) => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const room = new FakeRoom(seed);
    try {
      await play(room, seed);
    } catch (error) {
      throw new Error(`with seed ${String(seed)}: ${String(error)}`, { cause: error });
    }
    room.end();
    expect(room.time.pending, 'timers').to.equal(0);
  }
};

const isOnce = (person: FakePerson): boolean => person.closed.length === 0;

describe('honest people', () => {
  for (const count of [3, 8])
    it(`of whom ${String(count)} come in any order have one code, in three rounds at most`, async () => {
      await each(async (room) => {
        const people = peopleOf(room, count, { passphrase: 'correct horse', requires: true });
        const there: FakePerson[] = [];
        const began = [...people].sort(() => room.random() - 0.5);
        for (const person of began) {
          for (const other of there) {
            room.list(person, other);
            room.connect(person, other);
          }
          there.push(person);
          await room.settle(Math.floor(room.random() * 40));
          room.time.advance(Math.floor(room.random() * 100));
        }
        await room.pass(3_000);
        expectVerified(people);
        expectOneCode(people);
        for (const person of people) {
          expect(roundsOf(person)).to.be.within(1, 3);
          expect(isOnce(person)).to.equal(true);
        }
      });
    });

  it('who mistype it are told so, and are let in once it is right, however often', async () => {
    await each(async (room) => {
      const [ann, bo, cem] = peopleOf(room, 3, { passphrase: 'right', requires: true });
      const typo = room.person('typo', { passphrase: 'wrong 0', requires: true });
      room.connectAll(ann!, bo!, cem!, typo);
      const typos = Math.floor(room.random() * 6);
      for (let count = 1; count <= typos; count += 1) {
        await room.pass(Math.floor(room.random() * 700));
        typo.trust.setPassphrase(`wrong ${String(count)}`);
      }
      await room.pass(1_000);
      for (const { id } of [ann!, bo!, cem!]) expect(typo.levelOf(id)).to.equal('refused: passphrase');
      expect(ann!.levelOf('typo')).to.equal('refused: passphrase');
      expect(ann!.trust.isAdmitted('typo')).to.equal(false);
      typo.trust.setPassphrase('right');
      await room.pass(2_000);
      expectVerified([ann!, bo!, cem!, typo]);
    });
  });

  it('without the passphrase are not let in where it is required, and are where it is not', async () => {
    await each(async (room) => {
      const [ann, bo] = peopleOf(room, 2, { passphrase: 'x', requires: true });
      const easy = room.person('easy', { passphrase: 'x' });
      const none = room.person('none');
      room.connectAll(ann!, bo!, easy, none);
      await room.pass(2_000);
      expect(ann!.levelOf('none')).to.equal('refused: no-passphrase');
      expect(easy.levelOf('none')).to.equal('unverified');
      expect([ann!, easy].map(({ trust }) => trust.isAdmitted('none'))).to.deep.equal([false, true]);
      expect(none.levelOf('ann')).to.equal('unverified');
      expect(none.wanted).to.deep.equal([true]);
      expectVerified([ann!, bo!, easy]);
      none.trust.setPassphrase('x');
      await room.pass(2_000);
      expectVerified([ann!, bo!, easy, none]);
      expectOneCode([ann!, bo!, easy, none]);
      expect(none.wanted).to.deep.equal([true, false]);
    });
  });

  it('whose connection breaks at any word prove it and have one code over the next', async () => {
    await each(async (room, seed) => {
      const people = peopleOf(room, 3, { passphrase: 'x', requires: seed % 2 === 0 });
      const [ann, bo, cem] = people;
      room.list(...people);
      room.connect(bo!, cem!);
      room.connect(ann!, cem!);
      for (let breaks = Math.floor(room.random() * 3); breaks >= 0; breaks -= 1) {
        const broken = room.connect(ann!, bo!);
        if (room.random() < 0.5) await room.settle(Math.floor(room.random() * 12));
        else {
          await room.pass(500);
          await room.settle(Math.floor(room.random() * 12));
        }
        broken.cut();
        await room.settle();
      }
      room.connect(ann!, bo!);
      await room.pass(12_000);
      expectVerified(people);
      expectOneCode(people);
      expect(people.every(isOnce)).to.equal(true);
    });
  });
});

describe('honest people who come and go', () => {
  const meet = async (room: FakeRoom, count: number, options: PersonOptions = { passphrase: 'x' }) => {
    const people = peopleOf(room, count, options);
    room.connectAll(...people);
    await room.pass(1_500);
    return people;
  };

  it('have another code with a newcomer, and the one before once the newcomer is gone', async () => {
    await each(async (room) => {
      const people = await meet(room, 3);
      const before = expectOneCode(people);
      const late = room.person('late', { passphrase: 'x' });
      for (const person of people) {
        room.list(person, late);
        room.connect(person, late);
      }
      await room.pass(1_500);
      expect(expectOneCode([...people, late])).to.not.equal(before);
      expectVerified([...people, late]);
      for (const { trust } of people) trust.remove('late');
      await room.pass(1_500);
      expect(expectOneCode(people)).to.equal(before);
    });
  });

  it('are strangers with a new session, and have another code', async () => {
    await each(async (room) => {
      const people = await meet(room, 3, {});
      const [ann, bo, cem] = people;
      const before = expectOneCode(people);
      for (const { trust } of people) expect(trust.confirm(before.replaceAll(' ', ''))).to.equal(true);
      expectVerified(people, 'code');
      bo!.trust.close();
      const isOut = room.random() < 0.5;
      if (isOut) for (const { trust } of [ann!, cem!]) trust.remove('bo');
      await room.settle(Math.floor(room.random() * 5));
      room.join(bo!);
      room.list(...people);
      room.connect(ann!, bo!);
      room.connect(bo!, cem!);
      await room.pass(1_500);
      expect(ann!.levelOf('bo')).to.equal('unverified');
      expect(ann!.levelOf('cem')).to.equal('code');
      expect(expectOneCode(people)).to.not.equal(before);
    });
  });

  it('have the same code when somebody was out of sight and is back, and who is verified stays so', async () => {
    await each(async (room) => {
      const people = await meet(room, 3);
      const [ann, bo] = people;
      const before = expectOneCode(people);
      ann!.trust.confirm(before);
      ann!.trust.remove('bo');
      if (room.random() < 0.5) bo!.trust.remove('ann');
      await room.pass(Math.floor(room.random() * 3_000));
      room.list(ann!, bo!);
      room.connect(ann!, bo!);
      await room.pass(2_000);
      expect(expectOneCode(people)).to.equal(before);
      expect([ann!.levelOf('bo'), bo!.levelOf('ann')]).to.deep.equal(['code', 'passphrase']);
      ann!.trust.doubt();
      expect(ann!.levelOf('bo'), 'what the passphrase proved stays').to.equal('passphrase');
      expect(bo!.saidTo('ann', 'hello')).to.have.length(1);
    });
  });

  it('keep their code over a reconnect, and say nothing of the passphrase again', async () => {
    await each(async (room) => {
      const people = await meet(room, 3);
      const [ann, bo] = people;
      const before = expectOneCode(people);
      const rounds = roundsOf(ann!);
      room.connect(ann!, bo!);
      await room.pass(1_000);
      expect(expectOneCode(people)).to.equal(before);
      expectVerified(people);
      expect(roundsOf(ann!)).to.equal(rounds);
      expect(ann!.saidTo('bo', 'hello').length + bo!.saidTo('ann', 'hello').length).to.be.at.most(2);
    });
  });
});
