import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';

const { number } = createFormat('en');
const devices: Devices = { microphone: 'microphone', camera: 'camera', both: 'camera or microphone' };

const stays = 'What was in use stays in use.';

/** What failed and what to do about it, in English. */
export const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    'This browser can’t make video calls',
    'Update it, or open this page in Chrome or Edge 120, Firefox 125, Safari 17.4, or newer.',
  ),
  'insecure-context': say(
    'This page is not secure',
    'Browsers give camera and microphone to secure pages only. Open it with https:// in front.',
  ),
  'room-missing': say('There is no room to join yet', 'The page has to name it in its room attribute.'),
  'room-invalid': say('This room’s name can’t be used', 'A room’s name has 1 to 128 characters.'),
  'server-invalid': orLater(
    say(
      'The meeting server’s address is missing or wrong',
      'The page has to give it in “server”, starting with https:// or wss://.',
    ),
    'There is no meeting server at this address',
    'Try again in a moment. If that doesn’t help, tell whoever runs this page.',
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
      ? `It asked to wait ${number(Math.ceil(error.retryAfter))} seconds. Then try again.`
      : 'Wait half a minute, then try again.',
  }),
  'room-full': say('This room is full', 'Try again when someone has left.'),
  'duplicate-identity': say(
    'You are in this call already',
    'Another tab or device is in the room as you. Leave there first, then join here.',
  ),
  'permission-denied': refused({
    user: about(devices, (what) => [
      `Your ${what} is blocked`,
      `You said no to the ${what} on this page. Allow it beside the address bar, then turn it on here.`,
    ]),
    policy: about(devices, (what, error) => [
      `This page may not use the ${what}`,
      `Whoever runs the page has to allow it: with Permissions-Policy, or with ${allow(error)} on the frame around it.`,
    ]),
    system: about(devices, (what) => [
      `Your system keeps the ${what} from the browser`,
      `Allow your browser to use the ${what} in the system’s privacy settings, then turn it on here.`,
    ]),
    unknown: about(devices, (what) => [
      `The ${what} is not allowed here`,
      'Allow it beside the address bar, or in the system’s privacy settings, then turn it on here.',
    ]),
  }),
  'device-missing': orKept(
    about(devices, (what) => [`No ${what} was found`, 'Plug one in, then turn it on here. The call works without it.']),
    stays,
    {
      microphone: 'That microphone is no longer there',
      camera: 'That camera is no longer there',
      both: 'Those speakers are no longer there',
    },
  ),
  'device-busy': orKept(
    about(devices, (what) => [
      `${capital(what)} is in use elsewhere`,
      'Close the other program that uses it, then turn it on here.',
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, (what) => [
      `Your ${what} is gone`,
      'It was unplugged or taken by another program. It is picked up again when it comes back.',
    ]),
    'Look for a switch or a cover on it, close other programs that use it, or choose another.',
    { microphone: 'No sound comes from the microphone', camera: 'No picture comes from the camera' },
  ),
  'screen-share-failed': orKept(
    say('The screen could not be shared', 'Try again, or share another window.'),
    'The system did not give the sound.',
    { both: 'Your screen is shared without its sound' },
  ),
  'peer-unreachable': (error, peerName) => ({
    title: `${peerName || 'Someone'} can’t be reached from this network`,
    hint: error.relay ? 'It is tried again by itself.' : 'A TURN server would help.',
  }),
  'relay-required': say(
    'A TURN server is missing',
    'The page wants all connections relayed, and has to give a TURN server for that in ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'The page’s ICE servers can’t be read',
      'ice-servers has to be a JSON array like [{"urls": "stun:stun.example.com"}].',
    ),
    'Couldn’t get help for difficult networks',
    'The call goes on without it. You may not reach everybody.',
    'The call can’t begin without it. Try again in a moment.',
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
