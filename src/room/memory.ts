import { LIMITS } from '../protocol/limits.js';
import { isRecord } from '../protocol/shape.js';
import { type Mirror, USUAL_MIRROR } from './mirror.js';

/** What `remember` keeps for next time. Never a secret: `localStorage` is open to every script of the origin. */
export interface Memory {
  readonly name: string;
  readonly microphoneOff: boolean;
  readonly cameraOff: boolean;
  /** `deviceId`s, `''` where none was chosen. */
  readonly audioinput: string;
  readonly videoinput: string;
  readonly audiooutput: string;
  readonly mirror: Mirror;
}

const KEY = 'private-meet';

/** A page without storage (a sandboxed frame, cookies blocked) throws at the first look; then nothing is remembered. */
const withStorage = <T>(use: (storage: Storage) => T): T | undefined => {
  try {
    return use(localStorage);
  } catch {
    return undefined;
  }
};

const text = (value: unknown, most: number): string =>
  typeof value === 'string' ? [...value].slice(0, most).join('') : '';

const mirror = (value: unknown): Mirror => {
  const { front, back } = isRecord(value) ? value : {};
  return {
    front: typeof front === 'boolean' ? front : USUAL_MIRROR.front,
    back: typeof back === 'boolean' ? back : USUAL_MIRROR.back,
  };
};

/** What was kept, whatever another script has made of it. */
export const recall = (): Memory | undefined =>
  withStorage((storage) => {
    const value: unknown = JSON.parse(storage.getItem(KEY) ?? 'null');
    if (!isRecord(value)) return undefined;
    return {
      name: text(value['name'], LIMITS.name),
      microphoneOff: value['microphoneOff'] === true,
      cameraOff: value['cameraOff'] === true,
      audioinput: text(value['audioinput'], LIMITS.text),
      videoinput: text(value['videoinput'], LIMITS.text),
      audiooutput: text(value['audiooutput'], LIMITS.text),
      mirror: mirror(value['mirror']),
    };
  });

export const keep = (memory: Memory): void => {
  withStorage((storage) => {
    storage.setItem(KEY, JSON.stringify(memory));
  });
};

export const forget = (): void => {
  withStorage((storage) => {
    storage.removeItem(KEY);
  });
};
