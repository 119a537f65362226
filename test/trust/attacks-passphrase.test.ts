import { expect } from '@open-wc/testing';
import { concat, framed, u32 } from '../../src/trust/bytes.js';
import { randomBytes } from '../helpers/bytes.js';
import { fromHex, hex } from './secret-keys.js';
import { agree, createGenerator, createShare, createTag, preparePassphrase } from '../../src/trust/cpace.js';
import { recordOf } from '../../src/trust/record.js';
import { Between, changed, fieldsOf, impostor } from './between.js';
import { FakeRoom, type FakePerson, ROOM } from './fake-room.js';
import { RUNS } from './runs.js';
import vectors from './vectors/cpace.json' with { type: 'json' };

const SECRET = 'correct horse battery staple';

const toBase64Url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** An attack on two who require the passphrase: in none of the runs does either let the other end in. */
const caught = (name: string, play: (room: FakeRoom, ann: FakePerson, bo: FakePerson) => Promise<void> | void) => {
  it(`catches ${name}`, async () => {
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const room = new FakeRoom(seed);
      const options = { passphrase: SECRET, requires: seed % 2 === 0 };
      const [ann, bo] = [room.person('ann', options), room.person('bo', options)];
      room.list(ann, bo);
      await play(room, ann, bo);
      await room.pass(4_000);
      for (const [one, other] of [
        [ann, 'bo'],
        [bo, 'ann'],
      ] as const) {
        expect(one.trust.of(other).verified, `seed ${String(seed)}: ${one.levelOf(other)}`).to.equal(false);
        if (options.requires) expect(one.trust.isAdmitted(other)).to.equal(false);
      }
      room.end();
    }
  });
};

describe('somebody between two who have a passphrase', () => {
  caught('fingerprints that were swapped, with all else passed on', (room, ann, bo) => {
    new Between(room, ann, bo);
  });

  caught('a guess that is wrong', (room, ann, bo) => {
    impostor(room, bo, ann, { passphrase: 'correct horse battery' });
    impostor(room, ann, bo, { passphrase: 'correct horse staple' });
  });

  caught('words of one run played to another certificate', async (room, ann, bo) => {
    const recorded: string[] = [];
    const there = room.open(ann, 'bo', bo.session, bo.fingerprint, (word) => atBo.say(word));
    const atBo = room.open(bo, 'ann', ann.session, ann.fingerprint, (word) => {
      recorded.push(word);
      there.say(word);
    });
    await room.settle();
    expect(ann.levelOf('bo')).to.equal('passphrase');
    room.join(ann, { passphrase: SECRET, requires: true });
    room.join(bo, { passphrase: SECRET, requires: true });
    room.list(ann, bo);
    const session = String(fieldsOf(recorded[0]!)['session']);
    const replay = room.open(ann, 'bo', session, randomBytes(32), () => undefined);
    for (const word of recorded) replay.say(word);
  });

  caught('words of one run played to the same certificate', async (room, ann, bo) => {
    const recorded: string[] = [];
    const [session, fingerprint] = [bo.session, bo.fingerprint];
    const atAnn = room.open(ann, 'bo', session, fingerprint, (word) => atBo.say(word));
    const atBo = room.open(bo, 'ann', ann.session, ann.fingerprint, (word) => {
      recorded.push(word);
      atAnn.say(word);
    });
    await room.settle();
    const kept = { session: ann.session, fingerprint: ann.fingerprint };
    room.join(ann, { passphrase: SECRET, requires: true, ...kept });
    room.join(bo, { passphrase: SECRET, requires: true });
    room.list(ann, bo);
    const replay = room.open(ann, 'bo', session, fingerprint, () => undefined);
    for (const word of recorded) replay.say(word);
  });

  caught('what is said thrown back', (room, ann, bo) => {
    for (const [one, other] of [
      [ann, bo],
      [bo, ann],
    ] as const) {
      const end = room.open(one, other.id, other.session, one.fingerprint, (word) => end.say(word));
    }
  });

  caught('what is said thrown back with names put right', (room, ann, bo) => {
    for (const [one, other] of [
      [ann, bo],
      [bo, ann],
    ] as const) {
      const { session, id, name } = other;
      const end = room.open(one, id, session, room.random() < 0.5 ? one.fingerprint : randomBytes(32), (word) =>
        end.say(fieldsOf(word)['trust'] === 'hello' ? changed(word, { session, id, name }) : word),
      );
    }
  });

  caught('a share of one run with the tag of another', async (room, ann, bo) => {
    const tags: string[] = [];
    const ends = room.open(ann, 'bo', bo.session, bo.fingerprint, () => undefined);
    const atBo = room.open(bo, 'ann', ann.session, ann.fingerprint, (word) => {
      const { trust } = fieldsOf(word);
      if (trust === 'tag') tags.push(word);
      if (trust === 'hello') ends.say(changed(word, { run: 5 }));
      if (trust === 'tag') ends.say(changed(word, { run: 5 }));
      run;
    });
    await room.settle();
    const hello = ann.saidTo('bo', 'hello')[0]!;
    for (const run of [0, 1, 5]) atBo.say(JSON.stringify({ ...hello, run }));
    await room.settle();
    for (const tag of tags) for (const run of [0, 1, 5]) ends.say(changed(tag, { run }));
    for (const { tag } of ann.saidTo('bo', 'tag')) atBo.say(JSON.stringify({ v: 2, trust: 'tag', run: 5, tag }));
  });

  caught('“I have no passphrase” put in', (room, ann, bo) => {
    const strip = (word: string) => {
      const { y: _, ...fields } = fieldsOf(word);
      return fields['trust'] === 'tag' ? [] : [JSON.stringify(fields)];
    };
    new Between(room, ann, bo, strip, strip);
  });

  caught('shares that lead everybody to the same secret, short and broken ones', async (room, ann, bo) => {
    const low = vectors.lowOrder.points.map(({ u }) => toBase64Url(fromHex(u)));
    const bad = [...low, '', 'A', 'A'.repeat(42), 'A'.repeat(44), null, 5, [], {}, '='.repeat(43)];
    const put = (word: string) =>
      fieldsOf(word)['trust'] === 'hello'
        ? [changed(word, { y: bad[Math.floor(room.random() * bad.length)] })]
        : [word];
    const between = new Between(room, ann, bo, put, put);
    await room.settle();
    for (const y of low) {
      const run = 1 + low.indexOf(y);
      between.atA.say(JSON.stringify({ v: 2, trust: 'hello', session: bo.session, id: 'bo', name: bo.name, run, y }));
      for (const tag of [new Uint8Array(64), randomBytes(64)])
        between.atA.say(JSON.stringify({ v: 2, trust: 'tag', run, tag: toBase64Url(tag) }));
      await room.pass(1_000);
    }
  });

  caught('silence, words left out, said twice or in another order', (room, ann, bo) => {
    const hand = (word: string) => (room.random() < 0.4 ? [] : room.random() < 0.5 ? [word, word] : [word]);
    new Between(room, ann, bo, hand, hand);
  });
});

