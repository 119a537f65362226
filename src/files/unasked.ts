/** Bytes of what comes by itself that are kept, of one person and of all: of more, the person is asked first, or it is not taken. */
const MOST = { each: 536_870_912, all: 1_073_741_824 };

/** Room for what comes by itself: pictures, small ones of ours and all of deployed clients. What is there is never given up for more. */
export class UnaskedRoom {
  /** By transfer. */
  readonly #claims = new Map<string, { readonly peer: string; readonly bytes: number }>();

  /** Takes room for a transfer of somebody's, where there is some. */
  claim(id: string, peer: string, bytes: number): boolean {
    const claims = [...this.#claims.values()];
    const sum = (of: typeof claims) => of.reduce((all, claim) => all + claim.bytes, bytes);
    const isThere = sum(claims) <= MOST.all && sum(claims.filter((claim) => claim.peer === peer)) <= MOST.each;
    if (isThere) this.#claims.set(id, { peer, bytes });
    return isThere;
  }

  /** It came, with so many bytes. */
  settle(id: string, bytes: number): void {
    const claim = this.#claims.get(id);
    if (claim) this.#claims.set(id, { ...claim, bytes });
  }

  /** It did not come, or is no longer kept. */
  free(id: string): void {
    this.#claims.delete(id);
  }
}
