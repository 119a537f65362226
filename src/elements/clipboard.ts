/** Copies `text`; whether the browser let us. Frames without `allow="clipboard-write"` and insecure pages may not. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch (error) {
    // No clipboard at all is a TypeError, a refusal a DOMException.
    if (error instanceof TypeError || error instanceof DOMException) return false;
    throw error;
  }
};
