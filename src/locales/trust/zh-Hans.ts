import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const nothingGoes = (name: string): string => `不会向 ${name} 发送任何内容。`;

const refusals: Refusals = {
  passphrase: (name) => [`${name} 的密码与您的不同，或者有人在中间`, nothingGoes(name)],
  'no-passphrase': (name) => [`${name} 没有输入密码`, nothingGoes(name)],
  unsupported: (name) => [`${name} 的应用无法证明密码`, `${name} 未获准进入。`],
  identity: (name) => [`此连接的另一端不是 ${name}，而是别人`, '服务器可能在篡改。'],
  name: () => ['服务器显示的名字与此人自己的名字不同', '不会向此人发送任何内容。'],
  changed: (name) => [`${name} 的连接使用了与之前不同的密钥，已关闭`, nothingGoes(name)],
  attempts: () => ['这里尝试过太多错误的密码', '要让更多人进入，请离开通话，换一个密码再见面。'],
  liar: (name) => [`安全码中 ${name} 的部分不正确`, nothingGoes(name)],
  other: (name) => [`${name} 未获准进入`, nothingGoes(name)],
  tampered: (name) => [`有人试图接管与 ${name} 的连接，但没有成功`, '通话照常继续。'],
};

export const trustErrors = {
  'passphrase-missing': say('此通话需要密码', '请输入其他人使用的密码。'),
  'peer-refused': ofPeer('某位参与者', refusals),
  tampered: ofPeer('某位参与者', refusals, 'tampered'),
  'trust-unsupported': say('此浏览器无法证明密码', '请更新浏览器，或用更新的浏览器加入：此通话需要这样。'),
};

export const trustWords = ({ list, number }: Format): TrustStrings => ({
  passphrase: '密码',
  showPassphrase: '显示密码',
  passphraseAsk: '只有知道密码的人才能看到和听到您。',
  notLetIn: '未获准进入',
  safety: '安全',
  verified: '已验证',
  notVerified: '未验证',
  verifiedOf: (count, all) => `已验证 ${number(count)}/${number(all)}`,
  countNotLetIn: (count) => `${number(count)} 人未获准进入`,
  safetyCode: '安全码',
  codeFor: (names) => `适用于${list(['您', ...names])}。`,
  codeNotFor: (names, why) => `不适用于${list(names)}：${why}。`,
  whyNot: {
    olderApp: '旧版应用',
    notLetIn: '未获准进入',
    noConnection: '没有连接',
    seesOthers: '看不到所有人',
  },
  readOut: '由一个人念出来，其他所有人说自己的是否一样。',
  readOutBy: '最好由您信任的人来念，否则请您自己念。',
  sameForAll: '所有人都一样',
  differs: '不一样',
  mayListen: '可能有人在窃听。不要说任何私密的话。请离开通话，换一种方式联系。',
  codeForming: '安全码即将生成…',
  codeAlone: '等有可以使用安全码的人来到这里，就会有安全码。',
  codeSplit: '没有安全码：并非所有人看到的都是同样的人。',
  codeSame: '您已确认所有人都一样。',
  codePromise: '如果所有人看到的安全码相同，你们任何两人之间都没有别人。',
  passphrasePromise: '您看到和听到的每个人都知道密码。不知道密码的人无法窃听，服务器也不行。',
  noPromise: '已加密，未验证：运行服务器的人可能会窃听。',
  trustLevels: {
    pending: '尚未检查',
    unverified: '未验证',
    unsupported: '旧版应用，无法验证',
    passphrase: '已通过密码验证',
    code: '已通过安全码验证',
  },
  nobodyHasYours: '这里没有人使用您的密码。请检查密码的写法。',
  somebodyHasOne: '这里有人设置了密码。',
  passphraseNow: '将与所有未验证的人尝试该密码。不会断开任何人。',
  tryPassphrase: '使用',
  suggestWords: '推荐四个单词',
  copyPassphrase: '复制密码',
  passphraseElsewhere: '请通过其他途径告诉其他人，不要和链接一起发送。',
  codeChanged: '安全码已经改变。',
  codeChangedBy: (names) => `安全码已经改变：${list(names)}加入了。`,
  codeChangedWithout: (names) => `安全码已经改变：${list(names)}离开了。`,
  backUnverified: (names) => `${list(names)}回来了，但不再是已验证状态。`,
  onlyVerified: '只有已验证的人会收到您的消息，您也只能看到他们的消息。',
});
