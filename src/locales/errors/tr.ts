import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';

const { number } = createFormat('tr');

/** By itself; as an object; as one's own; as what is asked for. Turkish has its own large İ, so both sizes stand here. */
export const devices = {
  microphone: { name: 'mikrofon', title: 'Mikrofon', acc: 'mikrofonu', dat: 'mikrofona' },
  camera: { name: 'kamera', title: 'Kamera', acc: 'kamerayı', dat: 'kameraya' },
  both: {
    name: 'kamera veya mikrofon',
    title: 'Kamera veya mikrofon',
    acc: 'kamerayı veya mikrofonu',
    dat: 'kameraya veya mikrofona',
  },
} satisfies Devices<{ name: string; title: string; acc: string; dat: string }>;

const stays = 'Önceki aygıt kullanılmaya devam ediyor.';

export const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    'Bu tarayıcı görüntülü görüşme yapamıyor',
    'Güncelleyin ya da sayfayı Chrome veya Edge 120, Firefox 125, Safari 17.4 ya da daha yenisiyle açın.',
  ),
  'insecure-context': say(
    'Bu sayfa güvenli değil',
    'Tarayıcılar kamera ve mikrofonu yalnızca güvenli sayfalara verir. Başında https:// ile açın.',
  ),
  'room-missing': say('Henüz bir oda yok', 'Sayfanın odayı room özniteliğinde belirtmesi gerekir.'),
  'room-invalid': say('Bu oda adı kullanılamaz', 'Oda adı 1 ile 128 karakter arasında olur.'),
  'server-invalid': orLater(
    say(
      'Toplantı sunucusunun adresi eksik veya yanlış',
      'Sayfa onu “server” içinde vermeli; https:// veya wss:// ile başlamalı.',
    ),
    'Bu adreste toplantı sunucusu yok',
    'Birazdan yeniden deneyin. İşe yaramazsa sayfayı yönetene haber verin.',
  ),
  'token-missing': say('Oturum açmadınız', 'Sayfa bir jeton vermedi. Sayfayı yenileyin veya yeniden oturum açın.'),
  'token-malformed': say(
    'Oturumunuz okunamıyor',
    'Sayfanın verdiği bir jeton değil. Sayfayı yöneten kişinin bakması gerekir.',
  ),
  'token-expired': say(
    'Oturumunuzun süresi doldu',
    'Sayfayı yenileyin veya yeniden oturum açın. Olmazsa cihazınızın saatine bakın.',
  ),
  'token-rejected': say('Sunucu oturumunuzu kabul etmedi', 'Sayfayı yenileyin veya yeniden oturum açın.'),
  'sign-in-failed': say(
    'Oturum açılamadı',
    'En çok 32 karakterlik başka bir ad deneyin veya biraz sonra yeniden deneyin.',
  ),
  'origin-refused': say(
    'Toplantı sunucusu bu sayfadan görüşme kabul etmiyor',
    'Sunucuyu yöneten kişi bu sayfanın adresini izin verilenlere eklemeli.',
  ),
  offline: say('Çevrimdışısınız', 'Ağ bağlantınıza bakın. Görüşme onunla birlikte geri gelir.'),
  'server-unreachable': say(
    'Toplantı sunucusuna ulaşılamıyor',
    'Çalışmıyor olabilir veya ağınız engelliyor olabilir. Biraz sonra yeniden deneyin.',
  ),
  'server-closed': say('Toplantı sunucusu bağlantıyı kesti', 'Biraz sonra yeniden deneyin.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'Toplantı sunucusu meşgul',
    hint: retryAfter
      ? `${number(Math.ceil(retryAfter))} saniye beklenmesini istiyor. Sonra yeniden deneyin.`
      : 'Yarım dakika bekleyip yeniden deneyin.',
  }),
  'room-full': say('Bu oda dolu', 'Biri ayrılınca yeniden deneyin.'),
  'duplicate-identity': say(
    'Zaten bu görüşmedesiniz',
    'Başka bir sekme veya cihaz odada sizin yerinizde. Önce oradan ayrılın, sonra buradan katılın.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ title, dat }) => [
      `${title} engellendi`,
      `Bu sayfada ${dat} izin vermediniz. Adres çubuğunun yanından izin verin, sonra buradan açın.`,
    ]),
    policy: about(devices, ({ acc }, error) => [
      `Bu sayfa ${acc} kullanamaz`,
      `Sayfayı yöneten kişi izin vermeli: Permissions-Policy ile veya çevresindeki çerçevede ${allow(error)} ile.`,
    ]),
    system: about(devices, ({ acc }) => [
      `Sisteminiz ${acc} tarayıcıya vermiyor`,
      `Sistemin gizlilik ayarlarında tarayıcının ${acc} kullanmasına izin verin, sonra buradan açın.`,
    ]),
    unknown: about(devices, ({ dat }) => [
      `Burada ${dat} izin yok`,
      'Adres çubuğunun yanından veya sistemin gizlilik ayarlarından izin verin, sonra buradan açın.',
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ title }) => [
      `${title} bulunamadı`,
      'Bir tane takın, sonra buradan açın. Görüşme onsuz da olur.',
    ]),
    stays,
    { microphone: 'Bu mikrofon artık yok', camera: 'Bu kamera artık yok', both: 'Bu hoparlör artık yok' },
  ),
  'device-busy': orKept(
    about(devices, ({ title }) => [
      `${title} başka yerde kullanılıyor`,
      'Kullanan öbür programı kapatın, sonra buradan açın.',
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ title }) => [
      `${title} bağlantısı kesildi`,
      'Çıkarıldı veya başka bir program aldı. Geri gelince kendiliğinden kullanılır.',
    ]),
    'Cihazdaki düğmeye veya kapağa bakın, onu kullanan öbür programları kapatın ya da başka bir cihaz seçin.',
    { microphone: 'Mikrofondan ses gelmiyor', camera: 'Kameradan görüntü gelmiyor' },
  ),
  'screen-share-failed': orKept(
    say('Ekran paylaşılamadı', 'Yeniden deneyin veya başka bir pencere paylaşın.'),
    'Sistem sesi vermedi.',
    { both: 'Ekran ses olmadan paylaşılıyor' },
  ),
  'peer-unreachable': ({ relay }, name) => ({
    title: `Bu ağdan ulaşılamıyor: ${name || 'bir katılımcı'}`,
    hint: relay ? 'Kendiliğinden yeniden deneniyor.' : 'Bir TURN sunucusu işe yarardı.',
  }),
  'relay-required': say(
    'TURN sunucusu eksik',
    'Sayfa bütün bağlantıların aktarılmasını istiyor; bunun için ice-servers içinde bir TURN sunucusu vermeli.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'Sayfanın ICE sunucuları okunamıyor',
      'ice-servers, [{"urls": "stun:stun.example.com"}] gibi bir JSON dizisi olmalı.',
    ),
    'Zor ağlar için yardım gelmedi',
    'Görüşme onsuz sürüyor. Herkese ulaşılamayabilir.',
    'Görüşme onsuz başlayamaz. Birazdan yeniden deneyin.',
  ),
  'message-invalid': say('Bu ileti gönderilemez', 'Bir ileti 1 ile 5000 karakter arasında olur.'),
  'message-undecryptable': say('Bir ileti açılamadı', 'Başka bir parolayla yazılmış.'),
  'file-rejected': say('Bu dosya gönderilemez', 'Çok büyük veya burada kabul edilmeyen bir türde.'),
  'file-failed': say('Dosya ulaşmadı', 'Yeniden gönderin.'),
  'not-joined': say('Görüşmede değilsiniz', 'Önce katılın.'),
  aborted: say('Katılma iptal edildi', 'İstediğiniz zaman yeniden katılın.'),
  protocol: say('Sunucu ve bu sayfa anlaşamıyor', 'Biri eski olabilir. Sayfayı yenileyin.'),
  internal: say(
    'Bu sayfa bir hata yaptı',
    'Yeniden deneyin veya sayfayı yenileyin. Ayrıntılar düzeltecek kişiye yardımcı olur.',
  ),
};
