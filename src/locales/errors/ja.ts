import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';

const { number } = createFormat('ja');

export const devices: Devices = { microphone: 'マイク', camera: 'カメラ', both: 'カメラまたはマイク' };

const stays = 'これまでの機器を引き続き使います。';

export const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    'このブラウザではビデオ通話ができません',
    '更新するか、Chrome・Edge 120、Firefox 125、Safari 17.4以降でこのページを開いてください。',
  ),
  'insecure-context': say(
    'このページは安全な接続ではありません',
    'カメラとマイクは安全なページでしか使えません。先頭をhttps://にして開いてください。',
  ),
  'room-missing': say('参加するルームがまだありません', 'ページのroom属性でルームを指定する必要があります。'),
  'room-invalid': say('このルーム名は使えません', 'ルーム名は1～128文字です。'),
  'server-invalid': orLater(
    say(
      'ミーティングサーバーのアドレスがないか、正しくありません',
      'ページがserverに、https://またはwss://で始まるアドレスを指定する必要があります。',
    ),
    'このアドレスにミーティングサーバーがありません',
    'しばらくしてからもう一度お試しください。解決しない場合は、ページの管理者にお知らせください。',
  ),
  'token-missing': say(
    'サインインしていません',
    'ページからトークンが渡されませんでした。再読み込みするか、もう一度サインインしてください。',
  ),
  'token-malformed': say(
    'サインイン情報を読み取れません',
    'ページから渡されたものはトークンではありません。ページの管理者による確認が必要です。',
  ),
  'token-expired': say(
    'サインインの有効期限が切れました',
    '再読み込みするか、もう一度サインインしてください。解決しない場合は端末の時刻を確認してください。',
  ),
  'token-rejected': say(
    'サインインがサーバーに拒否されました',
    'ページを再読み込みするか、もう一度サインインしてください。',
  ),
  'sign-in-failed': say(
    'サインインできませんでした',
    '32文字以内の別の名前を試すか、しばらくしてからもう一度お試しください。',
  ),
  'origin-refused': say(
    'ミーティングサーバーがこのページからの通話を受け付けていません',
    'サーバーの管理者が、このページのアドレスを許可リストに追加する必要があります。',
  ),
  offline: say('オフラインです', 'ネットワークを確認してください。つながると通話に戻ります。'),
  'server-unreachable': say(
    'ミーティングサーバーに接続できません',
    '停止しているか、ネットワークで遮断されている可能性があります。しばらくしてからもう一度お試しください。',
  ),
  'server-closed': say('ミーティングサーバーが接続を終了しました', 'しばらくしてからもう一度お試しください。'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'ミーティングサーバーが混み合っています',
    hint: retryAfter
      ? `${number(Math.ceil(retryAfter))}秒待ってから、もう一度お試しください。`
      : '30秒ほど待ってから、もう一度お試しください。',
  }),
  'room-full': say('このルームは満員です', '誰かが退出してから、もう一度お試しください。'),
  'duplicate-identity': say(
    'すでにこの通話に参加しています',
    '別のタブまたは端末で参加中です。そちらで退出してから、ここで参加してください。',
  ),
  'permission-denied': refused({
    user: about(devices, (what) => [
      `${what}がブロックされています`,
      `このページで${what}の使用が拒否されました。アドレスバーの横で許可してから、ここでオンにしてください。`,
    ]),
    policy: about(devices, (what, error) => [
      `このページでは${what}を使えません`,
      `ページの管理者による許可が必要です。Permissions-Policy、または外側のフレームの${allow(error)}で許可します。`,
    ]),
    system: about(devices, (what) => [
      `システムがブラウザの${what}を制限しています`,
      `システムのプライバシー設定で、ブラウザに${what}を許可してから、ここでオンにしてください。`,
    ]),
    unknown: about(devices, (what) => [
      `ここでは${what}が許可されていません`,
      'アドレスバーの横、またはシステムのプライバシー設定で許可してから、ここでオンにしてください。',
    ]),
  }),
  'device-missing': orKept(
    about(devices, (what) => [
      `${what}が見つかりません`,
      '接続してから、ここでオンにしてください。なくても通話はできます。',
    ]),
    stays,
    {
      microphone: 'そのマイクはもうありません',
      camera: 'そのカメラはもうありません',
      both: 'そのスピーカーはもうありません',
    },
  ),
  'device-busy': orKept(
    about(devices, (what) => [
      `${what}はほかで使用中です`,
      '使用中のほかのプログラムを閉じてから、ここでオンにしてください。',
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, (what) => [
      `${what}が切断されました`,
      '取り外されたか、ほかのプログラムが使用しています。元に戻ると自動的に使われます。',
    ]),
    'デバイスのスイッチやカバーを確認し、使用中のほかのプログラムを閉じるか、別のデバイスを選んでください。',
    { microphone: 'マイクから音声が届いていません', camera: 'カメラから映像が届いていません' },
  ),
  'screen-share-failed': orKept(
    say('画面を共有できませんでした', 'もう一度試すか、別のウィンドウを共有してください。'),
    'システムから音声を取得できませんでした。',
    { both: '画面を音声なしで共有しています' },
  ),
  'peer-unreachable': ({ relay }, name) => ({
    title: name ? `このネットワークから${name}さんに接続できません` : 'このネットワークから接続できない人がいます',
    hint: relay ? '自動的に再試行しています。' : 'TURNサーバーがあれば接続できる可能性があります。',
  }),
  'relay-required': say(
    'TURNサーバーがありません',
    'すべての接続を中継する設定です。そのためのTURNサーバーをice-serversで指定する必要があります。',
  ),
  'ice-servers-invalid': orLater(
    say(
      'ページのICEサーバーを読み取れません',
      'ice-serversは[{"urls": "stun:stun.example.com"}]のようなJSON配列にする必要があります。',
    ),
    'つながりにくいネットワーク用の支援が届きませんでした',
    '支援なしで通話を続けます。つながらない人がいるかもしれません。',
    '支援なしでは通話を始められません。しばらくしてからもう一度お試しください。',
  ),
  'message-invalid': say('このメッセージは送信できません', 'メッセージは1～5000文字です。'),
  'message-undecryptable': say('メッセージを開けませんでした', '別のパスフレーズで書かれています。'),
  'file-rejected': say('このファイルは送信できません', '大きすぎるか、ここでは使えない種類です。'),
  'file-failed': say('ファイルが届きませんでした', 'もう一度送信してください。'),
  'not-joined': say('通話に参加していません', '先に参加してください。'),
  aborted: say('参加を取りやめました', 'いつでももう一度参加できます。'),
  protocol: say(
    'サーバーとこのページの間でやり取りができません',
    'どちらかが古い可能性があります。ページを再読み込みしてください。',
  ),
  internal: say(
    'このページで問題が起きました',
    'もう一度試すか、ページを再読み込みしてください。詳細は修正する人の役に立ちます。',
  ),
};
