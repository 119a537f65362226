import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say(
    '회의가 잠겨 있습니다',
    '지금은 새로 들어갈 수 없습니다. 안에 있는 사람에게 부탁한 뒤 다시 시도하세요.',
  ),
  'not-admitted': notAdmitted({
    denied: say('들어가지 못했습니다', '호스트가 참여 요청을 거절했습니다. 다른 방법으로 연락한 뒤 다시 시도하세요.'),
    removed: say('호스트가 통화에서 내보냈습니다', '이 통화가 계속되는 동안에는 다시 들어올 수 없습니다.'),
    ended: say('호스트가 통화를 종료했습니다', '모두의 통화가 끝났습니다.'),
  }),
};

export const hostWords = ({ list, number }: Format): HostStrings => ({
  waitForHost: '호스트가 들여보내 주기를 기다리는 중',
  waitForAnyHost: '호스트가 오기를 기다리는 중',
  waitHint: '허락되면 바로 통화에 들어갑니다.',
  admit: '들여보내기',
  deny: '거절',
  admitAll: '모두 들여보내기',
  lockMeeting: '회의 잠그기',
  host: '호스트',
  muteForAll: '모두에게 음소거',
  askToUnmute: '마이크를 켜 달라고 요청',
  removePerson: '통화에서 내보내기',
  removeNow: '내보내기',
  endForAll: '모두의 통화 종료',
  waitingToJoin: (count) => `참여 대기 중(${number(count)})`,
  wantToJoin: (names) => `${list(names)} 님이 참여하려고 합니다.`,
  admitPerson: (name) => `${name} 님 들여보내기`,
  denyPerson: (name) => `${name} 님 거절`,
  removeSure: (name) => `${name} 님을 내보낼까요? 이 통화에 다시 들어올 수 없습니다.`,
  mutedBy: (name) => `${name} 님이 내 마이크를 껐습니다.`,
  unmuteAsked: (name) => `${name} 님이 마이크를 켜 달라고 합니다.`,
});
