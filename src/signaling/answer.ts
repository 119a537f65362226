import { LIMITS } from '../protocol/limits.js';

/** The text of an answer that is no longer than any that a meeting server gives; else the rest of it is never loaded. */
export const readText = async ({ body }: Response): Promise<string> => {
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const part = await reader?.read();
    if (!part || part.done) return text;
    text += decoder.decode(part.value, { stream: true });
    if (text.length <= LIMITS.frame) continue;
    await reader?.cancel();
    return '';
  }
};

/** What a text says, or `undefined` where it is no JSON. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // What is no JSON holds nothing: the caller says so.
  }
};
