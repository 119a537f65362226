import { expect } from '@open-wc/testing';
import type { DeviceKind } from '../../src/media/device-failure.js';
import { LocalDevice } from '../../src/media/local-device.js';
import { StallWatch } from '../../src/media/stall-watch.js';
import { createCanvasTrack, createToneTrack } from '../helpers/tracks.js';
import { ofDevice } from './device-stub.js';

describe('StallWatch', () => {
  const sources: { stop(): unknown }[] = [];
  afterEach(async () => {
    await Promise.all(sources.splice(0).map((source) => source.stop()));
  });

  const trackOf = (kind: DeviceKind, deviceId: string): MediaStreamTrack => {
    const source = kind === 'camera' ? createCanvasTrack('teal') : createToneTrack();
    sources.push(source);
    return ofDevice(source.track, deviceId);
  };

  /** A device that is on, who watches it, and what came of that so far. */
  const watched = (kind: DeviceKind) => {
    const device = new LocalDevice(kind, () => undefined, () => undefined); // prettier-ignore
    const story: string[] = [];
    const open = (deviceId: string) => device.adopt(trackOf(kind, deviceId));
    const watch = new StallWatch(
      device,
      () => {
        story.push('renew');
        open(device.deviceId ?? '');
      },
      () => {
        story.push('stall');
        device.setStalled(true);
      },
      () => {
        story.push('off');
        device.turnOff();
      },
    );
    let now = 1_000;
    /** Looks every `period` for `time`, both in ms. */
    const pass = (time: number, gives: boolean, period = 500) => {
      for (const end = now + time; now < end;) watch.look(gives, (now += period));
      return story;
    };
    open('first');
    return { device, open, pass };
  };

  it('turns a camera off whose picture does not come for a minute, and leaves a microphone on', () => {
    for (const [kind, end] of [
      ['camera', ['off']],
      ['microphone', []],
    ] as const) {
      const { device, pass } = watched(kind);
      pass(12_000, false);
      expect(pass(65_000, false)).to.deep.equal(['renew', 'stall', ...end]);
      expect(device.isOn).to.equal(kind === 'microphone');
      pass(5_000, true);
      expect(device.isOn).to.equal(kind === 'microphone');
    }
  });

  it('opens a camera anew again that was well for a minute since', () => {
    const { pass } = watched('camera');
    pass(5_500, false);
    expect(pass(65_000, true)).to.deep.equal(['renew']);
    expect(pass(5_500, false)).to.deep.equal(['renew', 'renew']);
    pass(1_000, true);
    expect(pass(5_500, false), 'a moment is not enough').to.deep.equal(['renew', 'renew', 'stall']);
  });

  for (const kind of ['camera', 'microphone'] as const) {
    it(`has a ${kind} that gives nothing opened anew once, and told when that gives nothing either`, () => {
      const { device, pass } = watched(kind);
      expect(pass(4_500, false)).to.deep.equal([]);
      expect(pass(1_500, false)).to.deep.equal(['renew']);
      expect(device.isStalled).to.equal(false);
      expect(pass(5_500, false)).to.deep.equal(['renew', 'stall']);
      expect(device.isStalled).to.equal(true);
      expect(pass(50_000, false), 'told once').to.deep.equal(['renew', 'stall']);
      pass(500, true);
      expect(device).to.include({ isStalled: false, isOn: true });
    });

    it(`takes looks that are late for no quiet ${kind}`, () => {
      const { pass } = watched(kind);
      expect(pass(20_000, false, 4_000)).to.deep.equal([]);
      expect(pass(40_000, false, 4_000)).to.deep.equal(['renew']);
    });

    it(`has another ${kind} opened anew as well`, () => {
      const { open, pass } = watched(kind);
      pass(6_000, false);
      open('second');
      expect(pass(6_000, false)).to.deep.equal(['renew', 'renew']);
    });

    it(`judges no ${kind} that is off, another’s, or about to be another`, () => {
      const { device, pass } = watched(kind);
      device.turnOff();
      expect(pass(20_000, false)).to.deep.equal([]);
      device.adopt(trackOf(kind, 'first'));
      device.beginSwitch();
      expect(pass(20_000, false)).to.deep.equal([]);
      device.endSwitch(undefined);
      device.usePageTrack(trackOf(kind, 'page'));
      expect(pass(20_000, false)).to.deep.equal([]);
    });
  }

  it('has one opened anew once, even if it bears another id each time', () => {
    const device = new LocalDevice('camera', () => undefined, () => undefined); // prettier-ignore
    const story: string[] = [];
    const open = () => device.adopt(trackOf('camera', `id ${String(story.length)}`));
    const renew = () => {
      story.push('renew');
      open();
    };
    const watch = new StallWatch(device, renew, () => story.push('stall'), () => story.push('off')); // prettier-ignore
    open();
    for (let now = 1_000; story.length < 2 && now < 30_000; now += 500) watch.look(false, now);
    expect(story).to.deep.equal(['renew', 'stall']);
  });

  it('shows a camera that stalls as off, a microphone as what it is: on', () => {
    const [camera, microphone] = [watched('camera'), watched('microphone')];
    for (const { pass } of [camera, microphone]) pass(12_000, false);
    expect(camera.device).to.include({ isOn: false, sent: null, needsCapture: true });
    expect(microphone.device).to.include({ isOn: true, sent: microphone.device.track, needsCapture: false });
  });

  it('finds a camera that falls quiet, and not a microphone that was heard once', () => {
    const [camera, microphone] = [watched('camera'), watched('microphone')];
    for (const { pass } of [camera, microphone]) pass(3_000, true);
    expect(camera.pass(6_000, false)).to.deep.equal(['renew']);
    expect(microphone.pass(60_000, false)).to.deep.equal([]);
    microphone.open('first');
    expect(microphone.pass(6_000, false), 'opened anew it is another').to.deep.equal(['renew']);
  });
});
