import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';
import { hostErrors } from '../hosts/de.js';
import { trustErrors } from '../trust/de.js';

const { plural, number } = createFormat('de');

/** By itself, with its article where it is what is used, with whose it is, and as a pronoun. */
export const devices = {
  microphone: { name: 'Mikrofon', the: 'das Mikrofon', your: 'dein Mikrofon', it: 'es' },
  camera: { name: 'Kamera', the: 'die Kamera', your: 'deine Kamera', it: 'sie' },
  both: {
    name: 'Kamera oder Mikrofon',
    the: 'Kamera und Mikrofon',
    your: 'deine Kamera oder dein Mikrofon',
    it: 'beides',
  },
} satisfies Devices<{ name: string; the: string; your: string; it: string }>;

const stays = 'Du verwendest weiter das bisherige Gerät.';

export const errors: Record<MeetErrorCode, Words> = {
  ...trustErrors,
  ...hostErrors,
  'unsupported-browser': say(
    'Mit diesem Browser sind keine Videoanrufe möglich',
    'Aktualisiere ihn oder öffne diese Seite in Chrome oder Edge 120, Firefox 125, Safari 17.4 oder neuer.',
  ),
  'insecure-context': say(
    'Diese Seite ist nicht sicher',
    'Browser erlauben Kamera und Mikrofon nur auf sicheren Seiten. Öffne diese Seite mit https:// am Anfang.',
  ),
  'room-missing': say('Es gibt noch keinen Raum zum Teilnehmen', 'Die Seite muss ihn in ihrem Attribut room nennen.'),
  'room-invalid': say('Dieser Raumname ist nicht möglich', 'Ein Raumname hat 1 bis 128 Zeichen.'),
  'server-invalid': orLater(
    say(
      'Die Adresse des Meeting-Servers fehlt oder stimmt nicht',
      'Die Seite muss sie in „server“ angeben, und sie muss mit https:// oder wss:// beginnen.',
    ),
    'Unter dieser Adresse gibt es keinen Meeting-Server',
    'Versuche es gleich noch einmal. Hilft das nicht, sag den Betreibern dieser Seite Bescheid.',
  ),
  'token-missing': say('Du bist nicht angemeldet', 'Lade die Seite neu oder melde dich dort noch einmal an.'),
  'token-malformed': say(
    'Deine Anmeldung ist nicht lesbar',
    'Diese Seite hat dich nicht richtig angemeldet. Bitte sag ihren Betreibern Bescheid.',
  ),
  'token-expired': say(
    'Deine Anmeldung ist abgelaufen',
    'Lade die Seite neu oder melde dich dort noch einmal an. Hilft das nicht, prüfe die Uhr deines Geräts.',
  ),
  'token-rejected': say(
    'Der Server hat deine Anmeldung nicht akzeptiert',
    'Lade die Seite neu oder melde dich dort noch einmal an.',
  ),
  'sign-in-failed': say(
    'Die Anmeldung hat nicht geklappt',
    'Versuche es mit einem anderen Namen, höchstens 32 Zeichen lang, oder gleich noch einmal.',
  ),
  'origin-refused': say(
    'Der Meeting-Server nimmt von dieser Seite keine Anrufe an',
    'Wer den Server betreibt, muss die Adresse dieser Seite dort erlauben.',
  ),
  offline: say('Du bist offline', 'Prüfe deine Internetverbindung. Der Anruf geht weiter, sobald sie wieder da ist.'),
  'server-unreachable': say(
    'Der Meeting-Server ist nicht erreichbar',
    'Vielleicht ist er ausgefallen, oder dein Netzwerk blockiert ihn. Versuche es gleich noch einmal.',
  ),
  'server-closed': say('Der Meeting-Server hat die Verbindung beendet', 'Versuche es gleich noch einmal.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'Der Meeting-Server ist überlastet',
    hint: retryAfter
      ? plural(Math.ceil(retryAfter), {
          one: 'Warte 1 Sekunde und versuche es dann noch einmal.',
          other: `Warte ${number(Math.ceil(retryAfter))} Sekunden und versuche es dann noch einmal.`,
        })
      : 'Warte eine halbe Minute und versuche es dann noch einmal.',
  }),
  'room-full': say('Dieser Raum ist voll', 'Versuche es noch einmal, wenn jemand gegangen ist.'),
  'duplicate-identity': say(
    'Du bist schon in diesem Anruf',
    'Du nimmst in einem anderen Tab oder auf einem anderen Gerät teil. Verlasse den Anruf dort und nimm dann hier teil.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ the, your, it }) => [
      `${capital(your)} ist blockiert`,
      `Du hast ${the} auf dieser Seite blockiert. Erlaube ${it} neben der Adresszeile und schalte ${it} dann hier ein.`,
    ]),
    policy: about(devices, ({ the }, error) => [
      `Diese Seite darf ${the} nicht verwenden`,
      `Wer die Seite betreibt, muss es erlauben: mit Permissions-Policy oder mit ${allow(error)} am umgebenden Frame.`,
    ]),
    system: about(devices, ({ the, it }) => [
      `Dein System blockiert ${the}`,
      `Erlaube deinem Browser in den Datenschutz-Einstellungen des Systems, ${the} zu verwenden, und schalte ${it} dann hier ein.`,
    ]),
    unknown: about(devices, ({ your, it }) => [
      `${capital(your)} ist hier nicht erlaubt`,
      `Erlaube ${it} neben der Adresszeile oder in den Datenschutz-Einstellungen des Systems und schalte ${it} dann hier ein.`,
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ name }) => [
      `${name} nicht gefunden`,
      'Schließe ein Gerät an und schalte es dann hier ein. Der Anruf geht auch ohne.',
    ]),
    stays,
    {
      microphone: 'Dieses Mikrofon ist nicht mehr da',
      camera: 'Diese Kamera ist nicht mehr da',
      both: 'Diese Lautsprecher sind nicht mehr da',
    },
  ),
  'device-busy': orKept(
    about(devices, ({ your, it }) => [
      `Eine andere App verwendet ${your}`,
      `Schließe diese App und schalte ${it} dann hier ein.`,
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ your }) => [
      `${capital(your)} wurde getrennt`,
      'Das Gerät wurde abgezogen oder von einer anderen App übernommen. Sobald es wieder da ist, verwenden wir es weiter.',
    ]),
    'Prüfe, ob das Gerät einen Schalter oder eine Abdeckung hat, schließe andere Apps, die es verwenden, oder wähle ein anderes.',
    { microphone: 'Vom Mikrofon kommt kein Ton', camera: 'Von der Kamera kommt kein Bild' },
  ),
  'screen-share-failed': orKept(
    say('Dein Bildschirm ließ sich nicht teilen', 'Versuche es noch einmal oder teile ein anderes Fenster.'),
    'Dein System hat den Ton nicht bereitgestellt.',
    { both: 'Dein Bildschirm wird ohne Ton geteilt' },
  ),
  'peer-unreachable': (_error, name) => ({
    title: `${name || 'Jemand'} ist aus diesem Netzwerk nicht erreichbar`,
    hint: 'Wir versuchen es weiter. Vielleicht klappt es in einem anderen Netzwerk oder ohne VPN.',
  }),
  'relay-required': say(
    'Der TURN-Server dieser Seite fehlt',
    'Die Seite will jede Verbindung über ein Relay leiten und muss dafür in ice-servers einen TURN-Server nennen.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'Die ICE-Server der Seite sind nicht lesbar',
      'ice-servers muss ein JSON-Array sein wie [{"urls": "stun:stun.example.com"}].',
    ),
    'Die Hilfe für schwierige Netzwerke ist nicht verfügbar',
    'Der Anruf geht ohne sie weiter. Vielleicht erreichst du nicht alle.',
    'Ohne sie kann der Anruf nicht beginnen. Versuche es gleich noch einmal.',
  ),
  'message-invalid': say('Diese Nachricht lässt sich nicht senden', 'Eine Nachricht hat 1 bis 3000 Zeichen.'),
  'message-undecryptable': say(
    'Eine Nachricht ließ sich nicht lesen',
    'Sie wurde mit einer anderen Passphrase geschrieben.',
  ),
  'file-rejected': say(
    'Diese Datei lässt sich nicht senden',
    'Sie ist zu groß, oder Dateien dieser Art sind hier nicht erlaubt.',
  ),
  'file-failed': say('Die Datei ist nicht angekommen', 'Sende sie noch einmal.'),
  'not-joined': say('Du bist nicht im Anruf', 'Nimm zuerst teil.'),
  aborted: say('Die Teilnahme wurde abgebrochen', 'Du kannst jederzeit wieder teilnehmen.'),
  protocol: say(
    'Der Server und diese Seite verstehen sich nicht',
    'Vielleicht ist eins von beiden veraltet. Lade die Seite neu.',
  ),
  internal: say(
    'Auf dieser Seite ist ein Fehler aufgetreten',
    'Versuche es noch einmal oder lade die Seite neu. Die Details helfen denen, die ihn beheben.',
  ),
};
