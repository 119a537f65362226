import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';

const { number, plural } = createFormat('en');
const devices: Devices = { microphone: 'microphone', camera: 'camera', both: 'camera or microphone' };

const stays = 'You’re still using the one you had.';

/** What failed and what to do about it, in English. */
export const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    'This browser can’t make video calls',
    'Update it, or open this page in Chrome or Edge 120, Firefox 125, Safari 17.4, or newer.',
  ),
  'insecure-context': say(
    'This page isn’t secure',
    'Browsers allow camera and microphone on secure pages only. Open it with https:// in front.',
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
  'token-missing': say('You’re not signed in', 'Reload the page, or sign in there again.'),
  'token-malformed': say(
    'Your sign-in can’t be read',
    'This page didn’t sign you in correctly. Please tell whoever runs it.',
  ),
  'token-expired': say(
    'Your sign-in has expired',
    'Reload the page, or sign in there again. If that doesn’t help, check your device’s clock.',
  ),
  'token-rejected': say('The server didn’t accept your sign-in', 'Reload the page, or sign in there again.'),
  'sign-in-failed': say('Couldn’t sign you in', 'Try another name, up to 32 characters, or try again in a moment.'),
  'origin-refused': say(
    'The meeting server doesn’t take calls from this page',
    'Whoever runs the server has to add this page’s address to those it allows.',
  ),
  offline: say('You’re offline', 'Check your internet connection. The call resumes when it’s back.'),
  'server-unreachable': say(
    'The meeting server can’t be reached',
    'It may be down, or your network may block it. Try again in a moment.',
  ),
  'server-closed': say('The meeting server ended the connection', 'Try again in a moment.'),
  'rate-limited': (error) => ({
    title: 'The meeting server is busy',
    hint: error.retryAfter
      ? plural(Math.ceil(error.retryAfter), {
          one: 'Wait 1 second, then try again.',
          other: `Wait ${number(Math.ceil(error.retryAfter))} seconds, then try again.`,
        })
      : 'Wait half a minute, then try again.',
  }),
  'room-full': say('This room is full', 'Try again when someone has left.'),
  'duplicate-identity': say(
    'You’re already in this call',
    'You joined in another tab or on another device. Leave there first, then join here.',
  ),
  'permission-denied': refused({
    user: about(devices, (what) => [
      `Your ${what} is blocked`,
      `You blocked the ${what} on this page. Allow it next to the address bar, then turn it on here.`,
    ]),
    policy: about(devices, (what, error) => [
      `This page may not use the ${what}`,
      `Whoever runs the page has to allow it: with Permissions-Policy, or with ${allow(error)} on the frame around it.`,
    ]),
    system: about(devices, (what) => [
      `Your system blocks the ${what}`,
      `Allow your browser to use the ${what} in the system’s privacy settings, then turn it on here.`,
    ]),
    unknown: about(devices, (what) => [
      `The ${what} isn’t allowed here`,
      'Allow it next to the address bar, or in the system’s privacy settings, then turn it on here.',
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
    about(devices, (what) => [`Another app is using your ${what}`, 'Close that app, then turn it on here.']),
    stays,
  ),
  'device-lost': orKept(
    about(devices, (what) => [
      `Your ${what} was disconnected`,
      'It was unplugged or another app took it. We’ll use it again when it’s back.',
    ]),
    'Check it for a switch or a cover, close other apps that use it, or choose another one.',
    { microphone: 'No sound comes from the microphone', camera: 'No picture comes from the camera' },
  ),
  'screen-share-failed': orKept(
    say('Couldn’t share your screen', 'Try again, or share another window.'),
    'Your system didn’t provide the sound.',
    { both: 'Your screen is shared without its sound' },
  ),
  'peer-unreachable': (_error, peerName) => ({
    title: `${peerName || 'Someone'} can’t be reached from this network`,
    hint: 'We keep trying. Another network may work, or turning off your VPN.',
  }),
  'relay-required': say(
    'This page’s TURN server is missing',
    'The page wants every connection relayed, so it has to name a TURN server in ice-servers.',
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
  'message-undecryptable': say('Couldn’t read a message', 'It was written with another passphrase.'),
  'file-rejected': say('This file can’t be sent', 'It’s too large, or this kind of file isn’t accepted here.'),
  'file-failed': say('The file didn’t arrive', 'Send it again.'),
  'not-joined': say('You’re not in the call', 'Join first.'),
  aborted: say('Joining was cancelled', 'Join again whenever you like.'),
  protocol: say(
    'The server and this page don’t understand each other',
    'One of them may be out of date. Reload the page.',
  ),
  internal: say('This page ran into a problem', 'Try again, or reload the page. The details help whoever fixes it.'),
};
