import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const nothingGoes = (name: string): string => `No se envía nada a ${name}.`;

const refusals: Refusals = {
  passphrase: (name) => [`La contraseña de ${name} no es la tuya, o hay alguien en medio`, nothingGoes(name)],
  'no-passphrase': (name) => [`${name} no ha escrito la contraseña`, nothingGoes(name)],
  unsupported: (name) => [`La aplicación de ${name} no puede demostrar la contraseña`, `No se deja entrar a ${name}.`],
  identity: (name) => [`Esta conexión no lleva a ${name}, sino a otra persona`, 'Puede que el servidor la manipule.'],
  name: () => ['El servidor muestra para esta persona un nombre que no es el suyo', 'No se le envía nada.'],
  changed: (name) => [`La conexión con ${name} usa otra clave que antes y se ha cerrado`, nothingGoes(name)],
  attempts: () => [
    'Aquí se han probado demasiadas contraseñas incorrectas',
    'Para dejar entrar a más personas, sal de la llamada y quedad con otra contraseña.',
  ],
  liar: (name) => [`La parte del código de ${name} es incorrecta`, nothingGoes(name)],
  other: (name) => [`No se deja entrar a ${name}`, nothingGoes(name)],
  tampered: (name) => [
    `Alguien intentó tomar la conexión con ${name} y no lo consiguió`,
    'La llamada sigue como antes.',
  ],
};

export const trustErrors = {
  'passphrase-missing': say('Esta llamada necesita una contraseña', 'Escribe la que tienen los demás.'),
  'peer-refused': ofPeer('alguien', refusals),
  tampered: ofPeer('alguien', refusals, 'tampered'),
  'trust-unsupported': say(
    'Este navegador no puede demostrar una contraseña',
    'Actualízalo o únete con uno más reciente: esta llamada lo necesita.',
  ),
};

export const trustWords = ({ list, number, plural }: Format): TrustStrings => ({
  passphrase: 'Contraseña',
  showPassphrase: 'Mostrar la contraseña',
  passphraseAsk: 'Solo te ven y te oyen quienes la conocen.',
  notLetIn: 'Sin acceso',
  safety: 'Seguridad',
  verified: 'Verificada',
  notVerified: 'No verificada',
  verifiedOf: (count, all) => `Verificación: ${number(count)} de ${number(all)}`,
  countNotLetIn: (count) => `${number(count)} sin acceso`,
  safetyCode: 'Código de seguridad',
  codeFor: (names) => `Para ${list(['ti', ...names])}.`,
  codeNotFor: (names, why) => `No para ${list(names)}: ${why}.`,
  whyNot: {
    olderApp: 'aplicación antigua',
    notLetIn: 'sin acceso',
    noConnection: 'sin conexión',
    seesOthers: 'no ve a todos',
  },
  readOut: 'Alguien lo lee en voz alta y los demás dicen si el suyo es igual.',
  readOutBy: 'Que sea alguien de tu confianza; si no, léelo tú.',
  sameForAll: 'Es igual para todos',
  differs: 'Es distinto',
  mayListen: 'Puede que alguien esté escuchando. No digas nada privado. Sal de la llamada y hablad de otra manera.',
  codeForming: 'El código está en camino…',
  codeAlone: 'Habrá un código en cuanto haya aquí alguien que pueda tenerlo.',
  codeSplit: 'No hay código: no todos ven a las mismas personas.',
  codeSame: 'Has dicho que es igual para todos.',
  codePromise: 'Si todos ven el mismo código, no hay nadie en medio entre dos de vosotros.',
  passphrasePromise:
    'Todas las personas que ves y oyes conocen la contraseña. Nadie que no la conozca puede escuchar, tampoco el servidor.',
  noPromise: 'Cifrada, no verificada: quien gestiona el servidor podría escuchar.',
  trustLevels: {
    pending: 'Aún sin comprobar',
    unverified: 'Sin verificar',
    unsupported: 'Aplicación antigua, no se puede verificar',
    passphrase: 'Verificación por contraseña',
    code: 'Verificación por código de seguridad',
  },
  nobodyHasYours: 'Nadie tiene aquí tu contraseña. Comprueba cómo está escrita.',
  somebodyHasOne: 'Alguien tiene aquí una contraseña.',
  passphraseNow: 'Se prueba con quienes están sin verificar. No se desconecta a nadie.',
  tryPassphrase: 'Usar',
  suggestWords: 'Sugerir cuatro palabras',
  copyPassphrase: 'Copiar la contraseña',
  passphraseElsewhere: 'Dásela a los demás por otra vía, no con el enlace.',
  codeChanged: 'El código ahora es otro.',
  codeChangedBy: (names) =>
    plural(names.length, {
      one: `El código ahora es otro: ha entrado ${list(names)}.`,
      other: `El código ahora es otro: han entrado ${list(names)}.`,
    }),
  codeChangedWithout: (names) =>
    plural(names.length, {
      one: `El código ahora es otro: ha salido ${list(names)}.`,
      other: `El código ahora es otro: han salido ${list(names)}.`,
    }),
  backUnverified: (names) =>
    plural(names.length, {
      one: `${list(names)} ha vuelto y ya no está en la verificación.`,
      other: `${list(names)} han vuelto y ya no están en la verificación.`,
    }),
  onlyVerified: 'Solo reciben tus mensajes las personas verificadas, y solo ves los suyos.',
});
