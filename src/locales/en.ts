import type { MeetError, MeetErrorCode } from '../errors.js';
import { createFormat } from './format.js';
import { say, type Words } from './say.js';

const format = createFormat('en');
const { plural, number, percent, list } = format;

const device = (error: MeetError): string => error.device ?? 'camera or microphone';
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const denied: Words = (error) => {
  const what = device(error);
  switch (error.by) {
    case 'user':
      return {
        title: `Your ${what} is blocked`,
        hint: `You said no to the ${what} on this page. Allow it beside the address bar, then turn it on here.`,
      };
    case 'policy':
      return {
        title: `This page may not use the ${what}`,
        hint: `Whoever runs the page has to allow it: with Permissions-Policy, or with allow="${error.device ?? 'camera; microphone'}" on the frame around it.`,
      };
    case 'system':
      return {
        title: `Your system keeps the ${what} from the browser`,
        hint: `Allow your browser to use the ${what} in the system's privacy settings, then turn it on here.`,
      };
    default:
      return {
        title: `The ${what} is not allowed here`,
        hint: `Allow it beside the address bar, or in the system's privacy settings, then turn it on here.`,
      };
  }
};

const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    'This browser can’t make video calls',
    'Open this page in a current Chrome, Edge, Firefox or Safari.',
  ),
  'insecure-context': say(
    'This page is not secure',
    'Browsers give camera and microphone to secure pages only. Open it with https:// in front.',
  ),
  'room-missing': say('There is no room to join yet', 'The page has to name it in its room attribute.'),
  'room-invalid': say('This room’s name can’t be used', 'A room’s name has 1 to 128 characters.'),
  'server-invalid': say(
    'The meeting server’s address is wrong',
    'The page has to give an address that starts with https:// or wss://, as its own does.',
  ),
  'token-missing': say('You are not signed in', 'The page gave no token. Reload the page, or sign in there again.'),
  'token-malformed': say(
    'Your sign-in can’t be read',
    'The page gave a token that is none. Whoever runs the page has to look at it.',
  ),
  'token-expired': say(
    'Your sign-in has run out',
    'Reload the page, or sign in there again. If that doesn’t help, look at your device’s clock.',
  ),
  'token-rejected': say('The server did not accept your sign-in', 'Reload the page, or sign in there again.'),
  'sign-in-failed': say('Signing in did not work', 'Try another name, up to 32 characters, or try again in a moment.'),
  'origin-refused': say(
    'The meeting server doesn’t take calls from this page',
    'Whoever runs the server has to add this page’s address to those it allows.',
  ),
  offline: say('You are offline', 'Look at your network connection. The call comes back with it.'),
  'server-unreachable': say(
    'The meeting server can’t be reached',
    'It may be down, or your network may block it. Try again in a moment.',
  ),
  'server-closed': say('The meeting server ended the connection', 'Try again in a moment.'),
  'rate-limited': (error) => ({
    title: 'The meeting server is busy',
    hint: error.retryAfter
      ? `It asked to wait ${Math.ceil(error.retryAfter)} seconds. Then try again.`
      : 'Wait half a minute, then try again.',
  }),
  'room-full': say('This room is full', 'Try again when someone has left.'),
  'duplicate-identity': say(
    'You are in this call already',
    'Another tab or device is in the room as you. Leave there first, then join here.',
  ),
  'permission-denied': denied,
  'device-missing': (error) => ({
    title: `No ${device(error)} was found`,
    hint: `Plug one in, then turn it on here. The call works without it.`,
  }),
  'device-busy': (error) => ({
    title: `${capital(device(error))} is in use elsewhere`,
    hint: 'Close the other program that uses it, then turn it on here.',
  }),
  'device-lost': (error) => ({
    title: `Your ${device(error)} is gone`,
    hint: 'It was unplugged or taken by another program. It is picked up again when it comes back.',
  }),
  'screen-share-failed': say('The screen could not be shared', 'Try again, or share another window.'),
  'peer-unreachable': (error, peerName) => ({
    title: `${peerName || 'Someone'} can’t be reached from this network`,
    hint: error.relay ? 'It is tried again by itself.' : 'A TURN server would help.',
  }),
  'relay-required': say(
    'A TURN server is missing',
    'The page wants all connections relayed, and has to give a TURN server for that in ice-servers.',
  ),
  'ice-servers-invalid': say(
    'The page’s ICE servers can’t be read',
    'ice-servers has to be a JSON array like [{"urls": "stun:stun.example.com"}].',
  ),
  'message-invalid': say('This message can’t be sent', 'A message has 1 to 5000 characters.'),
  'message-undecryptable': say('A message could not be opened', 'It was written with another passphrase.'),
  'file-rejected': say('This file can’t be sent', 'It is too large, or of a kind that is not taken here.'),
  'file-failed': say('The file did not arrive', 'Send it again.'),
  'not-joined': say('You are not in the call', 'Join first.'),
  aborted: say('Joining was called off', 'Join again when you like.'),
  protocol: say(
    'The server and this page don’t understand each other',
    'One of them may be out of date. Reload the page.',
  ),
  internal: say('This page made a mistake', 'Try again, or reload the page. The details help whoever fixes it.'),
};

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
  willAskBoth: 'When you join, your browser asks for your camera and microphone.',
  willAskMicrophone: 'When you join, your browser asks for your microphone. Your camera stays off.',
  willAskCamera: 'When you join, your browser asks for your camera. Your microphone stays off.',
  willAskNothing: 'You join with camera and microphone off. You can turn them on in the call.',
  cameraIsOff: 'Your camera is off',
  willUseBoth: 'You join with camera and microphone on.',
  willUseMicrophone: 'You join with your microphone on. Your camera stays off.',
  willUseCamera: 'You join with your camera on. Your microphone stays off.',
  cameraIsComing: 'If your browser asks for your devices, allow them to see yourself here.',
  joinWithout: {
    microphone: 'Join without microphone',
    camera: 'Join without camera',
    both: 'Join without camera and microphone',
  },
  callLasted: (time: string) => `You were in it for ${time}.`,
  pageWasLeft: 'The call ended when you left the page',
  microphoneLevel: 'Microphone level',
  noneFound: 'None found',
  namesLater: 'Names show once your browser has asked for your devices.',
  testSound: 'Play a test sound',
  playingTestSound: 'Playing…',
  noTestSound: 'These speakers can’t be used just now. Choose others.',
  askedAgain: 'The question was closed without an answer. Try again, and allow it this time.',
  /** Where a refusal is taken back, by browser. */
  allowInBrowser: {
    chrome: (what) => `Click the icon in front of the address, switch the ${what} on, then try again.`,
    edge: (what) => `Click the lock in front of the address, allow the ${what} for this site, then try again.`,
    firefox: (what) => `Click the crossed-out ${what} beside the address, take the block away, then try again.`,
    safari: (what) => `Choose Safari › Settings for this website, allow the ${what}, then reload the page.`,
    iosSafari: (what) =>
      `Tap the button beside the address, then Website Settings, allow the ${what}, then reload the page.`,
    iosOther: (what) => `Open the Settings app, choose this browser, switch the ${what} on, then reload the page.`,
    android: (what) => `Tap the icon in front of the address, then Permissions, allow the ${what}, then try again.`,
    other: (what) => `Allow the ${what} beside the address, then try again.`,
  } satisfies Record<string, (what: 'microphone' | 'camera') => string>,
  /** Where the system keeps a device from the browser. */
  allowInSystem: {
    mac: (what) =>
      `Open System Settings › Privacy & Security › ${capital(what)}, switch your browser on, then start it anew.`,
    windows: (what) =>
      `Open Settings › Privacy & security › ${capital(what)}, switch it on for desktop apps, then try again.`,
    android: (what) => `Open Settings › Apps › your browser › Permissions, allow the ${what}, then try again.`,
    ios: (what) => `Open the Settings app, choose your browser, switch the ${what} on, then reload the page.`,
    other: (what) => `Allow your browser to use the ${what} in the system’s privacy settings, then try again.`,
  } satisfies Record<string, (what: 'microphone' | 'camera') => string>,

  joining: (room: string) => `Joining ${room}…`,
  starting: 'Getting ready…',
  reconnecting: 'The server can’t be reached. The call goes on while we reconnect…',
  waiting: 'The server asks to wait a moment.',
  waitingFor: (seconds: number) =>
    plural(seconds, { one: 'Next try in 1 second', other: `Next try in ${number(seconds)} seconds` }),
  dismiss: 'Dismiss',
  first: 'You’re the first here.',
  alone: 'Nobody else is here now.',
  firstHint: 'Others appear as they join.',
  turnSoundOn: 'Turn sound on',
  /** Read out, one sentence each, for all to whom it happened within a second. */
  joined: (names: readonly string[]) => `${list(names)} joined.`,
  left: (names: readonly string[]) => `${list(names)} left.`,
  raisedHand: (names: readonly string[]) => `${list(names)} raised a hand.`,
  startedSharing: (names: readonly string[]) => `${list(names)} started sharing a screen.`,
  lostTouch: (names: readonly string[]) => `The connection to ${list(names)} is interrupted.`,
  backInTouch: (names: readonly string[]) => `The connection to ${list(names)} is back.`,

  offlineAlone: 'You are offline.',
  offlineWithout: 'You are offline. The call comes back with your network.',
  offlineWith: (connected: number, others: number) =>
    `You are offline. The call goes on with ${number(connected)} of ${number(others)}.`,
  sharing: 'You are sharing your screen.',
  stopSharing: 'Stop sharing',
  foundDevice: (label: string) => `New device found: ${label}.`,
  useIt: 'Use it',

  copyLink: 'Copy link',
  invite: 'Invite',
  linkCopied: 'Link copied',
  copyByHand: 'The browser did not let us copy. Here is the link:',
  callEnded: 'The call has ended',

  close: 'Close',
  callTime: 'Time in the call',
  peopleCount: (count: number) => `People (${number(count)})`,
  handRaised: (place: number) => `hand raised, number ${number(place)}`,
  volumeOf: (name: string) => `Volume of ${name}`,
  muteForMe: 'Mute for me',
  mutedForMe: 'Muted for you',
  pin: 'Pin to the stage',
  unpin: 'Unpin',

  quality: { good: 'Good connection', fair: 'Fair connection', poor: 'Poor connection', unknown: 'Connected' },
  packetLoss: (fraction: number) => `packet loss ${percent(fraction)}`,
  throughRelay: 'through a relay',
  milliseconds: (count: number) => `${number(count)} ms`,
  /** Separates facts in a line. */
  comma: ', ',

  connectionDetails: 'Connection details',
  path: 'Path',
  paths: { direct: 'Direct', relay: 'Through a relay', unknown: 'Not known yet' },
  roundTrip: 'Round trip',
  loss: 'Packet loss',
  received: 'Received',
  sent: 'Sent',
  bitrate: (kilobits: number) =>
    kilobits < 1000 ? `${number(Math.round(kilobits))} kbit/s` : `${number(Math.round(kilobits / 100) / 10)} Mbit/s`,
  pictureSize: 'Picture',
  frames: (width: number, height: number, perSecond: number | undefined) =>
    perSecond === undefined ? `${width} × ${height}` : `${width} × ${height}, ${Math.round(perSecond)} a second`,
  limited: 'Your picture is kept small by',
  limits: { cpu: 'this device', bandwidth: 'the network', other: 'another reason' },
  noConnectionYet: 'Figures appear as soon as somebody is connected.',
  copyDiagnostics: 'Copy diagnostics',
  diagnosticsCopied: 'Copied, without names, addresses or the room',
  notCopied: 'The browser did not let us copy.',

  people: 'People in the call',
  you: 'You',
  picture: (name: string) => `Video of ${name}`,
  microphoneIsOff: 'microphone off',
  peerConnecting: 'Connecting…',
  peerReconnecting: 'Reconnecting…',
  peerFailed: (name: string) => `${name} can’t be reached from this network. A TURN server would help.`,
  peerFailedByTurn: (name: string) => `${name} can’t be reached from this network, not even through the TURN server.`,
  screenOf: (name: string) => `${name}’s screen`,
  optionsFor: (name: string) => `Options for ${name}`,
  raisedHandOn: 'hand raised',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageOf: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
  movePicture: 'Move your picture (arrow keys)',

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
  microphoneNamesLater: 'Names show once you turn your microphone on.',
  cameraNamesLater: 'Names show once you turn your camera on.',
  layout: 'Layout',
  layouts: { auto: 'Automatic', grid: 'Grid', speaker: 'Speaker' },
  fullScreen: 'Full screen',
  pictureInPicture: 'Picture in picture',
  hideSelf: 'Hide my picture',
  shortcuts: 'Keyboard shortcuts',
  shortcutsWhere: 'They work while the focus is in the meeting, and not while you write.',
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
