import { LIMITS } from './limits.js';
import { description, safeInteger } from './shape.js';

/** Some lines of a text that others take the place of: how many stay before, how many go, the new ones. */
export type Hunk = readonly [keep: number, remove: number, ...lines: string[]];

const END = '\r\n';

/** What makes `to` of `from`, by lines. Where they part, both go on at the nearest line that they have in common. */
export const difference = (from: string, to: string): readonly Hunk[] => {
  const [old, fresh] = [from.split(END), to.split(END)];
  const hunks: Hunk[] = [];
  let [i, j, kept] = [0, 0, 0];
  while (i < old.length || j < fresh.length) {
    if (old[i] === fresh[j]) {
      [i, j, kept] = [i + 1, j + 1, kept + 1];
      continue;
    }
    let [gone, come] = [0, 1];
    while (old[i + gone] !== fresh[j + come]) [gone, come] = come > 0 ? [gone + 1, come - 1] : [0, gone + 1];
    hunks.push([kept, gone, ...fresh.slice(j, j + come)]);
    [i, j, kept] = [i + gone, j + come, 0];
  }
  return hunks;
};

/** The description that hunks make of another one; `undefined` where they are none of it, or make too much of it. */
export const patched = (from: string, hunks: readonly unknown[]): string | undefined => {
  const old = from.split(END);
  const fresh: unknown[] = [];
  let at = 0;
  for (const hunk of hunks) {
    if (!Array.isArray(hunk)) return undefined;
    const [keep, remove, ...lines] = hunk as unknown[];
    const kept = safeInteger(keep) ?? Number.NaN;
    const next = at + kept + (safeInteger(remove) ?? Number.NaN);
    if (!(next <= old.length) || !lines.every((line) => typeof line === 'string')) return undefined;
    fresh.push(...old.slice(at, at + kept), ...lines);
    at = next;
  }
  const sdp = description([...fresh, ...old.slice(at)].join(END));
  return sdp !== undefined && sdp.length <= LIMITS.openSdp ? sdp : undefined;
};
