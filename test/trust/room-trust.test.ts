import { expect } from '@open-wc/testing';
import { FakeRoom } from './fake-room.js';

describe('who is at the other end', () => {
  it('is proved by the same passphrase, and has one code', async () => {
    const room = new FakeRoom(1);
    const [ann, bo] = [
      room.person('ann', { passphrase: 'x', requires: true }),
      room.person('bo', { passphrase: ' x ' }),
    ];
    room.connectAll(ann, bo);
    await room.pass(1_000);
    expect([ann.levelOf('bo'), bo.levelOf('ann')]).to.deep.equal(['passphrase', 'passphrase']);
    expect(ann.code).to.match(/^\d{3} \d{3} \d{3}$/);
    expect(ann.code).to.equal(bo.code);
    expect(ann.said.map(([, word]) => word['trust'])).to.deep.equal(['hello', 'tag', 'commit', 'reveal']);
    room.end();
    expect(room.time.pending).to.equal(0);
  });

  it('is told wrong by another passphrase, and put right without another connection', async () => {
    const room = new FakeRoom(2);
    const [ann, bo] = [room.person('ann', { passphrase: 'x' }), room.person('bo', { passphrase: 'y' })];
    room.connectAll(ann, bo);
    await room.pass(1_000);
    expect([ann.levelOf('bo'), bo.levelOf('ann')]).to.deep.equal(['refused: passphrase', 'refused: passphrase']);
    expect(ann.trust.isAdmitted('bo')).to.equal(false);
    bo.trust.setPassphrase('x');
    await room.pass(1_000);
    expect([ann.levelOf('bo'), bo.levelOf('ann')]).to.deep.equal(['passphrase', 'passphrase']);
    expect(ann.code).to.equal(bo.code);
    room.end();
  });
});
