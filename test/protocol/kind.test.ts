import { expect } from '@open-wc/testing';
import { errorName, isDOMException, isRefusal, isThenable, kindOf } from '../../src/protocol/kind.js';

/** The classes of another document. */
const withFrame = (then: (other: Window & typeof globalThis) => void): void => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  then(frame.contentWindow as Window & typeof globalThis);
  frame.remove();
};

describe('what something is', () => {
  it('is known of what another document made', () => {
    withFrame((other) => {
      expect(new other.DOMException('no') instanceof DOMException, 'another class').to.equal(false);
      expect(isDOMException(new other.DOMException('no', 'NotAllowedError'))).to.equal(true);
      expect(errorName(new other.DOMException('no', 'NotAllowedError'))).to.equal('NotAllowedError');
      expect(isRefusal(new other.TypeError('no'))).to.equal(true);
      expect(isThenable(other.Promise.resolve(1))).to.equal(true);
      expect(kindOf(new other.ArrayBuffer(1))).to.equal('ArrayBuffer');
    });
  });

  it('is known of what a page put in the platform’s place', () => {
    const real = Promise;
    class Patched {
      then(): void {}
    }
    Object.assign(globalThis, { Promise: Patched });
    try {
      expect(isThenable(real.resolve(1))).to.equal(true);
      expect(isThenable(new Patched() as unknown as PromiseLike<number>)).to.equal(true);
    } finally {
      Object.assign(globalThis, { Promise: real });
    }
  });

  it('is nothing of the kind for what a page may throw or give back', () => {
    for (const value of [undefined, null, 0, '', 'then', {}, [], { then: 1, name: 2 }, Symbol('name')]) {
      expect(isThenable(value as unknown)).to.equal(false);
      expect(isDOMException(value)).to.equal(false);
      expect(isRefusal(value)).to.equal(false);
      expect(errorName(value)).to.equal('');
    }
  });

  it('is no refusal when we are at fault', () => {
    expect(isRefusal(new RangeError('ours'))).to.equal(false);
  });
});
