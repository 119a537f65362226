import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const nothingGoes = (name: string): string => `Nada é enviado a ${name}.`;

const refusals: Refusals = {
  passphrase: (name) => [`A frase secreta de ${name} não é a sua, ou há alguém no meio`, nothingGoes(name)],
  'no-passphrase': (name) => [`${name} não digitou a frase secreta`, nothingGoes(name)],
  unsupported: (name) => [
    `O aplicativo de ${name} não consegue provar a frase secreta`,
    'A entrada dessa pessoa não é permitida.',
  ],
  identity: (name) => [`Esta conexão não leva a ${name}`, 'O servidor pode estar interferindo.'],
  name: () => ['O servidor mostra para esta pessoa um nome que não é o dela', 'Nada é enviado a esta pessoa.'],
  changed: (name) => [`A conexão com ${name} tem outra chave e foi fechada`, nothingGoes(name)],
  attempts: () => [
    'Foram tentadas aqui frases secretas erradas demais',
    'Para deixar entrar mais pessoas, saia da chamada e combine outra frase.',
  ],
  liar: (name) => [`A parte do código de ${name} está errada`, nothingGoes(name)],
  other: (name) => [`${name} não tem acesso`, nothingGoes(name)],
  tampered: (name) => [`Alguém tentou tomar a conexão com ${name} e não conseguiu`, 'A chamada continua como antes.'],
};

export const trustErrors = {
  'passphrase-missing': say('Esta chamada precisa de uma frase secreta', 'Digite a que os outros têm.'),
  'peer-refused': ofPeer('alguém', refusals),
  tampered: ofPeer('alguém', refusals, 'tampered'),
  'trust-unsupported': say(
    'Este navegador não consegue provar uma frase secreta',
    'Atualize-o ou entre com um mais recente: esta chamada precisa disso.',
  ),
};

export const trustWords = ({ list, number, plural }: Format): TrustStrings => ({
  passphrase: 'Frase secreta',
  showPassphrase: 'Mostrar a frase secreta',
  passphraseAsk: 'Só quem a conhece vê e ouve você.',
  notLetIn: 'Sem acesso',
  safety: 'Segurança',
  verified: 'Verificado',
  notVerified: 'Não verificado',
  verifiedOf: (count, all) => `Verificação: ${number(count)} de ${number(all)}`,
  countNotLetIn: (count) => `${number(count)} sem acesso`,
  safetyCode: 'Código de segurança',
  codeFor: (names) => `Para ${list(['você', ...names])}.`,
  codeNotFor: (names, why) => `Não para ${list(names)}: ${why}.`,
  whyNot: {
    olderApp: 'aplicativo antigo',
    notLetIn: 'sem acesso',
    noConnection: 'sem conexão',
    seesOthers: 'não vê todos',
  },
  readOut: 'Uma pessoa lê em voz alta, e todas as outras dizem se o delas é igual.',
  readOutBy: 'De preferência alguém em quem você confia; senão, leia você.',
  sameForAll: 'É igual para todos',
  differs: 'É diferente',
  mayListen:
    'Talvez alguém esteja escutando. Não diga nada privado. Saia da chamada e fale com os outros de outro jeito.',
  codeForming: 'O código está a caminho…',
  codeAlone: 'Haverá um código quando estiver aqui alguém que possa ter um.',
  codeSplit: 'Não há código: nem todos veem as mesmas pessoas.',
  codeSame: 'Você disse que é igual para todos.',
  codePromise: 'Se todos veem o mesmo código, não há ninguém no meio entre duas pessoas daqui.',
  passphrasePromise:
    'Todas as pessoas que você vê e ouve conhecem a frase secreta. Quem não a conhece não consegue escutar, nem o servidor.',
  noPromise: 'Cifrado, não verificado: quem mantém o servidor poderia escutar.',
  trustLevels: {
    pending: 'Ainda não conferido',
    unverified: 'Não verificado',
    unsupported: 'Aplicativo antigo, não dá para verificar',
    passphrase: 'Verificação pela frase secreta',
    code: 'Verificação pelo código de segurança',
  },
  nobodyHasYours: 'Ninguém aqui tem a sua frase secreta. Confira como ela está escrita.',
  somebodyHasOne: 'Alguém aqui tem uma frase secreta.',
  passphraseNow: 'Ela é testada com quem não foi verificado. Ninguém é desconectado.',
  tryPassphrase: 'Usar',
  suggestWords: 'Sugerir quatro palavras',
  copyPassphrase: 'Copiar a frase secreta',
  passphraseElsewhere: 'Passe-a aos outros por outro meio, não com o link.',
  codeChanged: 'O código agora é outro.',
  codeChangedBy: (names) =>
    plural(names.length, {
      one: `O código agora é outro: ${list(names)} entrou.`,
      other: `O código agora é outro: ${list(names)} entraram.`,
    }),
  codeChangedWithout: (names) =>
    plural(names.length, {
      one: `O código agora é outro: ${list(names)} saiu.`,
      other: `O código agora é outro: ${list(names)} saíram.`,
    }),
  backUnverified: (names) =>
    plural(names.length, {
      one: `${list(names)} voltou, e a verificação não vale mais.`,
      other: `${list(names)} voltaram, e a verificação não vale mais.`,
    }),
  onlyVerified: 'Só pessoas verificadas recebem as suas mensagens, e você só vê as delas.',
});
