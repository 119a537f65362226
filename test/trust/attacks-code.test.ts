import { expect } from '@open-wc/testing';
import { randomBytes } from '../helpers/bytes.js';
import { codeOf, commitmentOf } from '../../src/trust/code.js';
import { recordOf } from '../../src/trust/record.js';
import { parseTrustWord, serializeTrustWord } from '../../src/protocol/trust.js';
import { Between, changed, fieldsOf, impostor } from './between.js';
import { FakeRoom, type FakePerson } from './fake-room.js';
import { RUNS } from './runs.js';

const inRooms = async (count: number, play: (room: FakeRoom, people: FakePerson[], seed: number) => Promise<void>) => {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    const room = new FakeRoom(seed);
    const people = ['ann', 'bo', 'cem', 'dora'].slice(0, count).map((id) => room.person(id));
    room.list(...people);
    await play(room, people, seed);
    room.end();
  }
};

/** A member with the certificate of `person`, who answers each word of Ann's by hand. */
const puppet = (room: FakeRoom, person: FakePerson, at: FakePerson, nonce: () => Uint8Array<ArrayBuffer>) => {
  const { session, id, name, fingerprint } = person;
  const kept = new Map<string, Uint8Array<ArrayBuffer>>();
  const end = room.open(at, id, session, fingerprint, (text) => {
    const word = parseTrustWord(text);
    if (word?.trust === 'commit') {
      const { view, e } = word;
      const r = nonce();
      kept.set(String(e), r);
      void commitmentOf(view, e, { record: recordOf(person), nonce: r }).then((c) => {
        end.say(serializeTrustWord({ trust: 'commit', view, e, c }));
      });
    } else if (word?.trust === 'reveal') {
      const { view, e } = word;
      end.say(serializeTrustWord({ trust: 'reveal', view, e, r: kept.get(String(e))! }));
    }
  });
  end.say(serializeTrustWord({ trust: 'hello', session, id, name, run: 0 }));
  return end;
};

