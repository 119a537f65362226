import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';

const { plural, number } = createFormat('pl');

/** In the nominative, the accusative and the genitive; blocked, as is said of it; the pronoun for it. */
export const devices = {
  microphone: { nom: 'mikrofon', acc: 'mikrofon', gen: 'mikrofonu', blocked: 'zablokowany', it: 'go' },
  camera: { nom: 'kamera', acc: 'kamerę', gen: 'kamery', blocked: 'zablokowana', it: 'ją' },
  both: {
    nom: 'kamera lub mikrofon',
    acc: 'kamerę lub mikrofon',
    gen: 'kamery lub mikrofonu',
    blocked: 'zablokowane',
    it: 'je',
  },
} satisfies Devices<{ nom: string; acc: string; gen: string; blocked: string; it: string }>;

const stays = 'Nadal używane jest poprzednie urządzenie.';

export const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    'Ta przeglądarka nie obsługuje wideorozmów',
    'Zaktualizuj ją lub otwórz tę stronę w Chrome lub Edge 120, Firefoksie 125, Safari 17.4 albo nowszych.',
  ),
  'insecure-context': say(
    'Ta strona nie jest bezpieczna',
    'Przeglądarki dają kamerę i mikrofon tylko bezpiecznym stronom. Otwórz ją z https:// na początku.',
  ),
  'room-missing': say('Nie ma jeszcze pokoju', 'Strona musi podać go w atrybucie room.'),
  'room-invalid': say('Tej nazwy pokoju nie można użyć', 'Nazwa pokoju ma od 1 do 128 znaków.'),
  'server-invalid': orLater(
    say(
      'Brakuje adresu serwera spotkań albo jest błędny',
      'Strona musi podać go w „server”, a adres musi zaczynać się od https:// lub wss://.',
    ),
    'Pod tym adresem nie ma serwera spotkań',
    'Spróbuj ponownie za chwilę. Jeśli to nie pomoże, powiadom osobę prowadzącą stronę.',
  ),
  'token-missing': say(
    'Brak zalogowania',
    'Strona nie podała tokenu. Wczytaj ją ponownie albo zaloguj się na niej jeszcze raz.',
  ),
  'token-malformed': say(
    'Nie można odczytać logowania',
    'To, co podała strona, nie jest tokenem. Musi to sprawdzić osoba, która ją prowadzi.',
  ),
  'token-expired': say(
    'Logowanie wygasło',
    'Wczytaj stronę ponownie albo zaloguj się jeszcze raz. Jeśli to nie pomoże, sprawdź zegar urządzenia.',
  ),
  'token-rejected': say(
    'Serwer nie przyjął logowania',
    'Wczytaj stronę ponownie albo zaloguj się na niej jeszcze raz.',
  ),
  'sign-in-failed': say(
    'Nie udało się zalogować',
    'Spróbuj innej nazwy, do 32 znaków, albo spróbuj ponownie za chwilę.',
  ),
  'origin-refused': say(
    'Serwer spotkań nie przyjmuje rozmów z tej strony',
    'Osoba prowadząca serwer musi dodać adres tej strony do dozwolonych.',
  ),
  offline: say('Brak połączenia z internetem', 'Sprawdź sieć. Rozmowa wróci razem z nią.'),
  'server-unreachable': say(
    'Serwer spotkań jest nieosiągalny',
    'Może nie działać albo blokuje go sieć. Spróbuj ponownie za chwilę.',
  ),
  'server-closed': say('Serwer spotkań zakończył połączenie', 'Spróbuj ponownie za chwilę.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'Serwer spotkań jest zajęty',
    hint: retryAfter
      ? `Prosi, by odczekać ${plural(Math.ceil(retryAfter), { one: '1 sekundę', few: `${number(Math.ceil(retryAfter))} sekundy`, other: `${number(Math.ceil(retryAfter))} sekund` })}. Potem spróbuj ponownie.`
      : 'Odczekaj pół minuty i spróbuj ponownie.',
  }),
  'room-full': say('Ten pokój jest pełny', 'Spróbuj ponownie, gdy ktoś wyjdzie.'),
  'duplicate-identity': say(
    'Już jesteś w tej rozmowie',
    'Inna karta lub inne urządzenie jest w pokoju jako ty. Wyjdź tam, a potem dołącz tutaj.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ nom, gen, acc, blocked }) => [
      `${capital(nom)} ${blocked}`,
      `Na tej stronie odmówiono dostępu do ${gen}. Zezwól na ${acc} obok paska adresu, a potem włącz tutaj.`,
    ]),
    policy: about(devices, ({ gen }, error) => [
      `Ta strona nie może używać ${gen}`,
      `Musi na to pozwolić osoba, która ją prowadzi: przez Permissions-Policy albo ${allow(error)} na otaczającej ramce.`,
    ]),
    system: about(devices, ({ gen }) => [
      `System nie daje przeglądarce ${gen}`,
      `Zezwól przeglądarce na używanie ${gen} w ustawieniach prywatności systemu, a potem włącz tutaj.`,
    ]),
    unknown: about(devices, ({ gen }) => [
      `Brak zgody na używanie ${gen}`,
      'Zezwól obok paska adresu albo w ustawieniach prywatności systemu, a potem włącz tutaj.',
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ gen }) => [
      `Nie znaleziono ${gen}`,
      'Podłącz urządzenie, a potem włącz je tutaj. Rozmowa działa i bez niego.',
    ]),
    stays,
    { microphone: 'Tego mikrofonu już nie ma', camera: 'Tej kamery już nie ma', both: 'Tych głośników już nie ma' },
  ),
  'device-busy': orKept(
    about(devices, ({ nom, it }) => [
      `${capital(nom)} w użyciu gdzie indziej`,
      `Zamknij inny program, który ${it} zajmuje, a potem włącz tutaj.`,
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ gen }) => [
      `Utracono dostęp do ${gen}`,
      'Urządzenie odłączono albo przejął je inny program. Gdy wróci, zostanie użyte samo.',
    ]),
    'Sprawdź wyłącznik lub osłonę urządzenia, zamknij inne programy, które go używają, albo wybierz inne.',
    { microphone: 'Z mikrofonu nie dochodzi dźwięk', camera: 'Z kamery nie dochodzi obraz' },
  ),
  'screen-share-failed': orKept(
    say('Nie udało się udostępnić ekranu', 'Spróbuj ponownie albo udostępnij inne okno.'),
    'System nie przekazał dźwięku.',
    { both: 'Ekran jest udostępniany bez dźwięku' },
  ),
  'peer-unreachable': ({ relay }, name) => ({
    title: `Z tej sieci nie ma połączenia: ${name || 'uczestnik'}`,
    hint: relay ? 'Kolejne próby odbywają się same.' : 'Pomógłby serwer TURN.',
  }),
  'relay-required': say(
    'Brakuje serwera TURN',
    'Strona chce przekazywać wszystkie połączenia i musi podać do tego serwer TURN w ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'Nie można odczytać serwerów ICE strony',
      'ice-servers musi być tablicą JSON, np. [{"urls": "stun:stun.example.com"}].',
    ),
    'Pomoc dla trudnych sieci nie nadeszła',
    'Rozmowa trwa bez niej. Nie każdy może być osiągalny.',
    'Bez niej rozmowa nie może się zacząć. Spróbuj ponownie za chwilę.',
  ),
  'message-invalid': say('Tej wiadomości nie można wysłać', 'Wiadomość ma od 1 do 5000 znaków.'),
  'message-undecryptable': say('Nie udało się otworzyć wiadomości', 'Napisano ją z innym hasłem.'),
  'file-rejected': say('Tego pliku nie można wysłać', 'Jest za duży albo takich się tu nie przyjmuje.'),
  'file-failed': say('Plik nie dotarł', 'Wyślij go ponownie.'),
  'not-joined': say('Nie jesteś w rozmowie', 'Najpierw dołącz.'),
  aborted: say('Dołączanie przerwano', 'Możesz dołączyć, kiedy zechcesz.'),
  protocol: say('Serwer i ta strona się nie rozumieją', 'Jedno z nich może być nieaktualne. Wczytaj stronę ponownie.'),
  internal: say(
    'Ta strona popełniła błąd',
    'Spróbuj ponownie albo wczytaj stronę na nowo. Szczegóły pomogą go naprawić.',
  ),
};
