import { errors } from './errors/en.js';
import { createFormat } from './format.js';
import { capital } from './say.js';

const format = createFormat('en');
const { plural, number, percent, list } = format;

/** Every word a person reads or hears, in English. Other languages have the same shape. */
export const en = {
  /** BCP 47. */
  language: 'en' as string,
  direction: 'ltr' as 'ltr' | 'rtl',
  format,
  errors,
  details: 'Details',
  tryAgain: 'Try again',

  meeting: 'Meeting',
  yourName: 'Your name',
  guest: 'Guest',
  join: 'Join',
  joiningNow: 'Joining…',
  cancel: 'Cancel',
  rejoin: 'Rejoin',
  leftCall: 'You left the call',
  cameraPreview: 'Your camera',
  checkDevices: 'Check camera and microphone',
  willAskBoth: 'When you join, your browser will ask for your camera and microphone.',
  willAskMicrophone: 'When you join, your browser will ask for your microphone. Your camera stays off.',
  willAskCamera: 'When you join, your browser will ask for your camera. Your microphone stays off.',
  willAskNothing: 'You’ll join with camera and microphone off. You can turn them on in the call.',
  cameraIsOff: 'Your camera is off',
  willUseBoth: 'You’ll join with camera and microphone on.',
  willUseMicrophone: 'You’ll join with your microphone on and your camera off.',
  willUseCamera: 'You’ll join with your camera on and your microphone off.',
  cameraIsComing: 'If your browser asks, choose Allow to see yourself here.',
  joinWithout: {
    microphone: 'Join without microphone',
    camera: 'Join without camera',
    both: 'Join without camera and microphone',
  },
  calledOff: 'You cancelled joining',
  pageWasLeft: 'The call ended when you left the page',
  microphoneLevel: 'Microphone level',
  noneFound: 'None found',
  namesLater: 'Names appear once you’ve allowed your devices.',
  testSound: 'Play a test sound',
  playingTestSound: 'Playing…',
  noTestSound: 'These speakers can’t be used right now. Choose others.',
  askedAgain: 'Your browser’s question was closed without an answer. Try again and choose Allow.',
  /** Where a refusal is taken back, by browser. */
  allowInBrowser: {
    chrome: (what) => `Click the icon before the address, turn the ${what} on, then try again.`,
    edge: (what) => `Click the lock before the address, allow the ${what} for this site, then try again.`,
    firefox: (what) => `Click the crossed-out ${what} next to the address, remove the block, then try again.`,
    safari: (what) => `Choose Safari › Settings for this website, allow the ${what}, then reload the page.`,
    iosSafari: (what) =>
      `Tap the button next to the address, then Website Settings, allow the ${what}, then reload the page.`,
    iosOther: (what) => `Open the Settings app, choose this browser, turn the ${what} on, then reload the page.`,
    android: (what) => `Tap the icon before the address, then Permissions, allow the ${what}, then try again.`,
    other: (what) => `Allow the ${what} next to the address, then try again.`,
  } satisfies Record<string, (what: 'microphone' | 'camera') => string>,
  /** Where the system keeps a device from the browser. */
  allowInSystem: {
    mac: (what) =>
      `Open System Settings › Privacy & Security › ${capital(what)}, turn your browser on, then restart it.`,
    windows: (what) =>
      `Open Settings › Privacy & security › ${capital(what)}, turn it on for desktop apps, then try again.`,
    android: (what) => `Open Settings › Apps › your browser › Permissions, allow the ${what}, then try again.`,
    ios: (what) => `Open the Settings app, choose your browser, turn the ${what} on, then reload the page.`,
    other: (what) => `Allow your browser to use the ${what} in the system’s privacy settings, then try again.`,
  } satisfies Record<string, (what: 'microphone' | 'camera') => string>,

  joining: (room: string) => `Joining ${room}…`,
  starting: 'Getting ready…',
  reconnecting: 'The server can’t be reached. The call goes on while we reconnect…',
  waiting: 'The server asked us to wait a moment.',
  waitingFor: (seconds: number) =>
    plural(seconds, { one: 'Next try in 1 second', other: `Next try in ${number(seconds)} seconds` }),
  dismiss: 'Dismiss',
  first: 'You’re the first here.',
  alone: 'You’re the only one here.',
  firstHint: 'Others will appear when they join.',
  turnSoundOn: 'Turn sound on',
  /** Read out, one sentence each, for all to whom it happened within a second. */
  joined: (names: readonly string[]) => `${list(names)} joined.`,
  left: (names: readonly string[]) => `${list(names)} left.`,
  raisedHand: (names: readonly string[]) => `${list(names)} raised a hand.`,
  startedSharing: (names: readonly string[]) => `${list(names)} started sharing a screen.`,
  lostTouch: (names: readonly string[]) => `The connection to ${list(names)} is interrupted.`,
  backInTouch: (names: readonly string[]) => `The connection to ${list(names)} is back.`,

  backOnline: 'You’re connected again.',
  offlineAlone: 'You’re offline.',
  offlineWithout: 'You’re offline. The call resumes when your connection is back.',
  offlineWith: (connected: number, others: number) =>
    plural(others, {
      one: `You’re offline. The call goes on with ${number(connected)} of 1 person.`,
      other: `You’re offline. The call goes on with ${number(connected)} of ${number(others)} people.`,
    }),
  sharing: 'You’re sharing your screen.',
  stopSharing: 'Stop sharing',
  sharingOver: 'Screen sharing stopped',
  foundDevice: (label: string) => `New device found: ${label}.`,
  useIt: 'Use it',

  copyLink: 'Copy link',
  invite: 'Invite',
  linkCopied: 'Link copied',
  copyByHand: 'Your browser didn’t let us copy. Here’s the link:',
  callEnded: 'The call has ended',

  close: 'Close',
  callTime: 'Time in the call',
  peopleCount: (count: number) => `People (${number(count)})`,
  handRaised: (place: number) => `hand raised, number ${number(place)}`,
  volumeOf: (name: string) => `Volume of ${name}`,
  muteForMe: 'Mute for me',
  mutedForMe: 'Muted for you',
  pin: 'Pin',
  unpin: 'Unpin',

  quality: { good: 'Good connection', fair: 'Fair connection', poor: 'Poor connection', unknown: 'Connected' },
  /** How a connection is, and why. */
  because: (summary: string, why: string) => `${summary}: ${why}`,
  packetLoss: (fraction: number) => `packet loss ${percent(fraction)}`,
  throughRelay: 'through a relay',
  milliseconds: format.milliseconds,
  /** Separates facts in a line. */
  comma: ', ',
  /** Ends what has no end of its own. */
  sentence: (text: string) => `${text}.`,

  connectionDetails: 'Connection details',
  path: 'Path',
  paths: { direct: 'Direct', relay: 'Through a relay', unknown: 'Not known yet' },
  roundTrip: 'Round trip',
  loss: 'Packet loss',
  received: 'Received',
  sent: 'Sent',
  bitrate: format.bitrate,
  pictureSize: 'Picture',
  frames: (width: number, height: number, perSecond: number | undefined) =>
    perSecond === undefined
      ? `${width} × ${height}`
      : `${width} × ${height}, ${number(Math.round(perSecond))} a second`,
  limited: 'Your video is limited by',
  limits: { cpu: 'this device', bandwidth: 'the network', other: 'another reason' },
  noConnectionYet: 'Figures appear once someone is connected.',
  copyDiagnostics: 'Copy diagnostics',
  diagnosticsCopied: 'Copied, without names, addresses or the room',
  notCopied: 'Your browser didn’t let us copy.',

  people: 'People in the call',
  you: 'You',
  picture: (name: string) => `Video of ${name}`,
  ownPicture: 'Your video',
  microphoneIsOff: 'microphone off',
  peerConnecting: 'Connecting…',
  peerReconnecting: 'Reconnecting…',
  peerFailed: (name: string) =>
    `${name} can’t be reached from this network. Another network may work, or turning off your VPN.`,
  /** For whoever looks into the details. */
  turnMissing: 'This page has no TURN server, which would help here.',
  turnFailed: 'The TURN server didn’t help either.',
  noVideoFormat: (name: string) => `You and ${name} can’t see each other: your browsers don’t share a video format.`,
  screenOf: (name: string) => `${name}’s screen`,
  optionsFor: (name: string) => `Options for ${name}`,
  ownOptions: 'Options for your video',
  raisedHandOn: 'hand raised',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageOf: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
  movePicture: 'Move your video (arrow keys)',

  controls: 'Call controls',
  muteMicrophone: 'Mute microphone',
  unmuteMicrophone: 'Unmute microphone',
  stopCamera: 'Turn camera off',
  startCamera: 'Turn camera on',
  leave: 'Leave the call',
  shareScreen: 'Share screen',
  raiseHand: 'Raise hand',
  lowerHand: 'Lower hand',
  reactions: 'Reactions',
  reactionNames: {
    thumbsUp: 'Thumbs up',
    heart: 'Heart',
    laughing: 'Laughing',
    surprised: 'Surprised',
    applause: 'Applause',
    party: 'Party',
  },
  more: 'More',
  back: 'Back',
  chooseSound: 'Choose microphone and speakers',
  chooseCamera: 'Choose camera',
  devices: 'Microphone, speakers, camera',
  microphone: 'Microphone',
  speakers: 'Speakers',
  camera: 'Camera',
  systemDefault: 'System default',
  microphoneNamesLater: 'Names appear once you turn your microphone on.',
  cameraNamesLater: 'Names appear once you turn your camera on.',
  layout: 'Layout',
  layouts: { auto: 'Automatic', grid: 'Grid', speaker: 'Speaker' },
  fullScreen: 'Full screen',
  pictureInPicture: 'Picture in picture',
  hideSelf: 'Hide my video',
  shortcuts: 'Keyboard shortcuts',
  shortcutsWhere: 'They work while the meeting has the focus and you aren’t typing.',
  spaceKey: 'Space',
  pushToTalk: 'Hold to talk while muted',
  microphoneOn: 'Microphone on',
  microphoneOff: 'Microphone off',
  cameraOn: 'Camera on',
  cameraOff: 'Camera off',
  handUp: 'Your hand is up',
  handDown: 'Your hand is down',
};

/** The shape of every language's table. */
export type Strings = typeof en;
