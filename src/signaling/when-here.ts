import type { ReadableAtom } from 'nanostores';

const nothing = (): void => undefined;

/** Calls `use` with what comes later: at once where it is there, else as soon as it is. Returns what calls that off. */
export const whenHere = <Part>($part: ReadableAtom<Part | undefined>, use: (part: Part) => void): (() => void) => {
  const here = $part.get();
  if (here) {
    use(here);
    return nothing;
  }
  const stop = $part.listen((part) => {
    if (!part) return;
    stop();
    try {
      use(part);
    } catch (error) {
      reportError(error); // One that fails keeps it from no other.
    }
  });
  return stop;
};
