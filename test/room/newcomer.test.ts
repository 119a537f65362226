import { expect } from '@open-wc/testing';
import { membershipOf } from './membership-fixture.js';

describe('somebody of ours who comes in', () => {
  it('is a newcomer to who was there before, and not to who came in the same moment', async () => {
    const room = membershipOf();
    room.hear('a', 'hello', 's');
    room.list('a');
    room.hear('a', 'hello', 's');
    await new Promise((resolve) => setTimeout(resolve, 1_100));
    room.list('a', 'b');
    room.hear('b', 'hello', 's');
    expect(room.log.slice(1)).to.deep.equal(['add a', 'kind a ours', 'add b', 'kind b ours', 'newcomer b']);
    room.membership.close();
  });
});
