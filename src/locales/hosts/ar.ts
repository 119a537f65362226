import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say('الاجتماع مقفل', 'لا يمكن لأحد جديد الانضمام حاليًا. اسأل شخصًا موجودًا فيه، ثم حاول مجددًا.'),
  'not-admitted': notAdmitted({
    denied: say('لم يُسمح لك بالدخول', 'رفض أحد المضيفين طلبك. تواصل معه بطريقة أخرى، ثم حاول مجددًا.'),
    removed: say('أزالك أحد المضيفين من المكالمة', 'لا يمكنك العودة ما دامت هذه المكالمة مستمرة.'),
    ended: say('أنهى المضيف المكالمة', 'انتهت المكالمة للجميع.'),
  }),
};

export const hostWords = ({ list, number, plural }: Format): HostStrings => ({
  waitForHost: 'في انتظار أن يسمح لك المضيف بالدخول',
  waitForAnyHost: 'في انتظار حضور مضيف',
  waitHint: 'ستكون في المكالمة فور السماح لك بالدخول.',
  admit: 'سماح بالدخول',
  deny: 'رفض',
  admitAll: 'سماح للجميع بالدخول',
  lockMeeting: 'قفل الاجتماع',
  host: 'المضيف',
  muteForAll: 'كتم الصوت للجميع',
  askToUnmute: 'طلب تشغيل الميكروفون',
  removePerson: 'إزالة من المكالمة',
  removeNow: 'إزالة',
  endForAll: 'إنهاء المكالمة للجميع',
  waitingToJoin: (count) => `في انتظار الدخول (${number(count)})`,
  wantToJoin: (names) =>
    plural(names.length, { one: `طلب انضمام: ${list(names)}.`, other: `طلبات انضمام: ${list(names)}.` }),
  admitPerson: (name) => `سماح بدخول ${name}`,
  denyPerson: (name) => `رفض ${name}`,
  removeSure: (name) => `هل تريد إزالة ${name}؟ لن تكون العودة إلى هذه المكالمة ممكنة.`,
  mutedBy: (name) => `أُوقف الميكروفون بواسطة ${name}.`,
  unmuteAsked: (name) => `طلب منك ${name} تشغيل الميكروفون.`,
});
