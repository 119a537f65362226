import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';

const { plural, number } = createFormat('he');

/** By itself, with its article, and what is said about it by its gender. */
export const devices = {
  microphone: { name: 'מיקרופון', the: 'המיקרופון', blocked: 'חסום', busy: 'תפוס', gone: 'נותק' },
  camera: { name: 'מצלמה', the: 'המצלמה', blocked: 'חסומה', busy: 'תפוסה', gone: 'נותקה' },
  both: { name: 'מצלמה או מיקרופון', the: 'המצלמה או המיקרופון', blocked: 'חסומים', busy: 'תפוסים', gone: 'נותקו' },
} satisfies Devices<{ name: string; the: string; blocked: string; busy: string; gone: string }>;

const stays = 'ההתקן הקודם נשאר בשימוש.';

export const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    'הדפדפן הזה לא תומך בשיחות וידאו',
    'יש לעדכן אותו, או לפתוח את הדף ב-Chrome או Edge 120, ‏Firefox 125, ‏Safari 17.4 ומעלה.',
  ),
  'insecure-context': say(
    'הדף הזה לא מאובטח',
    'דפדפנים נותנים מצלמה ומיקרופון רק לדפים מאובטחים. יש לפתוח אותו עם ‎https://‎ בהתחלה.',
  ),
  'room-missing': say('עדיין אין חדר', 'הדף צריך לציין אותו במאפיין room.'),
  'room-invalid': say('אי אפשר להשתמש בשם החדר הזה', 'שם של חדר הוא באורך 1 עד 128 תווים.'),
  'server-invalid': orLater(
    say(
      'הכתובת של שרת הפגישות חסרה או שגויה',
      'הדף צריך לתת אותה ב־‎server‎, והיא צריכה להתחיל ב־‎https://‎ או ב־‎wss://‎.',
    ),
    'אין שרת פגישות בכתובת הזאת',
    'אפשר לנסות שוב עוד רגע. אם זה לא עוזר, כדאי לעדכן את מי שמנהל את הדף.',
  ),
  'token-missing': say('לא בוצעה כניסה לחשבון', 'הדף לא נתן אסימון. אפשר לטעון אותו מחדש או להיכנס בו שוב לחשבון.'),
  'token-malformed': say('לא ניתן לקרוא את פרטי הכניסה', 'מה שהדף נתן אינו אסימון. מי שמנהל אותו צריך לבדוק זאת.'),
  'token-expired': say(
    'תוקף הכניסה פג',
    'אפשר לטעון את הדף מחדש או להיכנס שוב לחשבון. אם זה לא עוזר, כדאי לבדוק את השעון במכשיר.',
  ),
  'token-rejected': say('השרת לא קיבל את פרטי הכניסה', 'אפשר לטעון את הדף מחדש או להיכנס שוב לחשבון.'),
  'sign-in-failed': say('הכניסה לא הצליחה', 'אפשר לנסות שם אחר, עד 32 תווים, או לנסות שוב עוד רגע.'),
  'origin-refused': say(
    'שרת הפגישות לא מקבל שיחות מהדף הזה',
    'מי שמנהל את השרת צריך להוסיף את כתובת הדף לכתובות המותרות.',
  ),
  offline: say('אין חיבור לאינטרנט', 'כדאי לבדוק את הרשת. השיחה תחזור יחד איתה.'),
  'server-unreachable': say('אין גישה לשרת הפגישות', 'ייתכן שהוא לא פועל או שהרשת חוסמת אותו. אפשר לנסות שוב עוד רגע.'),
  'server-closed': say('שרת הפגישות סגר את החיבור', 'אפשר לנסות שוב עוד רגע.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'שרת הפגישות עמוס',
    hint: retryAfter
      ? `הוא מבקש לחכות ${plural(Math.ceil(retryAfter), { one: 'שנייה אחת', two: 'שתי שניות', other: `${number(Math.ceil(retryAfter))} שניות` })}. אחר כך אפשר לנסות שוב.`
      : 'יש לחכות חצי דקה ולנסות שוב.',
  }),
  'room-full': say('החדר הזה מלא', 'אפשר לנסות שוב כשמישהו יצא.'),
  'duplicate-identity': say(
    'אתם כבר בשיחה הזאת',
    'כרטיסייה אחרת או מכשיר אחר נמצאים בחדר בשמכם. יש לצאת משם ואז להצטרף כאן.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ the, blocked }) => [
      `${the} ${blocked}`,
      `הגישה נדחתה בדף הזה: ${the}. יש לאשר אותה ליד שורת הכתובת ואז להפעיל כאן.`,
    ]),
    policy: about(devices, ({ the }, error) => [
      `לדף הזה אסור להשתמש: ${the}`,
      `מי שמנהל את הדף צריך להתיר זאת: עם Permissions-Policy או עם ${allow(error)} על המסגרת שסביבו.`,
    ]),
    system: about(devices, ({ the }) => [
      `המערכת לא נותנת לדפדפן גישה: ${the}`,
      'יש לאשר את הגישה לדפדפן בהגדרות הפרטיות של המערכת ואז להפעיל כאן.',
    ]),
    unknown: about(devices, ({ the }) => [
      `אין כאן הרשאה: ${the}`,
      'יש לאשר ליד שורת הכתובת או בהגדרות הפרטיות של המערכת ואז להפעיל כאן.',
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ name }) => [`לא זוהה חיבור: ${name}`, 'אפשר לחבר ואז להפעיל כאן. השיחה פועלת גם בלי זה.']),
    stays,
    {
      microphone: 'המיקרופון הזה כבר לא מחובר',
      camera: 'המצלמה הזאת כבר לא מחוברת',
      both: 'הרמקולים האלה כבר לא מחוברים',
    },
  ),
  'device-busy': orKept(
    about(devices, ({ the, busy }) => [`${the} ${busy} במקום אחר`, 'יש לסגור את התוכנה האחרת ואז להפעיל כאן.']),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ the, gone }) => [
      `${the} ${gone}`,
      'אולי תוכנה אחרת השתלטה. כשהחיבור יחזור, השימוש יתחדש מעצמו.',
    ]),
    'כדאי לבדוק אם יש מתג או כיסוי על המכשיר, לסגור תוכנות אחרות שמשתמשות בו, או לבחור אחר.',
    { microphone: 'לא מגיע קול מהמיקרופון', camera: 'לא מגיעה תמונה מהמצלמה' },
  ),
  'screen-share-failed': orKept(
    say('לא ניתן היה לשתף את המסך', 'אפשר לנסות שוב או לשתף חלון אחר.'),
    'המערכת לא העבירה את הקול.',
    { both: 'המסך משותף בלי קול' },
  ),
  'peer-unreachable': ({ relay }, name) => ({
    title: `אין חיבור מהרשת הזאת אל ${name || 'אחד המשתתפים'}`,
    hint: relay ? 'הניסיון חוזר מעצמו.' : 'שרת TURN היה עוזר.',
  }),
  'relay-required': say(
    'חסר שרת TURN',
    'הדף רוצה שכל החיבורים יעברו דרך שרת מתווך, ולשם כך עליו לתת שרת TURN ב־ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'לא ניתן לקרוא את שרתי ה־ICE של הדף',
      'ice-servers צריך להיות מערך JSON כמו ‎[{"urls": "stun:stun.example.com"}]‎.',
    ),
    'העזרה לרשתות בעייתיות לא הגיעה',
    'השיחה נמשכת בלעדיה. ייתכן שלא יהיה אפשר להגיע לכולם.',
    'השיחה לא יכולה להתחיל בלעדיה. אפשר לנסות שוב עוד רגע.',
  ),
  'message-invalid': say('אי אפשר לשלוח את ההודעה הזאת', 'הודעה היא באורך 1 עד 5000 תווים.'),
  'message-undecryptable': say('לא ניתן היה לפתוח הודעה', 'היא נכתבה עם ביטוי סיסמה אחר.'),
  'file-rejected': say('אי אפשר לשלוח את הקובץ הזה', 'הוא גדול מדי או מסוג שלא מתקבל כאן.'),
  'file-failed': say('הקובץ לא הגיע', 'אפשר לשלוח אותו שוב.'),
  'not-joined': say('אתם לא בשיחה', 'קודם יש להצטרף.'),
  aborted: say('ההצטרפות בוטלה', 'אפשר להצטרף שוב מתי שרוצים.'),
  protocol: say('השרת והדף לא מבינים זה את זה', 'ייתכן שאחד מהם לא מעודכן. יש לטעון את הדף מחדש.'),
  internal: say('הדף הזה עשה טעות', 'אפשר לנסות שוב או לטעון את הדף מחדש. הפרטים עוזרים למי שיתקן.'),
};
