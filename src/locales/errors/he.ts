import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';
import { hostErrors } from '../hosts/he.js';
import { trustErrors } from '../trust/he.js';

const { plural, number } = createFormat('he');

/** By itself, with its article, also after two prepositions, as a pronoun, and what is said about it by its gender. */
export const devices = {
  microphone: {
    name: 'מיקרופון',
    the: 'המיקרופון',
    to: 'למיקרופון',
    in: 'במיקרופון',
    it: 'אותו',
    blocked: 'חסום',
    gone: 'נותק',
    missing: 'לא נמצא מיקרופון',
  },
  camera: {
    name: 'מצלמה',
    the: 'המצלמה',
    to: 'למצלמה',
    in: 'במצלמה',
    it: 'אותה',
    blocked: 'חסומה',
    gone: 'נותקה',
    missing: 'לא נמצאה מצלמה',
  },
  both: {
    name: 'מצלמה או מיקרופון',
    the: 'המצלמה או המיקרופון',
    to: 'למצלמה או למיקרופון',
    in: 'במצלמה או במיקרופון',
    it: 'אותם',
    blocked: 'חסומים',
    gone: 'נותקו',
    missing: 'לא נמצאו מצלמה או מיקרופון',
  },
} satisfies Devices<Record<'name' | 'the' | 'to' | 'in' | 'it' | 'blocked' | 'gone' | 'missing', string>>;

const stays = 'אתם ממשיכים להשתמש במכשיר הקודם.';

