import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say(
    'La riunione è bloccata',
    'Per ora non può entrare nessun altro. Chiedi a chi è già dentro, poi riprova.',
  ),
  'not-admitted': notAdmitted({
    denied: say(
      'Non ti hanno fatto entrare',
      'Un organizzatore ha rifiutato la tua richiesta. Contattalo in un altro modo, poi riprova.',
    ),
    removed: say('Un organizzatore ti ha rimosso dalla chiamata', 'Non puoi tornare finché questa chiamata dura.'),
    ended: say('L’organizzatore ha terminato la chiamata', 'È finita per tutti.'),
  }),
};

export const hostWords = ({ list, number, plural }: Format): HostStrings => ({
  waitForHost: 'In attesa che l’organizzatore ti faccia entrare',
  waitForAnyHost: 'In attesa che arrivi un organizzatore',
  waitHint: 'Sarai nella chiamata appena ti faranno entrare.',
  admit: 'Fai entrare',
  deny: 'Rifiuta',
  admitAll: 'Fai entrare tutti',
  lockMeeting: 'Blocca la riunione',
  host: 'Organizzatore',
  muteForAll: 'Silenzia per tutti',
  askToUnmute: 'Chiedi di accendere il microfono',
  removePerson: 'Rimuovi dalla chiamata',
  removeNow: 'Rimuovi',
  endForAll: 'Termina la chiamata per tutti',
  waitingToJoin: (count) => `In attesa di entrare (${number(count)})`,
  wantToJoin: (names) =>
    plural(names.length, { one: `${list(names)} vuole partecipare.`, other: `${list(names)} vogliono partecipare.` }),
  admitPerson: (name) => `Fai entrare ${name}`,
  denyPerson: (name) => `Rifiuta ${name}`,
  removeSure: (name) => `Rimuovere ${name}? Non potrà tornare in questa chiamata.`,
  mutedBy: (name) => `${name} ha spento il tuo microfono.`,
  unmuteAsked: (name) => `${name} ti chiede di accendere il microfono.`,
});
