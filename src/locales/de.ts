import type { Strings } from './en.js';
import { devices, errors } from './errors/de.js';
import { createFormat } from './format.js';

const format = createFormat('de');
const { plural, number, percent, list } = format;

export const strings: Strings = {
  language: 'de',
  direction: 'ltr',
  format,
  errors,
  details: 'Details',
  tryAgain: 'Noch einmal',

  meeting: 'Meeting',
  yourName: 'Name',
  guest: 'Gast',
  join: 'Teilnehmen',
  joiningNow: 'Verbinden …',
  cancel: 'Abbrechen',
  rejoin: 'Wieder teilnehmen',
  leftCall: 'Anruf verlassen',
  cameraPreview: 'Eigene Kamera',
  checkDevices: 'Kamera und Mikrofon prüfen',
  willAskBoth: 'Beim Teilnehmen fragt der Browser nach Kamera und Mikrofon.',
  willAskMicrophone: 'Beim Teilnehmen fragt der Browser nach dem Mikrofon. Die Kamera bleibt aus.',
  willAskCamera: 'Beim Teilnehmen fragt der Browser nach der Kamera. Das Mikrofon bleibt aus.',
  willAskNothing: 'Teilnahme ohne Kamera und Mikrofon. Beides lässt sich im Anruf einschalten.',
  cameraIsOff: 'Kamera ist aus',
  willUseBoth: 'Teilnahme mit Kamera und Mikrofon.',
  willUseMicrophone: 'Teilnahme mit Mikrofon. Die Kamera bleibt aus.',
  willUseCamera: 'Teilnahme mit Kamera. Das Mikrofon bleibt aus.',
  cameraIsComing: 'Fragt der Browser nach den Geräten, bitte erlauben: dann ist hier das eigene Bild zu sehen.',
  joinWithout: {
    microphone: 'Ohne Mikrofon teilnehmen',
    camera: 'Ohne Kamera teilnehmen',
    both: 'Ohne Kamera und Mikrofon teilnehmen',
  },
  pageWasLeft: 'Der Anruf endete beim Verlassen der Seite',
  microphoneLevel: 'Mikrofonpegel',
  noneFound: 'Nichts gefunden',
  namesLater: 'Namen erscheinen, sobald der Browser nach den Geräten gefragt hat.',
  testSound: 'Testton abspielen',
  playingTestSound: 'Spielt …',
  noTestSound: 'Diese Lautsprecher gehen gerade nicht. Bitte andere wählen.',
  askedAgain: 'Die Frage wurde ohne Antwort geschlossen. Noch einmal versuchen und diesmal erlauben.',
  allowInBrowser: {
    chrome: (what) =>
      `Auf das Symbol vor der Adresse klicken, ${devices[what].the} einschalten, dann noch einmal versuchen.`,
    edge: (what) =>
      `Auf das Schloss vor der Adresse klicken, ${devices[what].the} für diese Website zulassen, dann noch einmal versuchen.`,
    firefox: (what) =>
      `Neben der Adresse auf das durchgestrichene Symbol (${devices[what].name}) klicken, die Sperre entfernen, dann noch einmal versuchen.`,
    safari: (what) =>
      `Safari › Einstellungen für diese Website wählen, ${devices[what].the} erlauben, dann die Seite neu laden.`,
    iosSafari: (what) =>
      `Auf die Taste neben der Adresse tippen, dann Website-Einstellungen, ${devices[what].the} erlauben, dann die Seite neu laden.`,
    iosOther: (what) =>
      `Die App Einstellungen öffnen, diesen Browser wählen, ${devices[what].the} einschalten, dann die Seite neu laden.`,
    android: (what) =>
      `Auf das Symbol vor der Adresse tippen, dann Berechtigungen, ${devices[what].the} zulassen, dann noch einmal versuchen.`,
    other: (what) => `Neben der Adresse ${devices[what].the} erlauben, dann noch einmal versuchen.`,
  },
  allowInSystem: {
    mac: (what) =>
      `Systemeinstellungen › Datenschutz & Sicherheit › ${devices[what].name} öffnen, den Browser einschalten und neu starten.`,
    windows: (what) =>
      `Einstellungen › Datenschutz und Sicherheit › ${devices[what].name} öffnen, für Desktop-Apps einschalten, dann noch einmal versuchen.`,
    android: (what) =>
      `Einstellungen › Apps › Browser › Berechtigungen öffnen, ${devices[what].the} zulassen, dann noch einmal versuchen.`,
    ios: (what) =>
      `Die App Einstellungen öffnen, den Browser wählen, ${devices[what].the} einschalten, dann die Seite neu laden.`,
    other: (what) =>
      `In den Datenschutz-Einstellungen des Systems ${devices[what].the} für den Browser erlauben, dann noch einmal versuchen.`,
  },

  joining: (room) => `Teilnahme an ${room} …`,
  starting: 'Gleich geht es los …',
  reconnecting: 'Der Server ist nicht erreichbar. Der Anruf läuft weiter, die Verbindung wird neu aufgebaut …',
  waiting: 'Der Server bittet um etwas Geduld.',
  waitingFor: (seconds) =>
    plural(seconds, {
      one: 'Nächster Versuch in 1 Sekunde',
      other: `Nächster Versuch in ${number(seconds)} Sekunden`,
    }),
  dismiss: 'Ausblenden',
  first: 'Noch ist niemand hier.',
  alone: 'Gerade ist niemand sonst hier.',
  firstHint: 'Andere erscheinen, sobald sie teilnehmen.',
  turnSoundOn: 'Ton einschalten',
  joined: (names) => plural(names.length, { one: `${list(names)} ist da.`, other: `${list(names)} sind da.` }),
  left: (names) =>
    plural(names.length, { one: `${list(names)} ist gegangen.`, other: `${list(names)} sind gegangen.` }),
  raisedHand: (names) =>
    plural(names.length, { one: `${list(names)} meldet sich.`, other: `${list(names)} melden sich.` }),
  startedSharing: (names) =>
    plural(names.length, {
      one: `${list(names)} teilt den Bildschirm.`,
      other: `${list(names)} teilen den Bildschirm.`,
    }),
  lostTouch: (names) => `Die Verbindung zu ${list(names)} ist unterbrochen.`,
  backInTouch: (names) => `Die Verbindung zu ${list(names)} steht wieder.`,

  offlineAlone: 'Keine Internetverbindung.',
  offlineWithout: 'Keine Internetverbindung. Der Anruf geht weiter, sobald sie wieder da ist.',
  offlineWith: (connected, others) =>
    `Keine Internetverbindung. Der Anruf geht mit ${number(connected)} von ${number(others)} weiter.`,
  sharing: 'Der Bildschirm wird geteilt.',
  stopSharing: 'Teilen beenden',
  foundDevice: (label) => `Neues Gerät gefunden: ${label}.`,
  useIt: 'Verwenden',

  copyLink: 'Link kopieren',
  invite: 'Einladen',
  linkCopied: 'Link kopiert',
  copyByHand: 'Der Browser ließ uns nicht kopieren. Hier ist der Link:',
  callEnded: 'Der Anruf ist zu Ende',

  close: 'Schließen',
  callTime: 'Dauer des Anrufs',
  peopleCount: (count) => `Personen (${number(count)})`,
  handRaised: (place) => `meldet sich, Nummer ${number(place)}`,
  volumeOf: (name) => `Lautstärke von ${name}`,
  muteForMe: 'Für mich stummschalten',
  mutedForMe: 'Für mich stumm',
  pin: 'Anpinnen',
  unpin: 'Lösen',

  quality: { good: 'Gute Verbindung', fair: 'Mäßige Verbindung', poor: 'Schlechte Verbindung', unknown: 'Verbunden' },
  packetLoss: (fraction) => `Paketverlust ${percent(fraction)}`,
  throughRelay: 'über ein Relay',
  milliseconds: format.milliseconds,
  comma: ', ',

  connectionDetails: 'Details der Verbindung',
  path: 'Weg',
  paths: { direct: 'Direkt', relay: 'Über ein Relay', unknown: 'Noch nicht bekannt' },
  roundTrip: 'Laufzeit hin und zurück',
  loss: 'Paketverlust',
  received: 'Empfangen',
  sent: 'Gesendet',
  bitrate: format.bitrate,
  pictureSize: 'Bild',
  frames: (width, height, perSecond) =>
    `${width} × ${height}${perSecond === undefined ? '' : `, ${number(Math.round(perSecond))} pro Sekunde`}`,
  limited: 'Das eigene Bild ist klein wegen',
  limits: { cpu: 'dieses Geräts', bandwidth: 'des Netzwerks', other: 'eines anderen Grundes' },
  noConnectionYet: 'Zahlen erscheinen, sobald jemand verbunden ist.',
  copyDiagnostics: 'Diagnose kopieren',
  diagnosticsCopied: 'Kopiert, ohne Namen, Adressen oder Raum',
  notCopied: 'Der Browser ließ uns nicht kopieren.',

  people: 'Personen im Anruf',
  you: 'Ich',
  picture: (name) => `Video von ${name}`,
  microphoneIsOff: 'Mikrofon aus',
  peerConnecting: 'Verbinden …',
  peerReconnecting: 'Neu verbinden …',
  peerFailed: (name) => `${name} ist aus diesem Netzwerk nicht erreichbar. Ein TURN-Server würde helfen.`,
  peerFailedByTurn: (name) => `${name} ist aus diesem Netzwerk nicht erreichbar, auch nicht über den TURN-Server.`,
  screenOf: (name) => `Bildschirm von ${name}`,
  optionsFor: (name) => `Optionen für ${name}`,
  raisedHandOn: 'meldet sich',
  previousPage: 'Vorige Seite',
  nextPage: 'Nächste Seite',
  pageOf: (page, pages) => `Seite ${number(page)} von ${number(pages)}`,
  movePicture: 'Eigenes Bild verschieben (Pfeiltasten)',

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
  systemDefault: 'Standard des Systems',
  microphoneNamesLater: 'Namen erscheinen, sobald das Mikrofon an ist.',
  cameraNamesLater: 'Namen erscheinen, sobald die Kamera an ist.',
  layout: 'Ansicht',
  layouts: { auto: 'Automatisch', grid: 'Raster', speaker: 'Sprecher' },
  fullScreen: 'Vollbild',
  pictureInPicture: 'Bild im Bild',
  hideSelf: 'Eigenes Bild ausblenden',
  shortcuts: 'Tastenkürzel',
  shortcutsWhere: 'Sie gelten, solange der Fokus im Meeting ist, und nicht beim Schreiben.',
  spaceKey: 'Leertaste',
  pushToTalk: 'Bei ausgeschaltetem Mikrofon zum Sprechen halten',
  microphoneOn: 'Mikrofon an',
  microphoneOff: 'Mikrofon aus',
  cameraOn: 'Kamera an',
  cameraOff: 'Kamera aus',
  handUp: 'Hand ist oben',
  handDown: 'Hand ist unten',
};
