import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const NOTHING_GOES = 'Bu kişiye hiçbir şey gönderilmiyor.';

const refusals: Refusals = {
  passphrase: (name) => [`${name}: parolası sizinki değil ya da aranızda biri var`, NOTHING_GOES],
  'no-passphrase': (name) => [`${name} parolayı girmedi`, NOTHING_GOES],
  unsupported: (name) => [`${name}: uygulaması parolayı kanıtlayamıyor`, 'Bu kişi içeri alınmıyor.'],
  identity: (name) => [`Bu bağlantının ucundaki ${name} değil, başka biri`, 'Sunucu bağlantıyla oynuyor olabilir.'],
  name: () => ['Sunucu bu kişi için kendi adından başka bir ad gösteriyor', NOTHING_GOES],
  changed: (name) => [`${name}: bağlantının anahtarı öncekinden farklı, bağlantı kapatıldı`, NOTHING_GOES],
  attempts: () => [
    'Burada çok fazla yanlış parola denendi',
    'Başkalarını içeri almak için görüşmeden ayrılın ve başka bir parolayla buluşun.',
  ],
  liar: (name) => [`${name}: kodun ondan gelen bölümü yanlış`, NOTHING_GOES],
  other: (name) => [`${name} içeri alınmıyor`, NOTHING_GOES],
  tampered: (name) => [`Biri ${name} ile bağlantıyı ele geçirmeye çalıştı, başaramadı`, 'Görüşme eskisi gibi sürüyor.'],
};

export const trustErrors = {
  'passphrase-missing': say('Bu görüşme için parola gerekiyor', 'Diğerlerinde olan parolayı girin.'),
  'peer-refused': ofPeer('bir kişi', refusals),
  tampered: ofPeer('bir kişi', refusals, 'tampered'),
  'trust-unsupported': say(
    'Bu tarayıcı bir parolayı kanıtlayamıyor',
    'Tarayıcıyı güncelleyin ya da daha yenisiyle katılın: bu görüşme için gerekli.',
  ),
};

export const trustWords = ({ list, number }: Format): TrustStrings => ({
  passphrase: 'Parola',
  showPassphrase: 'Parolayı göster',
  passphraseAsk: 'Sizi yalnızca onu bilenler görür ve duyar.',
  notLetIn: 'İçeri alınmadı',
  safety: 'Güvenlik',
  verified: 'Doğrulandı',
  notVerified: 'Doğrulanmadı',
  verifiedOf: (count, all) => `${number(all)} kişiden ${number(count)} doğrulandı`,
  countNotLetIn: (count) => `${number(count)} kişi içeri alınmadı`,
  safetyCode: 'Güvenlik kodu',
  codeFor: (names) => `Kapsadığı kişiler: ${list(['siz', ...names])}.`,
  codeNotFor: (names, why) => `Kapsamadığı kişiler: ${list(names)} (${why}).`,
  whyNot: {
    olderApp: 'eski uygulama',
    notLetIn: 'içeri alınmadı',
    noConnection: 'bağlantı yok',
    seesOthers: 'herkesi görmüyor',
  },
  readOut: 'Biriniz kodu yüksek sesle okusun, diğer herkes kendisininkinin aynı olup olmadığını söylesin.',
  readOutBy: 'Okuyan güvendiğiniz biri olsun, yoksa kendiniz okuyun.',
  sameForAll: 'Herkeste aynı',
  differs: 'Farklı',
  mayListen: 'Biri dinliyor olabilir. Özel bir şey söylemeyin. Ayrılın ve başka bir yoldan görüşün.',
  codeForming: 'Kod hazırlanıyor…',
  codeAlone: 'Kodu olabilecek biri geldiğinde bir kod olacak.',
  codeSplit: 'Kod yok: herkes aynı kişileri görmüyor.',
  codeSame: 'Herkeste aynı olduğunu söylediniz.',
  codePromise: 'Herkes aynı kodu görüyorsa hiçbir ikinizin arasında kimse yok.',
  passphrasePromise:
    'Gördüğünüz ve duyduğunuz herkes parolayı biliyor. Bilmeyen kimse dinleyemez, sunucu da dinleyemez.',
  noPromise: 'Şifreli, doğrulanmamış: sunucuyu işleten kişi dinleyebilir.',
  trustLevels: {
    pending: 'Henüz bakılmadı',
    unverified: 'Doğrulanmadı',
    unsupported: 'Eski uygulama, doğrulanamaz',
    passphrase: 'Parolayla doğrulandı',
    code: 'Güvenlik koduyla doğrulandı',
  },
  nobodyHasYours: 'Burada kimsede sizin parolanız yok. Nasıl yazıldığına bakın.',
  somebodyHasOne: 'Burada birinin parolası var.',
  passphraseNow: 'Doğrulanmamış herkesle denenir. Kimsenin bağlantısı kesilmez.',
  tryPassphrase: 'Kullan',
  suggestWords: 'Dört sözcük öner',
  copyPassphrase: 'Parolayı kopyala',
  passphraseElsewhere: 'Diğerlerine bağlantıyla birlikte değil, başka bir yoldan iletin.',
  codeChanged: 'Kod artık başka.',
  codeChangedBy: (names) => `Kod artık başka: ${list(names)} katıldı.`,
  codeChangedWithout: (names) => `Kod artık başka: ${list(names)} ayrıldı.`,
  backUnverified: (names) => `${list(names)} geri geldi, doğrulaması artık geçerli değil.`,
  onlyVerified: 'Mesajlarınızı yalnızca doğrulanmış kişiler alır, siz de yalnızca onlarınkini görürsünüz.',
});
