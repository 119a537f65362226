import { expect } from '@open-wc/testing';
import type { Meeting } from '../../src/core.js';
import type { MeetError } from '../../src/errors.js';
import { RelayHouse } from '../helpers/relay-house.js';
import { ROOM, RoomPage, until } from './room-page.js';

/** What a promise rejects with. */
const failure = (promise: Promise<unknown>): Promise<MeetError> =>
  promise.then(
    () => Promise.reject(new Error('it did not fail')),
    (error: unknown) => error as MeetError,
  );

describe('a room with hosts', () => {
  let page: RoomPage;
  let house: RelayHouse;
  let host: Meeting;
  beforeEach(async () => {
    page = new RoomPage();
    house = new RelayHouse(page.relay, ROOM, new Set(['host']));
    host = page.begin('host');
    await host.join();
  });
  afterEach(() => page.close());

  /** Somebody at the door, whom the host has been told of. */
  const knocking = async (name = 'bo'): Promise<readonly [Meeting, Promise<void>]> => {
    const meeting = page.begin(name);
    const join = meeting.join();
    join.catch(() => undefined); // who waits for it hears of it
    await until(() => meeting.state === 'waiting' && host.knocks.some(({ id }) => id === name));
    return [meeting, join];
  };
  const inside = async (name = 'bo'): Promise<Meeting> => {
    const [meeting, join] = await knocking(name);
    await host.admit(name);
    await join;
    await page.meet(host, meeting);
    return meeting;
  };

  it('has whoever knocks wait until a host lets them in, and then they are in a call', async () => {
    const knocks: string[] = [];
    host.addEventListener('pm-knock', ({ id, name }: Event & { id?: string; name?: string }) =>
      knocks.push(`${String(id)} ${String(name)}`),
    );
    const [bo, join] = await knocking();
    expect(bo.store.$waiting.get(), 'a host is there').to.equal(true);
    expect(knocks).to.deep.equal(['bo bo']);
    expect(host.knocks).to.deep.equal([{ id: 'bo', name: 'bo', guest: true }]);
    await host.admit('bo');
    await join;
    await page.meet(host, bo);
    expect(page.story(bo).filter((line) => line.startsWith('state-change'))).to.deep.equal([
      'state-change connecting',
      'state-change waiting',
      'state-change joined',
    ]);
    expect(page.told(bo, 'join')).to.equal(1);
    await until(() => host.knocks.length === 0);
    expect([bo.peers[0]?.role, host.peers[0]?.role]).to.deep.equal(['host', undefined]);
    expect([bo.house?.role, host.house]).to.deep.equal([undefined, { locked: false, waiting: true, role: 'host' }]);
  });

  it('is waited for quietly: the room is asked again and again, and hears no word of who waits', async () => {
    const [bo] = await knocking();
    const asked = (): number => house.said.filter(({ type, from }) => type === 'chat.join' && from === 'bo').length;
    for (const times of [2, 3]) {
      dispatchEvent(new Event('online'));
      await until(() => asked() >= times);
    }
    const words = page.relay.log.filter(({ from, type }) => from === 'bo' && type !== 'chat.join');
    expect(words.length, 'but the hello in one flight with the first').to.be.at.most(1);
    expect(bo.state).to.equal('waiting');
    for (const { type, data } of house.said) if (type === 'chat.join') expect(data['knock']).to.equal(true);
  });

  it('can be left while one waits, and waited for anew', async () => {
    const [bo, join] = await knocking();
    await bo.leave();
    expect((await failure(join)).code).to.equal('aborted');
    expect([bo.state, bo.store.$waiting.get(), page.told(bo, 'leave user')]).to.deep.equal(['left', undefined, 0]);
    const again = bo.join();
    await until(() => bo.state === 'waiting');
    await host.admit('bo');
    await again;
    expect(bo.state).to.equal('joined');
  });

  it('is waited for on a new line when the old one breaks', async () => {
    const [bo, join] = await knocking();
    page.relay.cut(page.relay.sockets('bo')[0]!);
    await until(() => house.said.filter(({ type, from }) => type === 'chat.join' && from === 'bo').length >= 2);
    expect(bo.state).to.equal('waiting');
    await until(() => house.waiting.get('bo')?.readyState === WebSocket.OPEN);
    await host.admit('bo');
    await join;
    await page.meet(host, bo);
  });

  it('says whether a host is there', async () => {
    await host.leave();
    const bo = page.begin('bo');
    bo.join().catch(() => undefined);
    await until(() => bo.state === 'waiting');
    expect(bo.store.$waiting.get()).to.equal(false);
    house.tell('bo', 'room.waiting', { host: true });
    await until(() => bo.store.$waiting.get() === true);
  });

  for (const [reason, code] of [
    ['denied', 'not-admitted'],
    ['removed', 'not-admitted'],
    ['ended', 'not-admitted'],
    ['locked', 'room-locked'],
    ['full', 'room-full'],
    ['__proto__', 'not-admitted'],
  ] as const) {
    it(`ends the wait of who is told "${reason}" as ${code}`, async () => {
      const [bo, join] = await knocking();
      house.tell('bo', 'room.refused', { reason });
      const error = await failure(join);
      expect([error.code, error.reason, error.fatal]).to.deep.equal([code, reason, true]);
      expect([bo.state, page.told(bo, `error ${code}`)]).to.deep.equal(['failed', 1]);
      expect(page.story(bo).filter((line) => line.startsWith('leave'))).to.deep.equal([]);
    });
  }

  it('turns away whom a host denies', async () => {
    const [, join] = await knocking();
    await host.deny('bo');
    expect((await failure(join)).code).to.equal('not-admitted');
  });

  it('is over for whom a host removes, who does not come back by themselves', async () => {
    const bo = await inside();
    await host.removePeer('bo');
    await until(() => bo.state === 'failed');
    expect([bo.error?.code, bo.error?.reason, page.told(bo, 'leave removed-by-host')]).to.deep.equal([
      'not-admitted',
      'removed',
      1,
    ]);
    await until(() => host.peers.length === 0);
    expect((await failure(bo.join())).reason, 'and stays removed').to.equal('removed');
  });

  it('is over for all once a host ends it, without a failure', async () => {
    const bo = await inside();
    await host.endForAll();
    await until(() => [host, bo].every(({ state }) => state === 'left'));
    for (const meeting of [host, bo]) {
      expect(page.told(meeting, 'leave ended')).to.equal(1);
      expect(page.story(meeting).filter((line) => line.startsWith('error'))).to.deep.equal([]);
      expect([meeting.house, meeting.knocks.length]).to.deep.equal([undefined, 0]);
    }
  });

  it('is locked and opened by a host, which all are told', async () => {
    const bo = await inside();
    let changes = 0;
    bo.addEventListener('pm-house-change', () => (changes += 1));
    await host.lock();
    await until(() => bo.house?.locked === true && host.house?.locked === true);
    await host.lock();
    await until(() => bo.house?.locked === false);
    await host.lock(true);
    await until(() => changes === 3);
    expect((await failure(page.begin('cy').join())).code).to.equal('room-locked');
  });

  it('mutes at once whom a host asks to, and never unmutes anybody', async () => {
    const bo = await inside();
    await bo.toggleMicrophone(true);
    const asks: string[] = [];
    bo.addEventListener('pm-host-ask', ({ ask }: Event & { ask?: string }) => asks.push(String(ask)));
    await host.askToMute('bo');
    await until(() => !bo.microphone);
    expect(bo.store.$asked.get()).to.deep.equal({ ask: 'mute', by: 'host' });
    await host.askToUnmute('bo');
    await until(() => bo.store.$asked.get()?.ask === 'unmute');
    expect([bo.microphone, asks]).to.deep.equal([false, ['mute', 'unmute']]);
    await bo.toggleMicrophone(true);
    expect(bo.store.$asked.get(), 'settled').to.equal(undefined);
  });

  it('hears nobody ask who is no host, and nothing of who knocks where one is none', async () => {
    const bo = await inside();
    const cy = await (async () => {
      const [meeting, join] = await knocking('cy');
      await host.admit('cy');
      await join;
      await page.meet(host, bo, meeting);
      return meeting;
    })();
    await cy.toggleMicrophone(true);
    house.tell('cy', 'host.ask', { ask: 'mute' }, 'bo');
    house.tell('cy', 'host.ask', { ask: 'everything' }, 'host');
    house.tell('cy', 'room.knocks', { users: [{ userID: 'di', username: 'Di' }] });
    house.tell('cy', 'host.ask', { ask: 'unmute' }, 'host'); // the last of them, and no news to who is not muted
    let last = '';
    cy.addEventListener('pm-host-ask', ({ ask }: Event & { ask?: string }) => (last = String(ask)));
    house.tell('cy', 'host.ask', { ask: 'unmute' }, 'host');
    await until(() => last === 'unmute');
    expect([cy.microphone, cy.store.$asked.get(), cy.knocks.length]).to.deep.equal([true, undefined, 0]);
  });

  it('does nothing for who is no host, not in, or speaks of nobody', async () => {
    const bo = await inside();
    expect((await failure(bo.removePeer('host'))).code).to.equal('protocol');
    expect((await failure(host.removePeer('nobody'))).code).to.equal('protocol');
    expect((await failure(host.admit('bo'))).code, 'waits for nothing').to.equal('protocol');
    expect((await failure(page.begin('cy').lock())).code).to.equal('not-joined');
  });
});

describe('a room without hosts', () => {
  it('has none of it', async () => {
    const page = new RoomPage();
    const [ann] = await page.join('ann', 'bo');
    expect([ann!.house, ann!.knocks.length, ann!.peers[0]?.role]).to.deep.equal([undefined, 0, undefined]);
    expect((await failure(ann!.removePeer('bo'))).code).to.equal('protocol');
    expect((await failure(ann!.lock())).code).to.equal('protocol');
    await page.close();
  });
});
