let made: { readonly language: string; readonly format: Intl.DateTimeFormat } | undefined;

/** The time of day as a language writes it shortest. */
export const shortTime = (at: Date, language: string): string => {
  if (made?.language !== language) {
    made = { language, format: new Intl.DateTimeFormat(language, { hour: 'numeric', minute: '2-digit' }) };
  }
  return made.format.format(at);
};
