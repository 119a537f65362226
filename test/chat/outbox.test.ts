import { expect } from '@open-wc/testing';
import { Outbox, type Receiver } from '../../src/chat/outbox.js';
import { parseChatWord } from '../../src/protocol/chat-word.js';
import { ManualTime } from '../signaling/manual-time.js';

const person = (id: string, kind: Receiver['kind'] = 'ours'): [string, Receiver] => [
  id,
  { id, name: id, kind, isUp: true },
];

/** An outbox, who is there, and what became of it. */
const setUp = (...there: [string, Receiver][]) => {
  const time = new ManualTime();
  const receivers = new Map(there);
  const ways = new Set(receivers.keys());
  const said: string[] = [];
  const states = new Map<string, string>();
  const relayed = new Map<string, 'waiting' | 'sent' | 'done' | 'failed'>();
  const world = { isOnline: true };
  const outbox = new Outbox(
    {
      receivers: () => receivers,
      say: (to, word) => {
        if (!ways.has(to)) return false;
        const parsed = parseChatWord(word);
        said.push(`${to} ${parsed?.kind === 'message' ? parsed.text : 'no message'}`);
        return true;
      },
      isOnline: () => world.isOnline,
      relayed: (id) => relayed.get(id),
      onLook: () => undefined,
      onChange: (id, { state, waitingFor }) => states.set(id, [state, ...waitingFor].join(' ')),
    },
    time,
  );
  return { time, receivers, ways, said, states, relayed, world, outbox };
};

