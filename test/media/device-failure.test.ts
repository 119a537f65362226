import { expect } from '@open-wc/testing';
import { type MeetError } from '../../src/errors.js';
import { deviceFailure, gatherPermissionFacts, type PermissionFacts } from '../../src/media/device-failure.js';

const NOTHING: PermissionFacts = { allowedByPolicy: undefined, permission: undefined };
const of = (name: string, message = name, facts = NOTHING): MeetError =>
  deviceFailure('camera', new DOMException(message, name), facts);

describe('a device that does not open', () => {
  it('has a reason by the name of the browser’s exception', () => {
    const codes = {
      NotAllowedError: 'permission-denied',
      SecurityError: 'permission-denied',
      NotFoundError: 'device-missing',
      OverconstrainedError: 'device-missing',
      NotReadableError: 'device-busy',
      AbortError: 'device-busy',
      InvalidStateError: 'internal',
    };
    for (const [name, code] of Object.entries(codes)) {
      const error = of(name);
      expect(error, name).to.include({ code, device: 'camera' });
      expect(error.cause, name).to.be.instanceOf(DOMException);
    }
  });

  it('fails in words also where the browser throws something else', () => {
    expect(deviceFailure('microphone', new TypeError('x'), NOTHING)).to.include({
      code: 'internal',
      device: 'microphone',
    });
    expect(deviceFailure('microphone', undefined, NOTHING)).to.include({ code: 'internal' });
  });

  it('says who refused, as far as the browser lets one know', () => {
    const by = (message: string, facts: Partial<PermissionFacts>) =>
      of('NotAllowedError', message, { ...NOTHING, ...facts }).by;
    expect(by('Permission denied', { allowedByPolicy: false, permission: 'denied' })).to.equal('policy');
    expect(by('Permission denied by system', { allowedByPolicy: true })).to.equal('system');
    expect(by('Permission denied', { allowedByPolicy: true })).to.equal('user');
    expect(by('Permission dismissed', { allowedByPolicy: true })).to.equal('user');
    expect(by('x', { permission: 'denied' })).to.equal('user');
    expect(by('The request is not allowed by the user agent', {})).to.equal('unknown');
    expect(of('NotFoundError').by, 'nobody did').to.equal(undefined);
  });

  it('looks for the facts where there are some, and never fails on it', async () => {
    const facts = await gatherPermissionFacts('camera');
    expect(facts.allowedByPolicy).to.be.oneOf([true, undefined]);
    expect(facts.permission).to.be.oneOf(['granted', 'prompt', 'denied', undefined]);
  });

  it('knows nothing of permissions where the browser does not know the device', async () => {
    Object.defineProperty(navigator.permissions, 'query', {
      configurable: true,
      value: () => Promise.reject(new TypeError('no such name')),
    });
    try {
      expect((await gatherPermissionFacts('microphone')).permission).to.equal(undefined);
    } finally {
      Reflect.deleteProperty(navigator.permissions, 'query');
    }
  });
});
