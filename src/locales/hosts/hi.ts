import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say('मीटिंग लॉक है', 'फ़िलहाल कोई नया व्यक्ति शामिल नहीं हो सकता। मीटिंग में मौजूद किसी से पूछें, फिर कोशिश करें।'),
  'not-admitted': notAdmitted({
    denied: say(
      'आपको अंदर नहीं आने दिया गया',
      'एक होस्ट ने आपका अनुरोध मना कर दिया। उनसे किसी और तरीके से बात करें, फिर कोशिश करें।',
    ),
    removed: say('एक होस्ट ने आपको कॉल से हटा दिया', 'जब तक यह कॉल चल रही है, आप वापस नहीं आ सकते।'),
    ended: say('होस्ट ने कॉल खत्म कर दी', 'यह सभी के लिए खत्म हो गई है।'),
  }),
};

export const hostWords = ({ list, number }: Format): HostStrings => ({
  waitForHost: 'होस्ट के अंदर आने देने का इंतज़ार है',
  waitForAnyHost: 'किसी होस्ट के आने का इंतज़ार है',
  waitHint: 'अंदर आने की अनुमति मिलते ही आप कॉल में होंगे।',
  admit: 'अंदर आने दें',
  deny: 'मना करें',
  admitAll: 'सभी को अंदर आने दें',
  lockMeeting: 'मीटिंग लॉक करें',
  host: 'होस्ट',
  muteForAll: 'सभी के लिए म्यूट करें',
  askToUnmute: 'माइक्रोफ़ोन चालू करने को कहें',
  removePerson: 'कॉल से हटाएँ',
  removeNow: 'हटाएँ',
  endForAll: 'सभी के लिए कॉल खत्म करें',
  waitingToJoin: (count) => `शामिल होने का इंतज़ार (${number(count)})`,
  wantToJoin: (names) => `${list(names)} शामिल होना चाहते हैं।`,
  admitPerson: (name) => `${name} को अंदर आने दें`,
  denyPerson: (name) => `${name} को मना करें`,
  removeSure: (name) => `${name} को हटाएँ? वे इस कॉल में वापस नहीं आ सकेंगे।`,
  mutedBy: (name) => `${name} ने आपका माइक्रोफ़ोन बंद कर दिया।`,
  unmuteAsked: (name) => `${name} आपसे माइक्रोफ़ोन चालू करने को कह रहे हैं।`,
});
