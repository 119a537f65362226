/** How often bytes crossed to the server or back on the way to what somebody knows: the longest chain of who waited for whom. */
export class Flights {
  #server = 0;
  readonly #people: Person[] = [];

  join(): Person {
    const person = new Person(
      () => this.#server,
      (crossings) => {
        this.#server = Math.max(this.#server, crossings);
      },
    );
    this.#people.push(person);
    return person;
  }

  /** Counts from here on. */
  begin(): void {
    this.#server = 0;
    for (const person of this.#people) person.begin();
  }

  /** Round trips behind what the last one of them knows. */
  get trips(): number {
    return Math.max(...this.#people.map(({ crossings }) => crossings)) / 2;
  }
}

/** One side's chain. */
export class Person {
  #crossings = 0;

  constructor(
    private readonly serverCrossings: () => number,
    private readonly tellServer: (crossings: number) => void,
  ) {}

  get crossings(): number {
    return this.#crossings;
  }

  begin(): void {
    this.#crossings = 0;
  }

  /** They send something after a handshake that took `before` crossings; the result is to be called when it arrives. */
  send(before: number): () => void {
    const crossings = Math.max(this.#crossings, before) + 1;
    return () => {
      this.tellServer(crossings);
    };
  }

  /** The server sends them something; the result is to be called when it arrives. */
  receive(): () => void {
    const crossings = this.serverCrossings() + 1;
    return () => {
      this.#crossings = Math.max(this.#crossings, crossings);
    };
  }
}
