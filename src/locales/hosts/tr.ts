import type { Format } from '../format.js';
import { say } from '../say.js';
import { notAdmitted } from './not-admitted.js';
import type { HostStrings } from './en.js';

export const hostErrors = {
  'room-locked': say(
    'Toplantı kilitli',
    'Şimdilik yeni kimse katılamaz. İçerideki birine sorun, sonra yeniden deneyin.',
  ),
  'not-admitted': notAdmitted({
    denied: say(
      'İçeri alınmadınız',
      'Toplantı sahibi isteğinizi reddetti. Ona başka bir yoldan sorun, sonra yeniden deneyin.',
    ),
    removed: say('Toplantı sahibi sizi görüşmeden çıkardı', 'Bu görüşme sürdükçe geri dönemezsiniz.'),
    ended: say('Toplantı sahibi görüşmeyi bitirdi', 'Görüşme herkes için sona erdi.'),
  }),
};

export const hostWords = ({ list, number }: Format): HostStrings => ({
  waitForHost: 'Toplantı sahibinin sizi içeri alması bekleniyor',
  waitForAnyHost: 'Bir toplantı sahibinin gelmesi bekleniyor',
  waitHint: 'İçeri alındığınız anda görüşmede olacaksınız.',
  admit: 'İçeri al',
  deny: 'Reddet',
  admitAll: 'Hepsini içeri al',
  lockMeeting: 'Toplantıyı kilitle',
  host: 'Toplantı sahibi',
  muteForAll: 'Herkes için sessize al',
  askToUnmute: 'Mikrofonu açmasını iste',
  removePerson: 'Görüşmeden çıkar',
  removeNow: 'Çıkar',
  endForAll: 'Görüşmeyi herkes için bitir',
  waitingToJoin: (count) => `Katılmayı bekleyenler (${number(count)})`,
  wantToJoin: (names) => `${list(names)} katılmak istiyor.`,
  admitPerson: (name) => `İçeri al: ${name}`,
  denyPerson: (name) => `Reddet: ${name}`,
  removeSure: (name) => `${name} çıkarılsın mı? Bu görüşmeye geri dönemez.`,
  mutedBy: (name) => `${name} mikrofonunuzu kapattı.`,
  unmuteAsked: (name) => `${name} mikrofonunuzu açmanızı istiyor.`,
});
