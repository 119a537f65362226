import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say('会议已锁定', '现在不能有新的人加入。请联系会议中的人，然后重试。'),
  'not-admitted': notAdmitted({
    denied: say('您未获准进入', '主持人拒绝了您的请求。请用其他方式联系，然后重试。'),
    removed: say('主持人已将您移出通话', '此通话进行期间，您无法回来。'),
    ended: say('主持人已结束通话', '通话已对所有人结束。'),
  }),
};

export const hostWords = ({ list, number }: Format): HostStrings => ({
  waitForHost: '正在等待主持人让您进入',
  waitForAnyHost: '正在等待主持人到来',
  waitHint: '获准后，您会立即进入通话。',
  admit: '准许进入',
  deny: '拒绝',
  admitAll: '准许所有人进入',
  lockMeeting: '锁定会议',
  host: '主持人',
  muteForAll: '对所有人静音',
  askToUnmute: '请对方打开麦克风',
  removePerson: '移出通话',
  removeNow: '移出',
  endForAll: '为所有人结束通话',
  waitingToJoin: (count) => `等待加入（${number(count)}）`,
  wantToJoin: (names) => `${list(names)}想加入。`,
  admitPerson: (name) => `准许${name}进入`,
  denyPerson: (name) => `拒绝${name}`,
  removeSure: (name) => `要移出${name}吗？对方将无法回到此通话。`,
  mutedBy: (name) => `${name}关闭了您的麦克风。`,
  unmuteAsked: (name) => `${name}请您打开麦克风。`,
});