describe('somebody who guesses', () => {
  for (const [kind, isMany] of [
    ['runs', false],
    ['certificates and sessions', true],
  ] as const)
    it(`gets twenty tags and no more, however many ${kind} it takes`, async () => {
      for (let seed = 1; seed <= RUNS / 2; seed += 1) {
        const room = new FakeRoom(seed);
        const ann = room.person('ann', { passphrase: SECRET, requires: true });
        const bo = room.person('bo');
        room.list(ann, bo);
        let end = room.open(ann, 'bo', bo.session, bo.fingerprint, () => undefined);
        for (let guess = 0; guess < 40; guess += 1) {
          if (isMany) {
            end.cut();
            bo.session = `session ${String(guess)}`;
            end = room.open(ann, 'bo', bo.session, randomBytes(32), () => undefined);
          }
          const { session, id, name } = bo;
          const y = toBase64Url(randomBytes(32));
          end.say(JSON.stringify({ v: 2, trust: 'hello', session, id, name, run: guess, y }));
          end.say(JSON.stringify({ v: 2, trust: 'tag', run: guess, tag: toBase64Url(randomBytes(64)) }));
          room.time.advance(500);
          await room.settle();
        }
        expect(ann.saidTo('bo', 'tag')).to.have.length(20);
        expect(ann.levelOf('bo')).to.equal('refused: attempts');
        ann.trust.setPassphrase(`${SECRET} again`);
        room.join(bo, { passphrase: `${SECRET} again` });
        room.list(ann, bo);
        room.connect(ann, bo);
        await room.pass(1_000);
        expect(ann.levelOf('bo')).to.equal('passphrase');
        room.end();
      }
    });

  it('finds nothing in what two said, with a dictionary that has their passphrase in it', async () => {
    const words = [SECRET, ...Array.from({ length: 19 }, (_, at) => `word ${String(at)}`)].map(preparePassphrase);
    let hits = 0;
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const room = new FakeRoom(seed);
      const options = { passphrase: SECRET };
      const [ann, bo] = [room.person('ann', options), room.person('bo', options)];
      room.connectAll(ann, bo);
      await room.settle();
      expect(ann.levelOf('bo')).to.equal('passphrase');
      const [y, tag] = [String(ann.saidTo('bo', 'hello')[0]!['y']), String(ann.saidTo('bo', 'tag')[0]!['tag'])];
      const sid = concat(ann.fingerprint, bo.fingerprint, u32(0));
      const share = Uint8Array.from(atob(y.replaceAll('-', '+').replaceAll('_', '/')), (char) => char.charCodeAt(0));
      for (const word of words) {
        // Of a run that one only saw, the best there is: a secret of one's own, under a generator that was guessed.
        const mine = await createShare(await createGenerator(word, framed('private-meet trust 1', ROOM), sid));
        const sides = [
          { share, data: recordOf(ann) },
          { share: mine.share, data: recordOf(bo) },
        ] as const;
        const secret = await agree(sid, mine.key, share, sides);
        if (toBase64Url(await createTag(sid, secret, sides[0])) === tag || hex(mine.share) === hex(share)) hits += 1;
      }
      room.end();
    }
    expect(hits).to.equal(0);
  });
});
