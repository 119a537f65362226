import { expect } from '@open-wc/testing';
import { Greeting } from '../../src/room/greeting.js';
import { ManualTime } from '../signaling/manual-time.js';
import { membershipOf } from './membership-fixture.js';
import { until } from './room-page.js';

describe('greeting who has said nothing', () => {
  it('says hello three more times, less and less often', () => {
    const time = new ManualTime();
    const at: number[] = [];
    new Greeting({ say: () => at.push(time.now()), isOwed: () => true }, time).begin();
    time.advance(60_000);
    expect(at).to.deep.equal([500, 1_500, 3_500]);
    expect(time.pending).to.equal(0);
  });

  it('begins anew with whoever is listed next, and ends when all are known', () => {
    const time = new ManualTime();
    const at: number[] = [];
    let isOwed = true;
    const greeting = new Greeting({ say: () => at.push(time.now()), isOwed: () => isOwed }, time);
    greeting.begin();
    time.advance(1_000);
    greeting.begin();
    time.advance(1_000);
    isOwed = false;
    time.advance(60_000);
    expect(at).to.deep.equal([500, 1_500]);
    isOwed = true;
    greeting.begin();
    greeting.stop();
    expect(time.pending).to.equal(0);
  });

  it('is for people in the list of whom it is not known that they are ours', async () => {
    const room = membershipOf();
    const hellos = () => room.said.filter(({ word }) => word === 'hello').length;
    room.hear('a', 'hello', 's');
    room.list('a');
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(hellos(), 'to one of ours').to.equal(0);
    room.list('a', 'b');
    await until(() => hellos() === 1);
    room.membership.close();
  });
});
