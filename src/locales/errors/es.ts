import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';
import { hostErrors } from '../hosts/es.js';
import { trustErrors } from '../trust/es.js';

const { plural, number } = createFormat('es');

/** By itself, with its article, and with whose it is; `end` is that of what is said about it. */
export const devices = {
  microphone: { name: 'micrófono', the: 'el micrófono', your: 'tu micrófono', end: 'o' },
  camera: { name: 'cámara', the: 'la cámara', your: 'tu cámara', end: 'a' },
  both: { name: 'cámara o micrófono', the: 'la cámara o el micrófono', your: 'tu cámara o tu micrófono', end: 'o' },
} satisfies Devices<{ name: string; the: string; your: string; end: string }>;

const stays = 'Sigues usando el dispositivo que tenías.';

export const errors: Record<MeetErrorCode, Words> = {
  ...trustErrors,
  ...hostErrors,
  'unsupported-browser': say(
    'Este navegador no puede hacer videollamadas',
    'Actualízalo o abre esta página en Chrome o Edge 120, Firefox 125, Safari 17.4 o una versión más nueva.',
  ),
  'insecure-context': say(
    'Esta página no es segura',
    'Los navegadores solo permiten la cámara y el micrófono en páginas seguras. Ábrela con https:// delante.',
  ),
  'room-missing': say(
    'Todavía no hay ninguna sala a la que unirse',
    'La página tiene que indicarla en su atributo room.',
  ),
  'room-invalid': say('Este nombre de sala no es válido', 'El nombre de una sala tiene de 1 a 128 caracteres.'),
  'server-invalid': orLater(
    say(
      'La dirección del servidor de reuniones falta o no es correcta',
      'La página tiene que darla en «server», y debe empezar por https:// o wss://.',
    ),
    'No hay ningún servidor de reuniones en esta dirección',
    'Inténtalo de nuevo en un momento. Si no funciona, avisa a quien administra la página.',
  ),
  'token-missing': say('No has iniciado sesión', 'Recarga la página o vuelve a iniciar sesión.'),
  'token-malformed': say(
    'No se puede leer tu sesión',
    'Esta página no ha iniciado tu sesión correctamente. Avisa a quien la administra.',
  ),
  'token-expired': say(
    'Tu sesión ha caducado',
    'Recarga la página o vuelve a iniciar sesión. Si no funciona, comprueba la hora de tu dispositivo.',
  ),
  'token-rejected': say('El servidor no ha aceptado tu sesión', 'Recarga la página o vuelve a iniciar sesión.'),
  'sign-in-failed': say(
    'No se ha podido iniciar sesión',
    'Prueba con otro nombre, de hasta 32 caracteres, o inténtalo de nuevo en un momento.',
  ),
  'origin-refused': say(
    'El servidor de reuniones no acepta llamadas desde esta página',
    'Quien lo administra tiene que añadir la dirección de esta página a las permitidas.',
  ),
  offline: say('No tienes conexión', 'Revisa tu conexión a internet. La llamada se reanudará cuando vuelva.'),
  'server-unreachable': say(
    'No se puede conectar con el servidor de reuniones',
    'Puede estar caído o bloqueado por tu red. Inténtalo de nuevo en un momento.',
  ),
  'server-closed': say('El servidor de reuniones ha cerrado la conexión', 'Inténtalo de nuevo en un momento.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'El servidor de reuniones está ocupado',
    hint: retryAfter
      ? plural(Math.ceil(retryAfter), {
          one: 'Espera 1 segundo e inténtalo de nuevo.',
          other: `Espera ${number(Math.ceil(retryAfter))} segundos e inténtalo de nuevo.`,
        })
      : 'Espera medio minuto e inténtalo de nuevo.',
  }),
  'room-full': say('Esta sala está llena', 'Inténtalo de nuevo cuando alguien haya salido.'),
  'duplicate-identity': say(
    'Ya estás en esta llamada',
    'Te has unido en otra pestaña o en otro dispositivo. Sal primero de allí y luego únete aquí.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ the, your, end }) => [
      `${capital(your)} está bloquead${end}`,
      `Has bloqueado ${the} en esta página. Permite el acceso junto a la barra de direcciones y luego enciende aquí ${the}.`,
    ]),
    policy: about(devices, ({ the }, error) => [
      `Esta página no puede usar ${the}`,
      `Quien la administra tiene que permitirlo: con Permissions-Policy o con ${allow(error)} en el marco que la rodea.`,
    ]),
    system: about(devices, ({ the, end }) => [
      `Tu sistema bloquea ${the}`,
      `Permite a tu navegador usar ${the} en los ajustes de privacidad del sistema y luego enciéndel${end} aquí.`,
    ]),
    unknown: about(devices, ({ the, end }) => [
      `${capital(the)} no está permitid${end} aquí`,
      `Permite el acceso junto a la barra de direcciones o en los ajustes de privacidad del sistema y luego enciéndel${end} aquí.`,
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ the }) => [
      `No se ha encontrado ${the}`,
      'Conecta un dispositivo y enciéndelo aquí. La llamada también funciona sin él.',
    ]),
    stays,
    { microphone: 'Ese micrófono ya no está', camera: 'Esa cámara ya no está', both: 'Esos altavoces ya no están' },
  ),
  'device-busy': orKept(
    about(devices, ({ the, your }) => [
      `Otra aplicación está usando ${your}`,
      `Cierra esa aplicación y luego enciende aquí ${the}.`,
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ your, end }) => [
      `Se ha desconectado ${your}`,
      `Se ha desenchufado o l${end} está usando otra aplicación. L${end} usaremos de nuevo cuando vuelva a estar disponible.`,
    ]),
    'Mira si el dispositivo tiene un interruptor o una tapa, cierra otras aplicaciones que lo usen o elige otro.',
    { microphone: 'No llega sonido del micrófono', camera: 'No llega imagen de la cámara' },
  ),
  'screen-share-failed': orKept(
    say('No se ha podido compartir tu pantalla', 'Inténtalo de nuevo o comparte otra ventana.'),
    'Tu sistema no ha proporcionado el sonido.',
    { both: 'Tu pantalla se comparte sin sonido' },
  ),
  'peer-unreachable': (_error, name) => ({
    title: `No se puede conectar con ${name || 'alguien'} desde esta red`,
    hint: 'Seguimos intentándolo. Podría funcionar con otra red o desactivando la VPN.',
  }),
  'relay-required': say(
    'Falta el servidor TURN de esta página',
    'La página quiere que todas las conexiones pasen por un relay, así que tiene que indicar un servidor TURN en ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'No se pueden leer los servidores ICE de la página',
      'ice-servers tiene que ser un array JSON como [{"urls": "stun:stun.example.com"}].',
    ),
    'No se ha podido obtener ayuda para redes difíciles',
    'La llamada sigue sin ella. Puede que no conectes con todo el mundo.',
    'La llamada no puede empezar sin ella. Inténtalo de nuevo en un momento.',
  ),
  'message-invalid': say('Este mensaje no se puede enviar', 'Un mensaje tiene de 1 a 3000 caracteres.'),
  'message-undecryptable': say('No se ha podido leer un mensaje', 'Se escribió con otra contraseña.'),
  'file-rejected': say(
    'Este archivo no se puede enviar',
    'Es demasiado grande o aquí no se aceptan archivos de este tipo.',
  ),
  'file-failed': say('El archivo no ha llegado', 'Envíalo de nuevo.'),
  'not-joined': say('No estás en la llamada', 'Únete primero.'),
  aborted: say('Se ha cancelado tu entrada a la llamada', 'Puedes volver a unirte cuando quieras.'),
  protocol: say(
    'El servidor y esta página no se entienden',
    'Puede que uno de los dos no esté actualizado. Recarga la página.',
  ),
  internal: say(
    'Se ha producido un error en esta página',
    'Inténtalo de nuevo o recarga la página. Los detalles ayudan a quien lo arregle.',
  ),
};
