import { expect } from '@open-wc/testing';
import { Counterpart } from '../../src/mesh/counterpart.js';
import { Gate } from '../../src/mesh/gate.js';
import type { Signal } from '../../src/protocol/messages.js';

const printOf = (byte: string) => byte.repeat(32);
const offerOf = (session: string, byte: string): Signal => ({
  type: 'webrtc.offer',
  sdp: `v=0\r\na=fingerprint:sha-256 ${Array(32).fill(byte).join(':')}\r\n`,
  x: { from: `${session}.0`, n: 1 },
});

describe('however many sessions a server makes up of somebody', () => {
  let gate: Gate;
  let told: string[];
  beforeEach(() => {
    told = [];
    const other = new Counterpart();
    other.settle('ours');
    const host = { admits: () => true, requiresTrust: () => false };
    gate = new Gate('bo', other, host, ({ code }) => told.push(code));
    for (let count = 0; count < 1_000; count += 1) {
      gate.note({ session: `made-up-${String(count)}`, own: printOf('00'), theirs: printOf('aa') });
      gate.shut(`made-up-${String(count)}`);
    }
  });

  it('the true one gets a connection, and no other certificate takes its place', () => {
    expect(gate.passes(offerOf('true', 'bb'), undefined)).to.equal(true);
    expect(gate.note({ session: 'true', own: printOf('00'), theirs: printOf('bb') })).to.equal(true);
    expect(gate.passes(offerOf('true', 'cc'), undefined)).to.equal(false);
    expect(gate.note({ session: 'true', own: printOf('00'), theirs: printOf('cc') })).to.equal(false);
    expect(gate.passes(offerOf('true', 'bb'), undefined)).to.equal(true);
    expect(told).to.deep.equal(['tampered', 'tampered']);
  });

  it('one that was shut and goes on trying stays so', () => {
    gate.shut('liar');
    for (let count = 0; count < 200; count += 1) {
      gate.shut(`another-${String(count)}`);
      expect(gate.passes(offerOf('liar', 'aa'), undefined), `after ${String(count)} more`).to.equal(false);
    }
    gate.shut('first');
    for (let count = 0; count < 60; count += 1) gate.shut(`later-${String(count)}`);
    gate.shut('first');
    for (let count = 60; count < 100; count += 1) gate.shut(`later-${String(count)}`);
    expect(gate.passes(offerOf('first', 'aa'), undefined), 'shut twice').to.equal(false);
  });

  it('the last one that was shut stays so', () => {
    gate.shut('the last');
    expect(gate.isOpen).to.equal(false);
    expect(gate.passes(offerOf('the last', 'aa'), undefined)).to.equal(false);
    expect(gate.isOpen).to.equal(false);
  });
});
