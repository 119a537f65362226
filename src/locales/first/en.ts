import type { MeetErrorCode } from '../../errors.js';
import type { Words } from '../say.js';
import { firstErrors } from './errors-en.js';
import { createFormat } from '../format.js';

const format = createFormat('en');
const { plural, number } = format;

/** The English words of what a call begins with; `locales/en.ts` has them all. */
export const first = {
  /** BCP 47. */
  language: 'en' as string,
  direction: 'ltr' as 'ltr' | 'rtl',
  format,
  errors: firstErrors as Readonly<Partial<Record<MeetErrorCode, Words>> & typeof firstErrors>,
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
  passphrase: 'Passphrase',
  showPassphrase: 'Show passphrase',
  passphraseAsk: 'Only people who know it see and hear you.',
  notLetIn: 'Not let in',
  calledOff: 'You cancelled joining',
  endedByHost: 'The host ended the call for everyone',
  pageWasLeft: 'The call ended when you left the page',

  joining: (room: string) => `Joining ${room}…`,
  starting: 'Getting ready…',
  reconnecting: 'The server can’t be reached. The call goes on while we reconnect…',
  waiting: 'The server asked us to wait a moment.',
  waitingFor: (seconds: number) =>
    plural(seconds, { one: 'Next try in 1 second', other: `Next try in ${number(seconds)} seconds` }),
  dismiss: 'Dismiss',
  turnSoundOn: 'Turn sound on',

  offlineAlone: 'You’re offline.',
  offlineWithout: 'You’re offline. The call resumes when your connection is back.',
  offlineWith: (connected: number, others: number) =>
    plural(others, {
      one: `You’re offline. The call goes on with ${number(connected)} of 1 person.`,
      other: `You’re offline. The call goes on with ${number(connected)} of ${number(others)} people.`,
    }),
  partsMissing: 'Some controls couldn’t be loaded. The call goes on, and we keep trying.',
  choiceMissing: 'The choices couldn’t be loaded. We keep trying.',
  sharing: 'You’re sharing your screen.',
  stopSharing: 'Stop sharing',
  foundDevice: (label: string) => `New device found: ${label}.`,
  useIt: 'Use it',
  invite: 'Invite',
  callEnded: 'The call has ended',

  close: 'Close',
  peopleCount: (count: number) => `People (${number(count)})`,
  unpin: 'Unpin',

  quality: { good: 'Good connection', fair: 'Fair connection', poor: 'Poor connection', unknown: 'Connected' },
  /** How a connection is, and why. */
  because: (summary: string, why: string) => `${summary}: ${why}`,
  /** Separates facts in a line. */
  comma: ', ',
  /** Ends what has no end of its own. */
  sentence: (text: string) => `${text}.`,

  chat: 'Chat',
  chatUnread: (count: number) =>
    plural(count, { one: 'Chat (1 new message)', other: `Chat (${number(count)} new messages)` }),

  people: 'People in the call',
  you: 'You',
  picture: (name: string) => `Video of ${name}`,
  ownPicture: 'Your video',
  microphoneIsOff: 'microphone off',
  peerConnecting: 'Connecting…',
  peerReconnecting: 'Reconnecting…',
  peerFailed: (name: string) =>
    `${name} can’t be reached from this network. Another network may work, or turning off your VPN.`,
  noVideoFormat: (name: string) => `You and ${name} can’t see each other: your browsers don’t share a video format.`,
  screenOf: (name: string) => `${name}’s screen`,
  optionsFor: (name: string) => `Options for ${name}`,
  ownOptions: 'Options for your video',
  raisedHandOn: 'hand raised',
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
  more: 'More',
  chooseSound: 'Choose microphone and speakers',
  chooseCamera: 'Choose camera',
  devices: 'Microphone, speakers, camera',
  microphone: 'Microphone',
  camera: 'Camera',
  videoPaused: 'Video paused here',
  onlySpeaker: 'Only the speaker’s video is shown for now: your network or device can’t do more.',
  shortcuts: 'Keyboard shortcuts',
  microphoneOn: 'Microphone on',
  microphoneOff: 'Microphone off',
  cameraOn: 'Camera on',
  cameraOff: 'Camera off',
};

/** What there is of every language from the beginning. */
export type FirstStrings = typeof first;
