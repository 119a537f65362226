import { chatWords } from './chat/de.js';
import type { Strings } from './en.js';
import { devices, errors } from './errors/de.js';
import { createFormat } from './format.js';
import { hostWords } from './hosts/de.js';
import { trustWords } from './trust/de.js';

const format = createFormat('de');
const { plural, number, percent, list } = format;

export const strings: Strings = {
  language: 'de',
  direction: 'ltr',
  format,
  errors,
  details: 'Details',
  tryAgain: 'Noch einmal versuchen',

  meeting: 'Meeting',
  yourName: 'Dein Name',
  guest: 'Gast',
  join: 'Teilnehmen',
  joiningNow: 'Wird verbunden …',
  cancel: 'Abbrechen',
  rejoin: 'Erneut teilnehmen',
  leftCall: 'Du hast den Anruf verlassen',
  calledOff: 'Du hast die Teilnahme abgebrochen',
  cameraPreview: 'Deine Kamera',
  checkDevices: 'Kamera und Mikrofon prüfen',
  willAskBoth: 'Wenn du teilnimmst, fragt dein Browser nach Kamera und Mikrofon.',
  willAskMicrophone: 'Wenn du teilnimmst, fragt dein Browser nach dem Mikrofon. Deine Kamera bleibt aus.',
  willAskCamera: 'Wenn du teilnimmst, fragt dein Browser nach der Kamera. Dein Mikrofon bleibt aus.',
  willAskNothing: 'Du nimmst ohne Kamera und Mikrofon teil. Im Anruf kannst du beides einschalten.',
  cameraIsOff: 'Deine Kamera ist aus',
  willUseBoth: 'Du nimmst mit Kamera und Mikrofon teil.',
  willUseMicrophone: 'Du nimmst mit Mikrofon und ohne Kamera teil.',
  willUseCamera: 'Du nimmst mit Kamera und ohne Mikrofon teil.',
  cameraIsComing: 'Wenn dein Browser fragt, erlaube den Zugriff. Dann siehst du dich hier.',
  joinWithout: {
    microphone: 'Ohne Mikrofon teilnehmen',
    camera: 'Ohne Kamera teilnehmen',
    both: 'Ohne Kamera und Mikrofon teilnehmen',
  },
  endedByHost: 'Der Host hat den Anruf für alle beendet',
  pageWasLeft: 'Der Anruf endete, als du die Seite verlassen hast',
  microphoneLevel: 'Mikrofonpegel',
  noneFound: 'Nichts gefunden',
  namesLater: 'Namen erscheinen, sobald du den Zugriff auf deine Geräte erlaubt hast.',
  testSound: 'Testton abspielen',
  playingTestSound: 'Wird abgespielt …',
  noTestSound: 'Diese Lautsprecher funktionieren gerade nicht. Wähle andere.',
  askedAgain:
    'Die Frage deines Browsers wurde ohne Antwort geschlossen. Versuche es noch einmal und erlaube den Zugriff.',
  allowInBrowser: {
    chrome: (what) =>
      `Klicke auf das Symbol vor der Adresse, schalte ${devices[what].the} ein und versuche es noch einmal.`,
    edge: (what) =>
      `Klicke auf das Schloss vor der Adresse, erlaube ${devices[what].the} für diese Website und versuche es noch einmal.`,
    firefox: (what) =>
      `Klicke neben der Adresse auf das durchgestrichene Symbol (${devices[what].name}), entferne die Sperre und versuche es noch einmal.`,
    safari: (what) =>
      `Wähle Safari › Einstellungen für diese Website, erlaube ${devices[what].the} und lade die Seite neu.`,
    iosSafari: (what) =>
      `Tippe auf die Taste neben der Adresse, dann auf Website-Einstellungen, erlaube ${devices[what].the} und lade die Seite neu.`,
    iosOther: (what) =>
      `Öffne die App „Einstellungen“, wähle diesen Browser, schalte ${devices[what].the} ein und lade die Seite neu.`,
    android: (what) =>
      `Tippe auf das Symbol vor der Adresse, dann auf Berechtigungen, erlaube ${devices[what].the} und versuche es noch einmal.`,
    other: (what) => `Erlaube ${devices[what].the} neben der Adresse und versuche es noch einmal.`,
  },
  allowInSystem: {
    mac: (what) =>
      `Öffne Systemeinstellungen › Datenschutz & Sicherheit › ${devices[what].name}, schalte deinen Browser ein und starte ihn neu.`,
    windows: (what) =>
      `Öffne Einstellungen › Datenschutz und Sicherheit › ${devices[what].name}, erlaube den Zugriff für Desktop-Apps und versuche es noch einmal.`,
    android: (what) =>
      `Öffne Einstellungen › Apps › dein Browser › Berechtigungen, erlaube ${devices[what].the} und versuche es noch einmal.`,
    ios: (what) =>
      `Öffne die App „Einstellungen“, wähle deinen Browser, schalte ${devices[what].the} ein und lade die Seite neu.`,
    other: (what) =>
      `Erlaube deinem Browser in den Datenschutz-Einstellungen des Systems, ${devices[what].the} zu verwenden, und versuche es noch einmal.`,
  },

  joining: (room) => `Du wirst mit ${room} verbunden …`,
  starting: 'Gleich geht es los …',
  reconnecting: 'Der Server ist nicht erreichbar. Der Anruf läuft weiter, während wir die Verbindung neu aufbauen …',
  waiting: 'Der Server bittet um etwas Geduld.',
  waitingFor: (seconds) =>
    plural(seconds, {
      one: 'Nächster Versuch in 1 Sekunde',
      other: `Nächster Versuch in ${number(seconds)} Sekunden`,
    }),
  dismiss: 'Ausblenden',
  first: 'Außer dir ist noch niemand hier.',
  alone: 'Außer dir ist gerade niemand hier.',
  firstHint: 'Andere erscheinen hier, wenn sie teilnehmen.',
  turnSoundOn: 'Ton einschalten',
  joined: (names) => plural(names.length, { one: `${list(names)} ist da.`, other: `${list(names)} sind da.` }),
  left: (names) =>
    plural(names.length, { one: `${list(names)} ist gegangen.`, other: `${list(names)} sind gegangen.` }),
  raisedHand: (names) =>
    plural(names.length, {
      one: `${list(names)} hat die Hand gehoben.`,
      other: `${list(names)} haben die Hand gehoben.`,
    }),
  startedSharing: (names) =>
    plural(names.length, {
      one: `${list(names)} teilt den Bildschirm.`,
      other: `${list(names)} teilen den Bildschirm.`,
    }),
  lostTouch: (names) => `Die Verbindung zu ${list(names)} ist unterbrochen.`,
  backInTouch: (names) => `Die Verbindung zu ${list(names)} steht wieder.`,

  backOnline: 'Du bist wieder verbunden.',
  offlineAlone: 'Du bist offline.',
  offlineWithout: 'Du bist offline. Der Anruf geht weiter, sobald die Verbindung wieder da ist.',
  offlineWith: (connected, others) =>
    `Du bist offline. Der Anruf geht mit ${number(connected)} von ${number(others)} ${plural(others, { one: 'Person', other: 'Personen' })} weiter.`,
  partsMissing: 'Einige Funktionen konnten nicht geladen werden. Der Anruf läuft weiter, und wir versuchen es erneut.',
  choiceMissing: 'Die Auswahl konnte nicht geladen werden. Wir versuchen es erneut.',
  sharing: 'Du teilst deinen Bildschirm.',
  stopSharing: 'Teilen beenden',
  sharingOver: 'Dein Bildschirm wird nicht mehr geteilt',
  foundDevice: (label) => `Neues Gerät gefunden: ${label}.`,
  useIt: 'Verwenden',

  copyLink: 'Link kopieren',
  invite: 'Einladen',
  linkCopied: 'Link kopiert',
  copyByHand: 'Dein Browser hat das Kopieren nicht erlaubt. Hier ist der Link:',
  callEnded: 'Der Anruf ist zu Ende',

  close: 'Schließen',
  callTime: 'Dauer des Anrufs',
  peopleCount: (count) => `Personen (${number(count)})`,
  handRaised: (place) => `Hand gehoben, Nummer ${number(place)}`,
  volumeOf: (name) => `Lautstärke von ${name}`,
  muteForMe: 'Für mich stummschalten',
  mutedForMe: 'Für dich stumm',
  pin: 'Anpinnen',
  unpin: 'Lösen',

  quality: { good: 'Gute Verbindung', fair: 'Mäßige Verbindung', poor: 'Schlechte Verbindung', unknown: 'Verbunden' },
  packetLoss: (fraction) => `Paketverlust ${percent(fraction)}`,
  throughRelay: 'über ein Relay',
  because: (summary, why) => `${summary}: ${why}`,
  milliseconds: format.milliseconds,
  comma: ', ',
  sentence: (text) => `${text}.`,

  connectionDetails: 'Verbindungsdetails',
  path: 'Weg',
  paths: { direct: 'Direkt', relay: 'Über ein Relay', unknown: 'Noch nicht bekannt' },
  roundTrip: 'Umlaufzeit',
  loss: 'Paketverlust',
  received: 'Empfangen',
  sent: 'Gesendet',
  bitrate: format.bitrate,
  pictureSize: 'Bild',
  frames: (width, height, perSecond) =>
    `${width} × ${height}${perSecond === undefined ? '' : `, ${number(Math.round(perSecond))} pro Sekunde`}`,
  limited: 'Dein Video wird begrenzt durch',
  limits: { cpu: 'dieses Gerät', bandwidth: 'das Netzwerk', other: 'einen anderen Grund' },
  noConnectionYet: 'Werte erscheinen, sobald jemand verbunden ist.',
  copyDiagnostics: 'Diagnose kopieren',
  diagnosticsCopied: 'Kopiert, ohne Namen, Adressen oder Raum',
  notCopied: 'Dein Browser hat das Kopieren nicht erlaubt.',

  people: 'Personen im Anruf',
  you: 'Du',
  picture: (name) => `Video von ${name}`,
  ownPicture: 'Dein Video',
  microphoneIsOff: 'Mikrofon aus',
  peerConnecting: 'Wird verbunden …',
  peerReconnecting: 'Wird neu verbunden …',
  peerFailed: (name) =>
    `${name} ist aus diesem Netzwerk nicht erreichbar. Vielleicht klappt es in einem anderen Netzwerk oder ohne VPN.`,
  turnMissing: 'Diese Seite hat keinen TURN-Server. Er würde hier helfen.',
  turnFailed: 'Auch der TURN-Server hat nicht geholfen.',
  noVideoFormat: (name) => `Du und ${name} könnt euch nicht sehen: Eure Browser haben kein gemeinsames Videoformat.`,
  screenOf: (name) => `Bildschirm von ${name}`,
  optionsFor: (name) => `Optionen für ${name}`,
  ownOptions: 'Optionen für dein Video',
  raisedHandOn: 'Hand gehoben',
  previousPage: 'Vorige Seite',
  nextPage: 'Nächste Seite',
  pageOf: (page, pages) => `Seite ${number(page)} von ${number(pages)}`,
  movePicture: 'Dein Video verschieben (Pfeiltasten)',

  controls: 'Anrufsteuerung',
  muteMicrophone: 'Mikrofon ausschalten',
  unmuteMicrophone: 'Mikrofon einschalten',
  stopCamera: 'Kamera ausschalten',
  startCamera: 'Kamera einschalten',
  leave: 'Anruf verlassen',
  shareScreen: 'Bildschirm teilen',
  raiseHand: 'Hand heben',
  lowerHand: 'Hand senken',
  reactions: 'Reaktionen',
  reactionNames: {
    thumbsUp: 'Daumen hoch',
    heart: 'Herz',
    laughing: 'Lachen',
    surprised: 'Staunen',
    applause: 'Applaus',
    party: 'Feiern',
  },
  more: 'Mehr',
  back: 'Zurück',
  chooseSound: 'Mikrofon und Lautsprecher wählen',
  chooseCamera: 'Kamera wählen',
  devices: 'Mikrofon, Lautsprecher, Kamera',
  microphone: 'Mikrofon',
  speakers: 'Lautsprecher',
  camera: 'Kamera',
  systemDefault: 'Systemstandard',
  microphoneNamesLater: 'Namen erscheinen, sobald du dein Mikrofon einschaltest.',
  cameraNamesLater: 'Namen erscheinen, sobald du deine Kamera einschaltest.',
  layout: 'Ansicht',
  layouts: { auto: 'Automatisch', grid: 'Raster', speaker: 'Sprecher' },
  fullScreen: 'Vollbild',
  pictureInPicture: 'Bild im Bild',
  flipCamera: 'Kamera wechseln',
  mirrorPicture: 'Mein Video spiegeln',
  pauseOthers: 'Videos der anderen pausieren',
  videoPaused: 'Video hier pausiert',
  onlySpeaker: 'Vorerst siehst du nur, wer spricht: Mehr schafft dein Netzwerk oder Gerät gerade nicht.',
  hideSelf: 'Mein Video ausblenden',
  shortcuts: 'Tastenkürzel',
  shortcutsWhere: 'Sie funktionieren, solange das Meeting den Fokus hat und du nicht tippst.',
  spaceKey: 'Leertaste',
  pushToTalk: 'Zum Sprechen halten, wenn das Mikrofon aus ist',
  microphoneOn: 'Mikrofon an',
  microphoneOff: 'Mikrofon aus',
  cameraOn: 'Kamera an',
  cameraOff: 'Kamera aus',
  handUp: 'Deine Hand ist oben',
  handDown: 'Deine Hand ist unten',

  ...chatWords(format),
  ...trustWords(format),
  ...hostWords(format),
  chat: 'Chat',
  chatUnread: (count) =>
    plural(count, { one: 'Chat (1 neue Nachricht)', other: `Chat (${number(count)} neue Nachrichten)` }),
};
