import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';
import { hostErrors } from '../hosts/nl.js';
import { trustErrors } from '../trust/nl.js';

const { plural, number } = createFormat('nl');

/** By itself, and with its article. */
export const devices = {
  microphone: { name: 'microfoon', the: 'de microfoon' },
  camera: { name: 'camera', the: 'de camera' },
  both: { name: 'camera of microfoon', the: 'de camera of microfoon' },
} satisfies Devices<{ name: string; the: string }>;

const stays = 'Je gebruikt nog het vorige apparaat.';

export const errors: Record<MeetErrorCode, Words> = {
  ...trustErrors,
  ...hostErrors,
  'unsupported-browser': say(
    'Deze browser kan niet videobellen',
    'Werk hem bij of open deze pagina in Chrome of Edge 120, Firefox 125, Safari 17.4 of nieuwer.',
  ),
  'insecure-context': say(
    'Deze pagina is niet beveiligd',
    'Browsers staan camera en microfoon alleen toe op beveiligde pagina’s. Open deze pagina met https:// ervoor.',
  ),
  'room-missing': say('Er is nog geen ruimte om aan deel te nemen', 'De pagina moet die noemen in het attribuut room.'),
  'room-invalid': say(
    'Deze naam kan niet worden gebruikt voor een ruimte',
    'De naam van een ruimte heeft 1 tot 128 tekens.',
  ),
  'server-invalid': orLater(
    say(
      'Het adres van de vergaderserver ontbreekt of klopt niet',
      'De pagina moet het opgeven in ‘server’, en het moet beginnen met https:// of wss://.',
    ),
    'Op dit adres is geen vergaderserver',
    'Probeer het zo opnieuw. Helpt dat niet, laat het dan weten aan wie deze pagina beheert.',
  ),
  'token-missing': say('Je bent niet ingelogd', 'Laad de pagina opnieuw of log daar opnieuw in.'),
  'token-malformed': say(
    'Je login kan niet worden gelezen',
    'Deze pagina heeft je niet goed ingelogd. Laat het weten aan wie de pagina beheert.',
  ),
  'token-expired': say(
    'Je login is verlopen',
    'Laad de pagina opnieuw of log daar opnieuw in. Helpt dat niet, controleer dan de klok van je apparaat.',
  ),
  'token-rejected': say('De server accepteerde je login niet', 'Laad de pagina opnieuw of log daar opnieuw in.'),
  'sign-in-failed': say(
    'Inloggen is niet gelukt',
    'Probeer een andere naam, van hoogstens 32 tekens, of probeer het zo opnieuw.',
  ),
  'origin-refused': say(
    'De vergaderserver neemt geen gesprekken aan van deze pagina',
    'Wie de server beheert, moet het adres van deze pagina toestaan.',
  ),
  offline: say(
    'Je bent offline',
    'Controleer je internetverbinding. Het gesprek gaat verder zodra je verbinding terug is.',
  ),
  'server-unreachable': say(
    'De vergaderserver is niet bereikbaar',
    'Misschien ligt hij eruit of blokkeert je netwerk hem. Probeer het zo opnieuw.',
  ),
  'server-closed': say('De vergaderserver heeft de verbinding verbroken', 'Probeer het zo opnieuw.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'De vergaderserver heeft het druk',
    hint: retryAfter
      ? plural(Math.ceil(retryAfter), {
          one: 'Wacht 1 seconde en probeer het opnieuw.',
          other: `Wacht ${number(Math.ceil(retryAfter))} seconden en probeer het opnieuw.`,
        })
      : 'Wacht een halve minuut en probeer het opnieuw.',
  }),
  'room-full': say('Deze ruimte is vol', 'Probeer het opnieuw als er iemand weg is.'),
  'duplicate-identity': say(
    'Je bent al in dit gesprek',
    'Je neemt deel in een ander tabblad of op een ander apparaat. Verlaat het gesprek daar eerst en neem dan hier deel.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ name, the }) => [
      `Je ${name} is geblokkeerd`,
      `Je hebt ${the} op deze pagina geblokkeerd. Sta hem toe naast de adresbalk en zet hem dan hier aan.`,
    ]),
    policy: about(devices, ({ the }, error) => [
      `Deze pagina mag ${the} niet gebruiken`,
      `Wie de pagina beheert, moet het toestaan: met Permissions-Policy of met ${allow(error)} op het frame eromheen.`,
    ]),
    system: about(devices, ({ the }) => [
      `Je systeem blokkeert ${the}`,
      `Geef je browser toegang tot ${the} in de privacyinstellingen van het systeem en zet hem dan hier aan.`,
    ]),
    unknown: about(devices, ({ the }) => [
      `${capital(the)} is hier niet toegestaan`,
      'Sta hem toe naast de adresbalk of in de privacyinstellingen van het systeem en zet hem dan hier aan.',
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
      `Een andere app gebruikt je ${name}`,
      `Sluit die app en zet je ${name} dan hier aan.`,
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ name }) => [
      `Je ${name} is losgekoppeld`,
      'De stekker is eruit of een andere app heeft het apparaat overgenomen. Zodra het terug is, gebruiken we het weer.',
    ]),
    'Kijk of er een schakelaar of klepje op het apparaat zit, sluit andere apps die het gebruiken, of kies een ander.',
    { microphone: 'Er komt geen geluid van de microfoon', camera: 'Er komt geen beeld van de camera' },
  ),
  'screen-share-failed': orKept(
    say('Je scherm kon niet worden gedeeld', 'Probeer het opnieuw of deel een ander venster.'),
    'Je systeem gaf het geluid niet door.',
    { both: 'Je scherm wordt zonder geluid gedeeld' },
  ),
  'peer-unreachable': (_error, name) => ({
    title: `${name || 'Iemand'} is niet bereikbaar vanaf dit netwerk`,
    hint: 'We blijven het proberen. Misschien lukt het op een ander netwerk of zonder VPN.',
  }),
  'relay-required': say(
    'De TURN-server van deze pagina ontbreekt',
    'De pagina wil alle verbindingen via een relay en moet daarom een TURN-server opgeven in ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'De ICE-servers van de pagina kunnen niet worden gelezen',
      'ice-servers moet een JSON-array zijn zoals [{"urls": "stun:stun.example.com"}].',
    ),
    'Geen hulp gekregen voor lastige netwerken',
    'Het gesprek gaat zonder die hulp door. Misschien is niet iedereen bereikbaar.',
    'Zonder die hulp kan het gesprek niet beginnen. Probeer het zo opnieuw.',
  ),
  'message-invalid': say('Dit bericht kan niet worden verstuurd', 'Een bericht heeft 1 tot 3000 tekens.'),
  'message-undecryptable': say(
    'Een bericht kon niet worden gelezen',
    'Het is met een andere wachtwoordzin geschreven.',
  ),
  'file-rejected': say(
    'Dit bestand kan niet worden verstuurd',
    'Het is te groot, of dit soort bestand wordt hier niet geaccepteerd.',
  ),
  'file-failed': say('Het bestand is niet aangekomen', 'Verstuur het opnieuw.'),
  'not-joined': say('Je bent niet in het gesprek', 'Neem eerst deel.'),
  aborted: say('Deelnemen is geannuleerd', 'Je kunt opnieuw deelnemen wanneer je wilt.'),
  protocol: say(
    'De server en deze pagina begrijpen elkaar niet',
    'Een van beide is misschien verouderd. Laad de pagina opnieuw.',
  ),
  internal: say(
    'Er is een probleem met deze pagina',
    'Probeer het opnieuw of laad de pagina opnieuw. De details helpen wie het oplost.',
  ),
};
