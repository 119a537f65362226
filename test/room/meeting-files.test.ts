import { expect } from '@open-wc/testing';
import type { Meeting } from '../../src/core.js';
import { isSameFile, randomFile } from './file-pair.js';
import { RoomPage, until } from './room-page.js';

describe('files in a meeting', () => {
  let page: RoomPage;
  beforeEach(() => {
    page = new RoomPage();
  });
  afterEach(() => page.close());

  /** What `pm-file` told, `contract.pdf offered` … */
  const storyOf = (meeting: Meeting): string[] => {
    const story: string[] = [];
    meeting.addEventListener('pm-file', (event) => {
      const { transfer } = event;
      story.push(`${transfer.name} ${transfer.state}`);
    });
    return story;
  };

  it('go from one to all others, or to whom they are for', async () => {
    const [ann, bo, cy] = (await page.join('ann', 'bo', 'cy')) as [Meeting, Meeting, Meeting];
    const story = storyOf(bo);
    const file = randomFile(300_000, 'contract.pdf');
    const to = (id: string) => ann.transfers.find(({ peer, name }) => peer.id === id && name === file.name);
    const sent = await ann.sendFile(file);
    expect(sent.map(({ peer }) => peer.id).sort()).to.deep.equal(['bo', 'cy']);
    await ann.sendFile(randomFile(10, 'for cy.txt'), { to: ['cy'] });
    await until(() => bo.transfers.length === 1 && cy.transfers.length === 2);
    await bo.acceptFile(bo.transfers[0]!.id);
    cy.declineFile(cy.transfers[0]!.id);
    await until(() => bo.transfers[0]?.state === 'done' && to('cy')?.state === 'declined');
    expect(await isSameFile(bo.transfers[0]?.file, file)).to.equal(true);
    expect(story).to.deep.equal(['contract.pdf offered', 'contract.pdf done']);
    ann.cancelTransfer(ann.transfers[2]!.id);
    await until(() => cy.transfers[1]?.state === 'cancelled');
  });

  it('all come, although there are more of them than one is asked about at a time', async () => {
    const [ann, bo] = (await page.join('ann', 'bo')) as [Meeting, Meeting];
    bo.addEventListener('pm-file', (event) => {
      const { id, state } = event.transfer;
      if (state === 'offered') void bo.acceptFile(id);
    });
    const files = Array.from({ length: 28 }, (_, index) => randomFile(100, `${String(index)}.txt`));
    await Promise.all(files.map((file) => ann.sendFile(file)));
    await until(() => ann.transfers.every(({ state }) => state === 'done'));
    expect(bo.transfers.map(({ name, state }) => `${name} ${state}`).sort()).to.deep.equal(
      files.map(({ name }) => `${name} done`).sort(),
    );
  });

  it('want a meeting that has been joined, and somebody to take them; who can’t have them is told why', async () => {
    const ann = page.begin('ann');
    const codeOf = (sending: Promise<unknown>) =>
      sending.then(
        () => 'sent',
        (error: unknown) => (error as { code: string }).code,
      );
    expect(await codeOf(ann.sendFile(randomFile(1)))).to.equal('not-joined');
    await ann.join();
    expect(await codeOf(ann.sendFile(randomFile(1)))).to.equal('file-rejected');
    expect(page.told(ann, 'error file-rejected')).to.equal(1);
    expect(ann.store.$notice.get()).to.include({ kind: 'error' });
    await ann.acceptFile('nothing');
    ann.declineFile('nothing');
    ann.cancelTransfer('nothing');
    expect(ann.transfers).to.deep.equal([]);
  });

  it('that are on their way when the call is over have failed, and those that came stay until the next', async () => {
    const [ann, bo] = (await page.join('ann', 'bo')) as [Meeting, Meeting];
    await ann.sendFile(randomFile(10, 'small.txt'));
    await ann.sendFile(randomFile(10, 'other.txt'));
    await until(() => bo.transfers.length === 2);
    await bo.acceptFile(bo.transfers[0]!.id);
    await until(() => bo.transfers[0]?.state === 'done' && ann.transfers[0]?.state === 'done');
    await bo.leave();
    expect(bo.transfers.map(({ state }) => state)).to.deep.equal(['done', 'failed']);
    expect(bo.transfers[0]?.file?.size).to.equal(10);
    await bo.join();
    expect(bo.transfers).to.deep.equal([]);
  });
});
