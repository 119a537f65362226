import { expect } from '@open-wc/testing';
import { MeshPair } from './mesh-pair.js';

describe('a pair on its way', () => {
  it('can be closed at any moment of the way without a word on the console', async () => {
    const failures: unknown[] = [];
    const note = (event: PromiseRejectionEvent | ErrorEvent) => {
      failures.push('reason' in event ? event.reason : event.error);
      event.preventDefault();
    };
    globalThis.addEventListener('unhandledrejection', note);
    globalThis.addEventListener('error', note);
    try {
      for (let moment = 0; moment < 12; moment += 1) {
        let steps = 0;
        const cut = new MeshPair();
        cut.a.mesh.warm();
        cut.meet();
        // Counted in tasks: the pair is taken apart while it gathers, offers, answers, connects.
        await new Promise<void>((resolve) => {
          const channel = new MessageChannel();
          channel.port1.onmessage = () => {
            steps += 1;
            if (steps < 4 ** (moment / 2)) channel.port2.postMessage(0);
            else resolve();
          };
          channel.port2.postMessage(0);
        });
        cut.close();
        expect(cut.open()).to.have.length(0);
      }
      const last = new MeshPair();
      last.meet();
      await last.connected(); // What the others left undone has failed by now.
      last.close();
    } finally {
      globalThis.removeEventListener('unhandledrejection', note);
      globalThis.removeEventListener('error', note);
    }
    expect(failures).to.deep.equal([]);
  });
});
