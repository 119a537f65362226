import { chatWords } from './chat/fr.js';
import type { Strings } from './en.js';
import { devices, errors } from './errors/fr.js';
import { createFormat } from './format.js';
import { hostWords } from './hosts/fr.js';
import { trustWords } from './trust/fr.js';

const format = createFormat('fr');
const { plural, number, percent, list } = format;

/** Whose something is: d’Ann, de Bo. */
const of = (name: string): string => (/^[aàâäæeéèêëiîïoôöœuùûü]/iu.test(name) ? `d’${name}` : `de ${name}`);

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
  calledOff: 'Vous avez annulé la connexion à l’appel',
  cameraPreview: 'Votre caméra',
  checkDevices: 'Tester la caméra et le micro',
  willAskBoth: 'Quand vous rejoindrez l’appel, votre navigateur demandera l’accès à la caméra et au micro.',
  willAskMicrophone:
    'Quand vous rejoindrez l’appel, votre navigateur demandera l’accès au micro. Votre caméra reste éteinte.',
  willAskCamera:
    'Quand vous rejoindrez l’appel, votre navigateur demandera l’accès à la caméra. Votre micro reste coupé.',
  willAskNothing: 'Vous rejoindrez l’appel sans caméra ni micro. Vous pourrez les activer pendant l’appel.',
  cameraIsOff: 'Votre caméra est éteinte',
  willUseBoth: 'Vous rejoindrez l’appel avec la caméra et le micro activés.',
  willUseMicrophone: 'Vous rejoindrez l’appel avec le micro activé et la caméra éteinte.',
  willUseCamera: 'Vous rejoindrez l’appel avec la caméra allumée et le micro coupé.',
  cameraIsComing: 'Si votre navigateur le demande, autorisez l’accès pour vous voir ici.',
  joinWithout: {
    microphone: 'Rejoindre sans micro',
    camera: 'Rejoindre sans caméra',
    both: 'Rejoindre sans caméra ni micro',
  },
  endedByHost: 'L’hôte a mis fin à l’appel pour tout le monde',
  pageWasLeft: 'L’appel s’est terminé quand vous avez quitté la page',
  microphoneLevel: 'Niveau du micro',
  noneFound: 'Aucun appareil trouvé',
  namesLater: 'Les noms apparaîtront quand vous aurez autorisé l’accès à vos appareils.',
  testSound: 'Jouer un son de test',
  playingTestSound: 'Lecture…',
  noTestSound: 'Ces haut-parleurs sont inutilisables pour l’instant. Choisissez-en d’autres.',
  askedAgain: 'La demande de votre navigateur a été fermée sans réponse. Réessayez et autorisez l’accès.',
  allowInBrowser: {
    chrome: (what) => `Cliquez sur l’icône à gauche de l’adresse, activez ${devices[what].the}, puis réessayez.`,
    edge: (what) =>
      `Cliquez sur le cadenas à gauche de l’adresse, autorisez ${devices[what].the} pour ce site, puis réessayez.`,
    firefox: (what) =>
      `Cliquez sur l’icône barrée (${devices[what].name}) à côté de l’adresse, supprimez le blocage, puis réessayez.`,
    safari: (what) =>
      `Choisissez Safari › Réglages pour ce site web, autorisez ${devices[what].the}, puis rechargez la page.`,
    iosSafari: (what) =>
      `Touchez le bouton à côté de l’adresse, puis Réglages du site web, autorisez ${devices[what].the}, puis rechargez la page.`,
    iosOther: (what) =>
      `Ouvrez l’app Réglages, choisissez ce navigateur, activez ${devices[what].the}, puis rechargez la page.`,
    android: (what) =>
      `Touchez l’icône à gauche de l’adresse, puis Autorisations, autorisez ${devices[what].the}, puis réessayez.`,
    other: (what) => `Autorisez ${devices[what].the} à côté de l’adresse, puis réessayez.`,
  },
  allowInSystem: {
    mac: (what) =>
      `Ouvrez Réglages Système › Confidentialité et sécurité › ${what === 'camera' ? 'Appareil photo' : 'Micro'}, activez votre navigateur, puis relancez-le.`,
    windows: (what) =>
      `Ouvrez Paramètres › Confidentialité et sécurité › ${what === 'camera' ? 'Caméra' : 'Microphone'}, activez l’accès pour les applications de bureau, puis réessayez.`,
    android: (what) =>
      `Ouvrez Paramètres › Applications › votre navigateur › Autorisations, autorisez ${devices[what].the}, puis réessayez.`,
    ios: (what) =>
      `Ouvrez l’app Réglages, choisissez votre navigateur, activez ${devices[what].the}, puis rechargez la page.`,
    other: (what) =>
      `Autorisez votre navigateur à utiliser ${devices[what].the} dans les réglages de confidentialité du système, puis réessayez.`,
  },

  joining: (room) => `Connexion à ${room}…`,
  starting: 'Préparation…',
  reconnecting: 'Le serveur est injoignable. L’appel continue pendant que nous nous reconnectons…',
  waiting: 'Le serveur nous demande d’attendre un instant.',
  waitingFor: (seconds) =>
    plural(seconds, {
      one: `Prochain essai dans ${number(seconds)} seconde`,
      other: `Prochain essai dans ${number(seconds)} secondes`,
    }),
  dismiss: 'Masquer',
  first: 'Vous êtes la première personne ici.',
  alone: 'Vous êtes la seule personne ici.',
  firstHint: 'Les autres apparaîtront quand ils rejoindront l’appel.',
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
  lostTouch: (names) => `La connexion avec ${list(names)} est interrompue.`,
  backInTouch: (names) => `La connexion avec ${list(names)} est rétablie.`,

  backOnline: 'Vous êtes de nouveau en ligne.',
  offlineAlone: 'Vous êtes hors ligne.',
  offlineWithout: 'Vous êtes hors ligne. L’appel reprendra au retour de la connexion.',
  offlineWith: (connected, others) =>
    `Vous êtes hors ligne. L’appel continue avec ${number(connected)} ${plural(connected, { one: 'personne', other: 'personnes' })} sur ${number(others)}.`,
  partsMissing: 'Certaines fonctions n’ont pas pu être chargées. L’appel continue et nous réessayons.',
  choiceMissing: 'Les options n’ont pas pu être chargées. Nous réessayons.',
  sharing: 'Vous partagez votre écran.',
  stopSharing: 'Arrêter le partage',
  sharingOver: 'Partage d’écran arrêté',
  foundDevice: (label) => `Nouvel appareil\u00a0: ${label}.`,
  useIt: 'Utiliser',

  copyLink: 'Copier le lien',
  invite: 'Inviter',
  linkCopied: 'Lien copié',
  copyByHand: 'Votre navigateur n’a pas permis la copie. Voici le lien\u00a0:',
  callEnded: 'L’appel est terminé',

  close: 'Fermer',
  callTime: 'Durée de l’appel',
  peopleCount: (count) => `Participants (${number(count)})`,
  handRaised: (place) => `main levée, numéro ${number(place)}`,
  volumeOf: (name) => `Volume ${of(name)}`,
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
  throughRelay: 'via un relais',
  because: (summary, why) => `${summary}\u00a0: ${why}`,
  milliseconds: format.milliseconds,
  comma: ', ',
  sentence: (text) => `${text}.`,

  connectionDetails: 'Détails de la connexion',
  path: 'Chemin',
  paths: { direct: 'Direct', relay: 'Via un relais', unknown: 'Pas encore connu' },
  roundTrip: 'Aller-retour',
  loss: 'Perte de paquets',
  received: 'Reçu',
  sent: 'Envoyé',
  bitrate: format.bitrate,
  pictureSize: 'Image',
  frames: (width, height, perSecond) =>
    `${width} × ${height}${perSecond === undefined ? '' : `, ${number(Math.round(perSecond))} par seconde`}`,
  limited: 'Votre vidéo est limitée par',
  limits: { cpu: 'cet appareil', bandwidth: 'le réseau', other: 'autre chose' },
  noConnectionYet: 'Les chiffres apparaîtront dès que quelqu’un sera connecté.',
  copyDiagnostics: 'Copier le diagnostic',
  diagnosticsCopied: 'Copié, sans noms, adresses ni salle',
  notCopied: 'Votre navigateur n’a pas permis la copie.',

  people: 'Participants à l’appel',
  you: 'Vous',
  picture: (name) => `Vidéo ${of(name)}`,
  ownPicture: 'Votre vidéo',
  microphoneIsOff: 'micro coupé',
  peerConnecting: 'Connexion…',
  peerReconnecting: 'Reconnexion…',
  peerFailed: (name) =>
    `${name} est injoignable depuis ce réseau. Cela marchera peut-être avec un autre réseau ou sans VPN.`,
  turnMissing: 'Cette page n’a pas de serveur TURN. Cela aiderait ici.',
  turnFailed: 'Le serveur TURN n’a pas aidé non plus.',
  noVideoFormat: (name) =>
    `${name} et vous ne pouvez pas vous voir\u00a0: vos navigateurs n’ont aucun format vidéo en commun.`,
  screenOf: (name) => `Écran ${of(name)}`,
  optionsFor: (name) => `Options pour ${name}`,
  ownOptions: 'Options pour votre vidéo',
  raisedHandOn: 'main levée',
  previousPage: 'Page précédente',
  nextPage: 'Page suivante',
  pageOf: (page, pages) => `Page ${number(page)} sur ${number(pages)}`,
  movePicture: 'Déplacer votre vidéo (touches fléchées)',

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
  systemDefault: 'Appareil par défaut',
  microphoneNamesLater: 'Les noms apparaîtront quand vous activerez le micro.',
  cameraNamesLater: 'Les noms apparaîtront quand vous allumerez la caméra.',
  layout: 'Disposition',
  layouts: { auto: 'Automatique', grid: 'Grille', speaker: 'Intervenant' },
  fullScreen: 'Plein écran',
  pictureInPicture: 'Image dans l’image',
  flipCamera: 'Changer de caméra',
  mirrorPicture: 'Afficher ma vidéo en miroir',
  pauseOthers: 'Suspendre la vidéo des autres',
  videoPaused: 'Vidéo suspendue ici',
  onlySpeaker:
    'Seule la vidéo de la personne qui parle est affichée pour l’instant : votre réseau ou votre appareil ne peut pas plus.',
  hideSelf: 'Masquer ma vidéo',
  shortcuts: 'Raccourcis clavier',
  shortcutsWhere: 'Ils fonctionnent quand la réunion a le focus et que vous n’écrivez pas.',
  spaceKey: 'Espace',
  pushToTalk: 'Maintenir pour parler quand le micro est coupé',
  microphoneOn: 'Micro activé',
  microphoneOff: 'Micro coupé',
  cameraOn: 'Caméra allumée',
  cameraOff: 'Caméra éteinte',
  handUp: 'Votre main est levée',
  handDown: 'Votre main est baissée',

  ...chatWords(format),
  ...trustWords(format),
  ...hostWords(format),
  chat: 'Discussion',
  chatUnread: (count) =>
    plural(count, {
      one: `Discussion (${number(count)} nouveau message)`,
      other: `Discussion (${number(count)} nouveaux messages)`,
    }),
};
