import type { Format } from '../format.js';
import { ofPeer, say, type Refusals } from '../say.js';
import type { TrustStrings } from './en.js';

const nothingGoes = (name: string): string => `A ${name} non viene inviato nulla.`;

const refusals: Refusals = {
  passphrase: (name) => [`La passphrase di ${name} non è la tua, o c’è qualcuno in mezzo`, nothingGoes(name)],
  'no-passphrase': (name) => [`${name} non ha inserito la passphrase`, nothingGoes(name)],
  unsupported: (name) => [`L’app di ${name} non può dimostrare la passphrase`, `${name} non ha accesso.`],
  identity: (name) => [`Questa connessione non porta a ${name}`, 'Il server potrebbe manipolarla.'],
  name: () => [
    'Il server mostra per questa persona un nome che non è il suo',
    'A questa persona non viene inviato nulla.',
  ],
  changed: (name) => [`La connessione con ${name} ha un’altra chiave ed è stata chiusa`, nothingGoes(name)],
  attempts: () => [
    'Qui sono state provate troppe passphrase sbagliate',
    'Per fare entrare altre persone, lascia la chiamata e incontratevi con un’altra.',
  ],
  liar: (name) => [`La parte del codice di ${name} è sbagliata`, nothingGoes(name)],
  other: (name) => [`${name} non ha accesso`, nothingGoes(name)],
  tampered: (name) => [
    `Qualcuno ha provato a prendere la connessione con ${name}, senza riuscirci`,
    'La chiamata continua come prima.',
  ],
};

export const trustErrors = {
  'passphrase-missing': say('Questa chiamata richiede una passphrase', 'Inserisci quella che hanno gli altri.'),
  'peer-refused': ofPeer('qualcuno', refusals),
  tampered: ofPeer('qualcuno', refusals, 'tampered'),
  'trust-unsupported': say(
    'Questo browser non può dimostrare una passphrase',
    'Aggiornalo o partecipa con uno più recente: questa chiamata lo richiede.',
  ),
};

export const trustWords = ({ list, number, plural }: Format): TrustStrings => ({
  passphrase: 'Passphrase',
  showPassphrase: 'Mostra la passphrase',
  passphraseAsk: 'Ti vede e ti sente solo chi la conosce.',
  notLetIn: 'Senza accesso',
  safety: 'Sicurezza',
  verified: 'Verificato',
  notVerified: 'Non verificato',
  verifiedOf: (count, all) => `Verifica: ${number(count)} su ${number(all)}`,
  countNotLetIn: (count) => `${number(count)} senza accesso`,
  safetyCode: 'Codice di sicurezza',
  codeFor: (names) => `Per ${list(['te', ...names])}.`,
  codeNotFor: (names, why) => `Non per ${list(names)}: ${why}.`,
  whyNot: {
    olderApp: 'app meno recente',
    notLetIn: 'senza accesso',
    noConnection: 'nessuna connessione',
    seesOthers: 'non vede tutti',
  },
  readOut: 'Una persona lo legge ad alta voce, tutte le altre dicono se il loro è uguale.',
  readOutBy: 'Meglio una persona di cui ti fidi, altrimenti leggilo tu.',
  sameForAll: 'È uguale per tutti',
  differs: 'È diverso',
  mayListen: 'Forse qualcuno ascolta. Non dire nulla di privato. Lascia la chiamata e sentitevi in un altro modo.',
  codeForming: 'Il codice sta arrivando…',
  codeAlone: 'Ci sarà un codice quando sarà qui qualcuno che può averne uno.',
  codeSplit: 'Non c’è un codice: non tutti vedono le stesse persone.',
  codeSame: 'Hai detto che è uguale per tutti.',
  codePromise: 'Se tutti vedono lo stesso codice, non c’è nessuno in mezzo fra due di voi.',
  passphrasePromise:
    'Tutte le persone che vedi e senti conoscono la passphrase. Chi non la conosce non può ascoltare, nemmeno il server.',
  noPromise: 'Cifrato, non verificato: chi gestisce il server potrebbe ascoltare.',
  trustLevels: {
    pending: 'Non ancora controllato',
    unverified: 'Non verificato',
    unsupported: 'App meno recente, verifica impossibile',
    passphrase: 'Verifica con passphrase',
    code: 'Verifica con codice di sicurezza',
  },
  nobodyHasYours: 'Qui nessuno ha la tua passphrase. Controlla come è scritta.',
  somebodyHasOne: 'Qualcuno qui ha una passphrase.',
  passphraseNow: 'Viene provata con chi non è verificato. Nessuno viene disconnesso.',
  tryPassphrase: 'Usa',
  suggestWords: 'Suggerisci quattro parole',
  copyPassphrase: 'Copia la passphrase',
  passphraseElsewhere: 'Dalla agli altri per un’altra via, non con il link.',
  codeChanged: 'Ora il codice è un altro.',
  codeChangedBy: (names) =>
    plural(names.length, {
      one: `Ora il codice è un altro: partecipa anche ${list(names)}.`,
      other: `Ora il codice è un altro: partecipano anche ${list(names)}.`,
    }),
  codeChangedWithout: (names) =>
    plural(names.length, {
      one: `Ora il codice è un altro: ${list(names)} ha lasciato la chiamata.`,
      other: `Ora il codice è un altro: ${list(names)} hanno lasciato la chiamata.`,
    }),
  backUnverified: (names) =>
    plural(names.length, {
      one: `${list(names)} è di nuovo qui e la verifica non vale più.`,
      other: `${list(names)} sono di nuovo qui e la verifica non vale più.`,
    }),
  onlyVerified: 'I tuoi messaggi arrivano solo alle persone verificate, e vedi solo i loro.',
});
