import { expect } from '@open-wc/testing';
import { Entrance } from '../../src/room/entrance.js';
import { ManualTime } from '../signaling/manual-time.js';

const entranceOf = () => {
  const time = new ManualTime();
  const log: string[] = [];
  let heardAt = 0;
  const tell = (what: string) => () => {
    log.push(what);
  };
  const entrance = new Entrance(
    {
      ...{ begin: tell('begin'), join: tell('join'), sayHello: tell('hello'), suspect: tell('suspect') },
      ...{ heardAt: () => heardAt, isSlow: () => false, trip: () => 0 },
    },
    time,
  );
  const hear = () => {
    heardAt = time.now();
    entrance.answered();
  };
  return { time, log, entrance, hear };
};

describe('the way in', () => {
  it('is taken as soon as the line is up, and again on the next one', () => {
    const { log, entrance } = entranceOf();
    entrance.enter();
    expect(log).to.deep.equal([]);
    entrance.handleUp();
    expect(log).to.deep.equal(['begin', 'join', 'hello']);
    entrance.handleDown();
    entrance.handleUp();
    expect(log.slice(3)).to.deep.equal(['begin', 'join', 'hello']);
  });

  it('says nothing while nobody wants in, and doubts the line that it waited on', () => {
    const { time, log, entrance } = entranceOf();
    entrance.handleUp();
    time.advance(600_000);
    expect(log).to.deep.equal([]);
    entrance.enter(() => log.push('silence'));
    expect(log).to.deep.equal(['begin', 'join', 'hello', 'suspect']);
  });

  it('tells of a line on which nothing was heard for 5 s', () => {
    const { time, log, entrance } = entranceOf();
    entrance.handleUp();
    time.advance(1_000);
    entrance.enter(() => log.push('silence'));
    time.advance(4_999);
    expect(log).not.to.include('silence');
    time.advance(1);
    expect(log).to.include('silence');
  });

  it('is content with anything that is heard', () => {
    const { time, log, entrance, hear } = entranceOf();
    entrance.handleUp();
    time.advance(1_000);
    entrance.enter(() => log.push('silence'));
    hear();
    time.advance(10_000);
    expect(log).to.deep.equal(['begin', 'join', 'hello', 'suspect']);
  });
});
