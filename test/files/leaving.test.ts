import { expect } from '@open-wc/testing';
import { FilesFixture } from './files-fixture.js';

describe('files of somebody who left', () => {
  let end: FilesFixture;
  beforeEach(() => {
    end = new FilesFixture();
  });
  afterEach(() => end.close());
  const leave = (id: string): void => {
    end.isReachable = false;
    end.peers.delete(id);
    end.files.handleLost(id);
    end.files.follow();
  };
  const pass = (seconds: number): void => {
    for (let second = 0; second < seconds; second += 1) end.time.advance(1000);
  };

  it('are no longer offered after a minute, with a word', () => {
    end.offer('gone', 1000);
    const there = end.offer('there', 1000, 'file.bin', '', 'bo');
    leave('eve');
    pass(59);
    expect(end.transfers[0]?.state, 'they may come back').to.equal('offered');
    pass(3);
    expect(end.transfers[0]?.state).to.equal('failed');
    expect(end.transfers[0]?.error).to.include({ code: 'file-failed' });
    pass(3_600);
    expect(end.transfers.find(({ id }) => id === there?.id)?.state, 'one takes one’s time').to.equal('offered');
  });

  it('are offered anew where they come back and offer them once more', () => {
    end.offer('file', 1000);
    leave('eve');
    pass(62);
    end.peers.set('eve', { id: 'eve', name: 'Eve', kind: 'ours' });
    end.isReachable = true;
    expect(end.offer('file', 1000)?.state).to.equal('offered');
    expect(end.transfers.map(({ state }) => state)).to.deep.equal(['failed', 'offered']);
  });

  it('that were on their way wait 10 minutes for them, and no longer', async () => {
    const offered = end.offer('file', 5_000_000);
    await end.accept(offered?.id);
    const channel = end.channel('file');
    channel.hear(new Uint8Array(1000));
    channel.close();
    leave('eve');
    pass(590);
    expect(end.transfers[0]).to.include({ state: 'paused', bytes: 1000 });
    pass(12);
    expect((await end.reaches(offered?.id, 'failed')).error).to.include({ code: 'file-failed' });
  });
});
