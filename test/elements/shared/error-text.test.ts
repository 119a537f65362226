import { expect } from '@open-wc/testing';
import { canTryAgain, errorText } from '../../../src/elements/shared/error-text.js';
import { MEET_ERROR_CODES, MeetError } from '../../../src/errors.js';
import { en } from '../../../src/locales/en.js';

describe('the words for an error', () => {
  for (const code of MEET_ERROR_CODES) {
    it(`say what ${code} means and what to do, without the code`, () => {
      const { title, hint } = errorText(new MeetError(code, 'for developers'), en);
      expect(title).to.have.length.within(10, 70);
      expect(hint).to.have.length.within(10, 140);
      expect(`${title} ${hint}`).not.to.contain('undefined').and.not.to.contain('for developers');
      if (code.includes('-')) expect(`${title} ${hint}`).not.to.contain(code);
    });
  }

  it('name the device', () => {
    for (const code of ['permission-denied', 'device-missing', 'device-busy', 'device-lost'] as const) {
      const { title } = errorText(new MeetError(code, '', { device: 'camera' }), en);
      expect(title.toLowerCase(), code).to.contain('camera').and.not.to.contain('microphone');
    }
  });

  it('tell who said no', () => {
    const titles = (['user', 'policy', 'system', 'unknown'] as const).map(
      (by) => errorText(new MeetError('permission-denied', '', { device: 'microphone', by }), en).hint,
    );
    expect(new Set(titles).size).to.equal(4);
    expect(titles[0]).to.contain('You blocked');
    expect(titles[1]).to.contain('allow="microphone"');
    expect(titles[2]).to.contain('system');
  });

  it('name the peer, and what a person can do about the network', () => {
    const { title, hint } = errorText(new MeetError('peer-unreachable', '', { peer: 'x' }), en, 'Bo');
    expect(title).to.contain('Bo');
    expect(hint).to.contain('VPN').and.not.to.contain('TURN');
  });

  it('say how long to wait', () => {
    const hint = (retryAfter: number) => errorText(new MeetError('rate-limited', '', { retryAfter }), en).hint;
    expect(hint(11.2)).to.contain('12 seconds');
    expect(hint(0.3)).to.contain('1 second,');
  });

  it('tell what did not come on the way in from what the page wrote, and say whether the call goes on', () => {
    const [late, over] = [0, 1].map(() => new MeetError('ice-servers-invalid', '', { retryAfter: 0 }));
    over!.fatal = true;
    const hints = [late!, over!].map((error) => errorText(error, en).hint);
    expect(hints[0]).to.contain('goes on').and.not.to.contain('JSON');
    expect(hints[1]).to.contain('can’t begin').and.not.to.contain('JSON');
    const { title } = errorText(new MeetError('server-invalid', '', { retryAfter: 0 }), en);
    expect(title).to.contain('no meeting server');
    expect(canTryAgain(over!)).to.equal(true);
  });

  it('come with a button only where pressing one can help', () => {
    expect(canTryAgain(new MeetError('server-unreachable', ''))).to.equal(true);
    expect(canTryAgain(new MeetError('unsupported-browser', ''))).to.equal(false);
    expect(canTryAgain(new MeetError('room-missing', ''))).to.equal(false);
    expect(canTryAgain(new MeetError('trust-unsupported', ''))).to.equal(false);
  });

  it('offers no button to who was put out and stays out', () => {
    expect(canTryAgain(new MeetError('not-admitted', '', { reason: 'removed' }))).to.equal(false);
    expect(canTryAgain(new MeetError('not-admitted', '', { reason: 'denied' }))).to.equal(true);
    expect(canTryAgain(new MeetError('room-locked', ''))).to.equal(true);
  });
});
