import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';

const { plural, number } = createFormat('fr');

/** By itself, with its article, and with what it belongs to; `e` ends what is said about it. */
export const devices = {
  microphone: { name: 'micro', the: 'le micro', your: 'votre micro', e: '' },
  camera: { name: 'caméra', the: 'la caméra', your: 'votre caméra', e: 'e' },
  both: { name: 'caméra ou micro', the: 'la caméra ou le micro', your: 'votre caméra ou votre micro', e: '' },
} satisfies Devices<{ name: string; the: string; your: string; e: string }>;

const stays = 'L’appareil d’avant reste utilisé.';

export const errors: Record<MeetErrorCode, Words> = {
  'unsupported-browser': say(
    'Ce navigateur ne permet pas les appels vidéo',
    'Mettez-le à jour ou ouvrez cette page dans Chrome ou Edge 120, Firefox 125, Safari 17.4 ou plus récent.',
  ),
  'insecure-context': say(
    'Cette page n’est pas sécurisée',
    'Les navigateurs n’ouvrent caméra et micro qu’aux pages sécurisées. Ouvrez-la avec https:// au début.',
  ),
  'room-missing': say('Aucune salle pour le moment', 'La page doit la nommer dans son attribut room.'),
  'room-invalid': say('Ce nom de salle n’est pas utilisable', 'Un nom de salle compte de 1 à 128 caractères.'),
  'server-invalid': orLater(
    say(
      'L’adresse du serveur de réunion manque ou est incorrecte',
      'La page doit la donner dans « server », et elle doit commencer par https:// ou wss://.',
    ),
    'Il n’y a pas de serveur de réunion à cette adresse',
    'Réessayez dans un instant. Si cela ne suffit pas, prévenez les responsables de la page.',
  ),
  'token-missing': say(
    'Vous n’êtes pas connecté',
    'La page n’a fourni aucun jeton. Rechargez-la ou connectez-vous-y de nouveau.',
  ),
  'token-malformed': say(
    'Votre connexion est illisible',
    'Le jeton fourni par la page n’en est pas un. Son responsable doit le corriger.',
  ),
  'token-expired': say(
    'Votre connexion a expiré',
    'Rechargez la page ou reconnectez-vous. Si cela ne suffit pas, vérifiez l’heure de votre appareil.',
  ),
  'token-rejected': say('Le serveur a refusé votre connexion', 'Rechargez la page ou reconnectez-vous.'),
  'sign-in-failed': say(
    'La connexion n’a pas abouti',
    'Essayez un autre nom, de 32 caractères au plus, ou réessayez dans un instant.',
  ),
  'origin-refused': say(
    'Le serveur n’accepte pas les appels de cette page',
    'Son responsable doit ajouter l’adresse de cette page à celles qu’il autorise.',
  ),
  offline: say('Vous êtes hors ligne', 'Vérifiez votre réseau. L’appel revient avec lui.'),
  'server-unreachable': say(
    'Le serveur de réunion est injoignable',
    'Il est peut-être arrêté, ou bloqué par votre réseau. Réessayez dans un instant.',
  ),
  'server-closed': say('Le serveur de réunion a coupé la connexion', 'Réessayez dans un instant.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'Le serveur de réunion est saturé',
    hint: retryAfter
      ? `Il demande d’attendre ${plural(Math.ceil(retryAfter), { one: '1 seconde', other: `${number(Math.ceil(retryAfter))} secondes` })}. Réessayez ensuite.`
      : 'Attendez une demi-minute, puis réessayez.',
  }),
  'room-full': say('Cette salle est pleine', 'Réessayez quand quelqu’un sera parti.'),
  'duplicate-identity': say(
    'Vous êtes déjà dans cet appel',
    'Un autre onglet ou appareil est dans la salle à votre place. Quittez-la là-bas, puis rejoignez-la ici.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ name, the, your, e }) => [
      `${capital(name)} bloqué${e}`,
      `Vous avez refusé ${the} sur cette page. Autorisez ${your} à côté de la barre d’adresse, puis activez ici.`,
    ]),
    policy: about(devices, ({ the }, error) => [
      `Cette page ne peut pas utiliser ${the}`,
      `Son responsable doit l’autoriser\u00a0: avec Permissions-Policy, ou avec ${allow(error)} sur le cadre qui l’entoure.`,
    ]),
    system: about(devices, ({ name, the, e }) => [
      `${capital(name)} bloqué${e} par le système`,
      `Autorisez votre navigateur à utiliser ${the} dans les réglages de confidentialité du système, puis activez ici.`,
    ]),
    unknown: about(devices, ({ name, e }) => [
      `${capital(name)} non autorisé${e} ici`,
      'Autorisez à côté de la barre d’adresse ou dans les réglages de confidentialité du système, puis activez ici.',
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ name }) => [
      `${capital(name)} introuvable`,
      'Branchez-en, puis activez ici. L’appel fonctionne aussi sans.',
    ]),
    stays,
    {
      microphone: 'Ce micro n’est plus là',
      camera: 'Cette caméra n’est plus là',
      both: 'Ces haut-parleurs ne sont plus là',
    },
  ),
  'device-busy': orKept(
    about(devices, ({ name, e }) => [
      `${capital(name)} déjà utilisé${e} ailleurs`,
      'Fermez l’autre programme, puis activez ici.',
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ name, e }) => [
      `${capital(name)} déconnecté${e}`,
      'Débranchement, ou reprise par un autre programme. L’appel s’en sert de nouveau dès son retour.',
    ]),
    'Vérifiez l’interrupteur ou le cache de l’appareil, fermez les autres programmes qui s’en servent, ou choisissez-en un autre.',
    { microphone: 'Aucun son ne vient du micro', camera: 'Aucune image ne vient de la caméra' },
  ),
  'screen-share-failed': orKept(
    say('L’écran n’a pas pu être partagé', 'Réessayez, ou partagez une autre fenêtre.'),
    'Le système n’a pas donné le son.',
    { both: 'L’écran est partagé sans le son' },
  ),
  'peer-unreachable': ({ relay }, name) => ({
    title: `${name || 'Quelqu’un'} est injoignable depuis ce réseau`,
    hint: relay ? 'De nouveaux essais sont en cours.' : 'Un serveur TURN aiderait.',
  }),
  'relay-required': say(
    'Il manque un serveur TURN',
    'La page veut que toutes les connexions soient relayées et doit donner pour cela un serveur TURN dans ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'Les serveurs ICE de la page sont illisibles',
      'ice-servers doit être un tableau JSON comme [{"urls": "stun:stun.example.com"}].',
    ),
    'L’aide pour les réseaux difficiles n’est pas arrivée',
    'L’appel continue sans elle. Certaines personnes seront peut-être injoignables.',
    'L’appel ne peut pas commencer sans elle. Réessayez dans un instant.',
  ),
  'message-invalid': say('Ce message ne peut pas être envoyé', 'Un message compte de 1 à 5000 caractères.'),
  'message-undecryptable': say('Un message n’a pas pu être ouvert', 'Il a été écrit avec une autre phrase secrète.'),
  'file-rejected': say('Ce fichier ne peut pas être envoyé', 'Il est trop gros, ou d’un type qui n’est pas admis ici.'),
  'file-failed': say('Le fichier n’est pas arrivé', 'Envoyez-le de nouveau.'),
  'not-joined': say('Vous n’êtes pas dans l’appel', 'Rejoignez-le d’abord.'),
  aborted: say('Entrée annulée', 'Vous pouvez rejoindre l’appel quand vous voulez.'),
  protocol: say(
    'Le serveur et cette page ne se comprennent pas',
    'L’un des deux n’est peut-être pas à jour. Rechargez la page.',
  ),
  internal: say(
    'Cette page a fait une erreur',
    'Réessayez ou rechargez la page. Les détails aident la personne qui la corrigera.',
  ),
};
