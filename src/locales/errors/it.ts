import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';

const { plural, number } = createFormat('it');

/** By itself, and with its article; `end` is that of what is said about it. */
export const devices = {
  microphone: { name: 'microfono', the: 'il microfono', end: 'o' },
  camera: { name: 'videocamera', the: 'la videocamera', end: 'a' },
  both: { name: 'videocamera o microfono', the: 'la videocamera o il microfono', end: 'o' },
} satisfies Devices<{ name: string; the: string; end: string }>;

const stays = 'Resta in uso il dispositivo di prima.';

export const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    'Questo browser non fa videochiamate',
    'Aggiornalo o apri questa pagina in Chrome o Edge 120, Firefox 125, Safari 17.4 o più recenti.',
  ),
  'insecure-context': say(
    'Questa pagina non è sicura',
    'I browser danno videocamera e microfono solo a pagine sicure. Aprila con https:// davanti.',
  ),
  'room-missing': say('Non c’è ancora una stanza', 'La pagina deve indicarla nel suo attributo room.'),
  'room-invalid': say('Questo nome di stanza non va bene', 'Il nome di una stanza ha da 1 a 128 caratteri.'),
  'server-invalid': orLater(
    say(
      'L’indirizzo del server delle riunioni manca o è sbagliato',
      'La pagina deve indicarlo in «server», e deve iniziare con https:// o wss://.',
    ),
    'A questo indirizzo non c’è un server delle riunioni',
    'Riprova tra un momento. Se non basta, avvisa chi gestisce la pagina.',
  ),
  'token-missing': say('Non hai effettuato l’accesso', 'La pagina non ha dato un token. Ricaricala o accedi di nuovo.'),
  'token-malformed': say(
    'Il tuo accesso non è leggibile',
    'Quello che la pagina ha dato non è un token. Deve occuparsene chi la gestisce.',
  ),
  'token-expired': say(
    'Il tuo accesso è scaduto',
    'Ricarica la pagina o accedi di nuovo. Se non basta, controlla l’orologio del dispositivo.',
  ),
  'token-rejected': say('Il server non ha accettato il tuo accesso', 'Ricarica la pagina o accedi di nuovo.'),
  'sign-in-failed': say(
    'L’accesso non è riuscito',
    'Prova un altro nome, al massimo di 32 caratteri, o riprova tra un momento.',
  ),
  'origin-refused': say(
    'Il server non accetta chiamate da questa pagina',
    'Chi lo gestisce deve aggiungere l’indirizzo di questa pagina a quelli ammessi.',
  ),
  offline: say('Sei offline', 'Controlla la rete. La chiamata torna con lei.'),
  'server-unreachable': say(
    'Il server delle riunioni non è raggiungibile',
    'Forse è fermo, o la tua rete lo blocca. Riprova tra un momento.',
  ),
  'server-closed': say('Il server delle riunioni ha chiuso la connessione', 'Riprova tra un momento.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'Il server delle riunioni è occupato',
    hint: retryAfter
      ? `Chiede di aspettare ${plural(Math.ceil(retryAfter), { one: '1 secondo', other: `${number(Math.ceil(retryAfter))} secondi` })}. Poi riprova.`
      : 'Aspetta mezzo minuto, poi riprova.',
  }),
  'room-full': say('Questa stanza è piena', 'Riprova quando qualcuno è uscito.'),
  'duplicate-identity': say(
    'Sei già in questa chiamata',
    'Un’altra scheda o un altro dispositivo è nella stanza al posto tuo. Esci da lì, poi entra qui.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ name, the, end }) => [
      `${capital(name)} bloccat${end}`,
      `Su questa pagina hai negato ${the}. Concedi il permesso accanto alla barra degli indirizzi, poi attiva qui.`,
    ]),
    policy: about(devices, ({ the }, error) => [
      `Questa pagina non può usare ${the}`,
      `Deve permetterlo chi la gestisce: con Permissions-Policy o con ${allow(error)} sul frame che la contiene.`,
    ]),
    system: about(devices, ({ name, the, end }) => [
      `${capital(name)} bloccat${end} dal sistema`,
      `Permetti al browser di usare ${the} nelle impostazioni di privacy del sistema, poi attiva qui.`,
    ]),
    unknown: about(devices, ({ name, end }) => [
      `${capital(name)} non permess${end} qui`,
      'Concedi il permesso accanto alla barra degli indirizzi o nelle impostazioni di privacy del sistema, poi attiva qui.',
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ name, end }) => [
      `${capital(name)} non trovat${end}`,
      'Collegane uno, poi attiva qui. La chiamata funziona anche senza.',
    ]),
    stays,
    {
      microphone: 'Quel microfono non c’è più',
      camera: 'Quella videocamera non c’è più',
      both: 'Quegli altoparlanti non ci sono più',
    },
  ),
  'device-busy': orKept(
    about(devices, ({ name }) => [`${capital(name)} in uso altrove`, 'Chiudi l’altro programma, poi attiva qui.']),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ name, end }) => [
      `${capital(name)} scollegat${end}`,
      'Forse è stato un altro programma. Torna in uso da sé appena è di nuovo disponibile.',
    ]),
    'Controlla se il dispositivo ha un interruttore o una copertura, chiudi gli altri programmi che lo usano o scegline un altro.',
    { microphone: 'Dal microfono non arriva audio', camera: 'Dalla videocamera non arrivano immagini' },
  ),
  'screen-share-failed': orKept(
    say('Non è stato possibile condividere lo schermo', 'Riprova o condividi un’altra finestra.'),
    'Il sistema non ha dato l’audio.',
    { both: 'Lo schermo è condiviso senza audio' },
  ),
  'peer-unreachable': ({ relay }, name) => ({
    title: `${name || 'Qualcuno'} non è raggiungibile da questa rete`,
    hint: relay ? 'Il tentativo si ripete da sé.' : 'Un server TURN aiuterebbe.',
  }),
  'relay-required': say(
    'Manca un server TURN',
    'La pagina vuole tutte le connessioni tramite relay e deve dare per questo un server TURN in ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'I server ICE della pagina non sono leggibili',
      'ice-servers deve essere un array JSON come [{"urls": "stun:stun.example.com"}].',
    ),
    'L’aiuto per le reti difficili non è arrivato',
    'La chiamata continua senza. Forse non tutti saranno raggiungibili.',
    'La chiamata non può iniziare senza. Riprova tra un momento.',
  ),
  'message-invalid': say('Questo messaggio non si può inviare', 'Un messaggio ha da 1 a 5000 caratteri.'),
  'message-undecryptable': say('Non è stato possibile aprire un messaggio', 'È scritto con un’altra passphrase.'),
  'file-rejected': say('Questo file non si può inviare', 'È troppo grande o di un tipo che qui non è ammesso.'),
  'file-failed': say('Il file non è arrivato', 'Invialo di nuovo.'),
  'not-joined': say('Non sei nella chiamata', 'Prima partecipa.'),
  aborted: say('Ingresso annullato', 'Puoi partecipare di nuovo quando vuoi.'),
  protocol: say(
    'Il server e questa pagina non si capiscono',
    'Uno dei due potrebbe non essere aggiornato. Ricarica la pagina.',
  ),
  internal: say(
    'Questa pagina ha fatto un errore',
    'Riprova o ricarica la pagina. I dettagli aiutano chi lo corregge.',
  ),
};
