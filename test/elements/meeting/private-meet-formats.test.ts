import { expect, fixture, html } from '@open-wc/testing';
import '../../../src/index.js';
import type { PrivateMeetElement } from '../../../src/elements/meeting/private-meet.js';
import { until } from '../../helpers/fixtures.js';
import { withoutCommonFormat } from '../../helpers/formats.js';
import { relayPage, tokenOf } from '../../helpers/relayed.js';

const callOf = (name: string): Promise<PrivateMeetElement> =>
  fixture<PrivateMeetElement>(
    html`<private-meet room="standup" token=${tokenOf(name)} ice-servers="[]" autojoin></private-meet>`,
  );
const wordsOf = (meet: Element): string => {
  const grid = meet.shadowRoot?.querySelector('pm-video-grid');
  const [other] = grid?.shadowRoot?.querySelectorAll('pm-video-tile:not([self])') ?? [];
  return other?.shadowRoot?.querySelector('.words')?.textContent ?? '';
};

describe('<private-meet> in browsers that have no video format in common', () => {
  it('says so on both tiles while a camera is on, and the call goes on by voice', async () => {
    const { restore } = relayPage();
    const undo = withoutCommonFormat();
    try {
      const [ann, bo] = await Promise.all([callOf('ann'), callOf('bo')]);
      const say = 'can’t see each other: your browsers don’t share a video format.';
      await until(() => wordsOf(ann) === `You and bo ${say}` && wordsOf(bo) === `You and ann ${say}`);
      await expect(ann).to.be.accessible();
      expect([ann, bo].map(({ peers }) => peers[0]?.stream.getAudioTracks().length)).to.deep.equal([1, 1]);
      await Promise.all([ann.toggleCamera(false), bo.toggleCamera(false)]);
      await until(() => wordsOf(ann) === '' && wordsOf(bo) === '');
      await Promise.all([ann.leave(), bo.leave()]);
    } finally {
      undo();
      restore();
    }
  });
});
