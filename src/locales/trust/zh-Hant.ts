import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const nothingGoes = (name: string): string => `不會傳送任何內容給 ${name}。`;

const refusals: Refusals = {
  passphrase: (name) => [`${name} 的密碼與你的不同，或者有人在中間`, nothingGoes(name)],
  'no-passphrase': (name) => [`${name} 沒有輸入密碼`, nothingGoes(name)],
  unsupported: (name) => [`${name} 的應用程式無法證明密碼`, `${name} 未獲准進入。`],
  identity: (name) => [`這個連線的另一端不是 ${name}，而是別人`, '伺服器可能在竄改。'],
  name: () => ['伺服器顯示的名字與這個人自己的名字不同', '不會傳送任何內容給這個人。'],
  changed: (name) => [`${name} 的連線使用了與之前不同的金鑰，已關閉`, nothingGoes(name)],
  attempts: () => ['這裡試過太多錯誤的密碼', '要讓更多人進入，請離開通話，換一個密碼再見面。'],
  liar: (name) => [`安全碼中 ${name} 的部分不正確`, nothingGoes(name)],
  other: (name) => [`${name} 未獲准進入`, nothingGoes(name)],
  tampered: (name) => [`有人試圖接管與 ${name} 的連線，但沒有成功`, '通話照常繼續。'],
};

export const trustErrors = {
  'passphrase-missing': say('這次通話需要密碼', '請輸入其他人使用的密碼。'),
  'peer-refused': ofPeer('某位參與者', refusals),
  tampered: ofPeer('某位參與者', refusals, 'tampered'),
  'trust-unsupported': say('這個瀏覽器無法證明密碼', '請更新瀏覽器，或用較新的瀏覽器加入：這次通話需要這樣。'),
};

export const trustWords = ({ list, number }: Format): TrustStrings => ({
  passphrase: '密碼',
  showPassphrase: '顯示密碼',
  passphraseAsk: '只有知道密碼的人才能看到和聽到你。',
  notLetIn: '未獲准進入',
  safety: '安全',
  verified: '已驗證',
  notVerified: '未驗證',
  verifiedOf: (count, all) => `已驗證 ${number(count)}/${number(all)}`,
  countNotLetIn: (count) => `${number(count)} 人未獲准進入`,
  safetyCode: '安全碼',
  codeFor: (names) => `適用於${list(['你', ...names])}。`,
  codeNotFor: (names, why) => `不適用於${list(names)}：${why}。`,
  whyNot: {
    olderApp: '舊版應用程式',
    notLetIn: '未獲准進入',
    noConnection: '沒有連線',
    seesOthers: '看不到所有人',
  },
  readOut: '由一個人唸出來，其他所有人說自己的是否一樣。',
  readOutBy: '最好由你信任的人來唸，否則請自己唸。',
  sameForAll: '所有人都一樣',
  differs: '不一樣',
  mayListen: '可能有人在竊聽。不要說任何私密的話。請離開通話，換一種方式聯絡。',
  codeForming: '安全碼即將產生…',
  codeAlone: '等有可以使用安全碼的人來到這裡，就會有安全碼。',
  codeSplit: '沒有安全碼：並非所有人看到的都是同樣的人。',
  codeSame: '你已確認所有人都一樣。',
  codePromise: '如果所有人看到的安全碼相同，你們任何兩人之間都沒有別人。',
  passphrasePromise: '你看到和聽到的每個人都知道密碼。不知道密碼的人無法竊聽，伺服器也不行。',
  noPromise: '已加密，未驗證：營運伺服器的人可能會竊聽。',
  trustLevels: {
    pending: '尚未檢查',
    unverified: '未驗證',
    unsupported: '舊版應用程式，無法驗證',
    passphrase: '已透過密碼驗證',
    code: '已透過安全碼驗證',
  },
  nobodyHasYours: '這裡沒有人使用你的密碼。請檢查密碼的寫法。',
  somebodyHasOne: '這裡有人設定了密碼。',
  passphraseNow: '會與所有未驗證的人試用這個密碼。不會中斷任何人的連線。',
  tryPassphrase: '使用',
  suggestWords: '建議四個單字',
  copyPassphrase: '複製密碼',
  passphraseElsewhere: '請用其他方式告訴其他人，不要和連結一起傳送。',
  codeChanged: '安全碼已經改變。',
  codeChangedBy: (names) => `安全碼已經改變：${list(names)}加入了。`,
  codeChangedWithout: (names) => `安全碼已經改變：${list(names)}離開了。`,
  backUnverified: (names) => `${list(names)}回來了，但不再是已驗證狀態。`,
  onlyVerified: '只有已驗證的人會收到你的訊息，你也只能看到他們的訊息。',
});
