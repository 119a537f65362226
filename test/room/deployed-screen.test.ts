import { expect } from '@open-wc/testing';
import type { Meeting } from '../../src/core.js';
import type { DeployedClient } from '../helpers/deployed-client/client.js';
import { DeployedRoom, moves, seen } from './deployed-room.js';

/** Ours sorts between the two. */
const [FIRST, OURS, LAST] = ['aa', 'mm', 'zz'] as const;

describe('the pictures of a deployed client', () => {
  let room: DeployedRoom;
  beforeEach(() => {
    room = new DeployedRoom();
  });
  afterEach(() => room.close());

  const meet = async (id: string): Promise<{ ours: Meeting; theirs: DeployedClient }> => {
    const ours = room.begin(OURS, { microphoneOff: false });
    await ours.join();
    const theirs = await room.deployed(id);
    await seen(ours, ({ state, microphone }) => state === 'connected' && microphone);
    await theirs.waitFor(() => theirs.connected.length === 1, 'connected');
    return { ours, theirs };
  };

  /** The next offers of both cross. */
  const cross = () => {
    let release = () => {};
    const bothOffered = new Promise<void>((resolve) => (release = resolve));
    const offers = new Set<string | undefined>();
    room.relay.onUplink = ({ type }, { user }) => {
      if (type !== 'webrtc.offer' || offers.size === 2) return 'pass';
      if (offers.add(user.sub).size === 2) release();
      return bothOffered;
    };
  };

  for (const id of [FIRST, LAST]) {
    const order = id === FIRST ? 'its id sorts first' : 'ours sorts first';

    it(`its camera is a camera, and its screen shows later, when both add their first video at once and ${order}`, async () => {
      const { ours, theirs } = await meet(id);
      cross();
      theirs.setCamera(room.picture('teal'));
      await ours.toggleCamera(true);
      const peer = await seen(ours, ({ camera }) => camera);
      expect(peer.screen).to.equal(false);
      await moves(peer.stream);
      await theirs.waitFor(() => theirs.pairs.get(OURS)?.view.video, 'our picture');
      await theirs.waitForMedia(OURS);

      await theirs.startScreen(room.picture('navy'));
      const sharing = await seen(ours, ({ camera, screen }) => camera && screen);
      await moves(sharing.screenStream);
      expect(sharing.stream.getVideoTracks()).to.have.length(1);
    });

    it(`its screen is a screen when our camera comes on with it and ${order}`, async () => {
      const { ours, theirs } = await meet(id);
      cross();
      await Promise.all([theirs.startScreen(room.picture('navy')), ours.toggleCamera(true)]);
      const peer = await seen(ours, ({ screen }) => screen);
      expect(peer.camera).to.equal(false);
      await moves(peer.screenStream);
      theirs.setCamera(room.picture('teal'));
      await moves((await seen(ours, ({ camera, screen }) => camera && screen)).stream);
    });

    it(`its screen is a screen when it shares it from the start and ${order}`, async () => {
      const theirs = await room.deployed(id);
      await theirs.startScreen(room.picture('navy'), room.tone());
      const ours = room.begin(OURS, { cameraOff: false });
      await ours.join();
      const peer = await seen(ours, ({ screen }) => screen);
      expect(peer.camera).to.equal(false);
      await moves(peer.screenStream);
      await seen(ours, ({ screenStream }) => screenStream.getAudioTracks().length === 1);
      expect(peer.stream.getAudioTracks()).to.have.length(1);
    });
  }

  it('its screen goes when only the packets of that line end, its camera stays, and it moves again when shared again', async () => {
    const { ours, theirs } = await meet(FIRST);
    theirs.setCamera(room.picture('teal'));
    await seen(ours, ({ camera }) => camera);
    await theirs.startScreen(room.picture('navy'), room.tone());
    const { screenStream } = await seen(ours, ({ screen }) => screen);
    await moves(screenStream);
    await theirs.stopScreen();
    const stopped = await seen(ours, ({ screen }) => !screen);
    expect(stopped.screenStream.getTracks()).to.deep.equal([]);
    expect(stopped.camera).to.equal(true);
    await moves(stopped.stream);
    await theirs.startScreen(room.picture('maroon'), room.tone());
    await moves((await seen(ours, ({ screen }) => screen)).screenStream);
    expect(screenStream.getTracks()).to.have.length(2);
    expect(room.told(ours, 'error protocol')).to.equal(0);
  });
});
