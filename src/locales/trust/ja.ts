import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const NOTHING_GOES = 'この人には何も送られません。';

/** Who has no name is no -san. */
const SOMEONE = '参加者の1人';
const san = (name: string): string => (name === SOMEONE ? name : `${name}さん`);

const refusals: Refusals = {
  passphrase: (name) => [`${san(name)}のパスフレーズが違うか、間に誰かがいます`, NOTHING_GOES],
  'no-passphrase': (name) => [`${san(name)}はパスフレーズを入力していません`, NOTHING_GOES],
  unsupported: (name) => [`${san(name)}のアプリはパスフレーズを証明できません`, 'この人は参加できません。'],
  identity: (name) => [`この接続の相手は${san(name)}ではありません`, 'サーバーが改ざんしている可能性があります。'],
  name: () => ['サーバーがこの人の名前を本人の名前と違うものにしています', NOTHING_GOES],
  changed: (name) => [`${san(name)}との接続の鍵が以前と違うため、閉じました`, NOTHING_GOES],
  attempts: () => [
    'ここで誤ったパスフレーズが多く試されすぎました',
    'ほかの人を入れるには、退出して別のパスフレーズで集まってください。',
  ],
  liar: (name) => [`コードのうち${san(name)}の部分が正しくありません`, NOTHING_GOES],
  other: (name) => [`${san(name)}は参加できません`, NOTHING_GOES],
  tampered: (name) => [`誰かが${san(name)}との接続を乗っ取ろうとし、失敗しました`, '通話はそのまま続きます。'],
};

export const trustErrors = {
  'passphrase-missing': say('この通話にはパスフレーズが必要です', 'ほかの人と同じものを入力してください。'),
  'peer-refused': ofPeer(SOMEONE, refusals),
  tampered: ofPeer(SOMEONE, refusals, 'tampered'),
  'trust-unsupported': say(
    'このブラウザーではパスフレーズを証明できません',
    '更新するか、新しいブラウザーで参加してください。この通話にはそれが必要です。',
  ),
};

export const trustWords = ({ list, number }: Format): TrustStrings => {
  const everyone = (names: readonly string[]): string => list(names.map((name) => `${name}さん`));
  return {
    passphrase: 'パスフレーズ',
    showPassphrase: 'パスフレーズを表示',
    passphraseAsk: 'これを知っている人だけが自分を見聞きできます。',
    notLetIn: '参加できません',
    safety: '安全性',
    verified: '確認済み',
    notVerified: '未確認',
    verifiedOf: (count, all) => `${number(all)}人中${number(count)}人を確認済み`,
    countNotLetIn: (count) => `${number(count)}人が参加できません`,
    safetyCode: '安全コード',
    codeFor: (names) => `対象: ${list(['自分', ...names.map((name) => `${name}さん`)])}。`,
    codeNotFor: (names, why) => `対象外: ${everyone(names)}（${why}）。`,
    whyNot: {
      olderApp: '古いアプリ',
      notLetIn: '参加できません',
      noConnection: '接続がありません',
      seesOthers: '全員が見えていません',
    },
    readOut: '1人が読み上げ、ほかの全員が自分のものと同じかどうかを言ってください。',
    readOutBy: '信頼できる人に読んでもらうか、自分で読み上げてください。',
    sameForAll: '全員同じです',
    differs: '違います',
    mayListen: '誰かが聞いている可能性があります。大事な話はせず、退出して別の方法で話してください。',
    codeForming: 'コードを準備しています…',
    codeAlone: 'コードを持てる人が来ると、コードが表示されます。',
    codeSplit: 'コードはありません。全員に同じ人が見えているわけではありません。',
    codeSame: '全員同じだと確認しました。',
    codePromise: '全員に同じコードが見えていれば、どの2人の間にも誰もいません。',
    passphrasePromise:
      '見聞きできる人は全員パスフレーズを知っています。知らない人は聞くことができません。サーバーも同じです。',
    noPromise: '暗号化済み、未確認: サーバーの管理者は聞くことができるかもしれません。',
    trustLevels: {
      pending: 'まだ調べていません',
      unverified: '未確認',
      unsupported: '古いアプリのため確認できません',
      passphrase: 'パスフレーズで確認済み',
      code: '安全コードで確認済み',
    },
    nobodyHasYours: '同じパスフレーズの人がいません。書き方を確かめてください。',
    somebodyHasOne: 'パスフレーズを使っている人がいます。',
    passphraseNow: '未確認の全員と試します。誰の接続も切れません。',
    tryPassphrase: '使う',
    suggestWords: '4つの単語を提案',
    copyPassphrase: 'パスフレーズをコピー',
    passphraseElsewhere: 'リンクと一緒にではなく、別の方法でほかの人に伝えてください。',
    codeChanged: 'コードが変わりました。',
    codeChangedBy: (names) => `コードが変わりました。${everyone(names)}が参加しました。`,
    codeChangedWithout: (names) => `コードが変わりました。${everyone(names)}が退出しました。`,
    backUnverified: (names) => `${everyone(names)}が戻りましたが、もう確認済みではありません。`,
    onlyVerified: 'メッセージは確認済みの人にだけ届き、見えるのもその人たちのものだけです。',
  };
};
