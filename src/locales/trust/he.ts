import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const nothingGoes = (name: string): string => `שום דבר לא נשלח אל ${name}.`;

const refusals: Refusals = {
  passphrase: (name) => [`ביטוי הסיסמה של ${name} אינו שלכם, או שמישהו נמצא באמצע`, nothingGoes(name)],
  'no-passphrase': (name) => [`ביטוי הסיסמה לא הוזן אצל ${name}`, nothingGoes(name)],
  unsupported: (name) => [`האפליקציה של ${name} לא יכולה להוכיח את ביטוי הסיסמה`, 'אין כניסה במצב הזה.'],
  identity: (name) => [`החיבור הזה מוביל אל מישהו אחר ולא אל ${name}`, 'ייתכן שהשרת מתערב בו.'],
  name: () => ['השרת מציג כאן שם שאינו השם שהאדם הזה נתן', 'שום דבר לא נשלח לשם.'],
  changed: (name) => [`לחיבור עם ${name} יש מפתח אחר מקודם, והוא נסגר`, nothingGoes(name)],
  attempts: () => ['נוסו כאן יותר מדי ביטויי סיסמה שגויים', 'כדי להכניס עוד אנשים, צאו מהשיחה והיפגשו עם ביטוי אחר.'],
  liar: (name) => [`החלק של ${name} בקוד שגוי`, nothingGoes(name)],
  other: (name) => [`אין כניסה: ${name}`, nothingGoes(name)],
  tampered: (name) => [`היה ניסיון להשתלט על החיבור עם ${name}, והוא נכשל`, 'השיחה נמשכת כרגיל.'],
};

export const trustErrors = {
  'passphrase-missing': say('לשיחה הזאת דרוש ביטוי סיסמה', 'הזינו את הביטוי שיש לאחרים.'),
  'peer-refused': ofPeer('אחד המשתתפים', refusals),
  tampered: ofPeer('אחד המשתתפים', refusals, 'tampered'),
  'trust-unsupported': say(
    'הדפדפן הזה לא יכול להוכיח ביטוי סיסמה',
    'עדכנו אותו או הצטרפו בדפדפן חדש יותר: השיחה דורשת זאת.',
  ),
};

export const trustWords = ({ list, number }: Format): TrustStrings => ({
  passphrase: 'ביטוי סיסמה',
  showPassphrase: 'הצגת ביטוי הסיסמה',
  passphraseAsk: 'רק מי שמכירים אותו רואים ושומעים אתכם.',
  notLetIn: 'אין כניסה',
  safety: 'בטיחות',
  verified: 'אומת',
  notVerified: 'לא אומת',
  verifiedOf: (count, all) => `אומתו ${number(count)} מתוך ${number(all)}`,
  countNotLetIn: (count) => `ללא כניסה: ${number(count)}`,
  safetyCode: 'קוד בטיחות',
  codeFor: (names) => `עבור ${list(['אתם', ...names])}.`,
  codeNotFor: (names, why) => `לא עבור ${list(names)}: ${why}.`,
  whyNot: {
    olderApp: 'אפליקציה ישנה יותר',
    notLetIn: 'אין כניסה',
    noConnection: 'אין חיבור',
    seesOthers: 'לא כולם נראים שם',
  },
  readOut: 'מישהו מכם מקריא אותו, וכל האחרים אומרים אם הקוד שלהם זהה.',
  readOutBy: 'עדיף מישהו שאתם סומכים עליו, ואם אין, הקריאו בעצמכם.',
  sameForAll: 'הקוד זהה אצל כולם',
  differs: 'הקוד שונה',
  mayListen: 'ייתכן שמישהו מאזין. אל תאמרו דבר פרטי. צאו מהשיחה ודברו בדרך אחרת.',
  codeForming: 'הקוד בדרך…',
  codeAlone: 'יהיה קוד כשיגיע לכאן מישהו שיכול לקבל אותו.',
  codeSplit: 'אין קוד: לא כולם רואים את אותם האנשים.',
  codeSame: 'אמרתם שהוא זהה אצל כולם.',
  codePromise: 'אם כולם רואים את אותו הקוד, איש אינו נמצא בין שניים מכם.',
  passphrasePromise:
    'כל מי שאתם רואים ושומעים מכירים את ביטוי הסיסמה. מי שלא מכירים אותו לא יכולים להאזין, גם לא השרת.',
  noPromise: 'מוצפן, לא אומת: מי שמפעילים את השרת יכולים להאזין.',
  trustLevels: {
    pending: 'עוד לא נבדק',
    unverified: 'לא אומת',
    unsupported: 'אפליקציה ישנה יותר, אי אפשר לאמת',
    passphrase: 'אומת בביטוי סיסמה',
    code: 'אומת בקוד בטיחות',
  },
  nobodyHasYours: 'לאיש כאן אין ביטוי הסיסמה שלכם. בדקו איך הוא כתוב.',
  somebodyHasOne: 'למישהו כאן יש ביטוי סיסמה.',
  passphraseNow: 'הוא ייבדק מול כל מי שלא אומתו. אף חיבור לא יתנתק.',
  tryPassphrase: 'שימוש',
  suggestWords: 'הצעה של ארבע מילים',
  copyPassphrase: 'העתקת ביטוי הסיסמה',
  passphraseElsewhere: 'מסרו אותו לאחרים בדרך אחרת, לא עם הקישור.',
  codeChanged: 'הקוד השתנה.',
  codeChangedBy: (names) => `הקוד השתנה. הצטרפו לשיחה: ${list(names)}.`,
  codeChangedWithout: (names) => `הקוד השתנה. יצאו מהשיחה: ${list(names)}.`,
  backUnverified: (names) => `חזרו לשיחה והאימות כבר לא תקף: ${list(names)}.`,
  onlyVerified: 'רק מי שאומתו מקבלים את ההודעות שלכם, ואתם רואים רק את שלהם.',
});