export const errors: Record<MeetErrorCode, Words> = {
  ...trustErrors,
  ...hostErrors,
  'unsupported-browser': say(
    'הדפדפן הזה לא תומך בשיחות וידאו',
    'עדכנו אותו, או פתחו את הדף ב־Chrome או Edge 120, ‏Firefox 125, ‏Safari 17.4 ומעלה.',
  ),
  'insecure-context': say(
    'הדף הזה לא מאובטח',
    'דפדפנים מאפשרים מצלמה ומיקרופון רק בדפים מאובטחים. פתחו את הדף עם ‎https://‎ בהתחלה.',
  ),
  'room-missing': say('עדיין אין חדר להצטרף אליו', 'הדף צריך לציין אותו במאפיין room.'),
  'room-invalid': say('אי אפשר להשתמש בשם החדר הזה', 'שם של חדר הוא באורך של 1 עד 128 תווים.'),
  'server-invalid': orLater(
    say(
      'הכתובת של שרת הפגישות חסרה או שגויה',
      'הדף צריך לציין אותה ב־‎server‎, והיא צריכה להתחיל ב־‎https://‎ או ב־‎wss://‎.',
    ),
    'אין שרת פגישות בכתובת הזאת',
    'נסו שוב עוד רגע. אם זה לא עוזר, ספרו על כך למי שמנהל את הדף.',
  ),
  'token-missing': say('לא נכנסתם לחשבון', 'טענו את הדף מחדש או היכנסו בו שוב לחשבון.'),
  'token-malformed': say(
    'אי אפשר לקרוא את פרטי הכניסה שלכם',
    'הדף הזה לא הכניס אתכם לחשבון כראוי. ספרו על כך למי שמנהל אותו.',
  ),
  'token-expired': say(
    'פג תוקף הכניסה לחשבון',
    'טענו את הדף מחדש או היכנסו בו שוב לחשבון. אם זה לא עוזר, בדקו את השעון במכשיר.',
  ),
  'token-rejected': say('השרת לא קיבל את פרטי הכניסה שלכם', 'טענו את הדף מחדש או היכנסו בו שוב לחשבון.'),
  'sign-in-failed': say('הכניסה לא הצליחה', 'נסו שם אחר, עד 32 תווים, או נסו שוב עוד רגע.'),
  'origin-refused': say(
    'שרת הפגישות לא מקבל שיחות מהדף הזה',
    'מי שמנהל את השרת צריך להוסיף את כתובת הדף לכתובות המותרות.',
  ),
  offline: say('אין חיבור לאינטרנט', 'בדקו את החיבור לאינטרנט. השיחה תתחדש כשהוא יחזור.'),
  'server-unreachable': say('אין גישה לשרת הפגישות', 'ייתכן שהוא לא פועל או שהרשת שלכם חוסמת אותו. נסו שוב עוד רגע.'),
  'server-closed': say('שרת הפגישות ניתק את החיבור', 'נסו שוב עוד רגע.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'שרת הפגישות עמוס',
    hint: retryAfter
      ? plural(Math.ceil(retryAfter), {
          one: 'חכו שנייה אחת ונסו שוב.',
          two: 'חכו שתי שניות ונסו שוב.',
          other: `חכו ${number(Math.ceil(retryAfter))} שניות ונסו שוב.`,
        })
      : 'חכו חצי דקה ונסו שוב.',
  }),
  'room-full': say('החדר הזה מלא', 'נסו שוב אחרי שמישהו יצא.'),
  'duplicate-identity': say('אתם כבר בשיחה הזאת', 'הצטרפתם בכרטיסייה אחרת או במכשיר אחר. צאו קודם משם ואז הצטרפו כאן.'),
  'permission-denied': refused({
    user: about(devices, ({ the, to, it, blocked }) => [
      `${the} ${blocked}`,
      `חסמתם את ${the} בדף הזה. אשרו גישה ${to} ליד שורת הכתובת ואז הפעילו ${it} כאן.`,
    ]),
    policy: about(devices, (device, error) => [
      `לדף הזה אסור להשתמש ${device.in}`,
      `מי שמנהל את הדף צריך לאפשר זאת: עם Permissions-Policy או עם ${allow(error)} על המסגרת שסביבו.`,
    ]),
    system: about(devices, ({ the, to, it }) => [
      `המערכת שלכם חוסמת את ${the}`,
      `אשרו לדפדפן גישה ${to} בהגדרות הפרטיות של המערכת ואז הפעילו ${it} כאן.`,
    ]),
    unknown: about(devices, ({ to, it }) => [
      `אין כאן הרשאת גישה ${to}`,
      `אשרו גישה ליד שורת הכתובת או בהגדרות הפרטיות של המערכת ואז הפעילו ${it} כאן.`,
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ missing }) => [missing, 'חברו מכשיר ואז הפעילו אותו כאן. השיחה פועלת גם בלעדיו.']),
    stays,
    {
      microphone: 'המיקרופון הזה כבר לא מחובר',
      camera: 'המצלמה הזאת כבר לא מחוברת',
      both: 'הרמקולים האלה כבר לא מחוברים',
    },
  ),
  'device-busy': orKept(
    about(devices, (device) => [
      `אפליקציה אחרת משתמשת ${device.in}`,
      `סגרו את האפליקציה הזאת ואז הפעילו את ${device.the} כאן.`,
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ the, gone }) => [
      `${the} ${gone}`,
      'המכשיר נותק או שאפליקציה אחרת תפסה אותו. נשתמש בו שוב כשיחזור.',
    ]),
    'בדקו אם יש על המכשיר מתג או כיסוי, סגרו אפליקציות אחרות שמשתמשות בו או בחרו מכשיר אחר.',
    { microphone: 'לא מגיע קול מהמיקרופון', camera: 'לא מגיעה תמונה מהמצלמה' },
  ),
  'screen-share-failed': orKept(
    say('לא הצלחנו לשתף את המסך שלכם', 'נסו שוב או שתפו חלון אחר.'),
    'המערכת שלכם לא סיפקה את השמע.',
    { both: 'המסך שלכם משותף בלי השמע שלו' },
  ),
  'peer-unreachable': (_error, name) => ({
    title: `אי אפשר להתחבר אל ${name || 'אחד המשתתפים'} מהרשת הזאת`,
    hint: 'אנחנו ממשיכים לנסות. אולי יעזור לעבור לרשת אחרת או לכבות את ה־VPN.',
  }),
  'relay-required': say(
    'לדף הזה חסר שרת TURN',
    'הדף רוצה שכל חיבור יעבור דרך שרת מתווך, ולכן עליו לציין שרת TURN ב־ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'אי אפשר לקרוא את שרתי ה־ICE של הדף',
      'ice-servers צריך להיות מערך JSON כמו ‎[{"urls": "stun:stun.example.com"}]‎.',
    ),
    'לא הצלחנו לקבל עזרה לרשתות בעייתיות',
    'השיחה נמשכת בלעדיה. ייתכן שלא תוכלו להתחבר לכולם.',
    'השיחה לא יכולה להתחיל בלעדיה. נסו שוב עוד רגע.',
  ),
  'message-invalid': say('אי אפשר לשלוח את ההודעה הזאת', 'הודעה היא באורך של 1 עד 3000 תווים.'),
  'message-undecryptable': say('לא הצלחנו לקרוא הודעה', 'היא נכתבה עם ביטוי סיסמה אחר.'),
  'file-rejected': say('אי אפשר לשלוח את הקובץ הזה', 'הוא גדול מדי או מסוג שלא מתקבל כאן.'),
  'file-failed': say('הקובץ לא הגיע', 'שלחו אותו שוב.'),
  'not-joined': say('אתם לא בשיחה', 'הצטרפו קודם.'),
  aborted: say('ההצטרפות בוטלה', 'הצטרפו שוב מתי שתרצו.'),
  protocol: say('השרת והדף לא מבינים זה את זה', 'ייתכן שאחד מהם לא מעודכן. טענו את הדף מחדש.'),
  internal: say('אירעה בעיה בדף הזה', 'נסו שוב או טענו את הדף מחדש. הפרטים יעזרו למי שיתקן אותה.'),
};
