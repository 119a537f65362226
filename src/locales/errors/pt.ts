import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';
import { hostErrors } from '../hosts/pt.js';
import { trustErrors } from '../trust/pt.js';

const { plural, number } = createFormat('pt');

/** By itself, with its article, and with “de”; `end` is that of what is said about it. */
export const devices = {
  microphone: { name: 'microfone', the: 'o microfone', of: 'do microfone', end: 'o' },
  camera: { name: 'câmera', the: 'a câmera', of: 'da câmera', end: 'a' },
  both: { name: 'câmera ou microfone', the: 'a câmera ou o microfone', of: 'da câmera ou do microfone', end: 'o' },
} satisfies Devices<{ name: string; the: string; of: string; end: string }>;

const stays = 'O dispositivo anterior continua em uso.';

export const errors: Record<MeetErrorCode, Words> = {
  ...trustErrors,
  ...hostErrors,
  'unsupported-browser': say(
    'Este navegador não faz chamadas de vídeo',
    'Atualize-o ou abra esta página no Chrome ou Edge 120, Firefox 125, Safari 17.4 ou em versões mais recentes.',
  ),
  'insecure-context': say(
    'Esta página não é segura',
    'Os navegadores só permitem câmera e microfone em páginas seguras. Abra esta com https:// no início.',
  ),
  'room-missing': say('Ainda não há sala para entrar', 'A página precisa indicá-la no atributo room.'),
  'room-invalid': say('Este nome de sala não pode ser usado', 'O nome de uma sala tem de 1 a 128 caracteres.'),
  'server-invalid': orLater(
    say(
      'O endereço do servidor de reuniões está errado ou não foi informado',
      'A página precisa informá-lo em “server”, começando com https:// ou wss://.',
    ),
    'Não há servidor de reuniões neste endereço',
    'Tente de novo daqui a pouco. Se não adiantar, avise quem cuida desta página.',
  ),
  'token-missing': say('Você não fez login', 'Recarregue a página ou faça login nela de novo.'),
  'token-malformed': say(
    'Não foi possível ler seu login',
    'Esta página não fez seu login corretamente. Avise quem cuida dela.',
  ),
  'token-expired': say(
    'Seu login expirou',
    'Recarregue a página ou faça login nela de novo. Se não adiantar, confira o relógio do dispositivo.',
  ),
  'token-rejected': say('O servidor não aceitou seu login', 'Recarregue a página ou faça login nela de novo.'),
  'sign-in-failed': say(
    'Não foi possível fazer login',
    'Tente outro nome, de até 32 caracteres, ou tente de novo daqui a pouco.',
  ),
  'origin-refused': say(
    'O servidor de reuniões não aceita chamadas desta página',
    'Quem cuida do servidor precisa incluir o endereço desta página entre os permitidos.',
  ),
  offline: say('Você está sem conexão', 'Verifique sua internet. A chamada será retomada quando a conexão voltar.'),
  'server-unreachable': say(
    'Não foi possível se conectar ao servidor de reuniões',
    'Ele pode estar fora do ar, ou sua rede pode bloqueá-lo. Tente de novo daqui a pouco.',
  ),
  'server-closed': say('O servidor de reuniões encerrou a conexão', 'Tente de novo daqui a pouco.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'O servidor de reuniões está ocupado',
    hint: retryAfter
      ? plural(Math.ceil(retryAfter), {
          one: `Espere ${number(Math.ceil(retryAfter))} segundo e tente de novo.`,
          other: `Espere ${number(Math.ceil(retryAfter))} segundos e tente de novo.`,
        })
      : 'Espere meio minuto e tente de novo.',
  }),
  'room-full': say('Esta sala está cheia', 'Tente de novo quando alguém sair.'),
  'duplicate-identity': say(
    'Você já está nesta chamada',
    'Você entrou em outra aba ou em outro dispositivo. Saia de lá primeiro e depois entre aqui.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ name, the, end }) => [
      `${capital(name)} bloquead${end}`,
      `Você bloqueou ${the} nesta página. Permita o uso ao lado da barra de endereço e depois ligue-${end} aqui.`,
    ]),
    policy: about(devices, ({ the }, error) => [
      `Esta página não pode usar ${the}`,
      `Quem cuida da página precisa permitir: com Permissions-Policy ou com ${allow(error)} no frame em volta dela.`,
    ]),
    system: about(devices, ({ name, the, end }) => [
      `${capital(name)} bloquead${end} pelo sistema`,
      `Permita que o navegador use ${the} nas configurações de privacidade do sistema e depois ligue-${end} aqui.`,
    ]),
    unknown: about(devices, ({ name, end }) => [
      `${capital(name)} não permitid${end} aqui`,
      `Permita o uso ao lado da barra de endereço ou nas configurações de privacidade do sistema e depois ligue-${end} aqui.`,
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ name, end }) => [
      `${capital(name)} não encontrad${end}`,
      'Conecte um dispositivo e depois ligue-o aqui. A chamada funciona sem ele.',
    ]),
    stays,
    {
      microphone: 'Esse microfone não está mais disponível',
      camera: 'Essa câmera não está mais disponível',
      both: 'Esses alto-falantes não estão mais disponíveis',
    },
  ),
  'device-busy': orKept(
    about(devices, ({ the, end }) => [`Outro app está usando ${the}`, `Feche esse app e depois ligue-${end} aqui.`]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ name, end }) => [
      `${capital(name)} desconectad${end}`,
      `Foi retirad${end} ou outro app passou a usá-l${end}. Voltaremos a usá-l${end} quando estiver disponível.`,
    ]),
    'Veja se o dispositivo tem um botão ou uma tampa, feche outros apps que o usem ou escolha outro.',
    { microphone: 'Não chega som do microfone', camera: 'Não chega imagem da câmera' },
  ),
  'screen-share-failed': orKept(
    say('Não foi possível compartilhar sua tela', 'Tente de novo ou compartilhe outra janela.'),
    'Seu sistema não forneceu o som.',
    { both: 'Sua tela está sendo compartilhada sem som' },
  ),
  'peer-unreachable': (_error, name) => ({
    title: `Não é possível se conectar com ${name || 'alguém'} nesta rede`,
    hint: 'Continuamos tentando. Talvez funcione em outra rede ou sem VPN.',
  }),
  'relay-required': say(
    'Falta o servidor TURN desta página',
    'A página quer todas as conexões por relay e, por isso, precisa indicar um servidor TURN em ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'Não foi possível ler os servidores ICE da página',
      'ice-servers precisa ser um array JSON como [{"urls": "stun:stun.example.com"}].',
    ),
    'Não foi possível obter ajuda para redes difíceis',
    'A chamada continua sem ela. Talvez você não consiga se conectar com todos.',
    'A chamada não pode começar sem ela. Tente de novo daqui a pouco.',
  ),
  'message-invalid': say('Esta mensagem não pode ser enviada', 'Uma mensagem tem de 1 a 3000 caracteres.'),
  'message-undecryptable': say('Não foi possível ler uma mensagem', 'Ela foi escrita com outra frase secreta.'),
  'file-rejected': say('Este arquivo não pode ser enviado', 'Ele é grande demais ou de um tipo que não é aceito aqui.'),
  'file-failed': say('O arquivo não chegou', 'Envie-o de novo.'),
  'not-joined': say('Você não está na chamada', 'Entre primeiro.'),
  aborted: say('Entrada cancelada', 'Entre de novo quando quiser.'),
  protocol: say(
    'O servidor e esta página não se entendem',
    'Um dos dois pode estar desatualizado. Recarregue a página.',
  ),
  internal: say(
    'Esta página teve um problema',
    'Tente de novo ou recarregue a página. Os detalhes ajudam quem for corrigir.',
  ),
};
