import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';
import { hostErrors } from '../hosts/pl.js';
import { trustErrors } from '../trust/pl.js';

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
  ...trustErrors,
  ...hostErrors,
  'unsupported-browser': say(
    'Ta przeglądarka nie obsługuje wideorozmów',
    'Zaktualizuj ją lub otwórz tę stronę w Chrome lub Edge 120, Firefoksie 125, Safari 17.4 albo nowszej wersji.',
  ),
  'insecure-context': say(
    'Ta strona nie jest bezpieczna',
    'Przeglądarki udostępniają kamerę i mikrofon tylko bezpiecznym stronom. Otwórz ją z https:// na początku.',
  ),
  'room-missing': say('Nie ma jeszcze pokoju, do którego można dołączyć', 'Strona musi podać go w atrybucie room.'),
  'room-invalid': say('Tej nazwy pokoju nie można użyć', 'Nazwa pokoju ma od 1 do 128 znaków.'),
  'server-invalid': orLater(
    say(
      'Brak adresu serwera spotkań lub adres jest błędny',
      'Strona musi podać go w „server”, a adres musi zaczynać się od https:// lub wss://.',
    ),
    'Pod tym adresem nie ma serwera spotkań',
    'Spróbuj ponownie za chwilę. Jeśli to nie pomoże, powiadom osobę prowadzącą tę stronę.',
  ),
  'token-missing': say('Nie zalogowano cię', 'Odśwież stronę albo zaloguj się na niej jeszcze raz.'),
  'token-malformed': say(
    'Nie można odczytać twojego logowania',
    'Ta strona nie zalogowała cię poprawnie. Powiadom osobę, która ją prowadzi.',
  ),
  'token-expired': say(
    'Twoje logowanie wygasło',
    'Odśwież stronę albo zaloguj się na niej jeszcze raz. Jeśli to nie pomoże, sprawdź zegar urządzenia.',
  ),
  'token-rejected': say('Serwer nie przyjął twojego logowania', 'Odśwież stronę albo zaloguj się na niej jeszcze raz.'),
  'sign-in-failed': say('Nie udało się zalogować', 'Podaj inne imię, do 32 znaków, albo spróbuj ponownie za chwilę.'),
  'origin-refused': say(
    'Serwer spotkań nie przyjmuje rozmów z tej strony',
    'Osoba prowadząca serwer musi dodać adres tej strony do dozwolonych.',
  ),
  offline: say('Brak połączenia z internetem', 'Sprawdź połączenie. Rozmowa zostanie wznowiona, gdy wróci.'),
  'server-unreachable': say(
    'Nie można połączyć się z serwerem spotkań',
    'Może nie działać albo blokuje go twoja sieć. Spróbuj ponownie za chwilę.',
  ),
  'server-closed': say('Serwer spotkań zakończył połączenie', 'Spróbuj ponownie za chwilę.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'Serwer spotkań jest zajęty',
    hint: retryAfter
      ? plural(Math.ceil(retryAfter), {
          one: 'Odczekaj 1 sekundę i spróbuj ponownie.',
          few: `Odczekaj ${number(Math.ceil(retryAfter))} sekundy i spróbuj ponownie.`,
          many: `Odczekaj ${number(Math.ceil(retryAfter))} sekund i spróbuj ponownie.`,
          other: `Odczekaj ${number(Math.ceil(retryAfter))} sekundy i spróbuj ponownie.`,
        })
      : 'Odczekaj pół minuty i spróbuj ponownie.',
  }),
  'room-full': say('Ten pokój jest pełny', 'Spróbuj ponownie, gdy ktoś wyjdzie.'),
  'duplicate-identity': say(
    'Już jesteś w tej rozmowie',
    'Uczestniczysz w niej w innej karcie lub na innym urządzeniu. Najpierw opuść ją tam, a potem dołącz tutaj.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ nom, gen, acc, blocked, it }) => [
      `${capital(nom)} ${blocked}`,
      `Na tej stronie zablokowano ${acc}. Zezwól na dostęp do ${gen} obok paska adresu, a potem włącz ${it} tutaj.`,
    ]),
    policy: about(devices, ({ gen }, error) => [
      `Ta strona nie może używać ${gen}`,
      `Musi na to pozwolić osoba, która ją prowadzi: przez Permissions-Policy albo ${allow(error)} na otaczającej ramce.`,
    ]),
    system: about(devices, ({ acc, gen, it }) => [
      `System blokuje ${acc}`,
      `Zezwól przeglądarce na używanie ${gen} w ustawieniach prywatności systemu, a potem włącz ${it} tutaj.`,
    ]),
    unknown: about(devices, ({ gen, it }) => [
      `Brak zgody na używanie ${gen}`,
      `Zezwól na to obok paska adresu albo w ustawieniach prywatności systemu, a potem włącz ${it} tutaj.`,
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
    about(devices, ({ gen, it }) => [
      `Inna aplikacja używa ${gen}`,
      `Zamknij tę aplikację, a potem włącz ${it} tutaj.`,
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ acc }) => [
      `Odłączono ${acc}`,
      'Urządzenie odłączono albo przejęła je inna aplikacja. Gdy wróci, znów go użyjemy.',
    ]),
    'Sprawdź wyłącznik lub osłonę urządzenia, zamknij inne aplikacje, które go używają, albo wybierz inne.',
    { microphone: 'Z mikrofonu nie dochodzi dźwięk', camera: 'Z kamery nie dochodzi obraz' },
  ),
  'screen-share-failed': orKept(
    say('Nie udało się udostępnić ekranu', 'Spróbuj ponownie albo udostępnij inne okno.'),
    'System nie przekazał dźwięku.',
    { both: 'Ekran jest udostępniany bez dźwięku' },
  ),
  'peer-unreachable': (_error, name) => ({
    title: name ? `${name}: nie można się połączyć w tej sieci` : 'Z jedną osobą nie można się połączyć w tej sieci',
    hint: 'Nadal próbujemy. Może pomóc inna sieć lub wyłączenie VPN.',
  }),
  'relay-required': say(
    'Brakuje serwera TURN tej strony',
    'Strona wymaga, by wszystkie połączenia szły przez przekaźnik, więc musi podać serwer TURN w ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'Nie można odczytać serwerów ICE tej strony',
      'ice-servers musi być tablicą JSON, np. [{"urls": "stun:stun.example.com"}].',
    ),
    'Nie udało się uzyskać pomocy dla trudnych sieci',
    'Rozmowa trwa bez niej. Z niektórymi osobami połączenie może się nie udać.',
    'Bez niej rozmowa nie może się zacząć. Spróbuj ponownie za chwilę.',
  ),
  'message-invalid': say('Tej wiadomości nie można wysłać', 'Wiadomość ma od 1 do 3000 znaków.'),
  'message-undecryptable': say('Nie udało się odczytać wiadomości', 'Napisano ją z innym hasłem.'),
  'file-rejected': say('Tego pliku nie można wysłać', 'Jest za duży albo pliki tego rodzaju nie są tu przyjmowane.'),
  'file-failed': say('Plik nie dotarł', 'Wyślij go ponownie.'),
  'not-joined': say('Nie jesteś w rozmowie', 'Najpierw dołącz.'),
  aborted: say('Anulowano dołączanie', 'Możesz dołączyć ponownie, kiedy zechcesz.'),
  protocol: say('Serwer i ta strona nie rozumieją się nawzajem', 'Jedno z nich może być nieaktualne. Odśwież stronę.'),
  internal: say(
    'Na tej stronie wystąpił problem',
    'Spróbuj ponownie albo odśwież stronę. Szczegóły pomogą go naprawić.',
  ),
};
