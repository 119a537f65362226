import { expect } from '@open-wc/testing';
import { EXHAUSTED } from '../../src/mesh/strain.js';
import { type Shown, UNSEEN } from '../../src/protocol/shown.js';
import { createRoomStore } from '../../src/room/room-store.js';
import type { Peer } from '../../src/room/types.js';
import { Watching } from '../../src/room/watching.js';

const watching = (ids: readonly string[]) => {
  const store = createRoomStore();
  const told: string[] = [];
  const watching = new Watching(store, () => ({ sayShown: (id) => told.push(id) }));
  store.$peers.set(new Map(ids.map((id) => [id, { id } as Peer])));
  const show = (view: Readonly<Record<string, Shown>>) => watching.show(new Map(Object.entries(view)));
  return {
    store,
    told,
    watching,
    of: (id: string) => watching.of(id),
    strain: (level: number) => watching.handleStrain(level),
    show,
  };
};
const FACE: Shown = { camera: 540, screen: 0 };

describe('what the others are asked for', () => {
  it('is nothing in particular while no view says what it shows, or when it is gone', () => {
    const room = watching(['ann']);
    expect(room.of('ann')).to.equal(undefined);
    room.show({ ann: FACE });
    expect(room.of('ann')).to.deep.equal(FACE);
    room.watching.show(undefined);
    expect(room.of('ann')).to.equal(undefined);
  });

  it('is told to those for whom it changed, and to nobody else', () => {
    const room = watching(['ann', 'bo']);
    room.show({ ann: FACE, bo: FACE });
    expect(room.told).to.have.members(['ann', 'bo']);
    room.told.length = 0;
    room.show({ ann: UNSEEN, bo: FACE });
    room.show({ ann: UNSEEN, bo: FACE });
    expect(room.told).to.deep.equal(['ann']);
  });

  it('is no picture with `video-off`, of newcomers neither, and what is shown again without', () => {
    const room = watching(['ann']);
    room.show({ ann: FACE });
    room.store.$saving.set('video-off');
    room.store.$peers.set(new Map(['ann', 'bo'].map((id) => [id, { id } as Peer])));
    expect(room.of('ann')).to.deep.equal(UNSEEN);
    expect(room.of('bo')).to.deep.equal(UNSEEN);
    expect([...room.store.$saved.get()]).to.have.members(['ann', 'bo']);
    room.store.$saving.set('auto');
    expect(room.of('ann')).to.deep.equal(FACE);
    expect(room.store.$saved.get().size).to.equal(0);
  });

  it('is smaller with each strain, then the speaker’s picture alone, and all again when it is over', () => {
    const room = watching(['ann', 'bo', 'cy']);
    room.show({ ann: FACE, bo: FACE, cy: { camera: 120, screen: 1080 } });
    room.strain(1);
    expect(room.of('ann')?.camera).to.equal(360);
    expect(room.of('cy')?.camera).to.equal(120);
    room.store.$activeSpeaker.set('bo');
    room.store.$activeSpeaker.set(undefined);
    room.strain(EXHAUSTED);
    expect([...room.store.$saved.get()]).to.have.members(['ann', 'cy']);
    expect(room.of('bo')?.camera).to.equal(180);
    expect(room.of('cy'), 'a screen is there to be read').to.deep.equal({ camera: 0, screen: 1080 });
    room.store.$pinned.set('ann');
    expect([...room.store.$saved.get()]).to.have.members(['bo', 'cy']);
    room.strain(0);
    expect(room.store.$saved.get().size).to.equal(0);
    expect(room.of('ann')).to.deep.equal(FACE);
  });

  it('is never less for a strain with `off`, and with two people there is always a face', () => {
    const room = watching(['ann', 'bo']);
    room.show({ ann: FACE, bo: FACE });
    room.store.$saving.set('off');
    room.strain(EXHAUSTED);
    expect(room.store.$saved.get().size).to.equal(0);
    const pair = watching(['ann']);
    pair.strain(EXHAUSTED);
    expect(pair.store.$saved.get().size).to.equal(0);
  });

  it('begins anew with another call', () => {
    const room = watching(['ann', 'bo']);
    room.strain(EXHAUSTED);
    room.store.$state.set('connecting');
    room.store.$peers.set(new Map(room.store.$peers.get()));
    expect(room.store.$saved.get().size).to.equal(0);
  });
});
