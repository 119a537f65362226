import type { Message } from './message.js';

/** Messages that are kept; of more, the oldest go. */
const MOST = 1_000;

/** Whether somebody wrote it here, and not all have it: it is nowhere else. */
const isUnsent = ({ own, state }: Message): boolean => own && state !== 'sent';

/** The messages of a chat, oldest first, as immutable snapshots; tells of each change. */
export class ChatLog {
  #all: readonly Message[] = [];
  /** Ids of those that came in, the newest last, also of those that went: each is taken once. */
  readonly #known = new Set<string>();

  constructor(
    private readonly handlers: {
      readonly onChange: (all: readonly Message[]) => void;
      readonly onMessage: (message: Message) => void;
      /** One is no longer kept. */
      readonly onDropped: (id: string) => void;
    },
  ) {}

  /** Whether all that is kept was written here and not sent: nothing of it may go for another one. */
  get isFull(): boolean {
    return this.#all.length >= MOST && this.#all.every(isUnsent);
  }

  get(id: string): Message | undefined {
    return this.#all.find((message) => message.id === id);
  }

  /** Takes a message of somebody's, once however often it comes; tells whether it is new. */
  admit(from: string, id: string): boolean {
    const key = `${from} ${id}`;
    if (this.#known.has(key)) return false;
    this.#known.add(key);
    const [oldest] = this.#known;
    if (this.#known.size > MOST && oldest !== undefined) this.#known.delete(oldest);
    return true;
  }

  /** Adds one. Of too many, the oldest goes of who wrote the most, but for what was not sent: nobody pushes out what others said. */
  add(message: Message): void {
    const spare = this.#all.length < MOST ? undefined : this.#spare();
    const kept = this.#all.filter((each) => each !== spare);
    this.#publish([...kept, message], Object.freeze(message));
    if (spare) this.handlers.onDropped(spare.id);
  }

  /** Changes what is said of one that is there. */
  change(id: string, changes: Partial<Message>): void {
    const before = this.get(id);
    if (!before) return;
    const names = changes.waitingFor ?? before.waitingFor;
    const isSame = changes.state === before.state && names.join() === before.waitingFor.join();
    if (isSame && changes.text === undefined) return;
    const after = Object.freeze({ ...before, ...changes });
    this.#publish(
      this.#all.map((message) => (message === before ? after : message)),
      after,
    );
  }

  remove(id: string): void {
    const message = this.get(id);
    if (!message) return;
    this.#publish(
      this.#all.filter((other) => other !== message),
      message,
    );
  }

  clear(): void {
    if (this.#all.length > 0) this.handlers.onChange((this.#all = []));
    this.#known.clear();
  }

  #spare(): Message | undefined {
    const spare = this.#all.filter((message) => !isUnsent(message));
    const counts = new Map<string, number>();
    for (const { from } of spare) counts.set(from.id, (counts.get(from.id) ?? 0) + 1);
    const [[most] = ['']] = [...counts].sort(([, one], [, other]) => other - one);
    return spare.find(({ from }) => from.id === most);
  }

  #publish(all: readonly Message[], message: Message): void {
    this.#all = Object.freeze(all);
    this.handlers.onChange(all);
    this.handlers.onMessage(message);
  }
}
