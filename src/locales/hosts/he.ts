import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say('הפגישה נעולה', 'כרגע אי אפשר להצטרף. בקשו ממי שכבר בפנים, ואז נסו שוב.'),
  'not-admitted': notAdmitted({
    denied: say('לא הכניסו אתכם', 'אחד המארחים דחה את הבקשה. פנו אליו בדרך אחרת, ואז נסו שוב.'),
    removed: say('אחד המארחים הסיר אתכם מהשיחה', 'אי אפשר לחזור כל עוד השיחה הזאת נמשכת.'),
    ended: say('המארח סיים את השיחה', 'היא הסתיימה לכולם.'),
  }),
};

export const hostWords = ({ list, number, plural }: Format): HostStrings => ({
  waitForHost: 'ממתינים שהמארח יכניס אתכם',
  waitForAnyHost: 'ממתינים שיגיע מארח',
  waitHint: 'תהיו בשיחה ברגע שיכניסו אתכם.',
  admit: 'הכנסה',
  deny: 'דחייה',
  admitAll: 'הכנסת כולם',
  lockMeeting: 'נעילת הפגישה',
  host: 'מארח',
  muteForAll: 'השתקה לכולם',
  askToUnmute: 'בקשה להפעיל את המיקרופון',
  removePerson: 'הסרה מהשיחה',
  removeNow: 'הסרה',
  endForAll: 'סיום השיחה לכולם',
  waitingToJoin: (count) => `ממתינים להצטרפות (${number(count)})`,
  wantToJoin: (names) =>
    plural(names.length, { one: `בקשת הצטרפות: ${list(names)}.`, other: `בקשות הצטרפות: ${list(names)}.` }),
  admitPerson: (name) => `הכנסת ${name}`,
  denyPerson: (name) => `דחיית ${name}`,
  removeSure: (name) => `להסיר את ${name}? לא תהיה אפשרות לחזור לשיחה הזאת.`,
  mutedBy: (name) => `המיקרופון שלכם כובה בידי ${name}.`,
  unmuteAsked: (name) => `התקבלה מ${name} בקשה להפעיל את המיקרופון.`,
});
