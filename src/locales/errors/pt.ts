import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';

const { plural, number } = createFormat('pt');

/** By itself, and with its article; `end` is that of what is said about it. */
export const devices = {
  microphone: { name: 'microfone', the: 'o microfone', end: 'o' },
  camera: { name: 'câmera', the: 'a câmera', end: 'a' },
  both: { name: 'câmera ou microfone', the: 'a câmera ou o microfone', end: 'o' },
} satisfies Devices<{ name: string; the: string; end: string }>;

const stays = 'O dispositivo anterior continua em uso.';

export const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    'Este navegador não faz chamadas de vídeo',
    'Atualize-o ou abra esta página no Chrome ou Edge 120, Firefox 125, Safari 17.4 ou mais recente.',
  ),
  'insecure-context': say(
    'Esta página não é segura',
    'Os navegadores só dão câmera e microfone a páginas seguras. Abra com https:// na frente.',
  ),
  'room-missing': say('Ainda não há sala', 'A página precisa indicá-la no atributo room.'),
  'room-invalid': say('Este nome de sala não serve', 'O nome de uma sala tem de 1 a 128 caracteres.'),
  'server-invalid': orLater(
    say(
      'O endereço do servidor de reuniões está faltando ou errado',
      'A página precisa dar o endereço em “server”, começando com https:// ou wss://.',
    ),
    'Não há servidor de reuniões neste endereço',
    'Tente de novo daqui a pouco. Se não adiantar, avise quem cuida da página.',
  ),
  'token-missing': say('Você não entrou na conta', 'A página não deu nenhum token. Recarregue ou entre de novo.'),
  'token-malformed': say(
    'Não foi possível ler seu acesso',
    'O que a página deu não é um token. Quem cuida da página precisa verificar.',
  ),
  'token-expired': say(
    'Seu acesso expirou',
    'Recarregue a página ou entre de novo. Se não ajudar, confira o relógio do dispositivo.',
  ),
  'token-rejected': say('O servidor não aceitou seu acesso', 'Recarregue a página ou entre de novo.'),
  'sign-in-failed': say(
    'Não foi possível entrar',
    'Tente outro nome, de até 32 caracteres, ou tente de novo daqui a pouco.',
  ),
  'origin-refused': say(
    'O servidor não aceita chamadas desta página',
    'Quem cuida do servidor precisa incluir o endereço desta página entre os permitidos.',
  ),
  offline: say('Você está sem conexão', 'Verifique a rede. A chamada volta com ela.'),
  'server-unreachable': say(
    'Não foi possível alcançar o servidor de reuniões',
    'Ele pode estar fora do ar, ou sua rede pode bloqueá-lo. Tente de novo daqui a pouco.',
  ),
  'server-closed': say('O servidor de reuniões encerrou a conexão', 'Tente de novo daqui a pouco.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'O servidor de reuniões está ocupado',
    hint: retryAfter
      ? `Ele pede para esperar ${plural(Math.ceil(retryAfter), { one: '1 segundo', other: `${number(Math.ceil(retryAfter))} segundos` })}. Depois, tente de novo.`
      : 'Espere meio minuto e tente de novo.',
  }),
  'room-full': say('Esta sala está cheia', 'Tente de novo quando alguém sair.'),
  'duplicate-identity': say(
    'Você já está nesta chamada',
    'Outra aba ou outro dispositivo está na sala como você. Saia de lá e depois participe aqui.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ name, the, end }) => [
      `${capital(name)} bloquead${end}`,
      `Você negou ${the} nesta página. Permita ao lado da barra de endereço e depois ative aqui.`,
    ]),
    policy: about(devices, ({ the }, error) => [
      `Esta página não pode usar ${the}`,
      `Quem cuida da página precisa permitir: com Permissions-Policy ou com ${allow(error)} no frame em volta dela.`,
    ]),
    system: about(devices, ({ name, the, end }) => [
      `${capital(name)} bloquead${end} pelo sistema`,
      `Permita que o navegador use ${the} nas configurações de privacidade do sistema e depois ative aqui.`,
    ]),
    unknown: about(devices, ({ name, end }) => [
      `${capital(name)} não permitid${end} aqui`,
      'Permita ao lado da barra de endereço ou nas configurações de privacidade do sistema e depois ative aqui.',
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ name, end }) => [
      `${capital(name)} não encontrad${end}`,
      'Conecte e depois ative aqui. A chamada também funciona sem.',
    ]),
    stays,
    {
      microphone: 'Esse microfone não está mais aqui',
      camera: 'Essa câmera não está mais aqui',
      both: 'Esses alto-falantes não estão mais aqui',
    },
  ),
  'device-busy': orKept(
    about(devices, ({ name }) => [
      `${capital(name)} em uso em outro lugar`,
      'Feche o outro programa e depois ative aqui.',
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ name, end }) => [
      `${capital(name)} desconectad${end}`,
      'Pode ter sido outro programa. Volta a ser usado assim que estiver de novo disponível.',
    ]),
    'Veja se o dispositivo tem um botão ou uma tampa, feche outros programas que o usem ou escolha outro.',
    { microphone: 'Não chega som do microfone', camera: 'Não chega imagem da câmera' },
  ),
  'screen-share-failed': orKept(
    say('Não foi possível compartilhar a tela', 'Tente de novo ou compartilhe outra janela.'),
    'O sistema não forneceu o som.',
    { both: 'A tela é compartilhada sem som' },
  ),
  'peer-unreachable': ({ relay }, name) => ({
    title: `Não foi possível alcançar ${name || 'alguém'} a partir desta rede`,
    hint: relay ? 'A tentativa se repete sozinha.' : 'Um servidor TURN ajudaria.',
  }),
  'relay-required': say(
    'Falta um servidor TURN',
    'A página quer todas as conexões por relay e precisa dar para isso um servidor TURN em ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'Não foi possível ler os servidores ICE da página',
      'ice-servers precisa ser um array JSON como [{"urls": "stun:stun.example.com"}].',
    ),
    'A ajuda para redes difíceis não chegou',
    'A chamada continua sem ela. Talvez nem todos possam ser alcançados.',
    'A chamada não pode começar sem ela. Tente de novo daqui a pouco.',
  ),
  'message-invalid': say('Esta mensagem não pode ser enviada', 'Uma mensagem tem de 1 a 5000 caracteres.'),
  'message-undecryptable': say('Não foi possível abrir uma mensagem', 'Ela foi escrita com outra frase secreta.'),
  'file-rejected': say('Este arquivo não pode ser enviado', 'É grande demais ou de um tipo que aqui não é aceito.'),
  'file-failed': say('O arquivo não chegou', 'Envie de novo.'),
  'not-joined': say('Você não está na chamada', 'Participe primeiro.'),
  aborted: say('Entrada cancelada', 'Participe de novo quando quiser.'),
  protocol: say(
    'O servidor e esta página não se entendem',
    'Um dos dois pode estar desatualizado. Recarregue a página.',
  ),
  internal: say(
    'Esta página cometeu um erro',
    'Tente de novo ou recarregue a página. Os detalhes ajudam quem for corrigir.',
  ),
};
