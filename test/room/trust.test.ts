import { expect } from '@open-wc/testing';
import type { Meeting, MeetingOptions, Peer } from '../../src/core.js';
import { RoomPage, until } from './room-page.js';

const WORDS = 'orbit lemon quiet drum';

const peerOf = ({ peers }: Meeting): Peer | undefined => peers[0];
const trustOf = (meeting: Meeting) => peerOf(meeting)?.trust;

describe('a meeting that knows who is at the other end', () => {
  let room: RoomPage;
  beforeEach(() => {
    room = new RoomPage();
  });
  afterEach(() => room.close());

  const come = async (...people: readonly (readonly [string, Partial<MeetingOptions>])[]): Promise<Meeting[]> => {
    const meetings = people.map(([name, options]) => room.begin(name, options));
    await Promise.all(meetings.map((meeting) => meeting.join()));
    return meetings;
  };

  it('marks nobody as verified without a passphrase, and gives one code to all', async () => {
    const all = await room.join('ann', 'bo', 'cy');
    await until(() => all.every(({ safety }) => safety.state === 'ready'));
    const codes = new Set(all.map(({ safetyCode }) => safetyCode));
    expect(codes.size).to.equal(1);
    expect([...codes][0]).to.match(/^\d{3} \d{3} \d{3}$/u);
    for (const { peers, safety } of all) {
      expect(peers.map(({ trust, verified }) => `${trust} ${String(verified)}`)).to.deep.equal([
        'unverified false',
        'unverified false',
      ]);
      expect([...safety.covers].sort()).to.deep.equal(peers.map(({ id }) => id).sort());
      expect(safety.missing).to.deep.equal([]);
    }
  });

  it('verifies whom a confirmed code covers, here and nowhere else, and takes no other code', async () => {
    const [ann, bo] = (await room.join('ann', 'bo')) as [Meeting, Meeting];
    const changes: string[] = [];
    ann.addEventListener('pm-peer-change', (event) =>
      changes.push(...(event as unknown as { changed: string[] }).changed),
    );
    await until(() => ann.safetyCode !== undefined && bo.safetyCode !== undefined);
    expect(ann.confirmSafetyCode('000 000 000'), 'another one').to.equal(ann.safetyCode === '000 000 000');
    expect(peerOf(ann)?.verified).to.equal(false);
    expect(ann.confirmSafetyCode(ann.safetyCode ?? '')).to.equal(true);
    expect(peerOf(ann)).to.include({ verified: true, trust: 'code' });
    expect(peerOf(bo)).to.include({ verified: false, trust: 'unverified' });
    await until(() => changes.includes('verified') && changes.includes('trust'));
  });

  it('tells of a code when it is there, and that it is gone with the call', async () => {
    const ann = room.begin('ann');
    const states: string[] = [];
    ann.addEventListener('pm-safety-change', (event) =>
      states.push((event as unknown as { safety: { state: string } }).safety.state),
    );
    await ann.join();
    const bo = room.begin('bo');
    await bo.join();
    await until(() => states.at(-1) === 'ready');
    await ann.leave();
    expect(states.at(-1)).to.equal('alone');
    expect(ann.safetyCode).to.equal(undefined);
  });

  it('proves a passphrase to each other, and lets through what is said only then', async () => {
    const [ann, bo] = (await come(['ann', { passphrase: WORDS }], ['bo', { passphrase: `  ${WORDS} ` }])) as [
      Meeting,
      Meeting,
    ];
    await until(() => trustOf(ann) === 'passphrase' && trustOf(bo) === 'passphrase');
    expect(peerOf(ann)).to.include({ verified: true, refusal: undefined });
    bo.raiseHand(true);
    await until(() => peerOf(ann)?.hand === true);
    await ann.sendMessage('between us');
    await until(() => bo.messages.length === 1);
    await until(() => ann.messages[0]?.state === 'sent');
    expect([...room.story(ann), ...room.story(bo)].filter((line) => line.startsWith('error'))).to.deep.equal([]);
  });

  it('refuses who has another passphrase or none, shows nothing of theirs and gives them nothing, until it is put right, on the same connection', async () => {
    const [ann, bo] = (await come(['ann', { passphrase: WORDS }], ['bo', { passphrase: 'a slip of the pen' }])) as [
      Meeting,
      Meeting,
    ];
    await until(() => trustOf(ann) === 'refused' && trustOf(bo) === 'refused');
    expect(peerOf(ann)).to.include({ verified: false, refusal: 'passphrase' });
    expect(room.told(ann, 'error peer-refused')).to.equal(1);
    bo.raiseHand(true);
    const link = () =>
      (Reflect.get(ann, 'mesh') as { get: (id: string) => { connections: { current: unknown } } }).get('bo').connections
        .current;
    const before = link();
    await until(() => peerOf(ann)?.state === 'connected');
    expect(peerOf(ann)?.hand).to.equal(false);
    bo.passphrase = WORDS;
    await until(() => trustOf(ann) === 'passphrase' && trustOf(bo) === 'passphrase');
    expect(link() === before).to.equal(true);
    await until(() => peerOf(ann)?.hand === true);
    expect(room.told(ann, 'error peer-refused'), 'once').to.equal(1);
  });

  it('tells a page of somebody with a passphrase where there is none, and asks for it unless the page does', async () => {
    const ann = room.begin('ann', { passphrase: WORDS });
    const [bo, cy] = [room.begin('bo'), room.begin('cy')];
    let asked = 0;
    bo.addEventListener('pm-passphrase-needed', () => (asked += 1));
    cy.addEventListener('pm-passphrase-needed', (event) => event.preventDefault());
    await Promise.all([ann, bo, cy].map((meeting) => meeting.join()));
    await until(() => bo.store.$wantsPassphrase.get());
    expect(asked).to.equal(1);
    await until(() => ann.peers.length === 2 && ann.peers.every(({ refusal }) => refusal === 'no-passphrase'));
    expect(cy.store.$wantsPassphrase.get(), 'the page asks').to.equal(false);
    bo.passphrase = WORDS;
    await until(() => ann.peers.some(({ id, verified }) => id === 'bo' && verified));
    expect(bo.store.$wantsPassphrase.get()).to.equal(false);
  });

  it('does not join where a passphrase is required and there is none, in any spelling that is not prefer', async () => {
    for (const trust of ['require', ' Require ', 'requier'] as never[]) {
      const ann = room.begin('ann', { trust });
      const error = await ann.join().then(
        () => undefined,
        (cause: unknown) => cause,
      );
      expect(error).to.include({ code: 'passphrase-missing', fatal: true });
      expect(ann.state).to.equal('failed');
    }
    const [ann, bo] = (await come(['ann', { trust: 'prefer', passphrase: WORDS }], ['bo', {}])) as [Meeting, Meeting];
    await until(() => trustOf(ann) === 'unverified');
    await room.meet(ann, bo);
  });

  it('makes no connection to an app that can prove nothing where that is required, and says so', async () => {
    const ann = room.begin('ann', { passphrase: WORDS });
    await ann.join();
    const old = room.relay.connect({ sub: 'old', username: 'Olaf' });
    old.onopen = () => old.send(JSON.stringify({ type: 'chat.join', room: 'standup', data: {} }));
    await until(() => peerOf(ann)?.refusal === 'unsupported');
    expect(peerOf(ann)).to.include({ trust: 'refused', state: 'failed' });
    expect(room.told(ann, 'error peer-refused')).to.equal(1);
    expect(room.relay.log.filter(({ type }) => type === 'webrtc.offer')).to.deep.equal([]);
    ann.trust = 'prefer';
    await until(() => room.relay.log.some(({ type }) => type === 'webrtc.offer'));
    expect(trustOf(ann)).to.equal('unsupported');
    old.close();
  });

  it('refuses whom the server shows by another name than their own', async () => {
    const [ann, bo] = [room.begin('ann'), room.begin('bo')];
    room.relay.onDownlink = (frame, to) => {
      if (frame.type !== 'room.users' || to.user.sub !== 'ann') return 'pass';
      const users = frame.data['users'] as { userID: string; username: string }[];
      const renamed = users.map((user) => ({ ...user, username: user.userID === 'bo' ? 'Ann’s boss' : user.username }));
      room.inject('ann', { ...frame, data: { users: renamed } });
      return 'drop';
    };
    await Promise.all([ann, bo].map((meeting) => meeting.join()));
    await until(() => peerOf(ann)?.refusal === 'name');
    expect(peerOf(ann)).to.include({ trust: 'refused', state: 'failed' });
  });
});
