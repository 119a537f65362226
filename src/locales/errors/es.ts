import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';

const { plural, number } = createFormat('es');

/** By itself, and with its article. `end` is that of what is said about it. */
export const devices = {
  microphone: { name: 'micrófono', the: 'el micrófono', end: 'o' },
  camera: { name: 'cámara', the: 'la cámara', end: 'a' },
  both: { name: 'cámara o micrófono', the: 'la cámara o el micrófono', end: 'o' },
} satisfies Devices<{ name: string; the: string; end: string }>;

const stays = 'Se sigue usando el dispositivo de antes.';

export const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    'Este navegador no puede hacer videollamadas',
    'Actualízalo o abre esta página en Chrome o Edge 120, Firefox 125, Safari 17.4 o una versión más nueva.',
  ),
  'insecure-context': say(
    'Esta página no es segura',
    'Los navegadores solo dan cámara y micrófono a páginas seguras. Ábrela con https:// delante.',
  ),
  'room-missing': say('Todavía no hay ninguna sala', 'La página tiene que indicarla en su atributo room.'),
  'room-invalid': say('Este nombre de sala no sirve', 'El nombre de una sala tiene de 1 a 128 caracteres.'),
  'server-invalid': orLater(
    say(
      'La dirección del servidor de reuniones falta o no es correcta',
      'La página tiene que darla en «server», y debe empezar por https:// o wss://.',
    ),
    'No hay ningún servidor de reuniones en esta dirección',
    'Inténtalo de nuevo en un momento. Si no funciona, avisa a quien administra la página.',
  ),
  'token-missing': say('No has iniciado sesión', 'La página no dio ningún token. Recárgala o vuelve a iniciar sesión.'),
  'token-malformed': say(
    'No se puede leer tu sesión',
    'Lo que dio la página no es un token. Tiene que revisarlo quien la administra.',
  ),
  'token-expired': say(
    'Tu sesión ha caducado',
    'Recarga la página o vuelve a iniciar sesión. Si no ayuda, mira el reloj de tu dispositivo.',
  ),
  'token-rejected': say('El servidor no aceptó tu sesión', 'Recarga la página o vuelve a iniciar sesión.'),
  'sign-in-failed': say(
    'No se pudo iniciar sesión',
    'Prueba con otro nombre, de hasta 32 caracteres, o inténtalo de nuevo en un momento.',
  ),
  'origin-refused': say(
    'El servidor no acepta llamadas desde esta página',
    'Quien lo administra tiene que añadir la dirección de esta página a las permitidas.',
  ),
  offline: say('No tienes conexión', 'Revisa tu red. La llamada vuelve con ella.'),
  'server-unreachable': say(
    'No se llega al servidor de reuniones',
    'Puede estar caído o bloqueado por tu red. Inténtalo de nuevo en un momento.',
  ),
  'server-closed': say('El servidor de reuniones cerró la conexión', 'Inténtalo de nuevo en un momento.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'El servidor de reuniones está ocupado',
    hint: retryAfter
      ? `Pide esperar ${plural(Math.ceil(retryAfter), { one: '1 segundo', other: `${number(Math.ceil(retryAfter))} segundos` })}. Después, inténtalo de nuevo.`
      : 'Espera medio minuto e inténtalo de nuevo.',
  }),
  'room-full': say('Esta sala está llena', 'Inténtalo de nuevo cuando alguien haya salido.'),
  'duplicate-identity': say(
    'Ya estás en esta llamada',
    'Otra pestaña u otro dispositivo está en la sala con tu nombre. Sal allí y luego únete aquí.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ name, the, end }) => [
      `${capital(name)} bloquead${end}`,
      `En esta página dijiste que no a ${the}. Permítelo junto a la barra de direcciones y luego activa aquí ${the}.`,
    ]),
    policy: about(devices, ({ the }, error) => [
      `Esta página no puede usar ${the}`,
      `Quien la administra tiene que permitirlo: con Permissions-Policy o con ${allow(error)} en el marco que la rodea.`,
    ]),
    system: about(devices, ({ the }) => [
      `Tu sistema no deja ${the} al navegador`,
      `Permite a tu navegador usar ${the} en los ajustes de privacidad del sistema y luego actívalo aquí.`,
    ]),
    unknown: about(devices, ({ name, end }) => [
      `${capital(name)} no permitid${end} aquí`,
      'Permítelo junto a la barra de direcciones o en los ajustes de privacidad del sistema y luego actívalo aquí.',
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ name }) => [
      `No se encontró ${name}`,
      'Conecta uno y actívalo aquí. La llamada también funciona sin él.',
    ]),
    stays,
    { microphone: 'Ese micrófono ya no está', camera: 'Esa cámara ya no está', both: 'Esos altavoces ya no están' },
  ),
  'device-busy': orKept(
    about(devices, ({ name }) => [
      `${capital(name)} en uso en otro lugar`,
      'Cierra el otro programa que lo usa y luego actívalo aquí.',
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ name, end }) => [
      `${capital(name)} desconectad${end}`,
      'Se desenchufó o lo tomó otro programa. Se vuelve a usar en cuanto regrese.',
    ]),
    'Mira si el dispositivo tiene un interruptor o una tapa, cierra otros programas que lo usen o elige otro.',
    { microphone: 'No llega sonido del micrófono', camera: 'No llega imagen de la cámara' },
  ),
  'screen-share-failed': orKept(
    say('No se pudo compartir la pantalla', 'Inténtalo de nuevo o comparte otra ventana.'),
    'El sistema no dio el sonido.',
    { both: 'La pantalla se comparte sin sonido' },
  ),
  'peer-unreachable': ({ relay }, name) => ({
    title: `No se llega a ${name || 'alguien'} desde esta red`,
    hint: relay ? 'Se sigue intentando.' : 'Un servidor TURN ayudaría.',
  }),
  'relay-required': say(
    'Falta un servidor TURN',
    'La página quiere todas las conexiones retransmitidas y tiene que dar para ello un servidor TURN en ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'No se pueden leer los servidores ICE de la página',
      'ice-servers tiene que ser un array JSON como [{"urls": "stun:stun.example.com"}].',
    ),
    'No llegó la ayuda para redes difíciles',
    'La llamada sigue sin ella. Puede que no conectes con todo el mundo.',
    'La llamada no puede empezar sin ella. Inténtalo de nuevo en un momento.',
  ),
  'message-invalid': say('Este mensaje no se puede enviar', 'Un mensaje tiene de 1 a 5000 caracteres.'),
  'message-undecryptable': say('No se pudo abrir un mensaje', 'Se escribió con otra contraseña.'),
  'file-rejected': say('Este archivo no se puede enviar', 'Es demasiado grande o de un tipo que aquí no se admite.'),
  'file-failed': say('El archivo no llegó', 'Envíalo de nuevo.'),
  'not-joined': say('No estás en la llamada', 'Únete primero.'),
  aborted: say('Se canceló la entrada', 'Puedes volver a unirte cuando quieras.'),
  protocol: say(
    'El servidor y esta página no se entienden',
    'Puede que uno de los dos no esté actualizado. Recarga la página.',
  ),
  internal: say(
    'Esta página cometió un error',
    'Inténtalo de nuevo o recarga la página. Los detalles ayudan a quien lo arregle.',
  ),
};
