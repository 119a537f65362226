export type Answer = (request: { readonly url: string; readonly init: RequestInit }) => Response | Promise<Response>;

/** Every request of the page, answered by `answer` until `restore()`; one that throws is a network that fails. */
export const stubFetch = (answer: Answer) => {
  const original = globalThis.fetch;
  const requests: { readonly url: string; readonly init: RequestInit }[] = [];
  globalThis.fetch = async (input, init = {}) => {
    const request = { url: input instanceof Request ? input.url : String(input), init };
    requests.push(request);
    init.signal?.throwIfAborted();
    return answer(request);
  };
  return {
    requests,
    restore: () => {
      globalThis.fetch = original;
    },
  };
};

/** What `fetch` rejects with when nothing answers, or the answer is not for this page. */
export const networkError = (): never => {
  throw new TypeError('Failed to fetch');
};
