import { type Context, ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ReadableAtom } from 'nanostores';

/** Finds something of atoms around an element, by context, and draws the element again when one of the picked atoms changes. */
export class AtomsController<Atoms> implements ReactiveController {
  protected atoms: Atoms | undefined;
  #unsubscribe: (() => void)[] = [];

  constructor(
    private readonly host: ReactiveControllerHost & HTMLElement,
    context: Context<unknown, Atoms>,
    private readonly pick: (atoms: Atoms) => readonly ReadableAtom[],
    /** Told of every picked atom's change at once, before the element draws. */
    private readonly changed?: () => void,
    /** What serves where nothing is around the element. */
    private readonly own?: Atoms,
  ) {
    this.atoms = own;
    host.addController(this);
    new ContextConsumer(host, { context, subscribe: true, callback: (atoms) => this.#follow(atoms) });
  }

  hostConnected(): void {
    if (this.own && this.#unsubscribe.length === 0) this.#follow(this.atoms);
  }

  hostDisconnected(): void {
    this.#release();
  }

  // A provider that is not connected yet has nothing to give, whatever its type says.
  #follow(atoms: Atoms | undefined): void {
    this.#release();
    this.atoms = atoms ?? this.own;
    if (this.atoms) this.#unsubscribe = this.pick(this.atoms).map((atom) => atom.listen(() => this.#notify()));
    this.#notify();
  }

  #notify(): void {
    this.changed?.();
    this.host.requestUpdate();
  }

  #release(): void {
    for (const unsubscribe of this.#unsubscribe) unsubscribe();
    this.#unsubscribe = [];
  }
}
