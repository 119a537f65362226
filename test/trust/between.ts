import { randomBytes } from '../helpers/bytes.js';
import { type End, FakePerson, type FakeRoom, type PersonOptions } from './fake-room.js';

/** What is said is told on, kept back or made another thing: the words that go on in its place. */
export type Hand = (word: string) => readonly string[];

const PASS: Hand = (word) => [word];

/**
 * Somebody who runs the relay and sits between two with a certificate of their own for each: each of the two ends speaks with Mallory,
 * who passes on, keeps back, puts in and changes whatever there is.
 */
export class Between {
  readonly atA: End;
  readonly atB: End;
  /** The certificates that the two see. */
  readonly towardsA = randomBytes(32);
  readonly towardsB = randomBytes(32);
  readonly heard: string[] = [];

  constructor(room: FakeRoom, a: FakePerson, b: FakePerson, fromA: Hand = PASS, fromB: Hand = PASS) {
    const keep = (word: string, hand: Hand) => {
      this.heard.push(word);
      return hand(word);
    };
    this.atA = room.open(a, b.id, b.session, this.towardsA, (word) => {
      for (const each of keep(word, fromA)) this.atB.say(each);
    });
    this.atB = room.open(b, a.id, a.session, this.towardsB, (word) => {
      for (const each of keep(word, fromB)) this.atA.say(each);
    });
  }
}

/** Somebody who has all that we have, and goes by the name and session of `as` towards `person`. */
export const impostor = (
  room: FakeRoom,
  as: FakePerson,
  person: FakePerson,
  options: PersonOptions = {},
): FakePerson => {
  const mallory = new FakePerson(as.id, as.name);
  room.join(mallory, { session: as.session, ...options });
  room.people.push(mallory);
  mallory.trust.add(person.id, person.name);
  room.connect(mallory, person);
  return mallory;
};

/** The fields of a word. */
export const fieldsOf = (word: string): Record<string, unknown> => JSON.parse(word) as Record<string, unknown>;
/** A word with other fields. */
export const changed = (word: string, fields: Record<string, unknown>): string =>
  JSON.stringify({ ...fieldsOf(word), ...fields });
