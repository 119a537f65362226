import type { MeetErrorCode } from '../../errors.js';
import { createFormat } from '../format.js';
import { about, allow, capital, orKept, orLater, refused, say, type Devices, type Words } from '../say.js';
import { hostErrors } from '../hosts/fr.js';
import { trustErrors } from '../trust/fr.js';

const { plural, number } = createFormat('fr');

/** By itself, with its article, with whose it is, and as a pronoun; `e` ends what is said about it. */
export const devices = {
  microphone: { name: 'micro', the: 'le micro', your: 'votre micro', it: 'le', e: '' },
  camera: { name: 'caméra', the: 'la caméra', your: 'votre caméra', it: 'la', e: 'e' },
  both: {
    name: 'caméra ou micro',
    the: 'la caméra ou le micro',
    your: 'votre caméra ou votre micro',
    it: 'les',
    e: '',
  },
} satisfies Devices<{ name: string; the: string; your: string; it: string; e: string }>;

const stays = 'Vous utilisez toujours l’appareil précédent.';

export const errors: Record<MeetErrorCode, Words> = {
  ...trustErrors,
  ...hostErrors,
  'unsupported-browser': say(
    'Ce navigateur ne permet pas les appels vidéo',
    'Mettez-le à jour ou ouvrez cette page dans Chrome ou Edge 120, Firefox 125, Safari 17.4 ou plus récent.',
  ),
  'insecure-context': say(
    'Cette page n’est pas sécurisée',
    'Les navigateurs n’autorisent la caméra et le micro que sur les pages sécurisées. Ouvrez-la avec https:// au début.',
  ),
  'room-missing': say('Il n’y a pas encore de salle à rejoindre', 'La page doit la nommer dans son attribut room.'),
  'room-invalid': say('Ce nom de salle n’est pas utilisable', 'Un nom de salle compte de 1 à 128 caractères.'),
  'server-invalid': orLater(
    say(
      'L’adresse du serveur de réunion est absente ou incorrecte',
      'La page doit la donner dans «\u00a0server\u00a0», et elle doit commencer par https:// ou wss://.',
    ),
    'Il n’y a pas de serveur de réunion à cette adresse',
    'Réessayez dans un instant. Si cela ne suffit pas, prévenez les responsables de la page.',
  ),
  'token-missing': say('Vous n’avez pas ouvert de session', 'Rechargez la page ou reconnectez-vous.'),
  'token-malformed': say(
    'Votre session est illisible',
    'Cette page n’a pas ouvert votre session correctement. Prévenez ses responsables.',
  ),
  'token-expired': say(
    'Votre session a expiré',
    'Rechargez la page ou reconnectez-vous. Si cela ne suffit pas, vérifiez l’heure de votre appareil.',
  ),
  'token-rejected': say('Le serveur n’a pas accepté votre session', 'Rechargez la page ou reconnectez-vous.'),
  'sign-in-failed': say(
    'Impossible d’ouvrir votre session',
    'Essayez un autre nom, de 32 caractères au plus, ou réessayez dans un instant.',
  ),
  'origin-refused': say(
    'Le serveur de réunion n’accepte pas les appels de cette page',
    'Ses responsables doivent ajouter l’adresse de cette page à celles qu’il autorise.',
  ),
  offline: say('Vous êtes hors ligne', 'Vérifiez votre connexion Internet. L’appel reprendra dès son retour.'),
  'server-unreachable': say(
    'Le serveur de réunion est injoignable',
    'Il est peut-être arrêté, ou bloqué par votre réseau. Réessayez dans un instant.',
  ),
  'server-closed': say('Le serveur de réunion a coupé la connexion', 'Réessayez dans un instant.'),
  'rate-limited': ({ retryAfter }) => ({
    title: 'Le serveur de réunion est saturé',
    hint: retryAfter
      ? plural(Math.ceil(retryAfter), {
          one: `Attendez ${number(Math.ceil(retryAfter))} seconde, puis réessayez.`,
          other: `Attendez ${number(Math.ceil(retryAfter))} secondes, puis réessayez.`,
        })
      : 'Attendez une demi-minute, puis réessayez.',
  }),
  'room-full': say('Cette salle est pleine', 'Réessayez quand quelqu’un sera parti.'),
  'duplicate-identity': say(
    'Vous êtes déjà dans cet appel',
    'Vous l’avez rejoint dans un autre onglet ou sur un autre appareil. Quittez-le d’abord là-bas, puis rejoignez-le ici.',
  ),
  'permission-denied': refused({
    user: about(devices, ({ the, your, it, e }) => [
      `${capital(your)} est bloqué${e}`,
      `Vous avez bloqué ${the} sur cette page. Autorisez-${it} à côté de la barre d’adresse, puis activez-${it} ici.`,
    ]),
    policy: about(devices, ({ the }, error) => [
      `Cette page ne peut pas utiliser ${the}`,
      `Ses responsables doivent l’autoriser\u00a0: avec Permissions-Policy, ou avec ${allow(error)} sur le cadre qui l’entoure.`,
    ]),
    system: about(devices, ({ the, it }) => [
      `Votre système bloque ${the}`,
      `Autorisez votre navigateur à utiliser ${the} dans les réglages de confidentialité du système, puis activez-${it} ici.`,
    ]),
    unknown: about(devices, ({ the, it, e }) => [
      `${capital(the)} n’est pas autorisé${e} ici`,
      `Autorisez-${it} à côté de la barre d’adresse ou dans les réglages de confidentialité du système, puis activez-${it} ici.`,
    ]),
  }),
  'device-missing': orKept(
    about(devices, ({ name }) => [
      `${capital(name)} introuvable`,
      'Branchez un appareil, puis activez-le ici. L’appel fonctionne aussi sans.',
    ]),
    stays,
    {
      microphone: 'Ce micro n’est plus là',
      camera: 'Cette caméra n’est plus là',
      both: 'Ces haut-parleurs ne sont plus là',
    },
  ),
  'device-busy': orKept(
    about(devices, ({ the, your }) => [
      `Une autre application utilise ${your}`,
      `Fermez cette application, puis activez ${the} ici.`,
    ]),
    stays,
  ),
  'device-lost': orKept(
    about(devices, ({ your, e }) => [
      `${capital(your)} a été déconnecté${e}`,
      'L’appareil a été débranché ou pris par une autre application. Nous l’utiliserons de nouveau dès son retour.',
    ]),
    'Vérifiez si l’appareil a un interrupteur ou un cache, fermez les autres applications qui l’utilisent, ou choisissez-en un autre.',
    { microphone: 'Aucun son ne vient du micro', camera: 'Aucune image ne vient de la caméra' },
  ),
  'screen-share-failed': orKept(
    say('Impossible de partager votre écran', 'Réessayez, ou partagez une autre fenêtre.'),
    'Votre système n’a pas fourni le son.',
    { both: 'Votre écran est partagé sans le son' },
  ),
  'peer-unreachable': (_error, name) => ({
    title: `${name || 'Quelqu’un'} est injoignable depuis ce réseau`,
    hint: 'Nous continuons d’essayer. Cela marchera peut-être avec un autre réseau ou sans VPN.',
  }),
  'relay-required': say(
    'Il manque un serveur TURN à cette page',
    'La page veut que toutes les connexions passent par un relais\u00a0; elle doit donc indiquer un serveur TURN dans ice-servers.',
  ),
  'ice-servers-invalid': orLater(
    say(
      'Les serveurs ICE de la page sont illisibles',
      'ice-servers doit être un tableau JSON comme [{"urls": "stun:stun.example.com"}].',
    ),
    'Impossible d’obtenir de l’aide pour les réseaux difficiles',
    'L’appel continue sans elle. Certaines personnes seront peut-être injoignables.',
    'L’appel ne peut pas commencer sans elle. Réessayez dans un instant.',
  ),
  'message-invalid': say('Ce message ne peut pas être envoyé', 'Un message compte de 1 à 3000 caractères.'),
  'message-undecryptable': say('Impossible de lire un message', 'Il a été écrit avec une autre phrase secrète.'),
  'file-rejected': say(
    'Ce fichier ne peut pas être envoyé',
    'Il est trop volumineux, ou ce type de fichier n’est pas accepté ici.',
  ),
  'file-failed': say('Le fichier n’est pas arrivé', 'Envoyez-le de nouveau.'),
  'not-joined': say('Vous n’êtes pas dans l’appel', 'Rejoignez-le d’abord.'),
  aborted: say('La connexion à l’appel a été annulée', 'Vous pouvez rejoindre l’appel quand vous voulez.'),
  protocol: say(
    'Le serveur et cette page ne se comprennent pas',
    'L’un des deux n’est peut-être pas à jour. Rechargez la page.',
  ),
  internal: say(
    'Cette page a rencontré un problème',
    'Réessayez ou rechargez la page. Les détails aideront la personne qui le corrigera.',
  ),
};
