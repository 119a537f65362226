import { chatWords } from './chat/en.js';
import { errors } from './errors/en.js';
import { first, type FirstStrings } from './first/en.js';
import { hostWords } from './hosts/en.js';
import { capital } from './say.js';
import { trustWords } from './trust/en.js';

const { format } = first;
const { list, number, percent } = format;

/** Every word a person reads or hears, in English. Other languages have the same shape. */
export const en = {
  ...first,
  errors,

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
  first: 'You’re the first here.',
  alone: 'You’re the only one here.',
  firstHint: 'Others will appear when they join.',

  /** Read out, one sentence each, for all to whom it happened within a second. */
  joined: (names: readonly string[]) => `${list(names)} joined.`,
  left: (names: readonly string[]) => `${list(names)} left.`,
  raisedHand: (names: readonly string[]) => `${list(names)} raised a hand.`,
  startedSharing: (names: readonly string[]) => `${list(names)} started sharing a screen.`,
  lostTouch: (names: readonly string[]) => `The connection to ${list(names)} is interrupted.`,
  backInTouch: (names: readonly string[]) => `The connection to ${list(names)} is back.`,
  backOnline: 'You’re connected again.',

  copyLink: 'Copy link',
  linkCopied: 'Link copied',
  copyByHand: 'Your browser didn’t let us copy. Here’s the link:',
  sharingOver: 'Screen sharing stopped',
  handUp: 'Your hand is up',
  handDown: 'Your hand is down',
  callTime: 'Time in the call',
  handRaised: (place: number) => `hand raised, number ${number(place)}`,
  mutedForMe: 'Muted for you',
  packetLoss: (fraction: number) => `packet loss ${percent(fraction)}`,
  throughRelay: 'through a relay',
  milliseconds: format.milliseconds,
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
  /** For whoever looks into the details. */
  turnMissing: 'This page has no TURN server, which would help here.',
  turnFailed: 'The TURN server didn’t help either.',
  reactionNames: {
    thumbsUp: 'Thumbs up',
    heart: 'Heart',
    laughing: 'Laughing',
    surprised: 'Surprised',
    applause: 'Applause',
    party: 'Party',
  },
  back: 'Back',
  speakers: 'Speakers',
  systemDefault: 'System default',
  microphoneNamesLater: 'Names appear once you turn your microphone on.',
  cameraNamesLater: 'Names appear once you turn your camera on.',
  layout: 'Layout',
  layouts: { auto: 'Automatic', grid: 'Grid', speaker: 'Speaker' },
  pauseOthers: 'Pause others’ video',
  shortcutsWhere: 'They work while the meeting has the focus and you aren’t typing.',
  spaceKey: 'Space',
  pushToTalk: 'Hold to talk while muted',
  volumeOf: (name: string) => `Volume of ${name}`,
  muteForMe: 'Mute for me',
  pin: 'Pin',

  connectionDetails: 'Connection details',
  fullScreen: 'Full screen',
  pictureInPicture: 'Picture in picture',
  flipCamera: 'Switch camera',
  mirrorPicture: 'Mirror my video',
  hideSelf: 'Hide my video',
  previousPage: 'Previous page',
  nextPage: 'Next page',
  pageOf: (page: number, pages: number) => `Page ${number(page)} of ${number(pages)}`,
  microphoneLevel: 'Microphone level',

  ...chatWords,
  ...trustWords,
  ...hostWords,
};

/** The shape of every language's table. */
export type Strings = typeof en;

/** All words, for what comes later: until then there are the first ones alone in English, all in any other language. */
export const whole = (words: FirstStrings): Strings => (words === first ? en : (words as Strings));
