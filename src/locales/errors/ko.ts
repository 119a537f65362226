import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';
import { hostErrors } from '../hosts/ko.js';
import { trustErrors } from '../trust/ko.js';

const { number } = createFormat('ko');

/** By itself, and with the particles that its last sound asks for. */
export const devices = {
  microphone: { name: '마이크', subject: '마이크가', object: '마이크를' },
  camera: { name: '카메라', subject: '카메라가', object: '카메라를' },
  both: { name: '카메라 또는 마이크', subject: '카메라 또는 마이크가', object: '카메라 또는 마이크를' },
} satisfies Devices<{ name: string; subject: string; object: string }>;

const stays = '쓰던 기기를 계속 사용하고 있습니다.';

export const errors: Record<MeetErrorCode, Words> = {
  ...trustErrors,
  ...hostErrors,
  'unsupported-browser': say(
    '이 브라우저에서는 영상 통화를 할 수 없습니다',
    '브라우저를 업데이트하거나 Chrome·Edge 120, Firefox 125, Safari 17.4 이상에서 이 페이지를 여세요.',
  ),
  'insecure-context': say(
    '안전하지 않은 페이지입니다',
    '브라우저는 안전한 페이지에서만 카메라와 마이크를 허용합니다. 주소 앞에 https://를 붙여 여세요.',
  ),
  'room-missing': say('참여할 방이 아직 없습니다', '페이지의 room 속성에 방 이름이 있어야 합니다.'),
  'room-invalid': say('사용할 수 없는 방 이름입니다', '방 이름은 1~128자여야 합니다.'),
  'server-invalid': orLater(
    say(
      '회의 서버 주소가 없거나 잘못되었습니다',
      '페이지의 server에 https:// 또는 wss://로 시작하는 주소가 있어야 합니다.',
    ),
    '이 주소에는 회의 서버가 없습니다',
    '잠시 후 다시 시도하세요. 그래도 안 되면 페이지 관리자에게 알려 주세요.',
  ),
  'token-missing': say('로그인되어 있지 않습니다', '페이지를 새로고침하거나 다시 로그인하세요.'),
  'token-malformed': say(
    '로그인 정보를 읽을 수 없습니다',
    '이 페이지에서 로그인이 올바르게 처리되지 않았습니다. 페이지 관리자에게 알려 주세요.',
  ),
  'token-expired': say(
    '로그인이 만료되었습니다',
    '페이지를 새로고침하거나 다시 로그인하세요. 해결되지 않으면 기기의 시간을 확인하세요.',
  ),
  'token-rejected': say('서버가 로그인을 거부했습니다', '페이지를 새로고침하거나 다시 로그인하세요.'),
  'sign-in-failed': say('로그인하지 못했습니다', '32자 이내의 다른 이름을 쓰거나 잠시 후 다시 시도하세요.'),
  'origin-refused': say(
    '회의 서버가 이 페이지의 통화를 허용하지 않습니다',
    '서버 관리자가 이 페이지의 주소를 허용 목록에 추가해야 합니다.',
  ),
  offline: say('오프라인 상태입니다', '인터넷 연결을 확인하세요. 다시 연결되면 통화가 이어집니다.'),
  'server-unreachable': say(
    '회의 서버에 연결할 수 없습니다',
    '서버가 멈췄거나 네트워크가 막고 있을 수 있습니다. 잠시 후 다시 시도하세요.',
  ),
  'server-closed': say('회의 서버가 연결을 끊었습니다', '잠시 후 다시 시도하세요.'),
  'rate-limited': ({ retryAfter }) => ({
    title: '회의 서버가 혼잡합니다',
    hint: retryAfter
      ? `${number(Math.ceil(retryAfter))}초 동안 기다린 뒤 다시 시도하세요.`
      : '30초쯤 기다린 뒤 다시 시도하세요.',
  }),
  'room-full': say('방이 가득 찼습니다', '누군가 나간 뒤 다시 시도하세요.'),
  'duplicate-identity': say(
    '이미 이 통화에 참여하고 있습니다',
    '다른 탭이나 기기에서 참여 중입니다. 그쪽에서 나간 뒤 여기서 참여하세요.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ subject, object }) => [
      `${subject} 차단되어 있습니다`,
      `이 페이지에서 ${object} 차단했습니다. 주소 표시줄 옆에서 허용한 뒤 여기서 켜세요.`,
    ]),
    policy: about(devices, ({ object }, error) => [
      `이 페이지에서는 ${object} 사용할 수 없습니다`,
      `페이지 관리자가 Permissions-Policy 또는 바깥 프레임의 ${allow(error)} 설정으로 허용해야 합니다.`,
    ]),
    system: about(devices, ({ object }) => [
      `시스템에서 ${object} 차단하고 있습니다`,
      `시스템의 개인정보 보호 설정에서 브라우저가 ${object} 사용하도록 허용한 뒤 여기서 켜세요.`,
    ]),
    unknown: about(devices, ({ subject }) => [
      `여기서는 ${subject} 허용되지 않습니다`,
      '주소 표시줄 옆이나 시스템의 개인정보 보호 설정에서 허용한 뒤 여기서 켜세요.',
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ object }) => [
      `${object} 찾을 수 없습니다`,
      '연결한 뒤 여기서 켜세요. 없어도 통화할 수 있습니다.',
    ]),
    stays,
    {
      microphone: '그 마이크는 더 이상 연결되어 있지 않습니다',
      camera: '그 카메라는 더 이상 연결되어 있지 않습니다',
      both: '그 스피커는 더 이상 연결되어 있지 않습니다',
    },
  ),
  'device-busy': orKept(
    about(devices, ({ object }) => [`다른 앱에서 ${object} 사용하고 있습니다`, '그 앱을 닫은 뒤 여기서 켜세요.']),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ name }) => [
      `${name} 연결이 끊어졌습니다`,
      '분리되었거나 다른 앱에서 사용하고 있습니다. 다시 쓸 수 있게 되면 자동으로 사용합니다.',
    ]),
    '기기의 스위치나 덮개를 확인하고, 기기를 쓰는 다른 앱을 닫거나, 다른 기기를 선택하세요.',
    { microphone: '마이크에서 소리가 들어오지 않습니다', camera: '카메라에서 영상이 들어오지 않습니다' },
  ),
  'screen-share-failed': orKept(
    say('화면을 공유하지 못했습니다', '다시 시도하거나 다른 창을 공유하세요.'),
    '시스템에서 소리를 가져오지 못했습니다.',
    { both: '소리 없이 화면을 공유하고 있습니다' },
  ),
  'peer-unreachable': (_error, name) => ({
    title: name
      ? `이 네트워크에서는 ${name} 님과 연결할 수 없습니다`
      : '이 네트워크에서는 연결할 수 없는 사람이 있습니다',
    hint: '계속 시도하고 있습니다. 다른 네트워크를 쓰거나 VPN을 끄면 연결될 수 있습니다.',
  }),
  'relay-required': say(
    '이 페이지에 TURN 서버가 없습니다',
    '모든 연결을 중계하도록 설정된 페이지이므로 ice-servers에 TURN 서버를 지정해야 합니다.',
  ),
  'ice-servers-invalid': orLater(
    say(
      '페이지의 ICE 서버를 읽을 수 없습니다',
      'ice-servers는 [{"urls": "stun:stun.example.com"}] 같은 JSON 배열이어야 합니다.',
    ),
    '연결이 어려운 네트워크용 보조 서버를 사용할 수 없습니다',
    '보조 서버 없이 통화를 계속합니다. 연결되지 않는 사람이 있을 수 있습니다.',
    '보조 서버 없이는 통화를 시작할 수 없습니다. 잠시 후 다시 시도하세요.',
  ),
  'message-invalid': say('보낼 수 없는 메시지입니다', '메시지는 1~3000자여야 합니다.'),
  'message-undecryptable': say('메시지를 읽을 수 없습니다', '다른 암호 문구로 작성되었습니다.'),
  'file-rejected': say('보낼 수 없는 파일입니다', '너무 크거나 여기서 받지 않는 종류의 파일입니다.'),
  'file-failed': say('파일이 전달되지 않았습니다', '다시 보내세요.'),
  'not-joined': say('통화에 참여하고 있지 않습니다', '먼저 참여하세요.'),
  aborted: say('참여를 취소했습니다', '언제든 다시 참여할 수 있습니다.'),
  protocol: say(
    '서버와 이 페이지가 서로 호환되지 않습니다',
    '둘 중 하나가 오래된 버전일 수 있습니다. 페이지를 새로고침하세요.',
  ),
  internal: say(
    '이 페이지에 문제가 생겼습니다',
    '다시 시도하거나 페이지를 새로고침하세요. 자세한 내용은 문제를 고치는 데 도움이 됩니다.',
  ),
};
