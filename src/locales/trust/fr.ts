import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const nothingGoes = (name: string): string => `Rien n’est envoyé à ${name}.`;

const refusals: Refusals = {
  passphrase: (name) => [
    `${name} n’a pas la même phrase secrète que vous, ou quelqu’un est entre vous`,
    nothingGoes(name),
  ],
  'no-passphrase': (name) => [`${name} n’a pas saisi la phrase secrète`, nothingGoes(name)],
  unsupported: (name) => [
    `${name} a une application qui ne peut pas prouver la phrase secrète`,
    'Cette personne n’est pas admise.',
  ],
  identity: (name) => [`Cette connexion ne mène pas à ${name}`, 'Le serveur est peut-être en train de la manipuler.'],
  name: () => ['Le serveur affiche pour cette personne un autre nom que le sien', 'Rien ne lui est envoyé.'],
  changed: (name) => [`La connexion avec ${name} a une autre clé qu’avant et est fermée`, nothingGoes(name)],
  attempts: () => [
    'Trop de phrases secrètes fausses ont été essayées ici',
    'Pour admettre d’autres personnes, quittez l’appel et retrouvez-vous avec une autre.',
  ],
  liar: (name) => [`La part du code venant de ${name} est fausse`, nothingGoes(name)],
  other: (name) => [`${name} n’a pas accès à l’appel`, nothingGoes(name)],
  tampered: (name) => [
    `Quelqu’un a voulu prendre la connexion avec ${name}, sans y parvenir`,
    'L’appel continue comme avant.',
  ],
};

export const trustErrors = {
  'passphrase-missing': say('Cet appel demande une phrase secrète', 'Saisissez celle que les autres utilisent.'),
  'peer-refused': ofPeer('quelqu’un', refusals),
  tampered: ofPeer('quelqu’un', refusals, 'tampered'),
  'trust-unsupported': say(
    'Ce navigateur ne peut pas prouver une phrase secrète',
    'Mettez-le à jour ou rejoignez l’appel avec un plus récent : cet appel en a besoin.',
  ),
};

export const trustWords = ({ list, number, plural }: Format): TrustStrings => ({
  passphrase: 'Phrase secrète',
  showPassphrase: 'Afficher la phrase secrète',
  passphraseAsk: 'Seules les personnes qui la connaissent vous voient et vous entendent.',
  notLetIn: 'Accès refusé',
  safety: 'Sécurité',
  verified: 'Vérifié',
  notVerified: 'Non vérifié',
  verifiedOf: (count, all) => `Vérification : ${number(count)} sur ${number(all)}`,
  countNotLetIn: (count) =>
    plural(count, { one: `${number(count)} accès refusé`, other: `${number(count)} accès refusés` }),
  safetyCode: 'Code de sécurité',
  codeFor: (names) => `Pour ${list(['vous', ...names])}.`,
  codeNotFor: (names, why) => `Pas pour ${list(names)} : ${why}.`,
  whyNot: {
    olderApp: 'ancienne application',
    notLetIn: 'accès refusé',
    noConnection: 'pas de connexion',
    seesOthers: 'ne voit pas tout le monde',
  },
  readOut: 'Une personne le lit à voix haute, toutes les autres disent si le leur est le même.',
  readOutBy: 'Que ce soit une personne de confiance, sinon lisez-le vous-même.',
  sameForAll: 'C’est le même pour tout le monde',
  differs: 'Il est différent',
  mayListen:
    'Quelqu’un écoute peut-être. Ne dites rien de privé. Quittez l’appel et retrouvez-vous par un autre moyen.',
  codeForming: 'Le code arrive…',
  codeAlone: 'Il y aura un code dès que sera là une personne qui peut en avoir un.',
  codeSplit: 'Il n’y a pas de code : tout le monde ne voit pas les mêmes personnes.',
  codeSame: 'Vous avez dit que c’est le même pour tout le monde.',
  codePromise: 'Si tout le monde voit le même code, il n’y a personne entre deux d’entre vous.',
  passphrasePromise:
    'Toutes les personnes que vous voyez et entendez connaissent la phrase secrète. Nul ne peut écouter sans la connaître, pas même le serveur.',
  noPromise: 'Chiffré, non vérifié : qui gère le serveur pourrait écouter.',
  trustLevels: {
    pending: 'Pas encore contrôlé',
    unverified: 'Non vérifié',
    unsupported: 'Ancienne application, vérification impossible',
    passphrase: 'Vérifié par la phrase secrète',
    code: 'Vérifié par le code de sécurité',
  },
  nobodyHasYours: 'Personne ici n’a votre phrase secrète. Vérifiez comment elle est écrite.',
  somebodyHasOne: 'Quelqu’un ici a une phrase secrète.',
  passphraseNow: 'Elle est essayée avec les personnes non vérifiées. Personne n’est déconnecté.',
  tryPassphrase: 'Utiliser',
  suggestWords: 'Proposer quatre mots',
  copyPassphrase: 'Copier la phrase secrète',
  passphraseElsewhere: 'Transmettez-la aux autres par un autre moyen, pas avec le lien.',
  codeChanged: 'Le code n’est plus le même.',
  codeChangedBy: (names) =>
    plural(names.length, {
      one: `Le code n’est plus le même : ${list(names)} a rejoint l’appel.`,
      other: `Le code n’est plus le même : ${list(names)} ont rejoint l’appel.`,
    }),
  codeChangedWithout: (names) =>
    plural(names.length, {
      one: `Le code n’est plus le même : ${list(names)} a quitté l’appel.`,
      other: `Le code n’est plus le même : ${list(names)} ont quitté l’appel.`,
    }),
  backUnverified: (names) =>
    plural(names.length, {
      one: `De retour, mais la vérification ne vaut plus pour ${list(names)}.`,
      other: `De retour, mais la vérification ne vaut plus pour eux : ${list(names)}.`,
    }),
  onlyVerified: 'Seules les personnes vérifiées reçoivent vos messages, et vous ne voyez que les leurs.',
});
