import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';

const { plural, number } = createFormat('de');

/** By itself, and with its article where it is what is used. */
export const devices = {
  microphone: { name: 'Mikrofon', the: 'das Mikrofon' },
  camera: { name: 'Kamera', the: 'die Kamera' },
  both: { name: 'Kamera oder Mikrofon', the: 'Kamera und Mikrofon' },
} satisfies Devices<{ name: string; the: string }>;

const stays = 'Es bleibt beim bisherigen Gerät.';

export const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    'Dieser Browser kann keine Videoanrufe',
    'Bitte den Browser aktualisieren oder die Seite in Chrome oder Edge 120, Firefox 125, Safari 17.4 oder neuer öffnen.',
  ),
  'insecure-context': say(
    'Diese Seite ist nicht sicher',
    'Kamera und Mikrofon geben Browser nur sicheren Seiten. Bitte mit https:// am Anfang öffnen.',
  ),
  'room-missing': say('Noch ist kein Raum gewählt', 'Die Seite muss ihn in ihrem Attribut room nennen.'),
  'room-invalid': say('Dieser Raumname geht nicht', 'Ein Raumname hat 1 bis 128 Zeichen.'),
  'server-invalid': orLater(
    say(
      'Die Adresse des Meeting-Servers fehlt oder stimmt nicht',
      'Die Seite muss sie in „server“ angeben, und sie muss mit https:// oder wss:// beginnen.',
    ),
    'Unter dieser Adresse gibt es keinen Meeting-Server',
    'Gleich noch einmal versuchen. Hilft das nicht, bitte den Betreibern der Seite Bescheid sagen.',
  ),
  'token-missing': say('Nicht angemeldet', 'Die Seite hat kein Token übergeben. Neu laden oder dort neu anmelden.'),
  'token-malformed': say(
    'Die Anmeldung ist nicht lesbar',
    'Was die Seite als Token übergeben hat, ist keines. Wer sie betreibt, muss danach sehen.',
  ),
  'token-expired': say(
    'Die Anmeldung ist abgelaufen',
    'Seite neu laden oder dort neu anmelden. Hilft das nicht, bitte die Uhr dieses Geräts prüfen.',
  ),
  'token-rejected': say('Der Server nimmt die Anmeldung nicht an', 'Seite neu laden oder dort neu anmelden.'),
  'sign-in-failed': say(
    'Die Anmeldung hat nicht geklappt',
    'Einen anderen Namen mit höchstens 32 Zeichen nehmen oder es gleich noch einmal versuchen.',
  ),
  'origin-refused': say(
    'Der Meeting-Server nimmt von dieser Seite keine Anrufe an',
    'Wer den Server betreibt, muss die Adresse dieser Seite dort erlauben.',
  ),
  offline: say(
    'Keine Internetverbindung',
    'Bitte das Netzwerk prüfen. Der Anruf geht weiter, sobald es wieder da ist.',
  ),
  'server-unreachable': say(
    'Der Meeting-Server ist nicht erreichbar',
    'Vielleicht ist er ausgefallen, oder das Netzwerk sperrt ihn. Bitte gleich noch einmal versuchen.',
  ),
  'server-closed': say('Der Meeting-Server hat die Verbindung beendet', 'Bitte gleich noch einmal versuchen.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'Der Meeting-Server ist überlastet',
    hint: retryAfter
      ? `Er bittet um ${plural(Math.ceil(retryAfter), { one: '1 Sekunde', other: `${number(Math.ceil(retryAfter))} Sekunden` })} Geduld. Danach noch einmal versuchen.`
      : 'Bitte eine halbe Minute warten und noch einmal versuchen.',
  }),
  'room-full': say('Dieser Raum ist voll', 'Bitte noch einmal versuchen, wenn jemand gegangen ist.'),
  'duplicate-identity': say(
    'Schon in diesem Anruf',
    'Ein anderer Tab oder ein anderes Gerät ist mit dieser Anmeldung im Raum. Bitte dort verlassen und dann hier teilnehmen.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ name, the }) => [
      `${name} blockiert`,
      `Auf dieser Seite wurde ${the} abgelehnt. Neben der Adresszeile erlauben, dann hier einschalten.`,
    ]),
    policy: about(devices, ({ name }, error) => [
      `${name} auf dieser Seite nicht erlaubt`,
      `Wer die Seite betreibt, muss es erlauben: mit Permissions-Policy oder mit ${allow(error)} am Frame darum.`,
    ]),
    system: about(devices, ({ name, the }) => [
      `${name} vom System gesperrt`,
      `In den Datenschutz-Einstellungen des Systems ${the} für den Browser erlauben, dann hier einschalten.`,
    ]),
    unknown: about(devices, ({ name }) => [
      `${name} hier nicht erlaubt`,
      'Neben der Adresszeile oder in den Datenschutz-Einstellungen des Systems erlauben, dann hier einschalten.',
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ name }) => [
      `${name} nicht gefunden`,
      'Anschließen und dann hier einschalten. Der Anruf geht auch ohne.',
    ]),
    stays,
    {
      microphone: 'Dieses Mikrofon ist nicht mehr da',
      camera: 'Diese Kamera ist nicht mehr da',
      both: 'Diese Lautsprecher sind nicht mehr da',
    },
  ),
  'device-busy': orKept(
    about(devices, ({ name }) => [
      `${name} anderswo in Gebrauch`,
      'Das andere Programm schließen, dann hier einschalten.',
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ name }) => [
      `${name} nicht mehr da`,
      'Abgesteckt oder von einem anderen Programm übernommen. Sobald es wieder da ist, geht es von selbst weiter.',
    ]),
    'Schalter oder Abdeckung am Gerät prüfen, andere Programme schließen, die es benutzen, oder ein anderes wählen.',
    { microphone: 'Vom Mikrofon kommt kein Ton', camera: 'Von der Kamera kommt kein Bild' },
  ),
  'screen-share-failed': orKept(
    say('Der Bildschirm ließ sich nicht teilen', 'Noch einmal versuchen oder ein anderes Fenster teilen.'),
    'Das System gibt den Ton nicht her.',
    { both: 'Der Bildschirm wird ohne Ton geteilt' },
  ),
  'peer-unreachable': ({ relay }, name) => ({
    title: `${name || 'Jemand'} ist aus diesem Netzwerk nicht erreichbar`,
    hint: relay ? 'Es wird von selbst weiter versucht.' : 'Ein TURN-Server würde helfen.',
  }),
  'relay-required': say(
    'Ein TURN-Server fehlt',
    'Die Seite will alle Verbindungen über ein Relay und muss dafür in ice-servers einen TURN-Server angeben.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'Die ICE-Server der Seite sind nicht lesbar',
      'ice-servers muss ein JSON-Array sein wie [{"urls": "stun:stun.example.com"}].',
    ),
    'Die Hilfe für schwierige Netze ist nicht gekommen',
    'Der Anruf geht ohne sie weiter. Vielleicht sind nicht alle erreichbar.',
    'Ohne sie kann der Anruf nicht beginnen. Gleich noch einmal versuchen.',
  ),
  'message-invalid': say('Diese Nachricht lässt sich nicht senden', 'Eine Nachricht hat 1 bis 5000 Zeichen.'),
  'message-undecryptable': say(
    'Eine Nachricht ließ sich nicht öffnen',
    'Sie wurde mit einer anderen Passphrase geschrieben.',
  ),
  'file-rejected': say(
    'Diese Datei lässt sich nicht senden',
    'Sie ist zu groß oder von einer Art, die hier nicht geht.',
  ),
  'file-failed': say('Die Datei kam nicht an', 'Bitte noch einmal senden.'),
  'not-joined': say('Nicht im Anruf', 'Bitte zuerst teilnehmen.'),
  aborted: say('Die Teilnahme wurde abgebrochen', 'Sie ist jederzeit wieder möglich.'),
  protocol: say(
    'Server und Seite verstehen sich nicht',
    'Eines von beiden ist vielleicht veraltet. Bitte die Seite neu laden.',
  ),
  internal: say(
    'Diese Seite hat einen Fehler gemacht',
    'Noch einmal versuchen oder neu laden. Die Details helfen denen, die ihn beheben.',
  ),
};
