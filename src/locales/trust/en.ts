import { first, type FirstStrings } from '../first/en.js';
import { ofPeer, say, type Refusals } from '../say.js';

const { list, number, plural } = first.format;

const nothingGoes = (name: string): string => `Nothing goes to ${name}.`;

const refusals: Refusals = {
  passphrase: (name) => [`${name}’s passphrase is not yours, or somebody sits between you`, nothingGoes(name)],
  'no-passphrase': (name) => [`${name} has not entered the passphrase`, nothingGoes(name)],
  unsupported: (name) => [`${name}’s app cannot prove the passphrase`, `${name} is not let in.`],
  identity: (name) => [`This connection leads to somebody else than ${name}`, 'The server may be tampering.'],
  name: () => ['The server shows another name for this person than their own', 'Nothing goes to this person.'],
  changed: (name) => [`${name}’s connection carries another key than before and is closed`, nothingGoes(name)],
  attempts: () => [
    'Too many wrong passphrases were tried here',
    'To let more people in, leave, and meet with another one.',
  ],
  liar: (name) => [`${name}’s part of the code is wrong`, nothingGoes(name)],
  other: (name) => [`${name} is not let in`, nothingGoes(name)],
  tampered: (name) => [
    `Somebody tried to take over the connection to ${name}, and could not`,
    'The call goes on as before.',
  ],
};

/** Why somebody is not to be trusted, in English. */
export const trustErrors = {
  'peer-refused': ofPeer('someone', refusals),
  tampered: ofPeer('someone', refusals, 'tampered'),
  'trust-unsupported': say(
    'This browser can’t prove a passphrase',
    'Update it, or join with a newer one: this call needs it.',
  ),
};

/** The English words for who is at the other end. */
export const trustWords = {
  safety: 'Safety',
  verified: 'Verified',
  notVerified: 'Not verified',
  verifiedOf: (count: number, all: number) => `${number(count)} of ${number(all)} verified`,
  countNotLetIn: (count: number) => plural(count, { one: '1 not let in', other: `${number(count)} not let in` }),

  safetyCode: 'Safety code',
  /** Whom the code covers: oneself, and these. */
  codeFor: (names: readonly string[]) => `For ${list(['you', ...names])}.`,
  codeNotFor: (names: readonly string[], why: string) => `Not for ${list(names)}: ${why}.`,
  whyNot: {
    olderApp: 'older app',
    notLetIn: 'not let in',
    noConnection: 'no connection',
    seesOthers: 'not everybody in sight',
  },
  readOut: 'One of you reads it out, everybody else says whether theirs is the same.',
  readOutBy: 'Let it be somebody whom you trust, else read it yourself.',
  sameForAll: 'It is the same for everybody',
  differs: 'It differs',
  mayListen: 'Somebody may be listening in. Say nothing private. Leave, and meet another way.',
  codeForming: 'The code is on its way…',
  codeAlone: 'There will be a code once somebody is here who can have one.',
  codeSplit: 'There is no code: not everybody sees the same people.',
  codeSame: 'You said that it is the same for everybody.',
  codePromise: 'If everybody sees the same code, nobody sits between any two of you.',
  passphrasePromise:
    'Everybody you see and hear knows the passphrase. Nobody who does not know it can listen in, the server included.',
  noPromise: 'Encrypted, not verified: whoever runs the server could listen in.',
  trustLevels: {
    pending: 'Not checked yet',
    unverified: 'Not verified',
    unsupported: 'Older app, cannot be verified',
    passphrase: 'Verified by passphrase',
    code: 'Verified by safety code',
  },
  nobodyHasYours: 'Nobody here has your passphrase. Check how it is written.',
  somebodyHasOne: 'Somebody here has a passphrase.',
  passphraseNow: 'It is tried with everybody who is not verified. Nobody is disconnected.',
  tryPassphrase: 'Use it',
  suggestWords: 'Suggest four words',
  copyPassphrase: 'Copy passphrase',
  passphraseElsewhere: 'Give it to the others another way, not with the link.',
  /** Read out: the code is not what it was, for these came, or went. */
  codeChanged: 'The code is another now.',
  codeChangedBy: (names: readonly string[]) =>
    plural(names.length, {
      one: `The code is another now: ${list(names)} has come.`,
      other: `The code is another now: ${list(names)} have come.`,
    }),
  codeChangedWithout: (names: readonly string[]) =>
    plural(names.length, {
      one: `The code is another now: ${list(names)} has left.`,
      other: `The code is another now: ${list(names)} have left.`,
    }),
  backUnverified: (names: readonly string[]) =>
    plural(names.length, {
      one: `${list(names)} came back and is not verified any more.`,
      other: `${list(names)} came back and are not verified any more.`,
    }),
  onlyVerified: 'Only people who are verified get your messages, and you see only theirs.',
};

/** What each language has of them. */
export type TrustStrings = typeof trustWords &
  Pick<FirstStrings, 'passphrase' | 'showPassphrase' | 'passphraseAsk' | 'notLetIn'>;
