import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say(
    'ミーティングはロックされています',
    '今は新しく参加できません。参加中の人に頼んでから、もう一度お試しください。',
  ),
  'not-admitted': notAdmitted({
    denied: say(
      '参加が許可されませんでした',
      '主催者が参加の希望を断りました。別の方法で連絡してから、もう一度お試しください。',
    ),
    removed: say('主催者によって通話から外されました', 'この通話が続いている間は戻れません。'),
    ended: say('主催者が通話を終了しました', '全員の通話が終わりました。'),
  }),
};

export const hostWords = ({ list, number }: Format): HostStrings => ({
  waitForHost: '主催者が参加を許可するのを待っています',
  waitForAnyHost: '主催者が来るのを待っています',
  waitHint: '許可されると、すぐに通話に入ります。',
  admit: '許可',
  deny: '拒否',
  admitAll: '全員を許可',
  lockMeeting: 'ミーティングをロック',
  host: '主催者',
  muteForAll: '全員に対してミュート',
  askToUnmute: 'マイクをオンにするよう頼む',
  removePerson: '通話から外す',
  removeNow: '外す',
  endForAll: '全員の通話を終了',
  waitingToJoin: (count) => `参加待ち（${number(count)}）`,
  wantToJoin: (names) => `${list(names)}さんが参加を希望しています。`,
  admitPerson: (name) => `${name}さんを許可`,
  denyPerson: (name) => `${name}さんを拒否`,
  removeSure: (name) => `${name}さんを外しますか？ この通話には戻れなくなります。`,
  mutedBy: (name) => `${name}さんがあなたのマイクをオフにしました。`,
  unmuteAsked: (name) => `${name}さんがマイクをオンにするよう頼んでいます。`,
});
