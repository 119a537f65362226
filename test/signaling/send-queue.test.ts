import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { PRIORITY, type Priority, SendQueue } from '../../src/signaling/send-queue.js';
import { ManualTime } from './manual-time.js';

const queueOf = (people = 1) => {
  const time = new ManualTime();
  const sent: string[] = [];
  const queue = new SendQueue((frame) => sent.push(frame), time);
  queue.people = people;
  return { time, sent, queue };
};

const fill = (queue: SendQueue, count: number, priority: Priority = PRIORITY.offer) => {
  for (let index = 0; index < count; index += 1) queue.push(`f${String(index)}`, priority);
};

describe('the send queue', () => {
  it('sends at once what fits the receivers’ queues, and paces the rest to 30 a second', () => {
    const { time, sent, queue } = queueOf(8);
    fill(queue, 100);
    expect(sent).to.have.length(5);
    time.advance(1000);
    expect(sent.length).to.be.within(34, 35);
    time.advance(1000);
    expect(sent.length).to.be.within(64, 65);
    time.advance(2000);
    expect(sent, 'all, in order').to.deep.equal(Array.from({ length: 100 }, (_, index) => `f${String(index)}`));
    expect(time.pending, 'and no timer is left').to.equal(0);
  });

  it('shares the burst of 40 out among the people in the room, two each at least', () => {
    for (const [people, burst] of [
      [0, 40],
      [1, 40],
      [2, 20],
      [8, 5],
      [9, 4],
      [100, 2],
    ] as const) {
      const { sent, queue } = queueOf(people);
      fill(queue, 60);
      expect(sent, `${String(people)} people`).to.have.length(burst);
    }
  });

  it('never saves up more than one burst', () => {
    const { time, sent, queue } = queueOf(8);
    time.advance(3_600_000);
    fill(queue, 60);
    expect(sent).to.have.length(5);
  });

  it('stays within burst and rate in any window of time, whatever is pushed when', () => {
    const step = fc.record({ wait: fc.nat({ max: 700 }), frames: fc.nat({ max: 20 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), fc.integer({ min: 1, max: 12 }), (steps, people) => {
        const time = new ManualTime();
        const at: number[] = [];
        const queue = new SendQueue(() => at.push(time.now()), time);
        queue.people = people;
        let pushed = 0;
        for (const { wait, frames } of steps) {
          time.advance(wait);
          fill(queue, frames);
          pushed += frames;
        }
        time.advance((pushed / 30) * 1000 + 1000);
        expect(at, 'nothing is lost').to.have.length(pushed);
        const burst = Math.max(2, Math.floor(40 / people));
        at.forEach((start, first) => {
          at.slice(first).forEach((end, more) => {
            expect(more + 1).to.be.at.most(burst + ((end - start) / 1000) * 30 + 1e-6);
          });
        });
      }),
    );
  });

  it('lets the urgent overtake what waits, and keeps the order among equals', () => {
    const { time, sent, queue } = queueOf(20);
    fill(queue, 2);
    queue.push('candidate 1', PRIORITY.candidate);
    queue.push('offer 1', PRIORITY.offer);
    queue.push('candidate 2', PRIORITY.candidate);
    queue.push('answer', PRIORITY.answer);
    queue.push('offer 2', PRIORITY.offer);
    queue.push('hello', PRIORITY.room);
    time.advance(1000);
    expect(sent.slice(2)).to.deep.equal(['hello', 'answer', 'offer 1', 'offer 2', 'candidate 1', 'candidate 2']);
  });

  it('sends the newest of those with one key, in the place of the first', () => {
    const { time, sent, queue } = queueOf(20);
    fill(queue, 2);
    queue.push('old', PRIORITY.offer, 'to bo');
    queue.push('other', PRIORITY.offer, 'to cy');
    queue.push('new', PRIORITY.offer, 'to bo');
    time.advance(1000);
    expect(sent.slice(2)).to.deep.equal(['new', 'other']);
    queue.push('again', PRIORITY.offer, 'to bo');
    time.advance(1000);
    expect(sent.at(-1), 'what was sent is no longer replaced').to.equal('again');
    expect(sent).to.have.length(5);
  });

  it('flushes what is for the room at once, and forgets the rest; forgets all when cleared', () => {
    const { time, sent, queue } = queueOf(20);
    fill(queue, 6);
    queue.push('bye', PRIORITY.room);
    queue.push('leave', PRIORITY.door);
    queue.flush();
    expect(sent).to.deep.equal(['f0', 'f1', 'leave', 'bye']);
    fill(queue, 4);
    queue.clear();
    time.advance(10_000);
    expect(sent).to.have.length(4);
    expect(time.pending).to.equal(0);
    queue.push('after', PRIORITY.room);
    expect(sent.at(-1), 'and goes on').to.equal('after');
  });

  it('goes at half the pace, without a burst, for half a minute after the server found it too much', () => {
    const { time, sent, queue } = queueOf(2);
    queue.slow();
    expect(queue.isSlow).to.equal(true);
    fill(queue, 2000);
    expect(sent).to.have.length(0);
    time.advance(10_000);
    expect(sent.length).to.be.within(149, 150);
    time.advance(20_000);
    expect(sent.length).to.be.within(449, 451);
    expect(queue.isSlow).to.equal(false);
    time.advance(10_000);
    expect(sent.length).to.be.within(749, 751);
  });

  it('puts what it is made to say again and again behind all that others wait for', () => {
    const { time, sent, queue } = queueOf(20);
    queue.push('answer', PRIORITY.answer, 'answer to one');
    queue.push('another', PRIORITY.answer);
    for (let round = 0; round < 40; round += 1) {
      queue.push('again', PRIORITY.answer, 'answer to one');
      if (round % 2 === 0) queue.push(`offer ${String(round)}`, PRIORITY.offer);
      time.advance(1000 / 30);
    }
    expect(sent.filter((frame) => frame.startsWith('offer'))).to.have.length(20);
    expect(sent.filter((frame) => frame === 'again').length, 'it has what is left').to.be.within(15, 22);
    time.advance(1_000);
    queue.push('later', PRIORITY.candidate);
    queue.push('again', PRIORITY.answer, 'answer to one');
    queue.push('room', PRIORITY.room);
    queue.push('candidate', PRIORITY.candidate);
    queue.push('once more', PRIORITY.answer, 'answer to two');
    time.advance(1_000);
    expect(sent.slice(-2), 'what was not said lately keeps its place').to.deep.equal(['once more', 'candidate']);
  });
});
