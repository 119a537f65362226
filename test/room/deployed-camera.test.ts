import { expect } from '@open-wc/testing';
import { DeployedRoom, moves, seen } from './deployed-room.js';

describe('the camera of a deployed client', () => {
  let room: DeployedRoom;
  beforeEach(() => {
    room = new DeployedRoom();
  });
  afterEach(() => room.close());

  it('is off while its pictures are black, and on again with the first that is not', async () => {
    const ours = room.begin('mm');
    await ours.join();
    const theirs = await room.deployed('zz', { videoTrack: room.picture('teal') });
    const { stream } = await seen(ours, ({ camera }) => camera);
    await moves(stream);
    theirs.cameraEnabled = false;
    const off = await seen(ours, ({ camera }) => !camera);
    expect(off.stream.getVideoTracks()).to.deep.equal([]);
    expect(off.microphone).to.equal(true);
    theirs.cameraEnabled = true;
    await seen(ours, ({ camera }) => camera);
    await moves(stream);
  });
});
