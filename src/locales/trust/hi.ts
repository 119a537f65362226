import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const nothingGoes = (name: string): string => `${name} को कुछ नहीं भेजा जा रहा है।`;

const refusals: Refusals = {
  passphrase: (name) => [`${name} का पासफ़्रेज़ आपका वाला नहीं है, या बीच में कोई है`, nothingGoes(name)],
  'no-passphrase': (name) => [`${name} ने पासफ़्रेज़ नहीं डाला है`, nothingGoes(name)],
  unsupported: (name) => [`${name} का ऐप पासफ़्रेज़ साबित नहीं कर सकता`, `${name} को अंदर नहीं आने दिया गया।`],
  identity: (name) => [`यह कनेक्शन ${name} तक नहीं, किसी और तक जाता है`, 'हो सकता है सर्वर छेड़छाड़ कर रहा हो।'],
  name: () => ['सर्वर इस व्यक्ति का नाम उनके अपने नाम से अलग दिखा रहा है', 'इस व्यक्ति को कुछ नहीं भेजा जा रहा है।'],
  changed: (name) => [`${name} के कनेक्शन की कुंजी पहले से अलग है, इसलिए उसे बंद कर दिया गया`, nothingGoes(name)],
  attempts: () => ['यहाँ बहुत सारे गलत पासफ़्रेज़ आज़माए गए', 'और लोगों को आने देने के लिए कॉल छोड़ें और किसी दूसरे पासफ़्रेज़ के साथ मिलें।'],
  liar: (name) => [`कोड में ${name} का हिस्सा गलत है`, nothingGoes(name)],
  other: (name) => [`${name} को अंदर नहीं आने दिया गया`, nothingGoes(name)],
  tampered: (name) => [`किसी ने ${name} का कनेक्शन हथियाने की कोशिश की, पर सफल नहीं हुआ`, 'कॉल पहले की तरह चल रही है।'],
};

export const trustErrors = {
  'passphrase-missing': say('इस कॉल के लिए पासफ़्रेज़ चाहिए', 'वही डालें जो दूसरों के पास है।'),
  'peer-refused': ofPeer('किसी व्यक्ति', refusals),
  tampered: ofPeer('किसी व्यक्ति', refusals, 'tampered'),
  'trust-unsupported': say(
    'यह ब्राउज़र पासफ़्रेज़ साबित नहीं कर सकता',
    'इसे अपडेट करें या किसी नए ब्राउज़र से शामिल हों: इस कॉल के लिए यह ज़रूरी है।',
  ),
};

export const trustWords = ({ list, number }: Format): TrustStrings => ({
  passphrase: 'पासफ़्रेज़',
  showPassphrase: 'पासफ़्रेज़ दिखाएँ',
  passphraseAsk: 'आपको सिर्फ़ वही देख और सुन सकते हैं जो इसे जानते हैं।',
  notLetIn: 'अंदर नहीं आने दिया गया',
  safety: 'सुरक्षा',
  verified: 'सत्यापित',
  notVerified: 'सत्यापित नहीं',
  verifiedOf: (count, all) => `${number(all)} में से ${number(count)} सत्यापित`,
  countNotLetIn: (count) => `${number(count)} को अंदर नहीं आने दिया गया`,
  safetyCode: 'सुरक्षा कोड',
  codeFor: (names) => `इनके लिए: ${list(['आप', ...names])}।`,
  codeNotFor: (names, why) => `इनके लिए नहीं: ${list(names)} (${why})।`,
  whyNot: {
    olderApp: 'पुराना ऐप',
    notLetIn: 'अंदर नहीं आने दिया गया',
    noConnection: 'कनेक्शन नहीं है',
    seesOthers: 'सब लोग नहीं दिख रहे',
  },
  readOut: 'कोई एक इसे पढ़कर सुनाए, बाकी सब बताएँ कि उनका कोड वही है या नहीं।',
  readOutBy: 'पढ़ने वाला व्यक्ति भरोसे का हो, नहीं तो आप ख़ुद पढ़ें।',
  sameForAll: 'सबके पास यही है',
  differs: 'यह अलग है',
  mayListen: 'हो सकता है कोई सुन रहा हो। कोई निजी बात न कहें। कॉल छोड़ें और किसी और तरीके से मिलें।',
  codeForming: 'कोड आ रहा है…',
  codeAlone: 'कोड तब होगा जब यहाँ कोई ऐसा हो जिसके पास कोड हो सकता है।',
  codeSplit: 'कोई कोड नहीं है: सबको एक ही लोग नहीं दिख रहे।',
  codeSame: 'आपने कहा कि सबके पास यही है।',
  codePromise: 'अगर सबको एक ही कोड दिखता है, तो आप में से किन्हीं दो के बीच कोई नहीं है।',
  passphrasePromise: 'आप जिन्हें देखते और सुनते हैं, वे सब पासफ़्रेज़ जानते हैं। जो इसे नहीं जानता, वह सुन नहीं सकता, सर्वर भी नहीं।',
  noPromise: 'एन्क्रिप्टेड, पर सत्यापित नहीं: सर्वर चलाने वाला सुन सकता है।',
  trustLevels: {
    pending: 'अभी जाँचा नहीं गया',
    unverified: 'सत्यापित नहीं',
    unsupported: 'पुराना ऐप, सत्यापित नहीं हो सकता',
    passphrase: 'पासफ़्रेज़ से सत्यापित',
    code: 'सुरक्षा कोड से सत्यापित',
  },
  nobodyHasYours: 'यहाँ किसी के पास आपका पासफ़्रेज़ नहीं है। देखें कि वह कैसे लिखा है।',
  somebodyHasOne: 'यहाँ किसी के पास पासफ़्रेज़ है।',
  passphraseNow: 'इसे उन सबके साथ आज़माया जाएगा जो सत्यापित नहीं हैं। किसी का कनेक्शन नहीं टूटेगा।',
  tryPassphrase: 'इस्तेमाल करें',
  suggestWords: 'चार शब्द सुझाएँ',
  copyPassphrase: 'पासफ़्रेज़ कॉपी करें',
  passphraseElsewhere: 'इसे दूसरों को लिंक के साथ नहीं, किसी और तरीके से दें।',
  codeChanged: 'कोड अब दूसरा है।',
  codeChangedBy: (names) => `कोड अब दूसरा है: ${list(names)} अब कॉल में हैं।`,
  codeChangedWithout: (names) => `कोड अब दूसरा है: ${list(names)} ने कॉल छोड़ दी।`,
  backUnverified: (names) => `${list(names)} फिर से कॉल में हैं और अब सत्यापित नहीं हैं।`,
  onlyVerified: 'आपके मैसेज सिर्फ़ सत्यापित लोगों को मिलते हैं, और आपको सिर्फ़ उन्हीं के दिखते हैं।',
});
