import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';
import { hostErrors } from '../hosts/zh-Hans.js';
import { trustErrors } from '../trust/zh-Hans.js';

const { number } = createFormat('zh-Hans');

export const devices: Devices = { microphone: '麦克风', camera: '摄像头', both: '摄像头或麦克风' };

const stays = '仍在使用原来的设备。';

export const errors: Record<MeetErrorCode, Words> = {
  ...trustErrors,
  ...hostErrors,
  'unsupported-browser': say(
    '此浏览器不支持视频通话',
    '请更新浏览器，或使用 Chrome 120、Edge 120、Firefox 125、Safari 17.4 及以上版本打开此页面。',
  ),
  'insecure-context': say(
    '此页面不安全',
    '浏览器只允许安全的页面使用摄像头和麦克风。请使用以 https:// 开头的网址打开。',
  ),
  'room-missing': say('还没有可加入的房间', '页面需要在 room 属性中指定房间。'),
  'room-invalid': say('此房间名称不可用', '房间名称须为 1 到 128 个字符。'),
  'server-invalid': orLater(
    say('会议服务器的地址缺失或有误', '页面需要在 server 中给出以 https:// 或 wss:// 开头的地址。'),
    '此地址没有会议服务器',
    '请稍后重试。如仍无效，请告知页面管理员。',
  ),
  'token-missing': say('尚未登录', '请刷新页面，或重新登录。'),
  'token-malformed': say('无法读取登录信息', '此页面未能正确为您登录，请告知页面管理员。'),
  'token-expired': say('登录已过期', '请刷新页面，或重新登录。如仍无效，请检查设备的时间。'),
  'token-rejected': say('服务器拒绝了您的登录', '请刷新页面，或重新登录。'),
  'sign-in-failed': say('登录失败', '请换一个不超过 32 个字符的名字，或稍后重试。'),
  'origin-refused': say('会议服务器不接受来自此页面的通话', '需要服务器管理员将此页面的地址加入允许列表。'),
  offline: say('网络已断开', '请检查互联网连接。网络恢复后通话会继续。'),
  'server-unreachable': say('无法连接会议服务器', '服务器可能已停止，或被网络阻止。请稍后重试。'),
  'server-closed': say('会议服务器断开了连接', '请稍后重试。'),
  'rate-limited': ({ retryAfter }) => ({
    title: '会议服务器繁忙',
    hint: retryAfter ? `请等待 ${number(Math.ceil(retryAfter))} 秒后重试。` : '请等待半分钟后重试。',
  }),
  'room-full': say('此房间已满', '请在有人离开后重试。'),
  'duplicate-identity': say('您已在此通话中', '您是在另一个标签页或设备上加入的。请先在那里离开，再从这里加入。'),
  'permission-denied': refused({
    user: about(devices, (what) => [`${what}已被阻止`, `您在此页面阻止了${what}。请在地址栏旁允许，然后在这里打开。`]),
    policy: about(devices, (what, error) => [
      `此页面不能使用${what}`,
      `需要页面管理员允许：通过 Permissions-Policy，或在外层框架上设置 ${allow(error)}。`,
    ]),
    system: about(devices, (what) => [
      `系统不允许浏览器使用${what}`,
      `请在系统的隐私设置中允许浏览器使用${what}，然后在这里打开。`,
    ]),
    unknown: about(devices, (what) => [
      `这里不允许使用${what}`,
      '请在地址栏旁或系统的隐私设置中允许，然后在这里打开。',
    ]),
  }),
  'device-missing': orKept(
    about(devices, (what) => [`未找到${what}`, '请接入设备，然后在这里打开。没有它也能通话。']),
    stays,
    { microphone: '找不到那个麦克风了', camera: '找不到那个摄像头了', both: '找不到那个扬声器了' },
  ),
  'device-busy': orKept(
    about(devices, (what) => [`其他应用正在使用${what}`, `请关闭该应用，然后在这里打开${what}。`]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, (what) => [`${what}已断开`, '设备被拔出或被其他应用占用。恢复后会自动重新使用。']),
    '请检查设备上的开关或遮挡，关闭正在使用它的其他应用，或选择其他设备。',
    { microphone: '麦克风没有声音', camera: '摄像头没有画面' },
  ),
  'screen-share-failed': orKept(say('无法共享屏幕', '请重试，或共享其他窗口。'), '系统没有提供声音。', {
    both: '正在共享屏幕，但没有声音',
  }),
  'peer-unreachable': (_error, name) => ({
    title: `当前网络无法连接到${name ? ` ${name}` : '某位参与者'}`,
    hint: '我们会继续尝试。更换网络或关闭 VPN 可能会有帮助。',
  }),
  'relay-required': say(
    '此页面缺少 TURN 服务器',
    '页面要求所有连接都经过中继，因此需要在 ice-servers 中指定 TURN 服务器。',
  ),
  'ice-servers-invalid': orLater(
    say('无法读取页面的 ICE 服务器', 'ice-servers 需要是 JSON 数组，如 [{"urls": "stun:stun.example.com"}]。'),
    '无法获取应对复杂网络的辅助服务器',
    '通话会继续，但可能无法连接到所有人。',
    '没有辅助服务器就无法开始通话。请稍后重试。',
  ),
  'message-invalid': say('无法发送此消息', '消息为 1 到 3000 个字符。'),
  'message-undecryptable': say('有一条消息无法读取', '它是用另一个密码加密的。'),
  'file-rejected': say('无法发送此文件', '文件过大，或这里不接受此类文件。'),
  'file-failed': say('文件未送达', '请重新发送。'),
  'not-joined': say('您不在通话中', '请先加入。'),
  aborted: say('已取消加入', '您可以随时重新加入。'),
  protocol: say('服务器与此页面不兼容', '其中一方可能版本过旧。请刷新页面。'),
  internal: say('此页面出了问题', '请重试或刷新页面。详情有助于修复问题。'),
};
