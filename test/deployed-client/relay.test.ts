import { expect } from '@open-wc/testing';
import { Fixture, ROOM } from './fixture.js';

const ids = (data: object) => (data as { users: { userID: string }[] }).users.map(({ userID }) => userID);

describe('Relay', () => {
  let fixture: Fixture;
  beforeEach(() => (fixture = new Fixture()));
  afterEach(() => fixture.close());

  it('hands a frame to the whole room, sender included, in binary, with `from` and extra fields', async () => {
    const [ann, bo] = [await fixture.script('ann'), await fixture.script('bo')];
    ann.sendRaw(
      JSON.stringify({ type: 'webrtc.offer', room: ` ${ROOM} `, from: 'bo', data: { sdp: '<&>', to: 'cy', x: 1 } }),
    );
    for (const member of [ann, bo]) {
      expect(await member.next('webrtc.offer')).to.deep.equal({
        type: 'webrtc.offer',
        room: ROOM,
        from: 'ann',
        data: { sdp: '<&>', to: 'cy', x: 1 },
      });
      expect(member.isBinary).to.equal(true);
    }
  });

  it('sends room.users on join, leave and drop, and nothing to the leaver', async () => {
    const [ann, bo, cy] = [await fixture.script('ann'), await fixture.script('bo'), await fixture.script('cy')];
    bo.send('chat.leave');
    await cy.close();
    await ann.settle();
    const seen = ({ frames }: typeof ann) =>
      frames.filter(({ type }) => type === 'room.users').map(({ data }) => ids(data));
    expect(seen(ann)).to.deep.equal([['ann'], ['ann', 'bo'], ['ann', 'bo', 'cy'], ['ann', 'cy'], ['ann']]);
    expect(seen(bo)).to.deep.equal([
      ['ann', 'bo'],
      ['ann', 'bo', 'cy'],
    ]);
  });

  it('answers bad frames in words, and closes on broken JSON, on 65,537 bytes, on the 10th protocol error', async () => {
    const ann = await fixture.script('ann');
    ann.send('no.such');
    ann.send('chat.message', { message: 'x' }, ' ');
    ann.send('chat.message', { message: 'x' }, '😀'.repeat(129));
    ann.send('chat.message', { message: ' ' });
    ann.send('chat.message', { message: 'x'.repeat(5001) });
    ann.send('webrtc.offer', { sdp: '' });
    ann.send('chat.typing', { typing: false }, 'elsewhere');
    await ann.settle();
    expect(ann.frames.filter(({ type }) => type === 'general.error').map(({ data }) => data['error'])).to.deep.equal([
      'Invalid message type',
      'Room ID is required',
      'Room ID too long (maximum is 128 characters)',
      'Message cannot be empty',
      'Message is too long',
      'Missing WebRTC recipient',
      "You can't send typing notifications to this room",
    ]);
    for (let count = 7; count <= 10; count++) ann.send('no.such');
    expect((await ann.closed).code).to.equal(1006);

    const bo = await fixture.script('bo');
    bo.sendRaw('{');
    expect((await bo.closed).code).to.equal(1006);
    const cy = await fixture.script('cy');
    const frame = JSON.stringify({ type: 'chat.typing', room: ROOM, data: { pad: '' } });
    cy.sendRaw(frame.replace('""', `"${'x'.repeat(65_536 - frame.length)}"`));
    await cy.next('chat.typing');
    cy.sendRaw(frame.replace('""', `"${'x'.repeat(65_537 - frame.length)}"`));
    expect((await cy.closed).code).to.equal(1009);
  });

  it('evicts in silence, and takes back who joins again', async () => {
    const [ann, bo] = [await fixture.script('ann'), await fixture.script('bo')];
    const heard = bo.frames.length;
    fixture.relay.evict(ROOM, 'bo');
    await ann.settle();
    expect(bo.frames).to.have.length(heard);
    bo.send('webrtc.offer', { sdp: '', to: 'ann' });
    expect((await bo.next('general.error')).data).to.deep.equal({
      error: "You can't send WebRTC messages to this room",
    });
    bo.send('chat.join');
    await bo.settle();
    expect(fixture.relay.members(ROOM)).to.deep.equal(['ann', 'bo']);
  });

  it('loses, doubles and holds the frames that a test picks', async () => {
    const [ann, bo] = [await fixture.script('ann'), await fixture.script('bo')];
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    fixture.relay.onUplink = ({ data }) => (data['message'] === 'lost' ? 'drop' : 'pass');
    fixture.relay.onDownlink = ({ data }, { user }) => {
      if (data['message'] === 'doubled') return 'duplicate';
      return data['message'] === 'held' && user.sub === 'bo' ? held : 'pass';
    };
    for (const message of ['held', 'lost', 'doubled', 'plain']) ann.send('chat.message', { message });
    await bo.next('chat.message', ({ data }) => data['message'] === 'plain');
    release();
    await bo.next('chat.message', ({ data }) => data['message'] === 'held');
    const texts = ({ frames }: typeof ann) =>
      frames.filter(({ type }) => type === 'chat.message').map(({ data }) => data['message']);
    expect(texts(bo)).to.deep.equal(['doubled', 'doubled', 'plain', 'held']);
    expect(texts(ann)).to.deep.equal(['held', 'doubled', 'doubled', 'plain']);
  });

  it('refuses sockets while it is down, with an error before the close', async () => {
    fixture.relay.down = true;
    const socket = fixture.relay.connect({ sub: 'ann', username: 'ann' });
    const events: string[] = [];
    socket.onopen = () => events.push('open');
    socket.onerror = () => events.push('error');
    const { code } = await new Promise<CloseEvent>((resolve) => (socket.onclose = resolve));
    expect(code).to.equal(1006);
    expect(events).to.deep.equal(['error']);
    expect(() => fixture.relay.connect({ sub: 'ann', username: 'ann' }).send('')).to.throw(DOMException);
  });
});
