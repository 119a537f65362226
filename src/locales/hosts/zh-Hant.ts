import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say('會議已鎖定', '現在不能有新的人加入。請聯絡會議中的人，然後重試。'),
  'not-admitted': notAdmitted({
    denied: say('你未獲准進入', '主持人拒絕了你的請求。請用其他方式聯絡，然後重試。'),
    removed: say('主持人已將你移出通話', '這個通話進行期間，你無法回來。'),
    ended: say('主持人已結束通話', '通話已對所有人結束。'),
  }),
};

export const hostWords = ({ list, number }: Format): HostStrings => ({
  waitForHost: '正在等待主持人讓你進入',
  waitForAnyHost: '正在等待主持人到來',
  waitHint: '獲准後，你會立即進入通話。',
  admit: '准許進入',
  deny: '拒絕',
  admitAll: '准許所有人進入',
  lockMeeting: '鎖定會議',
  host: '主持人',
  muteForAll: '對所有人靜音',
  askToUnmute: '請對方開啟麥克風',
  removePerson: '移出通話',
  removeNow: '移出',
  endForAll: '為所有人結束通話',
  waitingToJoin: (count) => `等待加入（${number(count)}）`,
  wantToJoin: (names) => `${list(names)}想加入。`,
  admitPerson: (name) => `准許${name}進入`,
  denyPerson: (name) => `拒絕${name}`,
  removeSure: (name) => `要移出${name}嗎？對方將無法回到這個通話。`,
  mutedBy: (name) => `${name}關閉了你的麥克風。`,
  unmuteAsked: (name) => `${name}請你開啟麥克風。`,
});
