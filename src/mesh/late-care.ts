import { atom } from 'nanostores';
import type { CaredMesh, MeshCare } from './mesh-care.js';

/**
 * Looks after the connections of a mesh, once it is there: figures, recovery, what each may cost, and what a deployed client
 * shows. Until then first connections are made, ours hear and see each other, and nobody is taken for gone.
 */
export const $care = atom<((mesh: CaredMesh) => MeshCare) | undefined>();
