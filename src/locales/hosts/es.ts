import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say(
    'La reunión está bloqueada',
    'Por ahora no puede unirse nadie más. Pregunta a alguien que esté dentro e inténtalo de nuevo.',
  ),
  'not-admitted': notAdmitted({
    denied: say(
      'No te han dejado entrar',
      'Un anfitrión ha rechazado tu solicitud. Pregúntale por otro medio e inténtalo de nuevo.',
    ),
    removed: say('Un anfitrión te ha expulsado de la llamada', 'No puedes volver mientras dure esta llamada.'),
    ended: say('El anfitrión ha terminado la llamada', 'Ha terminado para todos.'),
  }),
};

export const hostWords = ({ list, number, plural }: Format): HostStrings => ({
  waitForHost: 'Esperando a que el anfitrión te deje entrar',
  waitForAnyHost: 'Esperando a que llegue un anfitrión',
  waitHint: 'Estarás en la llamada en cuanto te dejen entrar.',
  admit: 'Dejar entrar',
  deny: 'Rechazar',
  admitAll: 'Dejar entrar a todos',
  lockMeeting: 'Bloquear la reunión',
  host: 'Anfitrión',
  muteForAll: 'Silenciar para todos',
  askToUnmute: 'Pedir que encienda el micrófono',
  removePerson: 'Expulsar de la llamada',
  removeNow: 'Expulsar',
  endForAll: 'Terminar la llamada para todos',
  waitingToJoin: (count) => `Esperando para entrar (${number(count)})`,
  wantToJoin: (names) =>
    plural(names.length, { one: `${list(names)} quiere unirse.`, other: `${list(names)} quieren unirse.` }),
  admitPerson: (name) => `Dejar entrar a ${name}`,
  denyPerson: (name) => `Rechazar a ${name}`,
  removeSure: (name) => `¿Expulsar a ${name}? No podrá volver a esta llamada.`,
  mutedBy: (name) => `${name} ha apagado tu micrófono.`,
  unmuteAsked: (name) => `${name} te pide que enciendas el micrófono.`,
});
