import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';

const { plural, number } = createFormat('nl');

/** By itself, and with its article. */
export const devices = {
  microphone: { name: 'microfoon', the: 'de microfoon' },
  camera: { name: 'camera', the: 'de camera' },
  both: { name: 'camera of microfoon', the: 'de camera of microfoon' },
} satisfies Devices<{ name: string; the: string }>;

const stays = 'Wat in gebruik was, blijft in gebruik.';

export const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    'Deze browser kan niet videobellen',
    'Werk hem bij of open deze pagina in Chrome of Edge 120, Firefox 125, Safari 17.4 of nieuwer.',
  ),
  'insecure-context': say(
    'Deze pagina is niet beveiligd',
    'Browsers geven camera en microfoon alleen aan beveiligde pagina’s. Open haar met https:// ervoor.',
  ),
  'room-missing': say('Er is nog geen ruimte', 'De pagina moet die noemen in haar attribuut room.'),
  'room-invalid': say('Deze naam kan niet voor een ruimte', 'De naam van een ruimte heeft 1 tot 128 tekens.'),
  'server-invalid': orLater(
    say(
      'Het adres van de vergaderserver ontbreekt of klopt niet',
      'De pagina moet het in ‘server’ geven, en het moet beginnen met https:// of wss://.',
    ),
    'Op dit adres is geen vergaderserver',
    'Probeer het zo nog eens. Helpt dat niet, laat het dan weten aan wie de pagina beheert.',
  ),
  'token-missing': say('Je bent niet ingelogd', 'De pagina gaf geen token. Laad haar opnieuw of log daar opnieuw in.'),
  'token-malformed': say(
    'Je inlog is niet te lezen',
    'Wat de pagina als token gaf, is er geen. Wie de pagina beheert, moet ernaar kijken.',
  ),
  'token-expired': say(
    'Je inlog is verlopen',
    'Laad de pagina opnieuw of log daar opnieuw in. Helpt dat niet, kijk dan naar de klok van je apparaat.',
  ),
  'token-rejected': say('De server accepteert je inlog niet', 'Laad de pagina opnieuw of log daar opnieuw in.'),
  'sign-in-failed': say(
    'Inloggen is niet gelukt',
    'Probeer een andere naam, van hoogstens 32 tekens, of probeer het zo nog eens.',
  ),
  'origin-refused': say(
    'De vergaderserver neemt geen gesprekken aan van deze pagina',
    'Wie de server beheert, moet het adres van deze pagina daar toestaan.',
  ),
  offline: say('Je bent offline', 'Kijk naar je netwerk. Het gesprek komt daarmee terug.'),
  'server-unreachable': say(
    'De vergaderserver is niet bereikbaar',
    'Misschien ligt hij eruit of blokkeert je netwerk hem. Probeer het zo nog eens.',
  ),
  'server-closed': say('De vergaderserver heeft de verbinding beëindigd', 'Probeer het zo nog eens.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'De vergaderserver heeft het druk',
    hint: retryAfter
      ? `Hij vraagt ${plural(Math.ceil(retryAfter), { one: '1 seconde', other: `${number(Math.ceil(retryAfter))} seconden` })} te wachten. Probeer het daarna nog eens.`
      : 'Wacht een halve minuut en probeer het nog eens.',
  }),
  'room-full': say('Deze ruimte is vol', 'Probeer het nog eens als er iemand weg is.'),
  'duplicate-identity': say(
    'Je bent al in dit gesprek',
    'Een ander tabblad of apparaat is in de ruimte als jij. Ga daar weg en doe dan hier mee.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ name, the }) => [
      `Je ${name} is geblokkeerd`,
      `Je hebt ${the} op deze pagina geweigerd. Sta die toe naast de adresbalk en zet die dan hier aan.`,
    ]),
    policy: about(devices, ({ the }, error) => [
      `Deze pagina mag ${the} niet gebruiken`,
      `Wie de pagina beheert, moet het toestaan: met Permissions-Policy of met ${allow(error)} op het frame eromheen.`,
    ]),
    system: about(devices, ({ the }) => [
      `Je systeem geeft ${the} niet aan de browser`,
      `Sta je browser toe ${the} te gebruiken in de privacy-instellingen van het systeem en zet die dan hier aan.`,
    ]),
    unknown: about(devices, ({ the }) => [
      `${capital(the)} is hier niet toegestaan`,
      'Sta die toe naast de adresbalk of in de privacy-instellingen van het systeem en zet die dan hier aan.',
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ name }) => [
      `Geen ${name} gevonden`,
      'Sluit er een aan en zet die dan hier aan. Het gesprek werkt ook zonder.',
    ]),
    stays,
    {
      microphone: 'Die microfoon is er niet meer',
      camera: 'Die camera is er niet meer',
      both: 'Die luidsprekers zijn er niet meer',
    },
  ),
  'device-busy': orKept(
    about(devices, ({ name }) => [
      `${capital(name)} is elders in gebruik`,
      'Sluit het andere programma dat die gebruikt en zet die dan hier aan.',
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ name }) => [
      `Je ${name} is weg`,
      'Losgekoppeld, of door een ander programma overgenomen. Zodra die terug is, gaat het vanzelf verder.',
    ]),
    'Kijk of er een schakelaar of klepje op het apparaat zit, sluit andere programma’s die het gebruiken, of kies een ander.',
    { microphone: 'Er komt geen geluid van de microfoon', camera: 'Er komt geen beeld van de camera' },
  ),
  'screen-share-failed': orKept(
    say('Het scherm kon niet worden gedeeld', 'Probeer het nog eens of deel een ander venster.'),
    'Het systeem gaf het geluid niet.',
    { both: 'Je scherm wordt zonder geluid gedeeld' },
  ),
  'peer-unreachable': ({ relay }, name) => ({
    title: `${name || 'Iemand'} is niet bereikbaar vanaf dit netwerk`,
    hint: relay ? 'Er wordt vanzelf opnieuw geprobeerd.' : 'Een TURN-server zou helpen.',
  }),
  'relay-required': say(
    'Er ontbreekt een TURN-server',
    'De pagina wil alle verbindingen via een relay en moet daarvoor een TURN-server geven in ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'De ICE-servers van de pagina zijn niet te lezen',
      'ice-servers moet een JSON-array zijn zoals [{"urls": "stun:stun.example.com"}].',
    ),
    'De hulp voor lastige netwerken kwam niet',
    'Het gesprek gaat zonder verder. Misschien is niet iedereen bereikbaar.',
    'Zonder kan het gesprek niet beginnen. Probeer het zo nog eens.',
  ),
  'message-invalid': say('Dit bericht kan niet worden verstuurd', 'Een bericht heeft 1 tot 5000 tekens.'),
  'message-undecryptable': say(
    'Een bericht kon niet worden geopend',
    'Het is met een andere wachtwoordzin geschreven.',
  ),
  'file-rejected': say('Dit bestand kan niet worden verstuurd', 'Het is te groot of van een soort die hier niet kan.'),
  'file-failed': say('Het bestand is niet aangekomen', 'Verstuur het nog eens.'),
  'not-joined': say('Je bent niet in het gesprek', 'Doe eerst mee.'),
  aborted: say('Deelnemen is afgebroken', 'Je kunt meedoen wanneer je wilt.'),
  protocol: say(
    'De server en deze pagina begrijpen elkaar niet',
    'Een van beide is misschien verouderd. Laad de pagina opnieuw.',
  ),
  internal: say(
    'Deze pagina heeft een fout gemaakt',
    'Probeer het nog eens of laad de pagina opnieuw. De details helpen wie het oplost.',
  ),
};
