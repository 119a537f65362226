import { chatWords } from './chat/es.js';
import type { Strings } from './en.js';
import { devices, errors } from './errors/es.js';
import { createFormat } from './format.js';
import { hostWords } from './hosts/es.js';
import { trustWords } from './trust/es.js';
import { capital } from './say.js';

const format = createFormat('es');
const { plural, number, percent, list } = format;

export const strings: Strings = {
  language: 'es',
  direction: 'ltr',
  format,
  errors,
  details: 'Detalles',
  tryAgain: 'Intentar de nuevo',

  meeting: 'Reunión',
  yourName: 'Tu nombre',
  guest: 'Invitado',
  join: 'Unirse',
  joiningNow: 'Uniéndote…',
  cancel: 'Cancelar',
  rejoin: 'Volver a unirse',
  leftCall: 'Has salido de la llamada',
  calledOff: 'Has cancelado tu entrada a la llamada',
  cameraPreview: 'Tu cámara',
  checkDevices: 'Probar cámara y micrófono',
  willAskBoth: 'Al unirte, tu navegador te pedirá acceso a la cámara y al micrófono.',
  willAskMicrophone: 'Al unirte, tu navegador te pedirá acceso al micrófono. Tu cámara seguirá apagada.',
  willAskCamera: 'Al unirte, tu navegador te pedirá acceso a la cámara. Tu micrófono seguirá apagado.',
  willAskNothing: 'Te unirás con la cámara y el micrófono apagados. Puedes encenderlos en la llamada.',
  cameraIsOff: 'Tu cámara está apagada',
  willUseBoth: 'Te unirás con la cámara y el micrófono encendidos.',
  willUseMicrophone: 'Te unirás con el micrófono encendido y la cámara apagada.',
  willUseCamera: 'Te unirás con la cámara encendida y el micrófono apagado.',
  cameraIsComing: 'Si tu navegador te pregunta, permite el acceso para verte aquí.',
  joinWithout: {
    microphone: 'Unirse sin micrófono',
    camera: 'Unirse sin cámara',
    both: 'Unirse sin cámara ni micrófono',
  },
  endedByHost: 'El anfitrión ha terminado la llamada para todos',
  pageWasLeft: 'La llamada terminó cuando saliste de la página',
  microphoneLevel: 'Nivel del micrófono',
  noneFound: 'Ningún dispositivo encontrado',
  namesLater: 'Los nombres aparecerán cuando permitas el acceso a tus dispositivos.',
  testSound: 'Reproducir un sonido de prueba',
  playingTestSound: 'Reproduciendo…',
  noTestSound: 'Estos altavoces no se pueden usar ahora mismo. Elige otros.',
  askedAgain: 'La solicitud de tu navegador se cerró sin respuesta. Inténtalo de nuevo y permite el acceso.',
  allowInBrowser: {
    chrome: (what) =>
      `Haz clic en el icono a la izquierda de la dirección, activa ${devices[what].the} e inténtalo de nuevo.`,
    edge: (what) =>
      `Haz clic en el candado a la izquierda de la dirección, permite ${devices[what].the} para este sitio e inténtalo de nuevo.`,
    firefox: (what) =>
      `Haz clic en el icono tachado (${devices[what].name}) junto a la dirección, quita el bloqueo e inténtalo de nuevo.`,
    safari: (what) => `Elige Safari › Ajustes para este sitio web, permite ${devices[what].the} y recarga la página.`,
    iosSafari: (what) =>
      `Toca el botón junto a la dirección, luego Ajustes del sitio web, permite ${devices[what].the} y recarga la página.`,
    iosOther: (what) => `Abre la app Ajustes, elige este navegador, activa ${devices[what].the} y recarga la página.`,
    android: (what) =>
      `Toca el icono a la izquierda de la dirección, luego Permisos, permite ${devices[what].the} e inténtalo de nuevo.`,
    other: (what) => `Permite ${devices[what].the} junto a la dirección e inténtalo de nuevo.`,
  },
  allowInSystem: {
    mac: (what) =>
      `Abre Ajustes del Sistema › Privacidad y seguridad › ${capital(devices[what].name)}, activa tu navegador y reinícialo.`,
    windows: (what) =>
      `Abre Configuración › Privacidad y seguridad › ${capital(devices[what].name)}, activa el acceso para aplicaciones de escritorio e inténtalo de nuevo.`,
    android: (what) =>
      `Abre Ajustes › Aplicaciones › tu navegador › Permisos, permite ${devices[what].the} e inténtalo de nuevo.`,
    ios: (what) => `Abre la app Ajustes, elige tu navegador, activa ${devices[what].the} y recarga la página.`,
    other: (what) =>
      `Permite a tu navegador usar ${devices[what].the} en los ajustes de privacidad del sistema e inténtalo de nuevo.`,
  },

  joining: (room) => `Uniéndote a ${room}…`,
  starting: 'Preparando…',
  reconnecting: 'No se puede conectar con el servidor. La llamada sigue mientras reconectamos…',
  waiting: 'El servidor nos pide que esperemos un momento.',
  waitingFor: (seconds) =>
    plural(seconds, {
      one: 'Próximo intento en 1 segundo',
      other: `Próximo intento en ${number(seconds)} segundos`,
    }),
  dismiss: 'Descartar',
  first: 'Eres la primera persona en llegar.',
  alone: 'No hay nadie más aquí.',
  firstHint: 'Los demás aparecerán cuando se unan.',
  turnSoundOn: 'Activar sonido',
  joined: (names) =>
    plural(names.length, { one: `${list(names)} se ha unido.`, other: `${list(names)} se han unido.` }),
  left: (names) => plural(names.length, { one: `${list(names)} ha salido.`, other: `${list(names)} han salido.` }),
  raisedHand: (names) =>
    plural(names.length, {
      one: `${list(names)} ha levantado la mano.`,
      other: `${list(names)} han levantado la mano.`,
    }),
  startedSharing: (names) =>
    plural(names.length, {
      one: `${list(names)} comparte su pantalla.`,
      other: `${list(names)} comparten su pantalla.`,
    }),
  lostTouch: (names) => `Se ha interrumpido la conexión con ${list(names)}.`,
  backInTouch: (names) => `Se ha restablecido la conexión con ${list(names)}.`,

  backOnline: 'Vuelves a tener conexión.',
  offlineAlone: 'No tienes conexión.',
  offlineWithout: 'No tienes conexión. La llamada se reanudará cuando vuelva.',
  offlineWith: (connected, others) =>
    `No tienes conexión. La llamada sigue con ${number(connected)} de ${number(others)} ${plural(others, { one: 'persona', other: 'personas' })}.`,
  partsMissing: 'Algunas funciones no se han podido cargar. La llamada sigue y lo seguimos intentando.',
  choiceMissing: 'Las opciones no se han podido cargar. Lo seguimos intentando.',
  sharing: 'Estás compartiendo tu pantalla.',
  stopSharing: 'Dejar de compartir',
  sharingOver: 'Ya no compartes tu pantalla',
  foundDevice: (label) => `Nuevo dispositivo: ${label}.`,
  useIt: 'Usarlo',

  copyLink: 'Copiar enlace',
  invite: 'Invitar',
  linkCopied: 'Enlace copiado',
  copyByHand: 'Tu navegador no ha permitido copiar. Aquí tienes el enlace:',
  callEnded: 'La llamada ha terminado',

  close: 'Cerrar',
  callTime: 'Tiempo de llamada',
  peopleCount: (count) => `Personas (${number(count)})`,
  handRaised: (place) => `mano levantada, número ${number(place)}`,
  volumeOf: (name) => `Volumen de ${name}`,
  muteForMe: 'Silenciar para mí',
  mutedForMe: 'Sin sonido para ti',
  pin: 'Fijar',
  unpin: 'Dejar de fijar',

  quality: { good: 'Buena conexión', fair: 'Conexión regular', poor: 'Mala conexión', unknown: 'En línea' },
  packetLoss: (fraction) => `pérdida de paquetes ${percent(fraction)}`,
  throughRelay: 'a través de un relay',
  because: (summary, why) => `${summary}: ${why}`,
  milliseconds: format.milliseconds,
  comma: ', ',
  sentence: (text) => `${text}.`,

  connectionDetails: 'Detalles de la conexión',
  path: 'Ruta',
  paths: { direct: 'Directa', relay: 'A través de un relay', unknown: 'Aún desconocida' },
  roundTrip: 'Ida y vuelta',
  loss: 'Pérdida de paquetes',
  received: 'Recibido',
  sent: 'Enviado',
  bitrate: format.bitrate,
  pictureSize: 'Imagen',
  frames: (width, height, perSecond) =>
    `${width} × ${height}${perSecond === undefined ? '' : `, ${number(Math.round(perSecond))} por segundo`}`,
  limited: 'Tu vídeo está limitado por',
  limits: { cpu: 'este dispositivo', bandwidth: 'la red', other: 'otro motivo' },
  noConnectionYet: 'Los datos aparecerán cuando alguien se conecte.',
  copyDiagnostics: 'Copiar diagnóstico',
  diagnosticsCopied: 'Copiado, sin nombres, direcciones ni sala',
  notCopied: 'Tu navegador no ha permitido copiar.',

  people: 'Personas en la llamada',
  you: 'Tú',
  picture: (name) => `Vídeo de ${name}`,
  ownPicture: 'Tu vídeo',
  microphoneIsOff: 'micrófono apagado',
  peerConnecting: 'Conectando…',
  peerReconnecting: 'Reconectando…',
  peerFailed: (name) =>
    `No se puede conectar con ${name} desde esta red. Podría funcionar con otra red o desactivando la VPN.`,
  turnMissing: 'Esta página no tiene un servidor TURN, que aquí ayudaría.',
  turnFailed: 'El servidor TURN tampoco ha ayudado.',
  noVideoFormat: (name) =>
    `No hay vídeo entre ${name} y tú: los navegadores no tienen ningún formato de vídeo en común.`,
  screenOf: (name) => `Pantalla de ${name}`,
  optionsFor: (name) => `Opciones para ${name}`,
  ownOptions: 'Opciones para tu vídeo',
  raisedHandOn: 'mano levantada',
  previousPage: 'Página anterior',
  nextPage: 'Página siguiente',
  pageOf: (page, pages) => `Página ${number(page)} de ${number(pages)}`,
  movePicture: 'Mover tu vídeo (teclas de flecha)',

  controls: 'Controles de la llamada',
  muteMicrophone: 'Apagar micrófono',
  unmuteMicrophone: 'Encender micrófono',
  stopCamera: 'Apagar cámara',
  startCamera: 'Encender cámara',
  leave: 'Salir de la llamada',
  shareScreen: 'Compartir pantalla',
  raiseHand: 'Levantar la mano',
  lowerHand: 'Bajar la mano',
  reactions: 'Reacciones',
  reactionNames: {
    thumbsUp: 'Pulgar arriba',
    heart: 'Corazón',
    laughing: 'Risa',
    surprised: 'Sorpresa',
    applause: 'Aplauso',
    party: 'Fiesta',
  },
  more: 'Más',
  back: 'Atrás',
  chooseSound: 'Elegir micrófono y altavoces',
  chooseCamera: 'Elegir cámara',
  devices: 'Micrófono, altavoces, cámara',
  microphone: 'Micrófono',
  speakers: 'Altavoces',
  camera: 'Cámara',
  systemDefault: 'Predeterminado del sistema',
  microphoneNamesLater: 'Los nombres aparecen al encender el micrófono.',
  cameraNamesLater: 'Los nombres aparecen al encender la cámara.',
  layout: 'Diseño',
  layouts: { auto: 'Automático', grid: 'Cuadrícula', speaker: 'Orador' },
  fullScreen: 'Pantalla completa',
  pictureInPicture: 'Imagen en imagen',
  flipCamera: 'Cambiar de cámara',
  mirrorPicture: 'Ver mi vídeo en espejo',
  pauseOthers: 'Pausar el vídeo de los demás',
  videoPaused: 'Vídeo en pausa aquí',
  onlySpeaker: 'Por ahora solo ves a quien habla: tu red o tu dispositivo no dan para más.',
  hideSelf: 'Ocultar mi vídeo',
  shortcuts: 'Atajos de teclado',
  shortcutsWhere: 'Funcionan cuando la reunión tiene el foco y no estás escribiendo.',
  spaceKey: 'Espacio',
  pushToTalk: 'Mantener pulsado para hablar con el micrófono apagado',
  microphoneOn: 'Micrófono encendido',
  microphoneOff: 'Micrófono apagado',
  cameraOn: 'Cámara encendida',
  cameraOff: 'Cámara apagada',
  handUp: 'Tienes la mano levantada',
  handDown: 'Tienes la mano bajada',

  ...chatWords(format),
  ...trustWords(format),
  ...hostWords(format),
  chat: 'Chat',
  chatUnread: (count) =>
    plural(count, { one: 'Chat (1 mensaje nuevo)', other: `Chat (${number(count)} mensajes nuevos)` }),
};
