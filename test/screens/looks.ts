/** A way to look at the gallery. */
export interface Look {
  /** CSS pixels. */
  readonly width: number;
  readonly colours: 'light' | 'dark';
  readonly language: 'en' | 'ar';
}

/** Each width in both colours and in both directions; every other of all twelve, so that nobody waits for them. */
export const LOOKS: readonly Look[] = [
  { width: 320, colours: 'light', language: 'en' },
  { width: 320, colours: 'dark', language: 'ar' },
  { width: 768, colours: 'light', language: 'ar' },
  { width: 768, colours: 'dark', language: 'en' },
  { width: 1600, colours: 'light', language: 'en' },
  { width: 1600, colours: 'dark', language: 'ar' },
];

export const nameOf = ({ width, colours, language }: Look): string => `${String(width)}-${colours}-${language}`;
