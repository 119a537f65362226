const HARMFUL = /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** A file's name as it may be drawn: nothing in it turns the direction of what follows. */
export const plainFileName = (name: string): string => name.replace(HARMFUL, ' ').replace(/\s+/gu, ' ').trim();
