import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';

const { number } = createFormat('zh-Hans');

export const devices: Devices = { microphone: '麦克风', camera: '摄像头', both: '摄像头或麦克风' };

const stays = '继续使用原来的设备。';

export const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    '此浏览器不支持视频通话',
    '请更新，或用 Chrome 或 Edge 120、Firefox 125、Safari 17.4 或更新的版本打开此页面。',
  ),
  'insecure-context': say('此页面不安全', '浏览器只允许安全的页面使用摄像头和麦克风。请以 https:// 开头打开。'),
  'room-missing': say('还没有可加入的房间', '页面需要在 room 属性中指定房间。'),
  'room-invalid': say('此房间名称不可用', '房间名称为 1 到 128 个字符。'),
  'server-invalid': orLater(
    say('会议服务器的地址缺失或有误', '页面需要在 server 中给出以 https:// 或 wss:// 开头的地址。'),
    '此地址没有会议服务器',
    '请稍后重试。如仍无效，请告知页面管理者。',
  ),
  'token-missing': say('尚未登录', '页面没有提供令牌。请刷新页面，或重新登录。'),
  'token-malformed': say('无法读取登录信息', '页面提供的不是令牌，需要页面管理者检查。'),
  'token-expired': say('登录已过期', '请刷新页面，或重新登录。如仍无效，请检查设备的时间。'),
  'token-rejected': say('服务器未接受登录', '请刷新页面，或重新登录。'),
  'sign-in-failed': say('登录未成功', '请换一个不超过 32 个字符的名称，或稍后重试。'),
  'origin-refused': say('会议服务器不接受来自此页面的通话', '需要服务器管理者将此页面的地址加入允许列表。'),
  offline: say('网络已断开', '请检查网络连接。网络恢复后通话会继续。'),
  'server-unreachable': say('无法连接会议服务器', '服务器可能已停止，或被网络阻止。请稍后重试。'),
  'server-closed': say('会议服务器断开了连接', '请稍后重试。'),
  'rate-limited': ({ retryAfter }) => ({
    title: '会议服务器繁忙',
    hint: retryAfter ? `请等待 ${number(Math.ceil(retryAfter))} 秒后重试。` : '请等待半分钟后重试。',
  }),
  'room-full': say('此房间已满', '请在有人离开后重试。'),
  'duplicate-identity': say('您已在此通话中', '另一个标签页或设备正以您的身份在房间中。请先在那里离开，再从这里加入。'),
  'permission-denied': refused({
    user: about(devices, (what) => [`${what}已被阻止`, `您在此页面拒绝了${what}。请在地址栏旁允许，然后在这里打开。`]),
    policy: about(devices, (what, error) => [
      `此页面不能使用${what}`,
      `需要页面管理者允许：通过 Permissions-Policy，或在外层框架上设置 ${allow(error)}。`,
    ]),
    system: about(devices, (what) => [
      `系统不允许浏览器使用${what}`,
      `请在系统的隐私设置中允许浏览器使用${what}，然后在这里打开。`,
    ]),
    unknown: about(devices, (what) => [
      `这里未获准使用${what}`,
      '请在地址栏旁或系统的隐私设置中允许，然后在这里打开。',
    ]),
  }),
  'device-missing': orKept(
    about(devices, (what) => [`未找到${what}`, '请接入设备，然后在这里打开。没有它也能通话。']),
    stays,
    { microphone: '那个麦克风已经不在了', camera: '那个摄像头已经不在了', both: '那个扬声器已经不在了' },
  ),
  'device-busy': orKept(
    about(devices, (what) => [`${what}正被占用`, '请关闭正在使用它的其他程序，然后在这里打开。']),
    stays,
  ),
  'device-lost': orKept(
    about(devices, (what) => [`${what}已断开`, '设备被拔出或被其他程序占用。恢复后会自动重新使用。']),
    '请检查设备上的开关或遮挡，关闭正在使用它的其他程序，或选择其他设备。',
    { microphone: '麦克风没有声音', camera: '摄像头没有画面' },
  ),
  'screen-share-failed': orKept(say('无法共享屏幕', '请重试，或共享其他窗口。'), '系统没有提供声音。', {
    both: '正在共享屏幕，但没有声音',
  }),
  'peer-unreachable': ({ relay }, name) => ({
    title: `此网络无法连接${name ? ` ${name}` : '某位参与者'}`,
    hint: relay ? '正在自动重试。' : '使用 TURN 服务器会有帮助。',
  }),
  'relay-required': say('缺少 TURN 服务器', '页面要求所有连接都经过中继，因此需要在 ice-servers 中给出 TURN 服务器。'),
  'ice-servers-invalid': orLater(
    say('无法读取页面的 ICE 服务器', 'ice-servers 需要是 JSON 数组，如 [{"urls": "stun:stun.example.com"}]。'),
    '未能获得应对复杂网络的帮助',
    '通话将继续，但可能无法连上所有人。',
    '没有它就无法开始通话。请稍后重试。',
  ),
  'message-invalid': say('无法发送此消息', '消息为 1 到 5000 个字符。'),
  'message-undecryptable': say('有一条消息无法打开', '它是用另一个密码写的。'),
  'file-rejected': say('无法发送此文件', '文件过大，或这里不接受此类文件。'),
  'file-failed': say('文件未送达', '请重新发送。'),
  'not-joined': say('您不在通话中', '请先加入。'),
  aborted: say('已取消加入', '您可以随时重新加入。'),
  protocol: say('服务器与此页面无法互通', '其中之一可能版本过旧。请刷新页面。'),
  internal: say('此页面出现错误', '请重试或刷新页面。详情有助于修复问题。'),
};
