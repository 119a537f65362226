import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const nothingGoes = (name: string): string => `Er gaat niets naar ${name}.`;

const refusals: Refusals = {
  passphrase: (name) => [
    `De wachtwoordzin van ${name} is niet die van jou, of er zit iemand tussen`,
    nothingGoes(name),
  ],
  'no-passphrase': (name) => [`${name} heeft de wachtwoordzin niet ingevoerd`, nothingGoes(name)],
  unsupported: (name) => [`De app van ${name} kan de wachtwoordzin niet bewijzen`, `${name} wordt niet toegelaten.`],
  identity: (name) => [`Deze verbinding leidt naar iemand anders dan ${name}`, 'Misschien knoeit de server ermee.'],
  name: () => ['De server toont voor deze persoon een andere naam dan de eigen', 'Er gaat niets naar deze persoon.'],
  changed: (name) => [`De verbinding met ${name} heeft een andere sleutel en is gesloten`, nothingGoes(name)],
  attempts: () => [
    'Hier zijn te veel verkeerde wachtwoordzinnen geprobeerd',
    'Verlaat het gesprek en spreek af met een andere om meer mensen toe te laten.',
  ],
  liar: (name) => [`Het deel van de code van ${name} klopt niet`, nothingGoes(name)],
  other: (name) => [`${name} wordt niet toegelaten`, nothingGoes(name)],
  tampered: (name) => [
    `Iemand wilde de verbinding met ${name} overnemen en kon het niet`,
    'Het gesprek gaat door zoals het was.',
  ],
};

export const trustErrors = {
  'passphrase-missing': say('Dit gesprek heeft een wachtwoordzin nodig', 'Voer de zin in die de anderen hebben.'),
  'peer-refused': ofPeer('iemand', refusals),
  tampered: ofPeer('iemand', refusals, 'tampered'),
  'trust-unsupported': say(
    'Deze browser kan geen wachtwoordzin bewijzen',
    'Werk hem bij of neem deel met een nieuwere: dit gesprek heeft dat nodig.',
  ),
};

export const trustWords = ({ list, number, plural }: Format): TrustStrings => ({
  passphrase: 'Wachtwoordzin',
  showPassphrase: 'Wachtwoordzin tonen',
  passphraseAsk: 'Alleen wie hem kent, ziet en hoort je.',
  notLetIn: 'Niet toegelaten',
  safety: 'Veiligheid',
  verified: 'Geverifieerd',
  notVerified: 'Niet geverifieerd',
  verifiedOf: (count, all) => `${number(count)} van ${number(all)} geverifieerd`,
  countNotLetIn: (count) => `${number(count)} niet toegelaten`,
  safetyCode: 'Veiligheidscode',
  codeFor: (names) => `Voor ${list(['jou', ...names])}.`,
  codeNotFor: (names, why) => `Niet voor ${list(names)}: ${why}.`,
  whyNot: {
    olderApp: 'oudere app',
    notLetIn: 'niet toegelaten',
    noConnection: 'geen verbinding',
    seesOthers: 'ziet niet iedereen',
  },
  readOut: 'Een van jullie leest hem voor, alle anderen zeggen of die van hen dezelfde is.',
  readOutBy: 'Liefst iemand die je vertrouwt, lees hem anders zelf voor.',
  sameForAll: 'Hij is voor iedereen gelijk',
  differs: 'Hij is anders',
  mayListen: 'Misschien luistert er iemand mee. Zeg niets vertrouwelijks. Verlaat het gesprek en spreek elkaar anders.',
  codeForming: 'De code komt eraan…',
  codeAlone: 'Er komt een code zodra er iemand is die er een kan hebben.',
  codeSplit: 'Er is geen code: niet iedereen ziet dezelfde mensen.',
  codeSame: 'Je hebt gezegd dat hij voor iedereen gelijk is.',
  codePromise: 'Als iedereen dezelfde code ziet, zit er niemand tussen twee van jullie.',
  passphrasePromise:
    'Iedereen die je ziet en hoort, kent de wachtwoordzin. Wie hem niet kent, kan niet meeluisteren, ook de server niet.',
  noPromise: 'Versleuteld, niet geverifieerd: wie de server beheert, zou kunnen meeluisteren.',
  trustLevels: {
    pending: 'Nog niet gecontroleerd',
    unverified: 'Niet geverifieerd',
    unsupported: 'Oudere app, niet te verifiëren',
    passphrase: 'Geverifieerd met de wachtwoordzin',
    code: 'Geverifieerd met de veiligheidscode',
  },
  nobodyHasYours: 'Niemand hier heeft jouw wachtwoordzin. Kijk na hoe hij geschreven is.',
  somebodyHasOne: 'Iemand hier heeft een wachtwoordzin.',
  passphraseNow: 'Hij wordt geprobeerd met iedereen die niet geverifieerd is. Niemand wordt verbroken.',
  tryPassphrase: 'Gebruiken',
  suggestWords: 'Vier woorden voorstellen',
  copyPassphrase: 'Wachtwoordzin kopiëren',
  passphraseElsewhere: 'Geef hem op een andere manier aan de anderen, niet met de link.',
  codeChanged: 'De code is nu een andere.',
  codeChangedBy: (names) =>
    plural(names.length, {
      one: `De code is nu een andere: ${list(names)} is erbij gekomen.`,
      other: `De code is nu een andere: ${list(names)} zijn erbij gekomen.`,
    }),
  codeChangedWithout: (names) =>
    plural(names.length, {
      one: `De code is nu een andere: ${list(names)} is weggegaan.`,
      other: `De code is nu een andere: ${list(names)} zijn weggegaan.`,
    }),
  backUnverified: (names) =>
    plural(names.length, {
      one: `${list(names)} is terug en niet meer geverifieerd.`,
      other: `${list(names)} zijn terug en niet meer geverifieerd.`,
    }),
  onlyVerified: 'Alleen geverifieerde mensen krijgen je berichten, en je ziet alleen die van hen.',
});
