/** Bytes that are read, checked and put away together, and from whose beginnings a transfer goes on. */
export const BLOCK = 1_048_576;

const DIGEST_BYTES = 32;

const hex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

/**
 * The digest of a file: SHA-256 of the SHA-256 of its blocks, one after another. Web Crypto has no digest in pieces, but digests a block
 * beside the page's own work, some times as fast as a script, and costs no bytes. A file's size is agreed on before, so no other
 * sequence of blocks of that size has the same digest; and what came before a resume is checked like all else.
 */
export class BlockDigest {
  readonly #blocks: Promise<ArrayBuffer>[] = [];

  /** Takes a block, by its number; once more after a resume. */
  set(index: number, block: Uint8Array<ArrayBuffer>): void {
    const digest = crypto.subtle.digest('SHA-256', block);
    digest.catch(() => undefined); // Told by `root()`.
    this.#blocks[index] = digest;
  }

  /** Settles once all that was taken is digested, so that no more than that is held. */
  async settled(): Promise<void> {
    await this.#blocks.at(-1);
  }

  /** In hexadecimal digits. @throws {DOMException} the browser can't */
  async root(): Promise<string> {
    const blocks = await Promise.all(this.#blocks);
    const all = new Uint8Array(blocks.length * DIGEST_BYTES);
    for (const [index, block] of blocks.entries()) all.set(new Uint8Array(block), index * DIGEST_BYTES);
    return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', all)));
  }
}