describe('messages on their way', () => {
  it('are sent once all have them', () => {
    const { outbox, said, states } = setUp(person('bo'), person('cy'));
    outbox.send('1', 'hi');
    expect(said).to.deep.equal(['bo hi', 'cy hi']);
    expect(states.get('1')).to.equal('sending bo cy');
    outbox.handleGot('bo', '1');
    outbox.handleGot('bo', '1');
    outbox.handleGot('mallory', '1');
    expect(states.get('1')).to.equal('sending cy');
    outbox.handleGot('cy', '1');
    expect(states.get('1')).to.equal('sent');
  });

  it('wait for a way, in order, and hold up nobody else’s', () => {
    const { outbox, ways, said, states } = setUp(person('bo'), person('cy'));
    ways.delete('bo');
    outbox.send('1', 'one');
    outbox.send('2', 'two');
    expect(said).to.deep.equal(['cy one', 'cy two']);
    expect(states.get('1')).to.equal('sending bo cy');
    ways.add('bo');
    outbox.flush();
    expect(said.slice(2)).to.deep.equal(['bo one', 'bo two']);
    outbox.flush();
    expect(said, 'no more than once').to.have.length(4);
  });

  it('are queued while they went to nobody, and told again where the way was lost', () => {
    const { outbox, ways, said, states } = setUp(person('bo'));
    ways.clear();
    outbox.send('1', 'one');
    expect(states.get('1')).to.equal('queued bo');
    ways.add('bo');
    outbox.flush();
    ways.clear();
    outbox.handleLost('bo');
    outbox.flush();
    expect(states.get('1')).to.equal('queued bo');
    ways.add('bo');
    outbox.flush();
    outbox.handleGot('bo', '1');
    expect(said).to.deep.equal(['bo one', 'bo one']);
    expect(states.get('1')).to.equal('sent');
  });

  it('wait until it is known who somebody is, and go to deployed clients another way', () => {
    const { outbox, receivers, said, states, relayed } = setUp(person('bo', 'unknown'));
    outbox.send('1', 'one');
    expect(said).to.deep.equal([]);
    receivers.set(...person('bo', 'deployed'));
    relayed.set('1', 'waiting');
    outbox.flush();
    expect(states.get('1')).to.equal('queued');
    relayed.set('1', 'sent');
    outbox.flush();
    expect(states.get('1')).to.equal('sending');
    relayed.set('1', 'done');
    outbox.flush();
    expect(states.get('1')).to.equal('sent');
  });

  it('go to who turns out to be one of ours after they went to them as a deployed client', () => {
    const { outbox, receivers, time, said, states, relayed } = setUp(person('bo', 'deployed'));
    relayed.set('1', 'done');
    outbox.send('1', 'one');
    expect([states.get('1'), said]).to.deep.equal(['sent', []]);
    time.advance(5_000);
    receivers.set(...person('bo'));
    outbox.flush();
    expect(said, 'who hears nothing of ours by the server').to.deep.equal(['bo one']);
    expect(states.get('1')).to.equal('sending bo');
    outbox.handleGot('bo', '1');
    expect(states.get('1')).to.equal('sent');
  });

  it('fail where nobody says that they came, and count as sent when they did all the same', () => {
    const { outbox, time, states } = setUp(person('bo'), person('cy'));
    outbox.send('1', 'one');
    outbox.handleGot('bo', '1');
    time.advance(14_000);
    expect(states.get('1')).to.equal('sending cy');
    time.advance(3_000);
    expect(states.get('1')).to.equal('failed cy');
    expect(time.pending, 'nothing is waited for').to.equal(0);
    outbox.handleGot('cy', '1');
    expect(states.get('1')).to.equal('sent');
  });

  it('do not fail while the path is away, for as long as one waits for a connection', () => {
    const { outbox, receivers, time, states } = setUp(person('bo'));
    outbox.send('1', 'one');
    receivers.set('bo', { id: 'bo', name: 'bo', kind: 'ours', isUp: false });
    time.advance(40_000);
    expect(states.get('1')).to.equal('sending bo');
    receivers.set(...person('bo'));
    outbox.handleGot('bo', '1');
    expect(states.get('1')).to.equal('sent');
    outbox.send('2', 'two');
    receivers.set('bo', { id: 'bo', name: 'bo', kind: 'ours', isUp: false });
    time.advance(62_000);
    expect(states.get('2')).to.equal('failed bo');
  });

  it('that failed go to who has not got them', () => {
    const { outbox, time, said, states } = setUp(person('bo'), person('cy'));
    outbox.send('1', 'one');
    outbox.handleGot('bo', '1');
    time.advance(17_000);
    expect(said, 'once more after a while').to.deep.equal(['bo one', 'cy one', 'cy one']);
    outbox.retry('1');
    expect(said).to.deep.equal(['bo one', 'cy one', 'cy one', 'cy one']);
    outbox.handleGot('cy', '1');
    expect(states.get('1')).to.equal('sent');
    outbox.retry('1');
    expect(said).to.have.length(4);
  });

  it('fail after a minute without a way, ten where we are cut off ourselves', () => {
    const there = setUp(person('bo'));
    there.ways.clear();
    there.outbox.send('1', 'one');
    there.time.advance(59_000);
    expect(there.states.get('1')).to.equal('queued bo');
    there.time.advance(3_000);
    expect(there.states.get('1')).to.equal('failed bo');

    const away = setUp(person('bo'));
    away.ways.clear();
    away.world.isOnline = false;
    away.outbox.send('1', 'one');
    away.time.advance(590_000);
    expect(away.states.get('1')).to.equal('queued bo');
    away.time.advance(12_000);
    expect(away.states.get('1')).to.equal('failed bo');
  });

  it('fail where all whom they were for left, and are sent where one of them had them', () => {
    const { outbox, receivers, states } = setUp(person('bo'), person('cy'));
    outbox.send('1', 'one');
    receivers.delete('bo');
    outbox.flush();
    expect(states.get('1')).to.equal('sending cy');
    receivers.delete('cy');
    outbox.flush();
    expect(states.get('1')).to.equal('failed');
    receivers.set(...person('dee'));
    receivers.set(...person('bo'));
    outbox.send('2', 'two');
    outbox.handleGot('bo', '2');
    receivers.delete('dee');
    outbox.flush();
    expect(states.get('2')).to.equal('sent');
  });

  it('written while we are cut off and know nobody wait for who is there afterwards', () => {
    const { outbox, receivers, world, time, said, states } = setUp();
    world.isOnline = false;
    outbox.send('1', 'one');
    expect(states.get('1')).to.equal('queued');
    time.advance(20_000);
    world.isOnline = true;
    outbox.handleOnline();
    expect(states.get('1'), 'the list is on its way').to.equal('queued');
    receivers.set(...person('bo'));
    outbox.flush();
    expect(said, 'there is no way yet').to.deep.equal([]);
    expect(states.get('1')).to.equal('queued bo');
    const alone = setUp();
    alone.world.isOnline = false;
    alone.outbox.send('1', 'one');
    alone.world.isOnline = true;
    alone.outbox.handleOnline();
    alone.time.advance(5_000);
    expect(alone.states.get('1')).to.equal('failed');
  });

  it('fail as the call ends', () => {
    const { outbox, time, states } = setUp(person('bo'));
    outbox.send('1', 'one');
    outbox.end();
    expect(states.get('1')).to.equal('failed bo');
    expect(time.pending).to.equal(0);
  });
});
