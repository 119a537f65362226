import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say(
    'Das Meeting ist gesperrt',
    'Gerade kann niemand dazukommen. Frag jemanden, der im Anruf ist, und versuche es dann noch einmal.',
  ),
  'not-admitted': notAdmitted({
    denied: say(
      'Du wurdest nicht hereingelassen',
      'Ein Host hat deine Anfrage abgelehnt. Frag auf einem anderen Weg nach und versuche es dann noch einmal.',
    ),
    removed: say(
      'Ein Host hat dich aus dem Anruf entfernt',
      'Solange dieser Anruf läuft, kannst du nicht zurückkommen.',
    ),
    ended: say('Der Host hat den Anruf beendet', 'Er ist für alle zu Ende.'),
  }),
};

export const hostWords = ({ list, number, plural }: Format): HostStrings => ({
  waitForHost: 'Warte, bis der Host dich hereinlässt',
  waitForAnyHost: 'Warte, bis ein Host da ist',
  waitHint: 'Du bist im Anruf, sobald du hereingelassen wirst.',
  admit: 'Hereinlassen',
  deny: 'Ablehnen',
  admitAll: 'Alle hereinlassen',
  lockMeeting: 'Meeting sperren',
  host: 'Host',
  muteForAll: 'Für alle stummschalten',
  askToUnmute: 'Um Einschalten des Mikrofons bitten',
  removePerson: 'Aus dem Anruf entfernen',
  removeNow: 'Entfernen',
  endForAll: 'Anruf für alle beenden',
  waitingToJoin: (count) => `Warten auf Einlass (${number(count)})`,
  wantToJoin: (names) =>
    plural(names.length, { one: `${list(names)} möchte teilnehmen.`, other: `${list(names)} möchten teilnehmen.` }),
  admitPerson: (name) => `${name} hereinlassen`,
  denyPerson: (name) => `${name} ablehnen`,
  removeSure: (name) => `${name} entfernen? Zurückkommen geht in diesem Anruf nicht.`,
  mutedBy: (name) => `${name} hat dein Mikrofon ausgeschaltet.`,
  unmuteAsked: (name) => `${name} bittet dich, dein Mikrofon einzuschalten.`,
});
