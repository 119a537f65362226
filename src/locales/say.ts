import type { MeetError } from '../errors.js';

/** What failed, and what to do about it. */
export interface ErrorWords {
  readonly title: string;
  readonly hint: string;
}

/** The words for one code; `peerName` is that of the peer the failure is about. */
export type Words = (error: MeetError, peerName?: string) => ErrorWords;

/** The same words whatever the details. */
export const say =
  (title: string, hint: string): Words =>
  () => ({ title, hint });

/** With its first letter large, where a device's name begins a title. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What a language calls the devices of a failure; `both` when it is not known which. */
export type Devices<T = string> = Readonly<Record<'microphone' | 'camera' | 'both', T>>;

/** Words with a device in them, in the forms that the language has for it. */
export const about =
  <T>(devices: Devices<T>, write: (device: T, error: MeetError) => readonly [title: string, hint: string]): Words =>
  (error) => {
    const [title, hint] = write(devices[error.device ?? 'both'], error);
    return { title, hint };
  };

/**
 * Words that are others where what was there goes on all the same (`MeetError.kept`): `advice`, and `titles` where the
 * failure has another name then; `both` for what is neither microphone nor camera.
 */
export const orKept =
  (words: Words, advice: string, titles?: Partial<Devices>): Words =>
  (error, peerName) => {
    const usual = words(error, peerName);
    return error.kept ? { title: titles?.[error.device ?? 'both'] ?? usual.title, hint: advice } : usual;
  };

/**
 * Words that are others where what failed was found on the way in, and may go well the next time (`MeetError.retryAfter`);
 * `fatal` for what nothing goes on without.
 */
export const orLater =
  (words: Words, title: string, hint: string, fatal = hint): Words =>
  (error, peerName) =>
    error.retryAfter === undefined ? words(error, peerName) : { title, hint: error.fatal ? fatal : hint };

/** Words for a refusal, by who refused. */
export const refused =
  (words: Record<NonNullable<MeetError['by']>, Words>): Words =>
  (error) =>
    words[error.by ?? 'unknown'](error);

/** What a page writes on a frame that is to use the device, or to share a screen. */
export const allow = ({ code, device }: MeetError): string =>
  `allow="${code === 'screen-share-failed' ? 'display-capture' : (device ?? 'camera; microphone')}"`;

/** What each reason of a refusal says of somebody; `other` for one without words of its own. */
export type Refusals = Readonly<
  Record<
    | 'passphrase'
    | 'no-passphrase'
    | 'unsupported'
    | 'identity'
    | 'name'
    | 'changed'
    | 'attempts'
    | 'liar'
    | 'other'
    | 'tampered',
    (name: string) => readonly [title: string, hint: string]
  >
>;

/** Words about a peer, `someone` where it has no name: by the reason of a refusal (`MeetError.reason`), or those of `always`. */
export const ofPeer =
  (someone: string, refusals: Refusals, always?: keyof Refusals): Words =>
  ({ reason = '' }, name) => {
    const key = always ?? (Object.hasOwn(refusals, reason) ? (reason as keyof Refusals) : 'other');
    const [title, hint] = refusals[key](name || someone);
    return { title: name ? title : capital(title), hint };
  };
