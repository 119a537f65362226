// What a value is, asked without its class: a page may have put another in the platform's place (zone.js its own
// `Promise`), and what belongs to another document has the classes of that one.

/** What the platform calls it: `DOMException`, `ArrayBuffer`, `HTMLInputElement`. */
export const kindOf = (value: unknown): string => Object.prototype.toString.call(value).slice(8, -1);

/** Whether a function gave its answer for later: a promise of whatever make. */
export const isThenable = <T>(value: T | PromiseLike<T>): value is PromiseLike<T> =>
  typeof (value as Partial<PromiseLike<T>> | null | undefined)?.then === 'function';

/** The name of an error of whatever make; `''` of what is none. */
export const errorName = (error: unknown): string => {
  const name = (error as Partial<Error> | null | undefined)?.name;
  return typeof name === 'string' ? name : '';
};

/** Whether it is the platform that threw it, in this document or another. */
export const isDOMException = (error: unknown): error is DOMException => kindOf(error) === 'DOMException';

/** Whether the browser said no: a refusal is a `DOMException`, and what is not there at all a `TypeError`. */
export const isRefusal = (error: unknown): error is Error => isDOMException(error) || errorName(error) === 'TypeError';
