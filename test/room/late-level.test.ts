import { expect } from '@open-wc/testing';
import { createMeeting } from '../../src/core.js';
import { $callParts } from '../../src/room/late-call.js';
import { createToneTrack } from '../helpers/tracks.js';
import { until } from '../helpers/fixtures.js';

describe('a microphone that is turned on before the call', () => {
  it('is listened to as soon as that part has come, also where the lobby is the page’s own', async () => {
    const here = $callParts.get();
    $callParts.set(undefined);
    const source = createToneTrack();
    const meeting = createMeeting({ microphoneTrack: source.track });
    try {
      await meeting.toggleMicrophone(true);
      expect($callParts.get()).to.equal(undefined);
      await until(() => $callParts.get() !== undefined);
      await until(() => meeting.store.$level.get() > 0);
    } finally {
      await meeting.leave();
      await source.stop();
      $callParts.set(here);
    }
  });
});
