import { BlackWatch } from '../media/black-watch.js';
import type { Mesh } from '../mesh/mesh.js';

/** Milliseconds between two looks. */
const LOOK = 500;

/** Looks whether the cameras of deployed clients show anything: one that is off sends black (protocol.md, known fault 6). */
export class FaceWatch {
  readonly #black = new BlackWatch();
  readonly #timer: ReturnType<typeof setInterval>;

  constructor(mesh: Pick<Mesh, 'faces' | 'setBlack'>) {
    this.#timer = setInterval(() => {
      mesh.setBlack(this.#black.look(mesh.faces, performance.now()));
    }, LOOK);
  }

  close(): void {
    clearInterval(this.#timer);
    this.#black.look(new Map(), 0);
  }
}
