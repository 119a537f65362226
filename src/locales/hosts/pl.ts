import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say(
    'Spotkanie jest zablokowane',
    'Na razie nikt nowy nie może dołączyć. Zapytaj kogoś, kto w nim jest, i spróbuj ponownie.',
  ),
  'not-admitted': notAdmitted({
    denied: say(
      'Nie wpuszczono cię',
      'Gospodarz odrzucił twoją prośbę. Skontaktuj się z nim inaczej i spróbuj ponownie.',
    ),
    removed: say('Gospodarz usunął cię z rozmowy', 'Nie możesz wrócić, dopóki ta rozmowa trwa.'),
    ended: say('Gospodarz zakończył rozmowę', 'Skończyła się dla wszystkich.'),
  }),
};

export const hostWords = ({ list, number, plural }: Format): HostStrings => ({
  waitForHost: 'Czekasz, aż gospodarz cię wpuści',
  waitForAnyHost: 'Czekasz, aż pojawi się gospodarz',
  waitHint: 'Znajdziesz się w rozmowie, gdy tylko cię wpuszczą.',
  admit: 'Wpuść',
  deny: 'Odmów',
  admitAll: 'Wpuść wszystkich',
  lockMeeting: 'Zablokuj spotkanie',
  host: 'Gospodarz',
  muteForAll: 'Wycisz dla wszystkich',
  askToUnmute: 'Poproś o włączenie mikrofonu',
  removePerson: 'Usuń z rozmowy',
  removeNow: 'Usuń',
  endForAll: 'Zakończ rozmowę dla wszystkich',
  waitingToJoin: (count) => `Czekają na wpuszczenie (${number(count)})`,
  wantToJoin: (names) =>
    plural(names.length, { one: `${list(names)} chce dołączyć.`, other: `${list(names)} chcą dołączyć.` }),
  admitPerson: (name) => `Wpuść: ${name}`,
  denyPerson: (name) => `Odmów: ${name}`,
  removeSure: (name) => `Usunąć z rozmowy? ${name} nie będzie mieć możliwości powrotu.`,
  mutedBy: (name) => `${name} wyłącza twój mikrofon.`,
  unmuteAsked: (name) => `${name} prosi o włączenie mikrofonu.`,
});
