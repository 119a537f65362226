import type { RoomStore } from './room-store.js';

const volumeOf = (value: number): number => Math.min(1, Math.max(0, value));

/** Who stands on the stage by choice, and how loud each person is. */
export class Stage {
  constructor(private readonly store: RoomStore) {}

  /** Puts somebody of the room on the stage, oneself too; `null` for nobody. An id that nobody has changes nothing. */
  pin(id: string | null): void {
    const { $pinned, $peers, $self } = this.store;
    if (id === null) $pinned.set(undefined);
    else if ($peers.get().has(id) || $self.get()?.id === id) $pinned.set(id);
  }

  /** Sets everybody's volume, 0…1; what is beyond is cut off. @throws {TypeError} not a number */
  setVolume(volume: number): void {
    if (Number.isNaN(volume)) throw new TypeError('volume: not a number');
    this.store.$volume.set(volumeOf(volume));
  }

  /** Sets one person's volume, 0…1, on top of everybody's. @throws {TypeError} not a number */
  setPeerVolume(id: string, volume: number): void {
    if (Number.isNaN(volume)) throw new TypeError('volume: not a number');
    const { $peerVolumes } = this.store;
    const volumes = new Map($peerVolumes.get());
    if (volume >= 1) volumes.delete(id);
    else volumes.set(id, volumeOf(volume));
    $peerVolumes.set(volumes);
  }

  /** Somebody went: who comes back is as loud as before, but not on the stage. */
  forget(id: string): void {
    if (this.store.$pinned.get() === id) this.store.$pinned.set(undefined);
  }

  clear(): void {
    this.store.$pinned.set(undefined);
    this.store.$peerVolumes.set(new Map());
  }
}
