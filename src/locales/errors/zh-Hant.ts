import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';
import { hostErrors } from '../hosts/zh-Hant.js';
import { trustErrors } from '../trust/zh-Hant.js';

const { number } = createFormat('zh-Hant');

export const devices: Devices = { microphone: '麥克風', camera: '攝影機', both: '攝影機或麥克風' };

const stays = '仍在使用原本的裝置。';

export const errors: Record<MeetErrorCode, Words> = {
  ...trustErrors,
  ...hostErrors,
  'unsupported-browser': say(
    '這個瀏覽器不支援視訊通話',
    '請更新瀏覽器，或使用 Chrome 120、Edge 120、Firefox 125、Safari 17.4 以上的版本開啟這個頁面。',
  ),
  'insecure-context': say(
    '這個頁面不安全',
    '瀏覽器只允許安全的頁面使用攝影機和麥克風。請使用以 https:// 開頭的網址開啟。',
  ),
  'room-missing': say('還沒有可加入的會議室', '頁面需要在 room 屬性中指定會議室。'),
  'room-invalid': say('這個會議室名稱無法使用', '會議室名稱須為 1 到 128 個字元。'),
  'server-invalid': orLater(
    say('會議伺服器的位址缺少或有誤', '頁面需要在 server 中提供以 https:// 或 wss:// 開頭的位址。'),
    '這個位址沒有會議伺服器',
    '請稍後再試。如果仍然無效，請告知頁面管理員。',
  ),
  'token-missing': say('尚未登入', '請重新整理頁面，或重新登入。'),
  'token-malformed': say('無法讀取登入資訊', '這個頁面未能正確讓你登入，請告知頁面管理員。'),
  'token-expired': say('登入已過期', '請重新整理頁面，或重新登入。如果仍然無效，請檢查裝置的時間。'),
  'token-rejected': say('伺服器拒絕了你的登入', '請重新整理頁面，或重新登入。'),
  'sign-in-failed': say('無法登入', '請換一個不超過 32 個字元的名字，或稍後再試。'),
  'origin-refused': say('會議伺服器不接受來自這個頁面的通話', '需要伺服器管理員將這個頁面的位址加入允許清單。'),
  offline: say('你已離線', '請檢查網際網路連線。網路恢復後通話會繼續。'),
  'server-unreachable': say('無法連上會議伺服器', '伺服器可能已停止，或遭網路封鎖。請稍後再試。'),
  'server-closed': say('會議伺服器中斷了連線', '請稍後再試。'),
  'rate-limited': ({ retryAfter }) => ({
    title: '會議伺服器忙碌中',
    hint: retryAfter ? `請等待 ${number(Math.ceil(retryAfter))} 秒後再試。` : '請等待半分鐘後再試。',
  }),
  'room-full': say('這個會議室已滿', '請在有人離開後再試。'),
  'duplicate-identity': say('你已在這個通話中', '你是在另一個分頁或裝置上加入的。請先在那裡離開，再從這裡加入。'),
  'permission-denied': refused({
    user: about(devices, (what) => [
      `${what}已遭封鎖`,
      `你在這個頁面封鎖了${what}。請在網址列旁允許，然後在這裡開啟。`,
    ]),
    policy: about(devices, (what, error) => [
      `這個頁面不能使用${what}`,
      `需要頁面管理員允許：透過 Permissions-Policy，或在外層框架設定 ${allow(error)}。`,
    ]),
    system: about(devices, (what) => [
      `系統不允許瀏覽器使用${what}`,
      `請在系統的隱私設定中允許瀏覽器使用${what}，然後在這裡開啟。`,
    ]),
    unknown: about(devices, (what) => [
      `這裡不允許使用${what}`,
      '請在網址列旁或系統的隱私設定中允許，然後在這裡開啟。',
    ]),
  }),
  'device-missing': orKept(
    about(devices, (what) => [`找不到${what}`, '請接上裝置，然後在這裡開啟。沒有它也能通話。']),
    stays,
    { microphone: '找不到那支麥克風了', camera: '找不到那台攝影機了', both: '找不到那組喇叭了' },
  ),
  'device-busy': orKept(
    about(devices, (what) => [`其他應用程式正在使用${what}`, `請關閉該應用程式，然後在這裡開啟${what}。`]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, (what) => [`${what}已中斷連接`, '裝置遭拔除，或正由其他應用程式使用。恢復後會自動重新使用。']),
    '請檢查裝置上的開關或遮蓋，關閉使用它的其他應用程式，或選擇其他裝置。',
    { microphone: '麥克風沒有聲音', camera: '攝影機沒有畫面' },
  ),
  'screen-share-failed': orKept(say('無法分享螢幕畫面', '請再試一次，或分享其他視窗。'), '系統沒有提供聲音。', {
    both: '正在分享螢幕畫面，但沒有聲音',
  }),
  'peer-unreachable': (_error, name) => ({
    title: `目前的網路無法連上${name ? ` ${name}` : '某位參與者'}`,
    hint: '我們會繼續嘗試。換個網路或關閉 VPN 可能會有幫助。',
  }),
  'relay-required': say(
    '這個頁面缺少 TURN 伺服器',
    '頁面要求所有連線都經過中繼，因此需要在 ice-servers 中指定 TURN 伺服器。',
  ),
  'ice-servers-invalid': orLater(
    say('無法讀取頁面的 ICE 伺服器', 'ice-servers 需要是 JSON 陣列，例如 [{"urls": "stun:stun.example.com"}]。'),
    '無法取得因應複雜網路的輔助伺服器',
    '通話會繼續，但可能無法連上所有人。',
    '沒有輔助伺服器就無法開始通話。請稍後再試。',
  ),
  'message-invalid': say('無法傳送這則訊息', '訊息為 1 到 3000 個字元。'),
  'message-undecryptable': say('有一則訊息無法讀取', '它是用另一個密碼加密的。'),
  'file-rejected': say('無法傳送這個檔案', '檔案太大，或這裡不接受這類檔案。'),
  'file-failed': say('檔案未送達', '請重新傳送。'),
  'not-joined': say('你不在通話中', '請先加入。'),
  aborted: say('已取消加入', '你可以隨時重新加入。'),
  protocol: say('伺服器與這個頁面不相容', '其中一方可能版本過舊。請重新整理頁面。'),
  internal: say('這個頁面發生問題', '請再試一次或重新整理頁面。詳細資料有助於修正問題。'),
};
