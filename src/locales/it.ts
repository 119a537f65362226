import { chatWords } from './chat/it.js';
import type { Strings } from './en.js';
import { devices, errors } from './errors/it.js';
import { createFormat } from './format.js';
import { hostWords } from './hosts/it.js';
import { trustWords } from './trust/it.js';

const format = createFormat('it');
const { plural, number, percent, list } = format;

export const strings: Strings = {
  language: 'it',
  direction: 'ltr',
  format,
  errors,
  details: 'Dettagli',
  tryAgain: 'Riprova',

  meeting: 'Riunione',
  yourName: 'Il tuo nome',
  guest: 'Ospite',
  join: 'Partecipa',
  joiningNow: 'Ingresso in corso…',
  cancel: 'Annulla',
  rejoin: 'Partecipa di nuovo',
  leftCall: 'Hai lasciato la chiamata',
  cameraPreview: 'La tua videocamera',
  checkDevices: 'Prova videocamera e microfono',
  willAskBoth: 'Quando partecipi, il browser ti chiederà l’accesso a videocamera e microfono.',
  willAskMicrophone:
    'Quando partecipi, il browser ti chiederà l’accesso al microfono. La tua videocamera resta spenta.',
  willAskCamera: 'Quando partecipi, il browser ti chiederà l’accesso alla videocamera. Il tuo microfono resta spento.',
  willAskNothing: 'Parteciperai con videocamera e microfono spenti. Puoi accenderli durante la chiamata.',
  cameraIsOff: 'La tua videocamera è spenta',
  willUseBoth: 'Parteciperai con videocamera e microfono accesi.',
  willUseMicrophone: 'Parteciperai con il microfono acceso e la videocamera spenta.',
  willUseCamera: 'Parteciperai con la videocamera accesa e il microfono spento.',
  cameraIsComing: 'Se il browser lo chiede, consenti l’accesso per vederti qui.',
  joinWithout: {
    microphone: 'Partecipa senza microfono',
    camera: 'Partecipa senza videocamera',
    both: 'Partecipa senza videocamera e microfono',
  },
  calledOff: 'Hai annullato l’ingresso',
  endedByHost: 'L’organizzatore ha terminato la chiamata per tutti',
  pageWasLeft: 'La chiamata è finita quando hai lasciato la pagina',
  microphoneLevel: 'Livello del microfono',
  noneFound: 'Nessun dispositivo trovato',
  namesLater: 'I nomi appariranno quando avrai consentito l’accesso ai dispositivi.',
  testSound: 'Riproduci un suono di prova',
  playingTestSound: 'In riproduzione…',
  noTestSound: 'Al momento questi altoparlanti non si possono usare. Scegline altri.',
  askedAgain: 'La richiesta del browser è stata chiusa senza risposta. Riprova e consenti l’accesso.',
  allowInBrowser: {
    chrome: (what) => `Fai clic sull’icona a sinistra dell’indirizzo, attiva ${devices[what].the}, poi riprova.`,
    edge: (what) =>
      `Fai clic sul lucchetto a sinistra dell’indirizzo, consenti ${devices[what].the} per questo sito, poi riprova.`,
    firefox: (what) =>
      `Fai clic sull’icona barrata (${devices[what].name}) accanto all’indirizzo, togli il blocco, poi riprova.`,
    safari: (what) =>
      `Scegli Safari › Impostazioni per questo sito web, consenti ${devices[what].the}, poi ricarica la pagina.`,
    iosSafari: (what) =>
      `Tocca il pulsante accanto all’indirizzo, poi Impostazioni sito web, consenti ${devices[what].the}, poi ricarica la pagina.`,
    iosOther: (what) =>
      `Apri l’app Impostazioni, scegli questo browser, attiva ${devices[what].the}, poi ricarica la pagina.`,
    android: (what) =>
      `Tocca l’icona a sinistra dell’indirizzo, poi Autorizzazioni, consenti ${devices[what].the}, poi riprova.`,
    other: (what) => `Consenti ${devices[what].the} accanto all’indirizzo, poi riprova.`,
  },
  allowInSystem: {
    mac: (what) =>
      `Apri Impostazioni di Sistema › Privacy e sicurezza › ${what === 'camera' ? 'Fotocamera' : 'Microfono'}, attiva il browser, poi riavvialo.`,
    windows: (what) =>
      `Apri Impostazioni › Privacy e sicurezza › ${what === 'camera' ? 'Fotocamera' : 'Microfono'}, attiva l’accesso per le app desktop, poi riprova.`,
    android: (what) =>
      `Apri Impostazioni › App › il tuo browser › Autorizzazioni, consenti ${devices[what].the}, poi riprova.`,
    ios: (what) => `Apri l’app Impostazioni, scegli il browser, attiva ${devices[what].the}, poi ricarica la pagina.`,
    other: (what) =>
      `Consenti al browser di usare ${devices[what].the} nelle impostazioni di privacy del sistema, poi riprova.`,
  },

  joining: (room) => `Ingresso in ${room}…`,
  starting: 'Preparazione…',
  reconnecting: 'Il server non è raggiungibile. La chiamata continua mentre ci ricolleghiamo…',
  waiting: 'Il server ci ha chiesto di aspettare un momento.',
  waitingFor: (seconds) =>
    plural(seconds, {
      one: 'Prossimo tentativo tra 1 secondo',
      other: `Prossimo tentativo tra ${number(seconds)} secondi`,
    }),
  dismiss: 'Nascondi',
  first: 'Sei la prima persona qui.',
  alone: 'Non c’è nessun altro qui.',
  firstHint: 'Gli altri appariranno quando parteciperanno.',
  turnSoundOn: 'Attiva l’audio',
  joined: (names) =>
    plural(names.length, {
      one: `${list(names)} partecipa alla chiamata.`,
      other: `${list(names)} partecipano alla chiamata.`,
    }),
  left: (names) =>
    plural(names.length, {
      one: `${list(names)} ha lasciato la chiamata.`,
      other: `${list(names)} hanno lasciato la chiamata.`,
    }),
  raisedHand: (names) =>
    plural(names.length, { one: `${list(names)} ha alzato la mano.`, other: `${list(names)} hanno alzato la mano.` }),
  startedSharing: (names) =>
    plural(names.length, {
      one: `${list(names)} condivide lo schermo.`,
      other: `${list(names)} condividono lo schermo.`,
    }),
  lostTouch: (names) => `La connessione con ${list(names)} è interrotta.`,
  backInTouch: (names) => `La connessione con ${list(names)} è di nuovo attiva.`,

  backOnline: 'Sei di nuovo online.',
  offlineAlone: 'Sei offline.',
  offlineWithout: 'Sei offline. La chiamata riprenderà al ritorno della connessione.',
  offlineWith: (connected, others) =>
    `Sei offline. La chiamata continua con ${number(connected)} ${plural(connected, { one: 'persona', other: 'persone' })} su ${number(others)}.`,
  partsMissing: 'Alcune funzioni non sono state caricate. La chiamata continua e noi riproviamo.',
  choiceMissing: 'Le opzioni non sono state caricate. Riproviamo.',
  sharing: 'Stai condividendo lo schermo.',
  stopSharing: 'Interrompi condivisione',
  sharingOver: 'Condivisione dello schermo terminata',
  foundDevice: (label) => `Nuovo dispositivo trovato: ${label}.`,
  useIt: 'Usalo',

  copyLink: 'Copia link',
  invite: 'Invita',
  linkCopied: 'Link copiato',
  copyByHand: 'Il browser non ha permesso di copiare. Ecco il link:',
  callEnded: 'La chiamata è finita',

  close: 'Chiudi',
  callTime: 'Durata della chiamata',
  peopleCount: (count) => `Persone (${number(count)})`,
  handRaised: (place) => `mano alzata, numero ${number(place)}`,
  volumeOf: (name) => `Volume di ${name}`,
  muteForMe: 'Silenzia per me',
  mutedForMe: 'Audio silenziato per te',
  pin: 'Fissa',
  unpin: 'Non fissare più',

  quality: {
    good: 'Buona connessione',
    fair: 'Connessione discreta',
    poor: 'Connessione scarsa',
    unknown: 'Online',
  },
  packetLoss: (fraction) => `perdita di pacchetti ${percent(fraction)}`,
  throughRelay: 'tramite un relay',
  because: (summary, why) => `${summary}: ${why}`,
  milliseconds: format.milliseconds,
  comma: ', ',
  sentence: (text) => `${text}.`,

  connectionDetails: 'Dettagli della connessione',
  path: 'Percorso',
  paths: { direct: 'Diretto', relay: 'Tramite un relay', unknown: 'Non ancora noto' },
  roundTrip: 'Andata e ritorno',
  loss: 'Perdita di pacchetti',
  received: 'Ricevuti',
  sent: 'Inviati',
  bitrate: format.bitrate,
  pictureSize: 'Immagine',
  frames: (width, height, perSecond) =>
    `${width} × ${height}${perSecond === undefined ? '' : `, ${number(Math.round(perSecond))} al secondo`}`,
  limited: 'Il tuo video è limitato',
  limits: { cpu: 'da questo dispositivo', bandwidth: 'dalla rete', other: 'da un altro motivo' },
  noConnectionYet: 'I dati appariranno appena qualcuno sarà connesso.',
  copyDiagnostics: 'Copia diagnostica',
  diagnosticsCopied: 'Copiata, senza nomi, indirizzi né stanza',
  notCopied: 'Il browser non ha permesso di copiare.',

  people: 'Persone nella chiamata',
  you: 'Tu',
  picture: (name) => `Video di ${name}`,
  ownPicture: 'Il tuo video',
  microphoneIsOff: 'microfono spento',
  peerConnecting: 'Connessione…',
  peerReconnecting: 'Riconnessione…',
  peerFailed: (name) =>
    `${name} non è raggiungibile da questa rete. Potrebbe funzionare con un’altra rete o disattivando la VPN.`,
  turnMissing: 'Questa pagina non ha un server TURN, che qui aiuterebbe.',
  turnFailed: 'Nemmeno il server TURN ha aiutato.',
  noVideoFormat: (name) => `Tu e ${name} non potete vedervi: i vostri browser non hanno un formato video in comune.`,
  screenOf: (name) => `Schermo di ${name}`,
  optionsFor: (name) => `Opzioni per ${name}`,
  ownOptions: 'Opzioni per il tuo video',
  raisedHandOn: 'mano alzata',
  previousPage: 'Pagina precedente',
  nextPage: 'Pagina successiva',
  pageOf: (page, pages) => `Pagina ${number(page)} di ${number(pages)}`,
  movePicture: 'Sposta il tuo video (tasti freccia)',

  controls: 'Comandi della chiamata',
  muteMicrophone: 'Spegni microfono',
  unmuteMicrophone: 'Accendi microfono',
  stopCamera: 'Spegni videocamera',
  startCamera: 'Accendi videocamera',
  leave: 'Lascia la chiamata',
  shareScreen: 'Condividi schermo',
  raiseHand: 'Alza la mano',
  lowerHand: 'Abbassa la mano',
  reactions: 'Reazioni',
  reactionNames: {
    thumbsUp: 'Pollice in su',
    heart: 'Cuore',
    laughing: 'Risata',
    surprised: 'Sorpresa',
    applause: 'Applauso',
    party: 'Festa',
  },
  more: 'Altro',
  back: 'Indietro',
  chooseSound: 'Scegli microfono e altoparlanti',
  chooseCamera: 'Scegli videocamera',
  devices: 'Microfono, altoparlanti, videocamera',
  microphone: 'Microfono',
  speakers: 'Altoparlanti',
  camera: 'Videocamera',
  systemDefault: 'Predefinito di sistema',
  microphoneNamesLater: 'I nomi appariranno quando accendi il microfono.',
  cameraNamesLater: 'I nomi appariranno quando accendi la videocamera.',
  layout: 'Disposizione',
  layouts: { auto: 'Automatica', grid: 'Griglia', speaker: 'Oratore' },
  fullScreen: 'Schermo intero',
  pictureInPicture: 'Picture in picture',
  flipCamera: 'Cambia videocamera',
  mirrorPicture: 'Specchia il mio video',
  pauseOthers: 'Metti in pausa i video degli altri',
  videoPaused: 'Video in pausa qui',
  onlySpeaker: 'Per ora vedi solo chi parla: la tua rete o il tuo dispositivo non riesce a fare di più.',
  hideSelf: 'Nascondi il mio video',
  shortcuts: 'Scorciatoie da tastiera',
  shortcutsWhere: 'Funzionano quando la riunione ha il focus e non stai scrivendo.',
  spaceKey: 'Spazio',
  pushToTalk: 'Tieni premuto per parlare a microfono spento',
  microphoneOn: 'Microfono acceso',
  microphoneOff: 'Microfono spento',
  cameraOn: 'Videocamera accesa',
  cameraOff: 'Videocamera spenta',
  handUp: 'La tua mano è alzata',
  handDown: 'La tua mano è abbassata',

  ...chatWords(format),
  ...trustWords(format),
  ...hostWords(format),
  chat: 'Chat',
  chatUnread: (count) =>
    plural(count, { one: 'Chat (1 nuovo messaggio)', other: `Chat (${number(count)} nuovi messaggi)` }),
};
