import { chatWords } from './chat/nl.js';
import type { Strings } from './en.js';
import { devices, errors } from './errors/nl.js';
import { createFormat } from './format.js';
import { hostWords } from './hosts/nl.js';
import { trustWords } from './trust/nl.js';
import { capital } from './say.js';

const format = createFormat('nl');
const { plural, number, percent, list } = format;

export const strings: Strings = {
  language: 'nl',
  direction: 'ltr',
  format,
  errors,
  details: 'Details',
  tryAgain: 'Opnieuw proberen',

  meeting: 'Vergadering',
  yourName: 'Je naam',
  guest: 'Gast',
  join: 'Deelnemen',
  joiningNow: 'Deelnemen…',
  cancel: 'Annuleren',
  rejoin: 'Opnieuw deelnemen',
  leftCall: 'Je hebt het gesprek verlaten',
  cameraPreview: 'Je camera',
  checkDevices: 'Camera en microfoon testen',
  willAskBoth: 'Als je deelneemt, vraagt je browser om je camera en microfoon.',
  willAskMicrophone: 'Als je deelneemt, vraagt je browser om je microfoon. Je camera blijft uit.',
  willAskCamera: 'Als je deelneemt, vraagt je browser om je camera. Je microfoon blijft uit.',
  willAskNothing: 'Je neemt deel met camera en microfoon uit. In het gesprek kun je ze aanzetten.',
  cameraIsOff: 'Je camera staat uit',
  willUseBoth: 'Je neemt deel met camera en microfoon aan.',
  willUseMicrophone: 'Je neemt deel met je microfoon aan en je camera uit.',
  willUseCamera: 'Je neemt deel met je camera aan en je microfoon uit.',
  cameraIsComing: 'Als je browser erom vraagt, kies dan Toestaan om jezelf hier te zien.',
  joinWithout: {
    microphone: 'Deelnemen zonder microfoon',
    camera: 'Deelnemen zonder camera',
    both: 'Deelnemen zonder camera en microfoon',
  },
  calledOff: 'Je hebt het deelnemen geannuleerd',
  endedByHost: 'De organisator heeft het gesprek voor iedereen beëindigd',
  pageWasLeft: 'Het gesprek eindigde toen je de pagina verliet',
  microphoneLevel: 'Microfoonniveau',
  noneFound: 'Niets gevonden',
  namesLater: 'Namen verschijnen zodra je je apparaten hebt toegestaan.',
  testSound: 'Testgeluid afspelen',
  playingTestSound: 'Wordt afgespeeld…',
  noTestSound: 'Deze luidsprekers kunnen nu niet worden gebruikt. Kies andere.',
  askedAgain: 'De vraag van je browser is zonder antwoord gesloten. Probeer het opnieuw en kies Toestaan.',
  allowInBrowser: {
    chrome: (what) => `Klik op het pictogram vóór het adres, zet ${devices[what].the} aan en probeer het opnieuw.`,
    edge: (what) =>
      `Klik op het slotje vóór het adres, sta ${devices[what].the} toe voor deze site en probeer het opnieuw.`,
    firefox: (what) =>
      `Klik op het doorgestreepte ${devices[what].name}pictogram naast het adres, hef de blokkering op en probeer het opnieuw.`,
    safari: (what) =>
      `Kies Safari › Instellingen voor deze website, sta ${devices[what].the} toe en laad de pagina opnieuw.`,
    iosSafari: (what) =>
      `Tik op de knop naast het adres en dan op Website-instellingen, sta ${devices[what].the} toe en laad de pagina opnieuw.`,
    iosOther: (what) =>
      `Open de app Instellingen, kies deze browser, zet ${devices[what].the} aan en laad de pagina opnieuw.`,
    android: (what) =>
      `Tik op het pictogram vóór het adres en dan op Rechten, sta ${devices[what].the} toe en probeer het opnieuw.`,
    other: (what) => `Sta ${devices[what].the} toe naast het adres en probeer het opnieuw.`,
  },
  allowInSystem: {
    mac: (what) =>
      `Open Systeeminstellingen › Privacy en beveiliging › ${capital(devices[what].name)}, zet je browser daar aan en start hem opnieuw.`,
    windows: (what) =>
      `Open Instellingen › Privacy en beveiliging › ${capital(devices[what].name)}, zet de toegang voor bureaublad-apps aan en probeer het opnieuw.`,
    android: (what) =>
      `Open Instellingen › Apps › je browser › Rechten, sta ${devices[what].the} toe en probeer het opnieuw.`,
    ios: (what) => `Open de app Instellingen, kies je browser, zet ${devices[what].the} aan en laad de pagina opnieuw.`,
    other: (what) =>
      `Geef je browser toegang tot ${devices[what].the} in de privacyinstellingen van het systeem en probeer het opnieuw.`,
  },

  joining: (room) => `Deelnemen aan ${room}…`,
  starting: 'Voorbereiden…',
  reconnecting: 'De server is niet bereikbaar. Het gesprek gaat door terwijl we opnieuw verbinden…',
  waiting: 'De server vroeg ons even te wachten.',
  waitingFor: (seconds) =>
    plural(seconds, {
      one: 'Volgende poging over 1 seconde',
      other: `Volgende poging over ${number(seconds)} seconden`,
    }),
  dismiss: 'Sluiten',
  first: 'Je bent de eerste hier.',
  alone: 'Je bent de enige hier.',
  firstHint: 'Anderen verschijnen zodra ze deelnemen.',
  turnSoundOn: 'Geluid aanzetten',
  joined: (names) => plural(names.length, { one: `${list(names)} neemt deel.`, other: `${list(names)} nemen deel.` }),
  left: (names) =>
    plural(names.length, {
      one: `${list(names)} heeft het gesprek verlaten.`,
      other: `${list(names)} hebben het gesprek verlaten.`,
    }),
  raisedHand: (names) =>
    plural(names.length, { one: `${list(names)} steekt een hand op.`, other: `${list(names)} steken een hand op.` }),
  startedSharing: (names) =>
    plural(names.length, { one: `${list(names)} deelt nu een scherm.`, other: `${list(names)} delen nu een scherm.` }),
  lostTouch: (names) => `De verbinding met ${list(names)} is onderbroken.`,
  backInTouch: (names) => `De verbinding met ${list(names)} is terug.`,

  backOnline: 'Je bent weer verbonden.',
  offlineAlone: 'Je bent offline.',
  offlineWithout: 'Je bent offline. Het gesprek gaat verder zodra je verbinding terug is.',
  offlineWith: (connected, others) =>
    plural(others, {
      one: `Je bent offline. Het gesprek gaat door met ${number(connected)} persoon.`,
      other: `Je bent offline. Het gesprek gaat door met ${number(connected)} van de ${number(others)} mensen.`,
    }),
  partsMissing: 'Sommige functies konden niet worden geladen. Het gesprek gaat door en we blijven het proberen.',
  choiceMissing: 'De opties konden niet worden geladen. We blijven het proberen.',
  sharing: 'Je deelt je scherm.',
  stopSharing: 'Delen stoppen',
  sharingOver: 'Scherm delen gestopt',
  foundDevice: (label) => `Nieuw apparaat gevonden: ${label}.`,
  useIt: 'Gebruiken',

  copyLink: 'Link kopiëren',
  invite: 'Uitnodigen',
  linkCopied: 'Link gekopieerd',
  copyByHand: 'Je browser liet ons niet kopiëren. Dit is de link:',
  callEnded: 'Het gesprek is afgelopen',

  close: 'Sluiten',
  callTime: 'Gespreksduur',
  peopleCount: (count) => `Mensen (${number(count)})`,
  handRaised: (place) => `hand opgestoken, nummer ${number(place)}`,
  volumeOf: (name) => `Volume van ${name}`,
  muteForMe: 'Dempen voor mij',
  mutedForMe: 'Gedempt voor jou',
  pin: 'Vastzetten',
  unpin: 'Losmaken',

  quality: {
    good: 'Goede verbinding',
    fair: 'Matige verbinding',
    poor: 'Slechte verbinding',
    unknown: 'Verbonden',
  },
  because: (summary, why) => `${summary}: ${why}`,
  packetLoss: (fraction) => `pakketverlies ${percent(fraction)}`,
  throughRelay: 'via een relay',
  milliseconds: format.milliseconds,
  comma: ', ',
  sentence: (text) => `${text}.`,

  connectionDetails: 'Details van de verbinding',
  path: 'Route',
  paths: { direct: 'Rechtstreeks', relay: 'Via een relay', unknown: 'Nog niet bekend' },
  roundTrip: 'Heen en terug',
  loss: 'Pakketverlies',
  received: 'Ontvangen',
  sent: 'Verzonden',
  bitrate: format.bitrate,
  pictureSize: 'Beeld',
  frames: (width, height, perSecond) =>
    `${width} × ${height}${perSecond === undefined ? '' : `, ${number(Math.round(perSecond))} per seconde`}`,
  limited: 'Je video wordt beperkt door',
  limits: { cpu: 'dit apparaat', bandwidth: 'het netwerk', other: 'een andere oorzaak' },
  noConnectionYet: 'Cijfers verschijnen zodra er iemand verbonden is.',
  copyDiagnostics: 'Diagnose kopiëren',
  diagnosticsCopied: 'Gekopieerd, zonder namen, adressen of de ruimte',
  notCopied: 'Je browser liet ons niet kopiëren.',

  people: 'Mensen in het gesprek',
  you: 'Jij',
  picture: (name) => `Video van ${name}`,
  ownPicture: 'Je video',
  microphoneIsOff: 'microfoon uit',
  peerConnecting: 'Verbinden…',
  peerReconnecting: 'Opnieuw verbinden…',
  peerFailed: (name) =>
    `${name} is niet bereikbaar vanaf dit netwerk. Misschien lukt het op een ander netwerk of zonder VPN.`,
  turnMissing: 'Deze pagina heeft geen TURN-server, en die zou hier helpen.',
  turnFailed: 'De TURN-server hielp ook niet.',
  noVideoFormat: (name) =>
    `Jij en ${name} kunnen elkaar niet zien: jullie browsers hebben geen gemeenschappelijk videoformaat.`,
  screenOf: (name) => `Scherm van ${name}`,
  optionsFor: (name) => `Opties: ${name}`,
  ownOptions: 'Opties voor je video',
  raisedHandOn: 'hand opgestoken',
  previousPage: 'Vorige pagina',
  nextPage: 'Volgende pagina',
  pageOf: (page, pages) => `Pagina ${number(page)} van ${number(pages)}`,
  movePicture: 'Je video verplaatsen (pijltoetsen)',

  controls: 'Gespreksbediening',
  muteMicrophone: 'Microfoon uitzetten',
  unmuteMicrophone: 'Microfoon aanzetten',
  stopCamera: 'Camera uitzetten',
  startCamera: 'Camera aanzetten',
  leave: 'Gesprek verlaten',
  shareScreen: 'Scherm delen',
  raiseHand: 'Hand opsteken',
  lowerHand: 'Hand laten zakken',
  reactions: 'Reacties',
  reactionNames: {
    thumbsUp: 'Duim omhoog',
    heart: 'Hart',
    laughing: 'Lachen',
    surprised: 'Verbaasd',
    applause: 'Applaus',
    party: 'Feest',
  },
  more: 'Meer',
  back: 'Terug',
  chooseSound: 'Microfoon en luidsprekers kiezen',
  chooseCamera: 'Camera kiezen',
  devices: 'Microfoon, luidsprekers, camera',
  microphone: 'Microfoon',
  speakers: 'Luidsprekers',
  camera: 'Camera',
  systemDefault: 'Systeemstandaard',
  microphoneNamesLater: 'Namen verschijnen zodra je je microfoon aanzet.',
  cameraNamesLater: 'Namen verschijnen zodra je je camera aanzet.',
  layout: 'Indeling',
  layouts: { auto: 'Automatisch', grid: 'Raster', speaker: 'Spreker' },
  fullScreen: 'Volledig scherm',
  pictureInPicture: 'Beeld-in-beeld',
  flipCamera: 'Camera wisselen',
  mirrorPicture: 'Mijn video spiegelen',
  pauseOthers: 'Video van anderen pauzeren',
  videoPaused: 'Video hier gepauzeerd',
  onlySpeaker: 'Voorlopig zie je alleen wie er praat: je netwerk of apparaat kan niet meer aan.',
  hideSelf: 'Mijn video verbergen',
  shortcuts: 'Sneltoetsen',
  shortcutsWhere: 'Ze werken als de focus op de vergadering ligt en je niet typt.',
  spaceKey: 'Spatie',
  pushToTalk: 'Ingedrukt houden om te praten met de microfoon uit',
  microphoneOn: 'Microfoon aan',
  microphoneOff: 'Microfoon uit',
  cameraOn: 'Camera aan',
  cameraOff: 'Camera uit',
  handUp: 'Je hand is opgestoken',
  handDown: 'Je hand is omlaag',

  ...chatWords(format),
  ...trustWords(format),
  ...hostWords(format),
  chat: 'Chat',
  chatUnread: (count) =>
    plural(count, { one: 'Chat (1 nieuw bericht)', other: `Chat (${number(count)} nieuwe berichten)` }),
};