describe('the safety code, with somebody between two', () => {
  for (const passphrase of ['', 'known to Mallory too'])
    it(`is another at each of them${passphrase && ', who knows their passphrase'}`, async () => {
      await inRooms(2, async (room, [ann, bo]) => {
        for (const { trust } of [ann!, bo!]) trust.setPassphrase(passphrase);
        impostor(room, bo!, ann!, { passphrase });
        impostor(room, ann!, bo!, { passphrase });
        await room.pass(2_000);
        expect([ann!.trust.safety.state, bo!.trust.safety.state]).to.deep.equal(['ready', 'ready']);
        expect(ann!.code).to.not.equal(bo!.code);
        expect(ann!.trust.confirm(bo!.code!), 'nobody is marked by a code that is not theirs').to.equal(false);
        expect(ann!.trust.of('bo').trust).to.equal(passphrase ? 'passphrase' : 'unverified');
      });
    });

  it('is none where words are passed on, and that is told after a while', async () => {
    await inRooms(2, async (room, [ann, bo]) => {
      new Between(room, ann!, bo!);
      await room.pass(7_000);
      for (const { code, trust } of [ann!, bo!]) {
        expect(code).to.equal(undefined);
        expect(trust.safety.state).to.equal('split');
      }
    });
  });

  it('is none for who throws back what she said herself', async () => {
    await inRooms(2, async (room, [ann, bo]) => {
      const { session, id, name } = bo!;
      const end = room.open(ann!, id, session, bo!.fingerprint, (word) =>
        end.say(fieldsOf(word)['trust'] === 'hello' ? changed(word, { session, id, name }) : word),
      );
      await room.pass(2_000);
      expect(ann!.levelOf('bo')).to.equal('refused: liar');
      expect(ann!.closed).to.deep.equal([['bo', 'liar']]);
      expect(ann!.code).to.equal(undefined);
    });
  });

  it('is none for who reveals another number than they were bound to', async () => {
    await inRooms(3, async (room, [ann, bo, cem]) => {
      room.connect(ann!, bo!);
      room.connect(bo!, cem!);
      const lie = (word: string) =>
        fieldsOf(word)['trust'] === 'reveal' ? [changed(word, { r: fieldsOf(word)['view'] })] : [word];
      const atAnn = room.open(ann!, 'cem', cem!.session, cem!.fingerprint, (word) => atCem.say(word));
      const atCem = room.open(cem!, 'ann', ann!.session, ann!.fingerprint, (word) => {
        for (const each of lie(word)) atAnn.say(each);
      });
      await room.pass(3_000);
      expect(ann!.levelOf('cem')).to.equal('refused: liar');
      expect(ann!.closed).to.deep.equal([['cem', 'liar']]);
      expect(ann!.trust.safety.covers).to.not.include('cem');
    });
  });

  it('differs where somebody tells two people two truths', async () => {
    await inRooms(3, async (room, [ann, bo, cem]) => {
      room.connect(ann!, bo!);
      for (const one of [ann!, bo!]) puppet(room, cem!, one, () => randomBytes(32));
      await room.pass(2_000);
      expect([ann!.trust.safety.state, bo!.trust.safety.state]).to.deep.equal(['ready', 'ready']);
      expect(ann!.code).to.not.equal(bo!.code);
    });
  });

  it('is none by an old round again', async () => {
    await inRooms(2, async (room, [ann, bo]) => {
      const said: string[] = [];
      const atAnn = room.open(ann!, 'bo', bo!.session, bo!.fingerprint, (word) => atBo.say(word));
      const atBo = room.open(bo!, 'ann', ann!.session, ann!.fingerprint, (word) => {
        said.push(word);
        atAnn.say(word);
      });
      await room.pass(1_500);
      const before = ann!.code;
      expect(before).to.equal(bo!.code);
      for (const word of said) atAnn.say(word);
      await room.pass(1_500);
      expect(ann!.code, 'said again, it is the same round').to.equal(before);
      for (const word of said) if (fieldsOf(word)['trust'] !== 'hello') atAnn.say(changed(word, { e: 2 }));
      await room.pass(1_500);
      expect(ann!.levelOf('bo')).to.equal('refused: liar');
    });
  });

  it('gives twelve tries at once, and then one in ten seconds, however far the rounds are counted up', async () => {
    await inRooms(2, async (room, [ann, bo], seed) => {
      const view = { bytes: '' };
      const end = room.open(ann!, 'bo', bo!.session, bo!.fingerprint, (text) => {
        const word = fieldsOf(text);
        if (typeof word['view'] === 'string') view.bytes = word['view'];
      });
      const { session, id, name } = bo!;
      end.say(serializeTrustWord({ trust: 'hello', session, id, name, run: 0 }));
      await room.pass(1_000);
      const step = seed % 2 === 0 ? 1 : 100_000_000;
      for (let e = step, count = 0; count < 60; e += step, count += 1) {
        const c = String(ann!.saidTo('bo', 'commit').at(-1)!['c']);
        end.say(JSON.stringify({ v: 2, trust: 'commit', view: view.bytes, e: Math.min(e, 2 ** 31 - 1), c }));
        await room.pass(500);
      }
      const reveals = ann!.saidTo('bo', 'reveal').length;
      expect(reveals).to.be.within(1, 12 + 4);
      expect(ann!.saidTo('bo', 'commit').length).to.be.at.most(12 + 4);
    });
  });

  it('is none, and does not seem to be on its way, where somebody counted the rounds up to the end', async () => {
    await inRooms(2, async (room, [ann, bo]) => {
      const view = { bytes: '' };
      const end = room.open(ann!, 'bo', bo!.session, bo!.fingerprint, (text) => {
        const word = fieldsOf(text);
        if (typeof word['view'] === 'string') view.bytes = word['view'];
      });
      const { session, id, name } = bo!;
      end.say(serializeTrustWord({ trust: 'hello', session, id, name, run: 0 }));
      await room.pass(1_000);
      const c = String(ann!.saidTo('bo', 'commit').at(-1)!['c']);
      end.say(JSON.stringify({ v: 2, trust: 'commit', view: view.bytes, e: 2 ** 31 - 1, c }));
      await room.pass(60_000);
      expect(ann!.trust.safety).to.deep.equal({ state: 'split', code: undefined, covers: [], missing: ['bo'] });
    });
  });

  it('is none where somebody is hidden from somebody, and it is told whom they do not see', async () => {
    await inRooms(3, async (room, [ann, bo, cem]) => {
      room.connect(ann!, bo!);
      room.connect(ann!, cem!);
      bo!.trust.remove('cem');
      cem!.trust.remove('bo');
      await room.pass(7_000);
      expect(ann!.trust.safety).to.deep.equal({ state: 'split', code: undefined, covers: [], missing: ['bo', 'cem'] });
      for (const { code } of [ann!, bo!, cem!]) expect(code).to.equal(undefined);
    });
  });

  it('is another in each of two rooms that the server made of one', async () => {
    await inRooms(4, async (room, [ann, bo, cem, dora]) => {
      for (const [one, other] of [
        [ann!, bo!],
        [cem!, dora!],
      ] as const) {
        for (const { id } of [ann!, bo!, cem!, dora!]) if (id !== other.id) one.trust.remove(id);
        for (const { id } of [ann!, bo!, cem!, dora!]) if (id !== one.id) other.trust.remove(id);
        room.connect(one, other);
      }
      await room.pass(2_000);
      expect(ann!.code).to.equal(bo!.code);
      expect(cem!.code).to.equal(dora!.code);
      expect(ann!.code).to.not.equal(cem!.code);
    });
  });
});

describe('the safety code, cut to ten bits', () => {
  const cut = (code: string): number => Number(code.replaceAll(' ', '')) % 1024;
  const [view, record] = [randomBytes(32), randomBytes(80)];
  const roll = async (): Promise<number> => cut(await codeOf(view, 1, [{ record, nonce: randomBytes(32) }]));

  it('is the same with somebody between by chance alone, who must choose before they know', async () => {
    let same = 0;
    for (let count = 0; count < 20_000; count += 1) {
      const [one, other] = await Promise.all([roll(), roll()]);
      if (one === other) same += 1;
    }
    expect(same, '19.5 are to be expected; 50 or more come once in some 10⁸ times').to.be.below(50);
  });

  it('is the same whenever they want, if they may choose after', async () => {
    for (let count = 0; count < 10; count += 1) {
      const wanted = await roll();
      let hashes = 1;
      while ((await roll()) !== wanted) hashes += 1;
      expect(hashes).to.be.below(50_000);
    }
  });
});
