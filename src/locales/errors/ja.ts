import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';
import { hostErrors } from '../hosts/ja.js';
import { trustErrors } from '../trust/ja.js';

const { number } = createFormat('ja');

export const devices: Devices = { microphone: 'マイク', camera: 'カメラ', both: 'カメラまたはマイク' };

const stays = 'これまでのデバイスを引き続き使用しています。';

export const errors: Record<MeetErrorCode, Words> = {
  ...trustErrors,
  ...hostErrors,
  'unsupported-browser': say(
    'このブラウザではビデオ通話ができません',
    'ブラウザを更新するか、Chrome・Edge 120、Firefox 125、Safari 17.4以降でこのページを開いてください。',
  ),
  'insecure-context': say(
    'このページは安全な接続ではありません',
    'カメラとマイクは安全なページでしか使えません。アドレスの先頭をhttps://にして開いてください。',
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
  'token-missing': say('サインインしていません', 'ページを再読み込みするか、もう一度サインインしてください。'),
  'token-malformed': say(
    'サインイン情報を読み取れません',
    'このページで正しくサインインできていません。ページの管理者にお知らせください。',
  ),
  'token-expired': say(
    'サインインの有効期限が切れました',
    'ページを再読み込みするか、もう一度サインインしてください。解決しない場合は端末の時刻を確認してください。',
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
  offline: say('オフラインです', 'インターネット接続を確認してください。接続が回復すると通話を再開します。'),
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
    '別のタブまたは端末から参加しています。そちらで退出してから、ここで参加してください。',
  ),
  'permission-denied': refused({
    user: about(devices, (what) => [
      `${what}がブロックされています`,
      `このページで${what}をブロックしています。アドレスバーの横で許可してから、ここでオンにしてください。`,
    ]),
    policy: about(devices, (what, error) => [
      `このページでは${what}を使えません`,
      `ページの管理者による許可が必要です。Permissions-Policy、または外側のフレームの${allow(error)}で許可します。`,
    ]),
    system: about(devices, (what) => [
      `システムで${what}がブロックされています`,
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
      microphone: 'そのマイクはもう接続されていません',
      camera: 'そのカメラはもう接続されていません',
      both: 'そのスピーカーはもう接続されていません',
    },
  ),
  'device-busy': orKept(
    about(devices, (what) => [
      `ほかのアプリが${what}を使用しています`,
      'そのアプリを閉じてから、ここでオンにしてください。',
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, (what) => [
      `${what}が切断されました`,
      '取り外されたか、ほかのアプリが使用しています。使えるようになると自動的に再開します。',
    ]),
    'デバイスのスイッチやカバーを確認し、使用中のほかのアプリを閉じるか、別のデバイスを選んでください。',
    { microphone: 'マイクから音声が届いていません', camera: 'カメラから映像が届いていません' },
  ),
  'screen-share-failed': orKept(
    say('画面を共有できませんでした', 'もう一度試すか、別のウィンドウを共有してください。'),
    'システムから音声を取得できませんでした。',
    { both: '画面を音声なしで共有しています' },
  ),
  'peer-unreachable': (_error, name) => ({
    title: name ? `このネットワークから${name}さんに接続できません` : 'このネットワークから接続できない人がいます',
    hint: '接続を試み続けています。別のネットワークを使うか、VPNをオフにすると接続できることがあります。',
  }),
  'relay-required': say(
    'このページにTURNサーバーが設定されていません',
    'すべての接続を中継する設定のため、ページのice-serversにTURNサーバーを指定する必要があります。',
  ),
  'ice-servers-invalid': orLater(
    say(
      'ページのICEサーバーを読み取れません',
      'ice-serversは[{"urls": "stun:stun.example.com"}]のようなJSON配列にする必要があります。',
    ),
    'つながりにくいネットワーク用の補助サーバーを利用できません',
    '補助サーバーなしで通話を続けます。つながらない人がいるかもしれません。',
    '補助サーバーなしでは通話を始められません。しばらくしてからもう一度お試しください。',
  ),
  'message-invalid': say('このメッセージは送信できません', 'メッセージは1～3000文字です。'),
  'message-undecryptable': say('メッセージを読めませんでした', '別のパスフレーズで暗号化されています。'),
  'file-rejected': say(
    'このファイルは送信できません',
    'サイズが大きすぎるか、ここでは受け付けていない種類のファイルです。',
  ),
  'file-failed': say('ファイルが届きませんでした', 'もう一度送信してください。'),
  'not-joined': say('通話に参加していません', '先に参加してください。'),
  aborted: say('参加をキャンセルしました', 'いつでももう一度参加できます。'),
  protocol: say(
    'サーバーとこのページに互換性がありません',
    'どちらかが古い可能性があります。ページを再読み込みしてください。',
  ),
  internal: say(
    'このページで問題が起きました',
    'もう一度試すか、ページを再読み込みしてください。詳細は修正する人の役に立ちます。',
  ),
};
