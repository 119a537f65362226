import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say(
    'La réunion est verrouillée',
    'Personne d’autre ne peut entrer pour le moment. Demandez à quelqu’un qui s’y trouve, puis réessayez.',
  ),
  'not-admitted': notAdmitted({
    denied: say(
      'On ne vous a pas laissé entrer',
      'Un hôte a refusé votre demande. Contactez-le autrement, puis réessayez.',
    ),
    removed: say('Un hôte vous a exclu de l’appel', 'Vous ne pouvez pas revenir tant que cet appel dure.'),
    ended: say('L’hôte a mis fin à l’appel', 'Il est terminé pour tout le monde.'),
  }),
};

export const hostWords = ({ list, number, plural }: Format): HostStrings => ({
  waitForHost: 'En attente que l’hôte vous laisse entrer',
  waitForAnyHost: 'En attente de l’arrivée d’un hôte',
  waitHint: 'Vous serez dans l’appel dès que l’on vous laissera entrer.',
  admit: 'Laisser entrer',
  deny: 'Refuser',
  admitAll: 'Laisser entrer tout le monde',
  lockMeeting: 'Verrouiller la réunion',
  host: 'Hôte',
  muteForAll: 'Couper le micro pour tous',
  askToUnmute: 'Demander d’activer le micro',
  removePerson: 'Exclure de l’appel',
  removeNow: 'Exclure',
  endForAll: 'Mettre fin à l’appel pour tous',
  waitingToJoin: (count) => `En attente d’entrer (${number(count)})`,
  wantToJoin: (names) =>
    plural(names.length, {
      one: `${list(names)} veut rejoindre l’appel.`,
      other: `${list(names)} veulent rejoindre l’appel.`,
    }),
  admitPerson: (name) => `Laisser entrer ${name}`,
  denyPerson: (name) => `Refuser ${name}`,
  removeSure: (name) => `Exclure ${name} ? Cette personne ne pourra pas revenir dans cet appel.`,
  mutedBy: (name) => `${name} a coupé votre micro.`,
  unmuteAsked: (name) => `${name} vous demande d’activer votre micro.`,
});
