import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const NOTHING_GOES = '이 사람에게는 아무것도 보내지 않습니다.';

/** Who has no name is addressed by none. */
const SOMEONE = '참여자 한 명';
const nim = (name: string): string => (name === SOMEONE ? name : `${name} 님`);

const refusals: Refusals = {
  passphrase: (name) => [`${nim(name)}의 암호 문구가 다르거나, 사이에 누군가 있습니다`, NOTHING_GOES],
  'no-passphrase': (name) => [`암호 문구를 입력하지 않았습니다: ${nim(name)}`, NOTHING_GOES],
  unsupported: (name) => [`${nim(name)}의 앱은 암호 문구를 증명할 수 없습니다`, '이 사람은 들어올 수 없습니다.'],
  identity: (name) => [`이 연결의 상대는 다른 사람입니다: ${nim(name)}`, '서버가 연결을 조작했을 수 있습니다.'],
  name: () => ['서버가 이 사람의 이름을 본인의 이름과 다르게 표시합니다', NOTHING_GOES],
  changed: (name) => [`${nim(name)}의 연결 키가 이전과 달라서 연결을 닫았습니다`, NOTHING_GOES],
  attempts: () => [
    '여기에서 잘못된 암호 문구를 너무 많이 시도했습니다',
    '다른 사람을 더 들이려면 나가서 다른 암호 문구로 만나세요.',
  ],
  liar: (name) => [`코드에서 ${nim(name)}의 부분이 틀렸습니다`, NOTHING_GOES],
  other: (name) => [`들어올 수 없습니다: ${nim(name)}`, NOTHING_GOES],
  tampered: (name) => [`누군가 ${nim(name)}과의 연결을 가로채려 했지만 실패했습니다`, '통화는 그대로 계속됩니다.'],
};

export const trustErrors = {
  'passphrase-missing': say('이 통화에는 암호 문구가 필요합니다', '다른 사람들과 같은 암호 문구를 입력하세요.'),
  'peer-refused': ofPeer(SOMEONE, refusals),
  tampered: ofPeer(SOMEONE, refusals, 'tampered'),
  'trust-unsupported': say(
    '이 브라우저는 암호 문구를 증명할 수 없습니다',
    '업데이트하거나 더 새로운 브라우저로 참여하세요. 이 통화에 필요합니다.',
  ),
};

export const trustWords = ({ list, number }: Format): TrustStrings => {
  const everyone = (names: readonly string[]): string => list(names.map((name) => `${name} 님`));
  return {
    passphrase: '암호 문구',
    showPassphrase: '암호 문구 표시',
    passphraseAsk: '암호 문구를 아는 사람만 나를 보고 들을 수 있습니다.',
    notLetIn: '들어올 수 없음',
    safety: '안전',
    verified: '확인됨',
    notVerified: '확인되지 않음',
    verifiedOf: (count, all) => `${number(all)}명 중 ${number(count)}명 확인됨`,
    countNotLetIn: (count) => `${number(count)}명 들어올 수 없음`,
    safetyCode: '안전 코드',
    codeFor: (names) => `대상: ${list(['나', ...names.map((name) => `${name} 님`)])}.`,
    codeNotFor: (names, why) => `대상 아님: ${everyone(names)} (${why}).`,
    whyNot: {
      olderApp: '이전 앱',
      notLetIn: '들어올 수 없음',
      noConnection: '연결 없음',
      seesOthers: '모두가 보이지는 않음',
    },
    readOut: '한 사람이 소리 내어 읽고, 나머지는 모두 자기 것과 같은지 말하세요.',
    readOutBy: '믿을 수 있는 사람이 읽게 하고, 아니면 직접 읽으세요.',
    sameForAll: '모두 같습니다',
    differs: '다릅니다',
    mayListen: '누군가 엿듣고 있을 수 있습니다. 사적인 말은 하지 마세요. 나가서 다른 방법으로 만나세요.',
    codeForming: '코드를 준비하는 중…',
    codeAlone: '코드를 가질 수 있는 사람이 오면 코드가 생깁니다.',
    codeSplit: '코드가 없습니다. 모두가 같은 사람들을 보고 있지는 않습니다.',
    codeSame: '모두 같다고 확인했습니다.',
    codePromise: '모두가 같은 코드를 보고 있다면 어느 두 사람 사이에도 아무도 없습니다.',
    passphrasePromise:
      '보이고 들리는 모든 사람이 암호 문구를 알고 있습니다. 모르는 사람은 엿들을 수 없으며, 서버도 마찬가지입니다.',
    noPromise: '암호화됨, 확인되지 않음: 서버를 운영하는 사람이 엿들을 수 있습니다.',
    trustLevels: {
      pending: '아직 확인하지 않음',
      unverified: '확인되지 않음',
      unsupported: '이전 앱이라 확인할 수 없음',
      passphrase: '암호 문구로 확인됨',
      code: '안전 코드로 확인됨',
    },
    nobodyHasYours: '같은 암호 문구를 가진 사람이 없습니다. 어떻게 썼는지 확인하세요.',
    somebodyHasOne: '암호 문구를 쓰는 사람이 있습니다.',
    passphraseNow: '확인되지 않은 모든 사람과 시도합니다. 아무도 연결이 끊기지 않습니다.',
    tryPassphrase: '사용',
    suggestWords: '단어 네 개 제안',
    copyPassphrase: '암호 문구 복사',
    passphraseElsewhere: '링크와 함께가 아니라 다른 방법으로 다른 사람들에게 알려 주세요.',
    codeChanged: '코드가 바뀌었습니다.',
    codeChangedBy: (names) => `코드가 바뀌었습니다. ${everyone(names)}이 참여했습니다.`,
    codeChangedWithout: (names) => `코드가 바뀌었습니다. ${everyone(names)}이 나갔습니다.`,
    backUnverified: (names) => `${everyone(names)}이 돌아왔지만 더 이상 확인된 상태가 아닙니다.`,
    onlyVerified: '확인된 사람만 메시지를 받고, 나도 그 사람들의 메시지만 볼 수 있습니다.',
  };
};
