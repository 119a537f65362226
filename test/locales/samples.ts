import type { Strings } from '../../src/locales/en.js';

type Functions<T> = { [K in keyof T as T[K] extends (...args: never[]) => string ? K : never]: T[K] };
type Two<F> = F extends (...args: infer A) => string ? readonly [A, A] : never;

/**
 * For every word that is made of something, two sets of what it may be made of, which differ in each place.
 * A word that is not here is a type error.
 */
export const SAMPLES: { [K in keyof Functions<Strings>]: Two<Functions<Strings>[K]> } = {
  joining: [['Ann'], ['Bo']],
  waitingFor: [[7], [19]],
  joined: [[['Ann', 'Cy']], [['Bo']]],
  left: [[['Ann', 'Cy']], [['Bo']]],
  raisedHand: [[['Ann', 'Cy']], [['Bo']]],
  startedSharing: [[['Ann', 'Cy']], [['Bo']]],
  lostTouch: [[['Ann', 'Cy']], [['Bo']]],
  backInTouch: [[['Ann', 'Cy']], [['Bo']]],
  offlineWith: [
    [2, 5],
    [3, 7],
  ],
  foundDevice: [['Headset'], ['Webcam']],
  peopleCount: [[3], [5]],
  handRaised: [[3], [5]],
  volumeOf: [['Ann'], ['Bo']],
  because: [
    ['Fair', 'loss'],
    ['Poor', 'delay'],
  ],
  packetLoss: [[0.08], [0.3]],
  milliseconds: [[240], [30]],
  sentence: [['Ann'], ['Bo']],
  bitrate: [[300], [2500]],
  frames: [
    [640, 360, 30],
    [320, 180, 15],
  ],
  picture: [['Ann'], ['Bo']],
  peerFailed: [['Ann'], ['Bo']],
  noVideoFormat: [['Ann'], ['Bo']],
  screenOf: [['Ann'], ['Bo']],
  optionsFor: [['Ann'], ['Bo']],
  pageOf: [
    [2, 5],
    [3, 7],
  ],
  chatUnread: [[3], [5]],
  newMessages: [[3], [5]],
  waitsFor: [[['Ann', 'Cy']], [['Bo']]],
  notSentTo: [[['Ann', 'Cy']], [['Bo']]],
  charactersLeft: [[30], [50]],
  tooLong: [[30], [50]],
  typing: [[['Ann', 'Cy']], [['Bo']]],
  fileFrom: [['Ann'], ['Bo']],
  fileTo: [[['Ann', 'Cy']], [['Bo']]],
  fileOffered: [
    ['Ann', 'plan.pdf'],
    ['Bo', 'list.txt'],
  ],
  partOf: [
    ['3 MB', '12 MB'],
    ['4 MB', '20 MB'],
  ],
  timeLeft: [['12 s'], ['3 min']],
  removeFile: [['plan.pdf'], ['list.txt']],
  verifiedOf: [
    [2, 3],
    [1, 8],
  ],
  countNotLetIn: [[1], [4]],
  codeFor: [[['Ann', 'Cy']], [['Bo']]],
  codeNotFor: [
    [['Ann', 'Cy'], 'old'],
    [['Bo'], 'lost'],
  ],
  codeChangedBy: [[['Ann', 'Cy']], [['Bo']]],
  codeChangedWithout: [[['Ann', 'Cy']], [['Bo']]],
  waitingToJoin: [[3], [5]],
  wantToJoin: [[['Ann', 'Cy']], [['Bo']]],
  admitPerson: [['Ann'], ['Bo']],
  denyPerson: [['Ann'], ['Bo']],
  removeSure: [['Ann'], ['Bo']],
  mutedBy: [['Ann'], ['Bo']],
  unmuteAsked: [['Ann'], ['Bo']],
  backUnverified: [[['Ann', 'Cy']], [['Bo']]],
};
