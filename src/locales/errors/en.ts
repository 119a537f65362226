import type { MeetErrorCode } from '../../errors.js';
import { firstErrors } from '../first/errors-en.js';
import { orKept, orLater, say, type Words } from '../say.js';
import { hostErrors } from '../hosts/en.js';
import { trustErrors } from '../trust/en.js';

/** What failed and what to do about it, in English. */
export const errors: Record<MeetErrorCode, Words> = {
  ...firstErrors,
  ...trustErrors,
  ...hostErrors,
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
  'token-rejected': say('The server didn’t accept your sign-in', 'Reload the page, or sign in there again.'),
  'server-closed': say('The meeting server ended the connection', 'Try again in a moment.'),
  'origin-refused': say(
    'The meeting server doesn’t take calls from this page',
    'Whoever runs the server has to add this page’s address to those it allows.',
  ),
  'peer-unreachable': (_error, peerName) => ({
    title: `${peerName || 'Someone'} can’t be reached from this network`,
    hint: 'We keep trying. Another network may work, or turning off your VPN.',
  }),
  'duplicate-identity': say(
    'You’re already in this call',
    'You joined in another tab or on another device. Leave there first, then join here.',
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
  'relay-required': say(
    'This page’s TURN server is missing',
    'The page wants every connection relayed, so it has to name a TURN server in ice-servers.',
  ),
  'screen-share-failed': orKept(
    say('Couldn’t share your screen', 'Try again, or share another window.'),
    'Your system didn’t provide the sound.',
    { both: 'Your screen is shared without its sound' },
  ),
  'message-invalid': say('This message can’t be sent', 'A message has 1 to 3000 characters.'),
  'message-undecryptable': say('Couldn’t read a message', 'It was written with another passphrase.'),
  'file-rejected': say('This file can’t be sent', 'It’s too large, or this kind of file isn’t accepted here.'),
  'file-failed': say('The file didn’t arrive', 'Send it again.'),
  'not-joined': say('You’re not in the call', 'Join first.'),
  aborted: say('Joining was cancelled', 'Join again whenever you like.'),
  protocol: say(
    'The server and this page don’t understand each other',
    'One of them may be out of date. Reload the page.',
  ),
};
