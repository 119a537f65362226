/** The names that hold, as a `class` has them. */
export const classNames = (all: Readonly<Record<string, boolean>>): string =>
  Object.keys(all)
    .filter((name) => all[name])
    .join(' ');
