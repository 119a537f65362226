import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const nothingGoes = (name: string): string => `An ${name} geht nichts.`;

const refusals: Refusals = {
  passphrase: (name) => [
    `Die Passphrase von ${name} ist nicht deine, oder es ist jemand dazwischen`,
    nothingGoes(name),
  ],
  'no-passphrase': (name) => [`${name} hat die Passphrase nicht eingegeben`, nothingGoes(name)],
  unsupported: (name) => [
    `Die App von ${name} kann die Passphrase nicht nachweisen`,
    `${name} wird nicht hereingelassen.`,
  ],
  identity: (name) => [
    `Diese Verbindung führt zu jemand anderem als ${name}`,
    'Vielleicht manipuliert der Server den Anruf.',
  ],
  name: () => ['Der Server zeigt für diese Person einen anderen Namen als ihren', 'An diese Person geht nichts.'],
  changed: (name) => [`Die Verbindung zu ${name} hat einen anderen Schlüssel und ist geschlossen`, nothingGoes(name)],
  attempts: () => [
    'Hier wurden zu viele falsche Passphrasen probiert',
    'Um noch jemanden hereinzulassen, verlasse den Anruf und trefft euch mit einer anderen.',
  ],
  liar: (name) => [`Der Teil des Codes von ${name} ist falsch`, nothingGoes(name)],
  other: (name) => [`${name} wird nicht hereingelassen`, nothingGoes(name)],
  tampered: (name) => [
    `Jemand wollte die Verbindung zu ${name} übernehmen und konnte es nicht`,
    'Der Anruf geht weiter wie bisher.',
  ],
};

export const trustErrors = {
  'passphrase-missing': say('Dieser Anruf braucht eine Passphrase', 'Gib die ein, die die anderen haben.'),
  'peer-refused': ofPeer('jemand', refusals),
  tampered: ofPeer('jemandem', refusals, 'tampered'),
  'trust-unsupported': say(
    'Dieser Browser kann keine Passphrase nachweisen',
    'Aktualisiere ihn oder nimm mit einem neueren teil: Dieser Anruf braucht das.',
  ),
};

export const trustWords = ({ list, number, plural }: Format): TrustStrings => ({
  passphrase: 'Passphrase',
  showPassphrase: 'Passphrase anzeigen',
  passphraseAsk: 'Nur wer sie kennt, sieht und hört dich.',
  notLetIn: 'Nicht hereingelassen',
  safety: 'Sicherheit',
  verified: 'Verifiziert',
  notVerified: 'Nicht verifiziert',
  verifiedOf: (count, all) => `${number(count)} von ${number(all)} verifiziert`,
  countNotLetIn: (count) => `${number(count)} nicht hereingelassen`,
  safetyCode: 'Sicherheitscode',
  codeFor: (names) => `Für ${list(['dich', ...names])}.`,
  codeNotFor: (names, why) => `Nicht für ${list(names)}: ${why}.`,
  whyNot: {
    olderApp: 'ältere App',
    notLetIn: 'nicht hereingelassen',
    noConnection: 'keine Verbindung',
    seesOthers: 'sieht nicht alle',
  },
  readOut: 'Jemand von euch liest ihn vor, alle anderen sagen, ob ihrer gleich ist.',
  readOutBy: 'Am besten jemand, dem du vertraust, sonst lies ihn selbst vor.',
  sameForAll: 'Er ist bei allen gleich',
  differs: 'Er ist anders',
  mayListen: 'Vielleicht hört jemand mit. Sag nichts Vertrauliches. Verlasse den Anruf und trefft euch anders.',
  codeForming: 'Der Code kommt gleich …',
  codeAlone: 'Einen Code gibt es, sobald jemand hier ist, der einen haben kann.',
  codeSplit: 'Es gibt keinen Code: Nicht alle sehen dieselben Personen.',
  codeSame: 'Du hast gesagt, dass er bei allen gleich ist.',
  codePromise: 'Wenn alle denselben Code sehen, ist niemand zwischen zweien von euch.',
  passphrasePromise:
    'Alle, die du siehst und hörst, kennen die Passphrase. Wer sie nicht kennt, kann nicht mithören, auch der Server nicht.',
  noPromise: 'Verschlüsselt, nicht verifiziert: Wer den Server betreibt, könnte mithören.',
  trustLevels: {
    pending: 'Noch nicht geprüft',
    unverified: 'Nicht verifiziert',
    unsupported: 'Ältere App, nicht verifizierbar',
    passphrase: 'Durch Passphrase verifiziert',
    code: 'Durch Sicherheitscode verifiziert',
  },
  nobodyHasYours: 'Niemand hier hat deine Passphrase. Prüfe, wie sie geschrieben ist.',
  somebodyHasOne: 'Jemand hier hat eine Passphrase.',
  passphraseNow: 'Sie wird mit allen probiert, die nicht verifiziert sind. Niemand wird getrennt.',
  tryPassphrase: 'Verwenden',
  suggestWords: 'Vier Wörter vorschlagen',
  copyPassphrase: 'Passphrase kopieren',
  passphraseElsewhere: 'Gib sie den anderen auf einem anderen Weg, nicht mit dem Link.',
  codeChanged: 'Der Code ist jetzt ein anderer.',
  codeChangedBy: (names) =>
    plural(names.length, {
      one: `Der Code ist jetzt ein anderer: ${list(names)} ist dazugekommen.`,
      other: `Der Code ist jetzt ein anderer: ${list(names)} sind dazugekommen.`,
    }),
  codeChangedWithout: (names) =>
    plural(names.length, {
      one: `Der Code ist jetzt ein anderer: ${list(names)} ist gegangen.`,
      other: `Der Code ist jetzt ein anderer: ${list(names)} sind gegangen.`,
    }),
  backUnverified: (names) =>
    plural(names.length, {
      one: `${list(names)} ist wieder da und nicht mehr verifiziert.`,
      other: `${list(names)} sind wieder da und nicht mehr verifiziert.`,
    }),
  onlyVerified: 'Nur verifizierte Personen erhalten deine Nachrichten, und du siehst nur deren.',
});
