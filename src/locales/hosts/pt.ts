import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say(
    'A reunião está trancada',
    'Por enquanto, ninguém mais pode entrar. Fale com alguém que está nela e tente de novo.',
  ),
  'not-admitted': notAdmitted({
    denied: say(
      'Não deixaram você entrar',
      'Um anfitrião recusou seu pedido. Fale com ele de outra forma e tente de novo.',
    ),
    removed: say('Um anfitrião removeu você da chamada', 'Você não pode voltar enquanto esta chamada durar.'),
    ended: say('O anfitrião encerrou a chamada', 'Ela terminou para todos.'),
  }),
};

export const hostWords = ({ list, number, plural }: Format): HostStrings => ({
  waitForHost: 'Aguardando o anfitrião deixar você entrar',
  waitForAnyHost: 'Aguardando a chegada de um anfitrião',
  waitHint: 'Você estará na chamada assim que deixarem você entrar.',
  admit: 'Deixar entrar',
  deny: 'Recusar',
  admitAll: 'Deixar todos entrarem',
  lockMeeting: 'Trancar a reunião',
  host: 'Anfitrião',
  muteForAll: 'Silenciar para todos',
  askToUnmute: 'Pedir para ligar o microfone',
  removePerson: 'Remover da chamada',
  removeNow: 'Remover',
  endForAll: 'Encerrar a chamada para todos',
  waitingToJoin: (count) => `Aguardando para entrar (${number(count)})`,
  wantToJoin: (names) =>
    plural(names.length, { one: `${list(names)} quer entrar.`, other: `${list(names)} querem entrar.` }),
  admitPerson: (name) => `Deixar ${name} entrar`,
  denyPerson: (name) => `Recusar ${name}`,
  removeSure: (name) => `Remover ${name}? Não será possível voltar a esta chamada.`,
  mutedBy: (name) => `${name} desligou seu microfone.`,
  unmuteAsked: (name) => `${name} pede que você ligue o microfone.`,
});
