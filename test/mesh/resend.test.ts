import { expect } from '@open-wc/testing';
import { Resend } from '../../src/mesh/resend.js';

describe('sending again', () => {
  it('goes on by the schedule, its last step over and over, until stopped', async () => {
    const at: number[] = [performance.now()];
    await new Promise<void>((resolve) => {
      const resend = new Resend(() => {
        at.push(performance.now());
        if (at.length < 5) return;
        resend.stop();
        resolve();
      }, [20, 60]);
    });
    const waits = at.slice(1).map((time, index) => time - (at[index] ?? 0));
    expect(waits).to.have.length(4);
    // Timers may be late, never early (but for a browser's rounding).
    [20, 60, 60, 60].forEach((least, index) => expect(waits[index]).to.be.at.least(least - 2));
  });

  it('sends nothing at once, and nothing after it was stopped, from within a sending too', async () => {
    const sent: string[] = [];
    const stopped = new Resend(() => sent.push('stopped'), [1]);
    stopped.stop();
    const inside: Resend = new Resend(() => {
      sent.push('inside');
      inside.stop();
    }, [1]);
    expect(sent).to.deep.equal([]);
    await new Promise<void>((resolve) => {
      let count = 0;
      const last = new Resend(() => {
        count += 1;
        if (count < 10) return;
        last.stop();
        resolve();
      }, [5]);
    });
    expect(sent).to.deep.equal(['inside']);
  });

  it('sends once more in between when it is asked to, but not after it was stopped', () => {
    let sent = 0;
    const resend = new Resend(() => (sent += 1), [60_000]);
    resend.now();
    expect(sent).to.equal(1);
    resend.stop();
    resend.now();
    expect(sent).to.equal(1);
  });
});
