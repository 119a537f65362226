import { isRefusal } from '../../protocol/kind.js';

/** Copies `text`; whether the browser let us. Frames without `allow="clipboard-write"` and insecure pages may not. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    if (isRefusal(error)) return false;
    throw error;
  }
};
