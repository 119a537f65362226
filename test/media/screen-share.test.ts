import { expect } from '@open-wc/testing';
import { offered } from '../../src/elements/shared/capabilities.js';
import { errorText } from '../../src/elements/shared/error-text.js';
import type { MeetError } from '../../src/errors.js';
import { en } from '../../src/locales/en.js';
import { ScreenShare } from '../../src/media/screen-share.js';
import { until } from '../helpers/fixtures.js';
import { createCanvasTrack } from '../helpers/tracks.js';
import { createEndingTrack } from './ending-track.js';

interface Pick {
  readonly options: DisplayMediaStreamOptions | undefined;
  readonly allow: (track: MediaStreamTrack) => void;
  readonly refuse: (name: string, message?: string) => void;
}

describe('our screen', () => {
  let picks: Pick[];
  let errors: MeetError[];
  let changes: boolean[];
  let screen: ScreenShare;
  let picture: ReturnType<typeof createCanvasTrack>;

  beforeEach(() => {
    [picks, errors, changes] = [[], [], []];
    Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', {
      configurable: true,
      value: (options?: DisplayMediaStreamOptions) =>
        new Promise<MediaStream>((resolve, reject) => {
          picks.push({
            options,
            allow: (track) => resolve(new MediaStream([track])),
            refuse: (name, message) => reject(new DOMException(message ?? name, name)),
          });
        }),
    });
    picture = createCanvasTrack('navy');
    screen = new ScreenShare({ onChange: () => changes.push(screen.isOn), onError: (error) => errors.push(error) });
  });
  afterEach(() => {
    screen.stop();
    picture.stop();
    Reflect.deleteProperty(navigator.mediaDevices, 'getDisplayMedia');
  });

  it('is asked for in the task of the call, with its sound, and is sharp before it is smooth', async () => {
    const done = screen.start();
    expect(picks).to.have.length(1);
    expect(picks[0]?.options).to.deep.include({ selfBrowserSurface: 'exclude' });
    expect(picks[0]?.options?.audio).to.be.ok;
    picks[0]?.allow(picture.track);
    await done;
    expect(screen).to.include({ isOn: true, video: picture.track, audio: null });
    expect(picture.track.contentHint).to.equal('detail');
    expect(changes).to.deep.equal([true]);
    screen.stop();
    expect(picture.track.readyState).to.equal('ended');
    expect(screen).to.include({ isOn: false, video: null, stream: undefined });
    expect(changes).to.deep.equal([true, false]);
  });

  it('ends when it is stopped in the browser’s own bar', async () => {
    const ending = await createEndingTrack('video');
    const done = screen.start();
    picks[0]?.allow(ending.track);
    await done;
    await ending.end();
    expect(screen.isOn).to.equal(false);
    expect(changes).to.deep.equal([true, false]);
    expect(errors).to.have.length(0);
    ending.stop();
  });

  it('is one, however often it is asked for meanwhile', async () => {
    const done = Promise.all([screen.start(), screen.start()]);
    expect(picks).to.have.length(1);
    picks[0]?.allow(picture.track);
    await done;
    await screen.start();
    expect(picks).to.have.length(1);
  });

  it('is let go when it is picked after it was called off', async () => {
    const done = screen.start();
    screen.stop();
    picks[0]?.allow(picture.track);
    await done;
    expect(screen.isOn).to.equal(false);
    expect(picture.track.readyState).to.equal('ended');
    expect(changes).to.have.length(0);
  });

  it('is no failure when a person closes the picker', async () => {
    const done = screen.start();
    picks[0]?.refuse('NotAllowedError', 'Permission denied by user');
    await done;
    expect(errors).to.have.length(0);
    const again = screen.start();
    picks[1]?.allow(picture.track);
    await again;
    expect(screen.isOn, 'and can be asked for again').to.equal(true);
  });

  it('leaves the others’ voices out of the system’s sound, or else the system’s sound', () => {
    const { mediaDevices } = navigator;
    const knows = (...names: readonly string[]) =>
      Object.defineProperty(mediaDevices, 'getSupportedConstraints', {
        configurable: true,
        value: () => Object.fromEntries(names.map((name) => [name, true])),
      });
    const optionsOf = () => {
      void screen.start();
      screen.stop();
      return picks.at(-1)?.options;
    };
    try {
      knows('restrictOwnAudio', 'suppressLocalAudioPlayback');
      expect(optionsOf()).to.deep.include({
        audio: { restrictOwnAudio: true, suppressLocalAudioPlayback: false },
        systemAudio: 'include',
      });
      knows();
      expect(optionsOf()).to.deep.include({ audio: true, systemAudio: 'exclude' });
    } finally {
      Reflect.deleteProperty(mediaDevices, 'getSupportedConstraints');
    }
  });

  it('is shared without its sound where the system does not give that, and says so', async () => {
    const done = screen.start();
    picks[0]?.refuse('NotReadableError', 'Could not start audio source');
    await until(() => picks.length === 2);
    expect(picks[1]?.options?.audio).to.equal(false);
    picks[1]?.allow(picture.track);
    await done;
    expect(screen.isOn).to.equal(true);
    expect(errors.map(({ code, kept }) => [code, kept])).to.deep.equal([['screen-share-failed', true]]);
    const { title, hint } = errorText(errors[0]!, en);
    expect(`${title}. ${hint}`).to.equal(
      'Your screen is shared without its sound. Your system didn’t provide the sound.',
    );
    screen.stop();
    void screen.start();
    expect(picks[2]?.options?.audio, 'another time may go well').to.be.ok;
  });

  it('goes without its sound at the next press where the browser wants one for that', async () => {
    const done = screen.start();
    picks[0]?.refuse('NotReadableError', 'Could not start audio source');
    await until(() => picks.length === 2);
    picks[1]?.refuse('InvalidStateError', 'no gesture');
    await done;
    expect(errors.map(({ kept }) => kept)).to.deep.equal([undefined]);
    const again = screen.start();
    expect(picks[2]?.options?.audio).to.equal(false);
    picks[2]?.allow(picture.track);
    await again;
    expect(errors.at(-1)?.kept).to.equal(true);
  });

  it('tells what the frame around the page has to say when that is what refused', async () => {
    const featurePolicy = { features: () => ['display-capture'], allowsFeature: () => false };
    Object.defineProperty(document, 'featurePolicy', { configurable: true, value: featurePolicy });
    try {
      const done = screen.start();
      picks[0]?.refuse('NotAllowedError', 'Permission denied');
      await done;
      expect(errors[0]).to.include({ code: 'screen-share-failed', by: 'policy' });
      expect(errorText(errors[0]!, en).hint).to.contain('allow="display-capture"').and.not.contain('another window');
      expect(offered(new Set(['screen', 'hand']))).to.deep.equal(new Set(['hand']));
    } finally {
      Reflect.deleteProperty(document, 'featurePolicy');
    }
    expect(offered(new Set(['screen', 'hand']))).to.deep.equal(new Set(['screen', 'hand']));
  });

  it('fails in words when the system, the browser or the machine refuses', async () => {
    const refusals = [
      ['NotAllowedError', 'Permission denied by system'],
      ['InvalidStateError', 'no gesture'],
      ['NotReadableError', 'x'],
    ] as const;
    for (const [name, message] of refusals) {
      const done = screen.start();
      picks.at(-1)?.refuse(name, message);
      await done;
      expect(errors.at(-1)?.code).to.equal('screen-share-failed');
      expect((errors.at(-1)?.cause as DOMException).name).to.equal(name);
    }
    expect(errors).to.have.length(3);
    Object.defineProperty(navigator.mediaDevices, 'getDisplayMedia', { configurable: true, value: undefined });
    await screen.start();
    expect(errors, 'a phone').to.have.length(4);
  });
});
