import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';
import { hostErrors } from '../hosts/it.js';
import { trustErrors } from '../trust/it.js';

const { plural, number } = createFormat('it');

/** By itself, with its article, and with whose it is; `end` is that of what is said about it. */
export const devices = {
  microphone: { name: 'microfono', the: 'il microfono', your: 'il tuo microfono', end: 'o' },
  camera: { name: 'videocamera', the: 'la videocamera', your: 'la tua videocamera', end: 'a' },
  both: {
    name: 'videocamera o microfono',
    the: 'la videocamera o il microfono',
    your: 'la tua videocamera o il tuo microfono',
    end: 'o',
  },
} satisfies Devices<{ name: string; the: string; your: string; end: string }>;

const stays = 'Stai ancora usando il dispositivo di prima.';

export const errors: Record<MeetErrorCode, Words> = {
  ...trustErrors,
  ...hostErrors,
  'unsupported-browser': say(
    'Questo browser non supporta le videochiamate',
    'Aggiornalo o apri questa pagina in Chrome o Edge 120, Firefox 125, Safari 17.4 o versioni più recenti.',
  ),
  'insecure-context': say(
    'Questa pagina non è sicura',
    'I browser consentono videocamera e microfono solo sulle pagine sicure. Aprila con https:// davanti.',
  ),
  'room-missing': say('Non c’è ancora una stanza in cui entrare', 'La pagina deve indicarla nel suo attributo room.'),
  'room-invalid': say('Questo nome di stanza non è valido', 'Il nome di una stanza ha da 1 a 128 caratteri.'),
  'server-invalid': orLater(
    say(
      'L’indirizzo del server delle riunioni manca o è sbagliato',
      'La pagina deve indicarlo in «server», e deve iniziare con https:// o wss://.',
    ),
    'A questo indirizzo non c’è un server delle riunioni',
    'Riprova tra un momento. Se non basta, avvisa chi gestisce la pagina.',
  ),
  'token-missing': say('Non hai effettuato l’accesso', 'Ricarica la pagina o accedi di nuovo.'),
  'token-malformed': say(
    'Il tuo accesso non è leggibile',
    'Questa pagina non ha eseguito correttamente il tuo accesso. Avvisa chi la gestisce.',
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
    'Il server delle riunioni non accetta chiamate da questa pagina',
    'Chi lo gestisce deve aggiungere l’indirizzo di questa pagina a quelli ammessi.',
  ),
  offline: say('Sei offline', 'Controlla la connessione a Internet. La chiamata riprenderà al suo ritorno.'),
  'server-unreachable': say(
    'Il server delle riunioni non è raggiungibile',
    'Forse è fermo, o la tua rete lo blocca. Riprova tra un momento.',
  ),
  'server-closed': say('Il server delle riunioni ha chiuso la connessione', 'Riprova tra un momento.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'Il server delle riunioni è occupato',
    hint: retryAfter
      ? plural(Math.ceil(retryAfter), {
          one: 'Aspetta 1 secondo, poi riprova.',
          other: `Aspetta ${number(Math.ceil(retryAfter))} secondi, poi riprova.`,
        })
      : 'Aspetta mezzo minuto, poi riprova.',
  }),
  'room-full': say('Questa stanza è piena', 'Riprova quando qualcuno sarà uscito.'),
  'duplicate-identity': say(
    'Sei già in questa chiamata',
    'Partecipi da un’altra scheda o da un altro dispositivo. Lascia prima la chiamata lì, poi partecipa qui.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ the, your, end }) => [
      `${capital(your)} è bloccat${end}`,
      `Hai bloccato ${the} su questa pagina. Consenti l’accesso accanto alla barra degli indirizzi, poi accendi qui ${the}.`,
    ]),
    policy: about(devices, ({ the }, error) => [
      `Questa pagina non può usare ${the}`,
      `Deve consentirlo chi la gestisce: con Permissions-Policy o con ${allow(error)} sul frame che la contiene.`,
    ]),
    system: about(devices, ({ the, end }) => [
      `Il tuo sistema blocca ${the}`,
      `Consenti al browser di usare ${the} nelle impostazioni di privacy del sistema, poi accendil${end} qui.`,
    ]),
    unknown: about(devices, ({ the, end }) => [
      `${capital(the)} non è consentit${end} qui`,
      `Consenti l’accesso accanto alla barra degli indirizzi o nelle impostazioni di privacy del sistema, poi accendil${end} qui.`,
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ name, end }) => [
      `${capital(name)} non trovat${end}`,
      'Collega un dispositivo, poi accendilo qui. La chiamata funziona anche senza.',
    ]),
    stays,
    {
      microphone: 'Quel microfono non c’è più',
      camera: 'Quella videocamera non c’è più',
      both: 'Quegli altoparlanti non ci sono più',
    },
  ),
  'device-busy': orKept(
    about(devices, ({ the, your }) => [`Un’altra app sta usando ${your}`, `Chiudi quell’app, poi accendi qui ${the}.`]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ your, end }) => [
      `${capital(your)} si è scollegat${end}`,
      'Il dispositivo è stato staccato o preso da un’altra app. Lo useremo di nuovo appena tornerà disponibile.',
    ]),
    'Controlla se il dispositivo ha un interruttore o una copertura, chiudi le altre app che lo usano o scegline un altro.',
    { microphone: 'Dal microfono non arriva audio', camera: 'Dalla videocamera non arrivano immagini' },
  ),
  'screen-share-failed': orKept(
    say('Non è stato possibile condividere il tuo schermo', 'Riprova o condividi un’altra finestra.'),
    'Il tuo sistema non ha fornito l’audio.',
    { both: 'Il tuo schermo è condiviso senza audio' },
  ),
  'peer-unreachable': (_error, name) => ({
    title: `${name || 'Qualcuno'} non è raggiungibile da questa rete`,
    hint: 'Continuiamo a provare. Potrebbe funzionare con un’altra rete o disattivando la VPN.',
  }),
  'relay-required': say(
    'Manca il server TURN di questa pagina',
    'La pagina vuole che ogni connessione passi da un relay, quindi deve indicare un server TURN in ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'I server ICE della pagina non sono leggibili',
      'ice-servers deve essere un array JSON come [{"urls": "stun:stun.example.com"}].',
    ),
    'Non è stato possibile ottenere aiuto per le reti difficili',
    'La chiamata continua senza. Forse non tutti saranno raggiungibili.',
    'La chiamata non può iniziare senza. Riprova tra un momento.',
  ),
  'message-invalid': say('Questo messaggio non si può inviare', 'Un messaggio ha da 1 a 3000 caratteri.'),
  'message-undecryptable': say(
    'Non è stato possibile leggere un messaggio',
    'È stato scritto con un’altra passphrase.',
  ),
  'file-rejected': say(
    'Questo file non si può inviare',
    'È troppo grande, oppure qui non si accettano file di questo tipo.',
  ),
  'file-failed': say('Il file non è arrivato', 'Invialo di nuovo.'),
  'not-joined': say('Non sei nella chiamata', 'Prima partecipa.'),
  aborted: say('Ingresso annullato', 'Puoi partecipare di nuovo quando vuoi.'),
  protocol: say(
    'Il server e questa pagina non si capiscono',
    'Uno dei due potrebbe non essere aggiornato. Ricarica la pagina.',
  ),
  internal: say(
    'Si è verificato un problema in questa pagina',
    'Riprova o ricarica la pagina. I dettagli aiutano chi lo risolverà.',
  ),
};
