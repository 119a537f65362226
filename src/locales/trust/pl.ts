import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const NOTHING_GOES = 'Nic nie jest do tej osoby wysyłane.';

const refusals: Refusals = {
  passphrase: (name) => [`${name}: hasło jest inne niż twoje albo ktoś jest pośrodku`, NOTHING_GOES],
  'no-passphrase': (name) => [`${name}: brak wpisanego hasła`, NOTHING_GOES],
  unsupported: (name) => [`${name}: ta aplikacja nie potrafi udowodnić hasła`, 'Ta osoba nie jest wpuszczana.'],
  identity: (name) => [`To połączenie prowadzi do kogoś innego niż ${name}`, 'Być może serwer przy nim manipuluje.'],
  name: () => ['Serwer pokazuje dla tej osoby inną nazwę niż jej własna', NOTHING_GOES],
  changed: (name) => [`${name}: połączenie ma inny klucz niż wcześniej i jest zamknięte`, NOTHING_GOES],
  attempts: () => [
    'Wypróbowano tu zbyt wiele błędnych haseł',
    'Aby wpuścić więcej osób, opuść rozmowę i spotkajcie się z innym hasłem.',
  ],
  liar: (name) => [`${name}: ta część kodu jest błędna`, NOTHING_GOES],
  other: (name) => [`${name}: ta osoba nie jest wpuszczana`, NOTHING_GOES],
  tampered: (name) => [`Próba przejęcia połączenia nie powiodła się: ${name}`, 'Rozmowa trwa jak dotąd.'],
};

export const trustErrors = {
  'passphrase-missing': say('Ta rozmowa wymaga hasła', 'Wpisz to, które mają inni.'),
  'peer-refused': ofPeer('ktoś', refusals),
  tampered: ofPeer('ktoś', refusals, 'tampered'),
  'trust-unsupported': say(
    'Ta przeglądarka nie potrafi udowodnić hasła',
    'Zaktualizuj ją albo dołącz w nowszej: ta rozmowa tego wymaga.',
  ),
};

export const trustWords = ({ list, number, plural }: Format): TrustStrings => ({
  passphrase: 'Hasło',
  showPassphrase: 'Pokaż hasło',
  passphraseAsk: 'Widzą i słyszą cię tylko osoby, które je znają.',
  notLetIn: 'Brak dostępu',
  safety: 'Bezpieczeństwo',
  verified: 'Zweryfikowano',
  notVerified: 'Nie zweryfikowano',
  verifiedOf: (count, all) => `Zweryfikowano: ${number(count)} z ${number(all)}`,
  countNotLetIn: (count) => `Bez dostępu: ${number(count)}`,
  safetyCode: 'Kod bezpieczeństwa',
  codeFor: (names) => `Obejmuje: ${list(['ty', ...names])}.`,
  codeNotFor: (names, why) => `Nie obejmuje: ${list(names)} (${why}).`,
  whyNot: {
    olderApp: 'starsza aplikacja',
    notLetIn: 'brak dostępu',
    noConnection: 'brak połączenia',
    seesOthers: 'nie widzi wszystkich',
  },
  readOut: 'Jedna osoba czyta go na głos, wszystkie inne mówią, czy ich kod jest taki sam.',
  readOutBy: 'Niech to będzie ktoś, komu ufasz, a jeśli nie, przeczytaj go w swoim imieniu.',
  sameForAll: 'Jest taki sam u wszystkich',
  differs: 'Jest inny',
  mayListen: 'Być może ktoś podsłuchuje. Nie mów nic prywatnego. Opuść rozmowę i porozmawiajcie inaczej.',
  codeForming: 'Kod zaraz będzie…',
  codeAlone: 'Kod pojawi się, gdy będzie tu ktoś, kto może go mieć.',
  codeSplit: 'Nie ma kodu: nie wszyscy widzą te same osoby.',
  codeSame: 'Według ciebie jest taki sam u wszystkich.',
  codePromise: 'Jeśli wszyscy widzą ten sam kod, nikogo nie ma między żadną dwójką z was.',
  passphrasePromise:
    'Każdy, kogo widzisz i słyszysz, zna hasło. Nikt, kto go nie zna, nie może podsłuchiwać, nawet serwer.',
  noPromise: 'Szyfrowane, nie zweryfikowane: kto prowadzi serwer, mógłby podsłuchiwać.',
  trustLevels: {
    pending: 'Jeszcze nie sprawdzono',
    unverified: 'Nie zweryfikowano',
    unsupported: 'Starsza aplikacja, nie da się zweryfikować',
    passphrase: 'Zweryfikowano hasłem',
    code: 'Zweryfikowano kodem bezpieczeństwa',
  },
  nobodyHasYours: 'Nikt tutaj nie ma twojego hasła. Sprawdź, jak jest zapisane.',
  somebodyHasOne: 'Ktoś tutaj ma hasło.',
  passphraseNow: 'Jest próbowane z każdym, kogo nie zweryfikowano. Nikt nie jest rozłączany.',
  tryPassphrase: 'Użyj',
  suggestWords: 'Zaproponuj cztery słowa',
  copyPassphrase: 'Kopiuj hasło',
  passphraseElsewhere: 'Przekaż je innym inną drogą, nie z linkiem.',
  codeChanged: 'Kod jest teraz inny.',
  codeChangedBy: (names) =>
    plural(names.length, {
      one: `Kod jest teraz inny: ${list(names)} dołącza.`,
      other: `Kod jest teraz inny: ${list(names)} dołączają.`,
    }),
  codeChangedWithout: (names) =>
    plural(names.length, {
      one: `Kod jest teraz inny: ${list(names)} wychodzi.`,
      other: `Kod jest teraz inny: ${list(names)} wychodzą.`,
    }),
  backUnverified: (names) =>
    plural(names.length, {
      one: `${list(names)} wraca, ale weryfikacja już nie obowiązuje.`,
      other: `${list(names)} wracają, ale weryfikacja już nie obowiązuje.`,
    }),
  onlyVerified: 'Twoje wiadomości dostają tylko zweryfikowane osoby i widzisz tylko ich wiadomości.',
});
