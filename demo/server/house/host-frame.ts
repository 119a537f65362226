/** What a host does. */
export type HostAct =
  | { readonly act: 'admit' | 'deny' | 'remove'; readonly userID: string }
  | { readonly act: 'ask'; readonly userID: string; readonly ask: 'mute' | 'unmute' }
  | {
      readonly act: 'house';
      readonly locked: boolean | undefined;
      readonly waiting: boolean | undefined;
      /** `null` for none. */
      readonly cap: number | null | undefined;
    }
  | { readonly act: 'end' };

const TYPES: ReadonlySet<string> = new Set([
  'host.admit',
  'host.deny',
  'host.remove',
  'host.ask',
  'host.house',
  'host.end',
]);

/** Whether a frame of that type is a host's alone. */
export const isHostType = (type: string): boolean => TYPES.has(type);

const isFlag = (value: unknown): value is boolean | undefined => value === undefined || typeof value === 'boolean';
const isCap = (value: unknown): value is number | null | undefined =>
  value === undefined || value === null || (typeof value === 'number' && Number.isSafeInteger(value) && value >= 1);

/** What a frame of such a type asks for; `undefined` when its data can't be read. */
export const readHostAct = (type: string, data: Record<string, unknown>): HostAct | undefined => {
  const { userID, ask, locked, waiting, cap } = data;
  if (type === 'host.end') return { act: 'end' };
  if (type === 'host.house') {
    return isFlag(locked) && isFlag(waiting) && isCap(cap) ? { act: 'house', locked, waiting, cap } : undefined;
  }
  if (typeof userID !== 'string') return undefined;
  if (type === 'host.ask') return ask === 'mute' || ask === 'unmute' ? { act: 'ask', userID, ask } : undefined;
  if (type === 'host.admit') return { act: 'admit', userID };
  return { act: type === 'host.deny' ? 'deny' : 'remove', userID };
};
