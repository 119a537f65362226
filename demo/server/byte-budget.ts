/** Bytes that many may hold at once: what each asks for is granted while there are some left. */
export class ByteBudget {
  #used = 0;

  constructor(private readonly limit: number) {}

  get used(): number {
    return this.#used;
  }

  hasRoom(bytes: number): boolean {
    return this.#used + bytes <= this.limit;
  }

  /** Counts bytes as held, or with a negative number as given back. */
  add(bytes: number): void {
    this.#used += bytes;
  }
}
