import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, orKept, refused, say, type Devices, type Words } from '../say.js';

const { number, plural } = createFormat('en');
const devices: Devices = { microphone: 'microphone', camera: 'camera', both: 'camera or microphone' };

const stays = 'You’re still using the one you had.';

/** What fails on the way into a call, or with one's devices, and what to do about it, in English; `errors/en.ts` has them all. */
export const firstErrors = {
  'unsupported-browser': say(
    'This browser can’t make video calls',
    'Update it, or open this page in Chrome or Edge 120, Firefox 125, Safari 17.4, or newer.',
  ),
  'token-expired': say(
    'Your sign-in has expired',
    'Reload the page, or sign in there again. If that doesn’t help, check your device’s clock.',
  ),
  'sign-in-failed': say('Couldn’t sign you in', 'Try another name, up to 32 characters, or try again in a moment.'),
  offline: say('You’re offline', 'Check your internet connection. The call resumes when it’s back.'),
  'server-unreachable': say(
    'The meeting server can’t be reached',
    'It may be down, or your network may block it. Try again in a moment.',
  ),
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
  'passphrase-missing': say('This call needs a passphrase', 'Enter the one that the others have.'),
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
  internal: say('This page ran into a problem', 'Try again, or reload the page. The details help whoever fixes it.'),
} satisfies Partial<Record<MeetErrorCode, Words>>;
