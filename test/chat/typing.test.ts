import { expect } from '@open-wc/testing';
import { Typing } from '../../src/chat/typing.js';
import { ManualTime } from '../signaling/manual-time.js';

const setUp = () => {
  const time = new ManualTime();
  const said: boolean[] = [];
  const shown: string[] = [];
  const typing = new Typing({ say: (is) => said.push(is), onChange: (ids) => shown.push(ids.join()) }, time);
  return { time, said, shown, typing };
};

describe('who writes something', () => {
  it('is told of us at the first key, again while it goes on, and once when it is over', () => {
    const { time, said, typing } = setUp();
    for (let key = 0; key < 50; key += 1) {
      typing.set(true);
      time.advance(100);
    }
    expect(said.length).to.be.within(2, 4);
    expect(said).to.not.include(false);
    time.advance(5_000);
    expect(said.at(-1)).to.equal(false);
    expect(said.filter((is) => !is)).to.have.length(1);
    typing.set(false);
    expect(said.filter((is) => !is)).to.have.length(1);
  });

  it('costs the others no word for each letter that is written and taken back', () => {
    const { time, said, typing } = setUp();
    for (let turn = 0; turn < 100; turn += 1) {
      typing.set(turn % 2 === 0);
      time.advance(50);
    }
    expect(said.length).to.be.below(8);
    typing.set(true);
    time.advance(2_500);
    expect(said.at(-1)).to.equal(true);
  });

  it('is shown of nobody who left', () => {
    const { shown, typing } = setUp();
    typing.hear('bo', true, 'ours');
    typing.hear('cy', true, 'ours');
    typing.keep(new Set(['cy']));
    expect(shown.at(-1)).to.equal('cy');
  });

  it('is shown until they say that it is over, or say no more', () => {
    const { time, shown, typing } = setUp();
    typing.hear('bo', true, 'ours');
    typing.hear('dan', true, 'deployed');
    typing.hear('bo', true, 'ours');
    expect(shown).to.deep.equal(['bo', 'bo,dan']);
    time.advance(7_000);
    expect(shown.at(-1)).to.equal('dan');
    time.advance(24_000);
    expect(shown.at(-1)).to.equal('');
    typing.hear('bo', true, 'ours');
    typing.hear('bo', false, 'ours');
    expect(shown.at(-1)).to.equal('');
  });

  it('ends with the call', () => {
    const { time, said, shown, typing } = setUp();
    typing.set(true);
    typing.hear('bo', true, 'ours');
    typing.end();
    expect(said).to.deep.equal([true, false]);
    expect(shown.at(-1)).to.equal('');
    expect(time.pending).to.equal(0);
  });
});
