import type { Strings } from './en.js';
import { devices, errors } from './errors/fr.js';
import { createFormat } from './format.js';

const format = createFormat('fr');
const { plural, number, percent, list } = format;

export const strings: Strings = {
  language: 'fr',
  direction: 'ltr',
  format,
  errors,
  details: 'Détails',
  tryAgain: 'Réessayer',

  meeting: 'Réunion',
  yourName: 'Votre nom',
  guest: 'Invité',
  join: 'Rejoindre',
  joiningNow: 'Connexion…',
  cancel: 'Annuler',
  rejoin: 'Rejoindre à nouveau',
  leftCall: 'Vous avez quitté l’appel',
  cameraPreview: 'Votre caméra',
  checkDevices: 'Tester la caméra et le micro',
  willAskBoth: 'Quand vous rejoindrez, le navigateur demandera votre caméra et votre micro.',
  willAskMicrophone: 'Quand vous rejoindrez, le navigateur demandera votre micro. La caméra reste éteinte.',
  willAskCamera: 'Quand vous rejoindrez, le navigateur demandera votre caméra. Le micro reste coupé.',
  willAskNothing: 'Vous rejoignez sans caméra ni micro. Vous pourrez les activer pendant l’appel.',
  cameraIsOff: 'Votre caméra est éteinte',
  willUseBoth: 'Vous rejoignez avec caméra et micro.',
  willUseMicrophone: 'Vous rejoignez avec le micro. La caméra reste éteinte.',
  willUseCamera: 'Vous rejoignez avec la caméra. Le micro reste coupé.',
  cameraIsComing: 'Si le navigateur demande vos appareils, autorisez-les pour vous voir ici.',
  joinWithout: {
    microphone: 'Rejoindre sans micro',
    camera: 'Rejoindre sans caméra',
    both: 'Rejoindre sans caméra ni micro',
  },
  pageWasLeft: 'L’appel s’est terminé quand vous avez quitté la page',
  microphoneLevel: 'Niveau du micro',
  noneFound: 'Aucun appareil',
  namesLater: 'Les noms apparaissent une fois que le navigateur a demandé vos appareils.',
  testSound: 'Jouer un son de test',
  playingTestSound: 'Lecture…',
  noTestSound: 'Ces haut-parleurs sont inutilisables pour l’instant. Choisissez-en d’autres.',
  askedAgain: 'La question a été fermée sans réponse. Réessayez et autorisez cette fois.',
  allowInBrowser: {
    chrome: (what) => `Cliquez sur l’icône devant l’adresse, activez ${devices[what].the}, puis réessayez.`,
    edge: (what) =>
      `Cliquez sur le cadenas devant l’adresse, autorisez ${devices[what].the} pour ce site, puis réessayez.`,
    firefox: (what) =>
      `Cliquez sur l’icône barrée (${devices[what].name}) à côté de l’adresse, levez le blocage, puis réessayez.`,
    safari: (what) =>
      `Choisissez Safari › Réglages pour ce site web, autorisez ${devices[what].the}, puis rechargez la page.`,
    iosSafari: (what) =>
      `Touchez le bouton à côté de l’adresse, puis Réglages du site web, autorisez ${devices[what].the}, puis rechargez la page.`,
    iosOther: (what) =>
      `Ouvrez l’app Réglages, choisissez ce navigateur, activez ${devices[what].the}, puis rechargez la page.`,
    android: (what) =>
      `Touchez l’icône devant l’adresse, puis Autorisations, autorisez ${devices[what].the}, puis réessayez.`,
    other: (what) => `Autorisez ${devices[what].the} à côté de l’adresse, puis réessayez.`,
  },
  allowInSystem: {
    mac: (what) =>
      `Ouvrez Réglages Système › Confidentialité et sécurité › ${what === 'camera' ? 'Appareil photo' : 'Micro'}, activez votre navigateur, puis relancez-le.`,
    windows: (what) =>
      `Ouvrez Paramètres › Confidentialité et sécurité › ${what === 'camera' ? 'Caméra' : 'Microphone'}, activez-la pour les applications de bureau, puis réessayez.`,
    android: (what) =>
      `Ouvrez Paramètres › Applications › votre navigateur › Autorisations, autorisez ${devices[what].the}, puis réessayez.`,
    ios: (what) =>
      `Ouvrez l’app Réglages, choisissez votre navigateur, activez ${devices[what].the}, puis rechargez la page.`,
    other: (what) =>
      `Autorisez votre navigateur à utiliser ${devices[what].the} dans les réglages de confidentialité du système, puis réessayez.`,
  },

  joining: (room) => `Entrée dans ${room}…`,
  starting: 'Préparation…',
  reconnecting: 'Le serveur est injoignable. L’appel continue pendant la reconnexion…',
  waiting: 'Le serveur demande d’attendre un instant.',
  waitingFor: (seconds) =>
    plural(seconds, {
      one: 'Prochain essai dans 1 seconde',
      other: `Prochain essai dans ${number(seconds)} secondes`,
    }),
  dismiss: 'Masquer',
  first: 'Vous êtes la première personne ici.',
  alone: 'Il n’y a personne d’autre pour le moment.',
  firstHint: 'Les autres apparaissent dès qu’ils rejoignent.',
  turnSoundOn: 'Activer le son',
  joined: (names) =>
    plural(names.length, {
      one: `${list(names)} a rejoint l’appel.`,
      other: `${list(names)} ont rejoint l’appel.`,
    }),
  left: (names) =>
    plural(names.length, { one: `${list(names)} a quitté l’appel.`, other: `${list(names)} ont quitté l’appel.` }),
  raisedHand: (names) =>
    plural(names.length, { one: `${list(names)} lève la main.`, other: `${list(names)} lèvent la main.` }),
  startedSharing: (names) =>
    plural(names.length, { one: `${list(names)} partage son écran.`, other: `${list(names)} partagent leur écran.` }),
  lostTouch: (names) => `Connexion interrompue : ${list(names)}.`,
  backInTouch: (names) => `Connexion rétablie : ${list(names)}.`,

  offlineAlone: 'Vous êtes hors ligne.',
  offlineWithout: 'Vous êtes hors ligne. L’appel revient avec votre réseau.',
  offlineWith: (connected, others) =>
    `Vous êtes hors ligne. L’appel continue avec ${number(connected)} personnes sur ${number(others)}.`,
  sharing: 'Vous partagez votre écran.',
  stopSharing: 'Arrêter le partage',
  foundDevice: (label) => `Nouvel appareil : ${label}.`,
  useIt: 'Utiliser',

  copyLink: 'Copier le lien',
  invite: 'Inviter',
  linkCopied: 'Lien copié',
  copyByHand: 'Le navigateur a empêché la copie. Voici le lien :',
  callEnded: 'L’appel est terminé',

  close: 'Fermer',
  callTime: 'Durée de l’appel',
  peopleCount: (count) => `Participants (${number(count)})`,
  handRaised: (place) => `main levée, numéro ${number(place)}`,
  volumeOf: (name) => `Volume de ${name}`,
  muteForMe: 'Couper le son pour moi',
  mutedForMe: 'Son coupé pour vous',
  pin: 'Épingler',
  unpin: 'Détacher',

  quality: {
    good: 'Bonne connexion',
    fair: 'Connexion moyenne',
    poor: 'Mauvaise connexion',
    unknown: 'En ligne',
  },
  packetLoss: (fraction) => `perte de paquets ${percent(fraction)}`,
  throughRelay: 'par un relais',
  milliseconds: format.milliseconds,
  comma: ', ',

  connectionDetails: 'Détails de la connexion',
  path: 'Chemin',
  paths: { direct: 'Direct', relay: 'Par un relais', unknown: 'Pas encore connu' },
  roundTrip: 'Aller-retour',
  loss: 'Perte de paquets',
  received: 'Reçu',
  sent: 'Envoyé',
  bitrate: format.bitrate,
  pictureSize: 'Image',
  frames: (width, height, perSecond) =>
    `${width} × ${height}${perSecond === undefined ? '' : `, ${number(Math.round(perSecond))} par seconde`}`,
  limited: 'Votre image est réduite par',
  limits: { cpu: 'cet appareil', bandwidth: 'le réseau', other: 'une autre cause' },
  noConnectionYet: 'Les chiffres apparaissent dès que quelqu’un est connecté.',
  copyDiagnostics: 'Copier le diagnostic',
  diagnosticsCopied: 'Copié, sans noms, adresses ni salle',
  notCopied: 'Le navigateur a empêché la copie.',

  people: 'Participants à l’appel',
  you: 'Vous',
  picture: (name) => `Vidéo de ${name}`,
  microphoneIsOff: 'micro coupé',
  peerConnecting: 'Connexion…',
  peerReconnecting: 'Reconnexion…',
  peerFailed: (name) => `${name} est injoignable depuis ce réseau. Un serveur TURN aiderait.`,
  peerFailedByTurn: (name) => `${name} est injoignable depuis ce réseau, même par le serveur TURN.`,
  screenOf: (name) => `Écran de ${name}`,
  optionsFor: (name) => `Options pour ${name}`,
  raisedHandOn: 'main levée',
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  pageOf: (page, pages) => `Page ${number(page)} sur ${number(pages)}`,
  movePicture: 'Déplacer votre image (touches fléchées)',

  controls: 'Commandes de l’appel',
  muteMicrophone: 'Couper le micro',
  unmuteMicrophone: 'Activer le micro',
  stopCamera: 'Éteindre la caméra',
  startCamera: 'Allumer la caméra',
  leave: 'Quitter l’appel',
  shareScreen: 'Partager l’écran',
  raiseHand: 'Lever la main',
  lowerHand: 'Baisser la main',
  reactions: 'Réactions',
  reactionNames: {
    thumbsUp: 'Pouce levé',
    heart: 'Cœur',
    laughing: 'Rire',
    surprised: 'Surprise',
    applause: 'Applaudissements',
    party: 'Fête',
  },
  more: 'Plus',
  back: 'Retour',
  chooseSound: 'Choisir micro et haut-parleurs',
  chooseCamera: 'Choisir la caméra',
  devices: 'Micro, haut-parleurs, caméra',
  microphone: 'Micro',
  speakers: 'Haut-parleurs',
  camera: 'Caméra',
  systemDefault: 'Choix du système',
  microphoneNamesLater: 'Les noms apparaissent quand le micro est activé.',
  cameraNamesLater: 'Les noms apparaissent quand la caméra est allumée.',
  layout: 'Disposition',
  layouts: { auto: 'Automatique', grid: 'Grille', speaker: 'Intervenant' },
  fullScreen: 'Plein écran',
  pictureInPicture: 'Image dans l’image',
  hideSelf: 'Masquer mon image',
  shortcuts: 'Raccourcis clavier',
  shortcutsWhere: 'Ils marchent tant que le focus est dans la réunion, et pas pendant la saisie.',
  spaceKey: 'Espace',
  pushToTalk: 'Maintenir pour parler, micro coupé',
  microphoneOn: 'Micro activé',
  microphoneOff: 'Micro coupé',
  cameraOn: 'Caméra allumée',
  cameraOff: 'Caméra éteinte',
  handUp: 'Votre main est levée',
  handDown: 'Votre main est baissée',
};
