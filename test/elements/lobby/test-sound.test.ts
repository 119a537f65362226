import { expect } from '@open-wc/testing';
import type { ReactiveControllerHost } from 'lit';
import { chime } from '../../../src/elements/shared/chime.js';
import { TestSound } from '../../../src/elements/lobby/test-sound.js';
import { canChooseOutput } from '../../../src/media/devices.js';

/** A host that remembers what it would have drawn. */
const hostOf = () => {
  const drawn: string[] = [];
  const settled: { state: string; resolve: () => void }[] = [];
  const host: ReactiveControllerHost = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => {
      drawn.push(sound.state);
      for (const wait of settled) if (wait.state === sound.state) wait.resolve();
    },
    updateComplete: Promise.resolve(true),
  };
  const sound: TestSound = new TestSound(host);
  const until = (state: string): Promise<void> => new Promise((resolve) => settled.push({ state, resolve }));
  return { sound, drawn, until };
};

/** URLs that were made and not given back. */
const watchUrls = () => {
  const open = new Set<string>();
  const createObjectURL = URL.createObjectURL.bind(URL);
  const revokeObjectURL = URL.revokeObjectURL.bind(URL);
  URL.createObjectURL = (object) => {
    const url = createObjectURL(object);
    open.add(url);
    return url;
  };
  URL.revokeObjectURL = (url) => {
    open.delete(url);
    revokeObjectURL(url);
  };
  return { open, restore: () => Object.assign(URL, { createObjectURL, revokeObjectURL }) };
};

describe('chime', () => {
  it('is a short sound that begins and ends softly and is never cut off', async () => {
    const context = new OfflineAudioContext(1, 1, 24_000);
    const sound = await context.decodeAudioData(await chime().arrayBuffer());
    expect(sound.duration).to.be.closeTo(1.3, 0.05);
    const samples = sound.getChannelData(0);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    expect(loudest).to.be.within(0.1, 0.9);
    expect(Math.abs(samples[0] ?? 1)).to.be.below(0.01);
    expect(Math.abs(samples.at(-1) ?? 1)).to.be.below(0.02);
  });
});

describe('TestSound', () => {
  let urls: ReturnType<typeof watchUrls>;
  beforeEach(() => {
    urls = watchUrls();
  });
  afterEach(() => {
    urls.restore();
  });

  it('plays once, says so meanwhile, and leaves nothing behind', async () => {
    const { sound, drawn, until } = hostOf();
    const over = until('quiet');
    await sound.play('');
    expect(sound.state).to.equal('playing');
    await over;
    expect(drawn).to.deep.equal(['playing', 'quiet']);
    expect(urls.open.size).to.equal(0);
  });

  it('begins anew when it is asked for again, and stops with its host', async () => {
    const { sound, drawn } = hostOf();
    await sound.play('');
    await sound.play('');
    expect(urls.open.size).to.equal(1);
    sound.hostDisconnected();
    expect(drawn.at(-1)).to.equal('quiet');
    expect(urls.open.size).to.equal(0);
  });

  it('says so too when nothing comes of it', async () => {
    const play = Reflect.get(HTMLMediaElement.prototype, 'play');
    HTMLMediaElement.prototype.play = () => new Promise(() => undefined);
    try {
      const { sound, until } = hostOf();
      const over = until('failed');
      void sound.play('');
      await over;
      expect(urls.open.size).to.equal(0);
    } finally {
      HTMLMediaElement.prototype.play = play;
    }
  });

  it('says when the speakers cannot be used', async () => {
    expect(canChooseOutput()).to.equal(true); // in both browsers of this suite
    const { sound } = hostOf();
    await sound.play('no such speakers');
    expect(sound.state).to.equal('failed');
    expect(urls.open.size).to.equal(0);
  });
});
