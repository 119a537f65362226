import type { MeetError, MeetErrorCode } from '../errors.js';

/** What failed, and what to do about it. */
export interface ErrorWords {
  readonly title: string;
  readonly hint: string;
}

/** `peerName` is that of the peer the failure is about. */
type Words = (error: MeetError, peerName?: string) => ErrorWords;

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
  'unsupported-browser': () => ({
    title: 'This browser can’t make video calls',
    hint: 'Open this page in a current Chrome, Edge, Firefox or Safari.',
  }),
  'insecure-context': () => ({
    title: 'This page is not secure',
    hint: 'Browsers give camera and microphone to secure pages only. Open it with https:// in front.',
  }),
  'room-missing': () => ({
    title: 'There is no room to join yet',
    hint: 'The page has to name it in its room attribute.',
  }),
  'room-invalid': () => ({
    title: 'This room’s name can’t be used',
    hint: 'A room’s name has 1 to 128 characters.',
  }),
  'server-invalid': () => ({
    title: 'The meeting server’s address is wrong',
    hint: 'The page has to give an address that starts with https:// or wss://, as its own does.',
  }),
  'token-missing': () => ({
    title: 'You are not signed in',
    hint: 'The page gave no token. Reload the page, or sign in there again.',
  }),
  'token-malformed': () => ({
    title: 'Your sign-in can’t be read',
    hint: 'The page gave a token that is none. Whoever runs the page has to look at it.',
  }),
  'token-expired': () => ({
    title: 'Your sign-in has run out',
    hint: 'Reload the page, or sign in there again. If that doesn’t help, look at your device’s clock.',
  }),
  'token-rejected': () => ({
    title: 'The server did not accept your sign-in',
    hint: 'Reload the page, or sign in there again.',
  }),
  'sign-in-failed': () => ({
    title: 'Signing in did not work',
    hint: 'Try another name, up to 32 characters, or try again in a moment.',
  }),
  'origin-refused': () => ({
    title: 'The meeting server doesn’t take calls from this page',
    hint: 'Whoever runs the server has to add this page’s address to those it allows.',
  }),
  offline: () => ({
    title: 'You are offline',
    hint: 'Look at your network connection. The call comes back with it.',
  }),
  'server-unreachable': () => ({
    title: 'The meeting server can’t be reached',
    hint: 'It may be down, or your network may block it. Try again in a moment.',
  }),
  'server-closed': () => ({
    title: 'The meeting server ended the connection',
    hint: 'Try again in a moment.',
  }),
  'rate-limited': (error) => ({
    title: 'The meeting server is busy',
    hint: error.retryAfter
      ? `It asked to wait ${Math.ceil(error.retryAfter)} seconds. Then try again.`
      : 'Wait half a minute, then try again.',
  }),
  'room-full': () => ({
    title: 'This room is full',
    hint: 'Try again when someone has left.',
  }),
  'duplicate-identity': () => ({
    title: 'You are in this call already',
    hint: 'Another tab or device is in the room as you. Leave there first, then join here.',
  }),
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
  'screen-share-failed': () => ({
    title: 'The screen could not be shared',
    hint: 'Try again, or share another window.',
  }),
  'peer-unreachable': (error, peerName) => ({
    title: `${peerName || 'Someone'} can’t be reached from this network`,
    hint: error.relay ? 'It is tried again by itself.' : 'A TURN server would help.',
  }),
  'relay-required': () => ({
    title: 'A TURN server is missing',
    hint: 'The page wants all connections relayed, and has to give a TURN server for that in ice-servers.',
  }),
  'ice-servers-invalid': () => ({
    title: 'The page’s ICE servers can’t be read',
    hint: 'ice-servers has to be a JSON array like [{"urls": "stun:stun.example.com"}].',
  }),
  'message-invalid': () => ({
    title: 'This message can’t be sent',
    hint: 'A message has 1 to 5000 characters.',
  }),
  'message-undecryptable': () => ({
    title: 'A message could not be opened',
    hint: 'It was written with another passphrase.',
  }),
  'file-rejected': () => ({
    title: 'This file can’t be sent',
    hint: 'It is too large, or of a kind that is not taken here.',
  }),
  'file-failed': () => ({
    title: 'The file did not arrive',
    hint: 'Send it again.',
  }),
  'not-joined': () => ({
    title: 'You are not in the call',
    hint: 'Join first.',
  }),
  aborted: () => ({
    title: 'Joining was called off',
    hint: 'Join again when you like.',
  }),
  protocol: () => ({
    title: 'The server and this page don’t understand each other',
    hint: 'One of them may be out of date. Reload the page.',
  }),
  internal: () => ({
    title: 'This page made a mistake',
    hint: 'Try again, or reload the page. The details help whoever fixes it.',
  }),
};

/** Every word a person reads or hears, in English. Other languages have the same shape. */
export const en = {
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

  joining: (room: string) => `Joining ${room}…`,
  starting: 'Getting ready…',
  reconnecting: 'The server can’t be reached. The call goes on while we reconnect…',
  waiting: 'The server asks to wait a moment.',
  waitingFor: (seconds: number) => (seconds === 1 ? 'Next try in 1 second' : `Next try in ${seconds} seconds`),
  dismiss: 'Dismiss',
  first: 'You’re the first here.',
  alone: 'Nobody else is here now.',
  firstHint: 'Others appear as they join.',
  turnSoundOn: 'Turn sound on',
  joined: (name: string) => `${name} joined`,
  left: (name: string) => `${name} left`,

  people: 'People in the call',
  you: 'You',
  picture: (name: string) => `Video of ${name}`,
  microphoneIsOff: 'microphone off',
  peerConnecting: 'Connecting…',
  peerReconnecting: 'Reconnecting…',
  peerFailed: (name: string) => `${name} can’t be reached from this network. A TURN server would help.`,
  peerFailedByTurn: (name: string) => `${name} can’t be reached from this network, not even through the TURN server.`,
  movePicture: 'Move your picture (arrow keys)',

  controls: 'Call controls',
  muteMicrophone: 'Mute microphone',
  unmuteMicrophone: 'Unmute microphone',
  stopCamera: 'Turn camera off',
  startCamera: 'Turn camera on',
  leave: 'Leave the call',
};

/** The shape of every language's table. */
export type Strings = typeof en;
