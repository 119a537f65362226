import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const nothingGoes = (name: string): string => `لا يُرسَل شيء إلى ${name}.`;

const refusals: Refusals = {
  passphrase: (name) => [`عبارة المرور لدى ${name} ليست عبارتك، أو أن أحدًا بينكما`, nothingGoes(name)],
  'no-passphrase': (name) => [`لم تُدخَل عبارة المرور لدى ${name}`, nothingGoes(name)],
  unsupported: (name) => [`التطبيق لدى ${name} لا يستطيع إثبات عبارة المرور`, 'لا يُسمح بالدخول في هذه الحالة.'],
  identity: (name) => [`هذا الاتصال يؤدي إلى شخص غير ${name}`, 'ربما يتلاعب به الخادم.'],
  name: () => ['يعرض الخادم لهذا الشخص اسمًا غير اسمه', 'لا يُرسَل إليه شيء.'],
  changed: (name) => [`للاتصال مع ${name} مفتاح غير السابق، وقد أُغلق`, nothingGoes(name)],
  attempts: () => ['جُرّبت هنا عبارات مرور خاطئة كثيرة جدًا', 'لإدخال آخرين غادر المكالمة واجتمعوا بعبارة مرور أخرى.'],
  liar: (name) => [`الجزء القادم من ${name} في الرمز خاطئ`, nothingGoes(name)],
  other: (name) => [`لا يُسمح بدخول ${name}`, nothingGoes(name)],
  tampered: (name) => [`حاول أحدهم الاستيلاء على الاتصال مع ${name} ولم يستطع`, 'تستمر المكالمة كما كانت.'],
};

export const trustErrors = {
  'passphrase-missing': say('تحتاج هذه المكالمة إلى عبارة مرور', 'أدخل العبارة التي لدى الآخرين.'),
  'peer-refused': ofPeer('أحد المشاركين', refusals),
  tampered: ofPeer('أحد المشاركين', refusals, 'tampered'),
  'trust-unsupported': say(
    'لا يستطيع هذا المتصفح إثبات عبارة مرور',
    'حدّثه أو انضم بمتصفح أحدث: هذه المكالمة تحتاج إلى ذلك.',
  ),
};

export const trustWords = ({ list, number }: Format): TrustStrings => ({
  passphrase: 'عبارة المرور',
  showPassphrase: 'إظهار عبارة المرور',
  passphraseAsk: 'لا يراك ولا يسمعك إلا من يعرفها.',
  notLetIn: 'لم يُسمح بالدخول',
  safety: 'الأمان',
  verified: 'تم التحقق',
  notVerified: 'لم يتم التحقق',
  verifiedOf: (count, all) => `تم التحقق من ${number(count)} من أصل ${number(all)}`,
  countNotLetIn: (count) => `لم يُسمح بالدخول: ${number(count)}`,
  safetyCode: 'رمز الأمان',
  codeFor: (names) => `يشمل: ${list(['أنت', ...names])}.`,
  codeNotFor: (names, why) => `لا يشمل: ${list(names)} (${why}).`,
  whyNot: {
    olderApp: 'تطبيق أقدم',
    notLetIn: 'لم يُسمح بالدخول',
    noConnection: 'لا يوجد اتصال',
    seesOthers: 'لا يظهر له الجميع',
  },
  readOut: 'يقرأه أحدكم بصوت عالٍ، ويقول كل واحد من الآخرين إن كان رمزه مطابقًا.',
  readOutBy: 'ليكن القارئ شخصًا تثق به، وإلا فاقرأه بنفسك.',
  sameForAll: 'الرمز نفسه لدى الجميع',
  differs: 'الرمز مختلف',
  mayListen: 'ربما يتنصّت أحد. لا تقل شيئًا خاصًا. غادر المكالمة وتواصلوا بطريقة أخرى.',
  codeForming: 'الرمز في الطريق…',
  codeAlone: 'سيكون هناك رمز عندما يحضر من يمكن أن يكون له رمز.',
  codeSplit: 'لا يوجد رمز: لا يرى الجميع الأشخاص أنفسهم.',
  codeSame: 'قلت إنه نفسه لدى الجميع.',
  codePromise: 'إذا رأى الجميع الرمز نفسه فلا أحد بين أي اثنين منكم.',
  passphrasePromise: 'كل من تراه وتسمعه يعرف عبارة المرور. ولا يستطيع من لا يعرفها أن يتنصّت، حتى الخادم.',
  noPromise: 'مشفّرة ولم يتم التحقق: قد يستطيع من يدير الخادم أن يتنصّت.',
  trustLevels: {
    pending: 'لم يُفحص بعد',
    unverified: 'لم يتم التحقق',
    unsupported: 'تطبيق أقدم، لا يمكن التحقق منه',
    passphrase: 'تم التحقق بعبارة المرور',
    code: 'تم التحقق برمز الأمان',
  },
  nobodyHasYours: 'لا أحد هنا لديه عبارة المرور التي لديك. تأكد من كتابتها.',
  somebodyHasOne: 'لدى أحد الموجودين عبارة مرور.',
  passphraseNow: 'تُجرَّب مع كل من لم يتم التحقق منه. ولا ينقطع اتصال أحد.',
  tryPassphrase: 'استخدام',
  suggestWords: 'اقتراح أربع كلمات',
  copyPassphrase: 'نسخ عبارة المرور',
  passphraseElsewhere: 'أعطها للآخرين بطريقة أخرى، لا مع الرابط.',
  codeChanged: 'صار الرمز مختلفًا.',
  codeChangedBy: (names) => `صار الرمز مختلفًا: انضم إلى المكالمة ${list(names)}.`,
  codeChangedWithout: (names) => `صار الرمز مختلفًا: غادر المكالمة ${list(names)}.`,
  backUnverified: (names) => `عاد إلى المكالمة ${list(names)}، ولم يعد التحقق ساريًا.`,
  onlyVerified: 'لا تصل رسائلك إلا إلى من تم التحقق منهم، ولا ترى إلا رسائلهم.',
});
