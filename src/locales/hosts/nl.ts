import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say(
    'De vergadering is vergrendeld',
    'Er kan nu niemand bij. Vraag het iemand die erin zit en probeer het dan opnieuw.',
  ),
  'not-admitted': notAdmitted({
    denied: say(
      'Je bent niet binnengelaten',
      'Een organisator heeft je verzoek geweigerd. Vraag het op een andere manier en probeer het dan opnieuw.',
    ),
    removed: say(
      'Een organisator heeft je uit het gesprek verwijderd',
      'Je kunt niet terugkomen zolang dit gesprek duurt.',
    ),
    ended: say('De organisator heeft het gesprek beëindigd', 'Het is voor iedereen afgelopen.'),
  }),
};

export const hostWords = ({ list, number, plural }: Format): HostStrings => ({
  waitForHost: 'Wachten tot de organisator je binnenlaat',
  waitForAnyHost: 'Wachten tot er een organisator is',
  waitHint: 'Je bent in het gesprek zodra je wordt binnengelaten.',
  admit: 'Binnenlaten',
  deny: 'Weigeren',
  admitAll: 'Iedereen binnenlaten',
  lockMeeting: 'Vergadering vergrendelen',
  host: 'Organisator',
  muteForAll: 'Dempen voor iedereen',
  askToUnmute: 'Vragen de microfoon aan te zetten',
  removePerson: 'Uit het gesprek verwijderen',
  removeNow: 'Verwijderen',
  endForAll: 'Gesprek voor iedereen beëindigen',
  waitingToJoin: (count) => `Wachten op toegang (${number(count)})`,
  wantToJoin: (names) =>
    plural(names.length, { one: `${list(names)} wil deelnemen.`, other: `${list(names)} willen deelnemen.` }),
  admitPerson: (name) => `${name} binnenlaten`,
  denyPerson: (name) => `${name} weigeren`,
  removeSure: (name) => `${name} verwijderen? Terugkomen in dit gesprek kan dan niet.`,
  mutedBy: (name) => `${name} heeft je microfoon uitgezet.`,
  unmuteAsked: (name) => `${name} vraagt je om je microfoon aan te zetten.`,
});
