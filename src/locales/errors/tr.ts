import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';
import { hostErrors } from '../hosts/tr.js';
import { trustErrors } from '../trust/tr.js';

const { number } = createFormat('tr');

/**
 * By itself; with a large letter; as one’s own; as an object; as what is asked for. Turkish has its own large İ, so both
 * sizes stand here.
 */
export const devices = {
  microphone: {
    name: 'mikrofon',
    title: 'Mikrofon',
    own: 'Mikrofonunuz',
    acc: 'mikrofonu',
    dat: 'mikrofona',
  },
  camera: { name: 'kamera', title: 'Kamera', own: 'Kameranız', acc: 'kamerayı', dat: 'kameraya' },
  both: {
    name: 'kamera veya mikrofon',
    title: 'Kamera veya mikrofon',
    own: 'Kameranız veya mikrofonunuz',
    acc: 'kamerayı veya mikrofonu',
    dat: 'kameraya veya mikrofona',
  },
} satisfies Devices<{ name: string; title: string; own: string; acc: string; dat: string }>;

const stays = 'Önceki cihazı kullanmaya devam ediyorsunuz.';

export const errors: Record<MeetErrorCode, Words> = {
  ...trustErrors,
  ...hostErrors,
  'unsupported-browser': say(
    'Bu tarayıcı görüntülü görüşme yapamıyor',
    'Güncelleyin ya da sayfayı Chrome veya Edge 120, Firefox 125, Safari 17.4 ya da daha yeni bir sürümle açın.',
  ),
  'insecure-context': say(
    'Bu sayfa güvenli değil',
    'Tarayıcılar kamera ve mikrofona yalnızca güvenli sayfalarda izin verir. Sayfayı başında https:// ile açın.',
  ),
  'room-missing': say('Henüz katılacak bir oda yok', 'Sayfanın odayı room özniteliğinde belirtmesi gerekir.'),
  'room-invalid': say('Bu oda adı kullanılamaz', 'Oda adı 1 ile 128 karakter arasında olur.'),
  'server-invalid': orLater(
    say(
      'Toplantı sunucusunun adresi eksik veya yanlış',
      'Sayfa adresi “server” içinde vermeli; adres https:// veya wss:// ile başlamalı.',
    ),
    'Bu adreste toplantı sunucusu yok',
    'Birazdan yeniden deneyin. İşe yaramazsa sayfayı yöneten kişiye haber verin.',
  ),
  'token-missing': say('Oturum açmadınız', 'Sayfayı yenileyin veya orada yeniden oturum açın.'),
  'token-malformed': say(
    'Oturumunuz okunamıyor',
    'Bu sayfa oturumunuzu doğru açmadı. Lütfen sayfayı yöneten kişiye haber verin.',
  ),
  'token-expired': say(
    'Oturumunuzun süresi doldu',
    'Sayfayı yenileyin veya orada yeniden oturum açın. İşe yaramazsa cihazınızın saatini kontrol edin.',
  ),
  'token-rejected': say('Sunucu oturumunuzu kabul etmedi', 'Sayfayı yenileyin veya orada yeniden oturum açın.'),
  'sign-in-failed': say(
    'Oturum açılamadı',
    'En çok 32 karakterlik başka bir ad deneyin veya birazdan yeniden deneyin.',
  ),
  'origin-refused': say(
    'Toplantı sunucusu bu sayfadan görüşme kabul etmiyor',
    'Sunucuyu yöneten kişi bu sayfanın adresini izin verilenlere eklemeli.',
  ),
  offline: say(
    'Çevrimdışısınız',
    'İnternet bağlantınızı kontrol edin. Bağlantınız geri geldiğinde görüşme devam edecek.',
  ),
  'server-unreachable': say(
    'Toplantı sunucusuna ulaşılamıyor',
    'Sunucu çalışmıyor veya ağınız onu engelliyor olabilir. Birazdan yeniden deneyin.',
  ),
  'server-closed': say('Toplantı sunucusu bağlantıyı kesti', 'Birazdan yeniden deneyin.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'Toplantı sunucusu meşgul',
    hint: retryAfter
      ? `${number(Math.ceil(retryAfter))} saniye bekleyip yeniden deneyin.`
      : 'Yarım dakika bekleyip yeniden deneyin.',
  }),
  'room-full': say('Bu oda dolu', 'Biri ayrılınca yeniden deneyin.'),
  'duplicate-identity': say(
    'Zaten bu görüşmedesiniz',
    'Başka bir sekmeden veya cihazdan katıldınız. Önce oradan ayrılın, sonra buradan katılın.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ own, acc, dat }) => [
      `${own} engellendi`,
      `Bu sayfada ${acc} engellediniz. Adres çubuğunun yanından ${dat} izin verin, sonra buradan açın.`,
    ]),
    policy: about(devices, ({ acc }, error) => [
      `Bu sayfa ${acc} kullanamaz`,
      `Sayfayı yöneten kişi izin vermeli: Permissions-Policy ile veya çevresindeki çerçevede ${allow(error)} ile.`,
    ]),
    system: about(devices, ({ acc }) => [
      `Sisteminiz ${acc} engelliyor`,
      `Sistemin gizlilik ayarlarında tarayıcınızın ${acc} kullanmasına izin verin, sonra buradan açın.`,
    ]),
    unknown: about(devices, ({ dat }) => [
      `Burada ${dat} izin yok`,
      'Adres çubuğunun yanından veya sistemin gizlilik ayarlarından izin verin, sonra buradan açın.',
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ title }) => [
      `${title} bulunamadı`,
      'Bir cihaz takın, sonra buradan açın. Görüşme onsuz da çalışır.',
    ]),
    stays,
    { microphone: 'O mikrofon artık yok', camera: 'O kamera artık yok', both: 'O hoparlör artık yok' },
  ),
  'device-busy': orKept(
    about(devices, ({ acc }) => [`Başka bir uygulama ${acc} kullanıyor`, 'O uygulamayı kapatın, sonra buradan açın.']),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ own }) => [
      `${own} ile bağlantı kesildi`,
      'Çıkarıldı veya başka bir uygulama aldı. Geri geldiğinde yeniden kullanacağız.',
    ]),
    'Cihazda düğme veya kapak olup olmadığına bakın, cihazı kullanan diğer uygulamaları kapatın ya da başka bir cihaz seçin.',
    { microphone: 'Mikrofondan ses gelmiyor', camera: 'Kameradan görüntü gelmiyor' },
  ),
  'screen-share-failed': orKept(
    say('Ekranınız paylaşılamadı', 'Yeniden deneyin veya başka bir pencere paylaşın.'),
    'Sisteminiz sesi vermedi.',
    { both: 'Ekranınız ses olmadan paylaşılıyor' },
  ),
  'peer-unreachable': (_error, name) => ({
    title: `Bu ağdan ${name ? `${name} adlı kişiye` : 'bir kişiye'} ulaşılamıyor`,
    hint: 'Denemeye devam ediyoruz. Başka bir ağ kullanmak veya VPN’i kapatmak işe yarayabilir.',
  }),
  'relay-required': say(
    'Bu sayfanın TURN sunucusu eksik',
    'Sayfa bütün bağlantıların aktarıcı üzerinden olmasını istiyor; bu yüzden ice-servers içinde bir TURN sunucusu vermeli.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'Sayfanın ICE sunucuları okunamıyor',
      'ice-servers, [{"urls": "stun:stun.example.com"}] gibi bir JSON dizisi olmalı.',
    ),
    'Zor ağlar için yardım alınamadı',
    'Görüşme onsuz devam ediyor. Herkese ulaşamayabilirsiniz.',
    'Görüşme onsuz başlayamaz. Birazdan yeniden deneyin.',
  ),
  'message-invalid': say('Bu mesaj gönderilemez', 'Bir mesaj 1 ile 3000 karakter arasında olur.'),
  'message-undecryptable': say('Bir mesaj okunamadı', 'Başka bir parolayla yazılmış.'),
  'file-rejected': say('Bu dosya gönderilemez', 'Çok büyük veya bu dosya türü burada kabul edilmiyor.'),
  'file-failed': say('Dosya ulaşmadı', 'Yeniden gönderin.'),
  'not-joined': say('Görüşmede değilsiniz', 'Önce katılın.'),
  aborted: say('Katılma iptal edildi', 'İstediğiniz zaman yeniden katılın.'),
  protocol: say('Sunucu ve bu sayfa anlaşamıyor', 'Biri eski olabilir. Sayfayı yenileyin.'),
  internal: say(
    'Bu sayfada bir sorun oluştu',
    'Yeniden deneyin veya sayfayı yenileyin. Ayrıntılar, sorunu düzeltecek kişiye yardımcı olur.',
  ),
};
