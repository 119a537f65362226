import { expect } from '@open-wc/testing';
import { barSize, inBar } from '../../../src/elements/bar/bar-layout.js';
import { CONTROLS, type ControlName } from '../../../src/room/types.js';

const all = new Set(CONTROLS);
const barOf = (width: number, offered: ReadonlySet<ControlName> = all, control?: number): string =>
  [...inBar(width, offered, control)].join(' ');

describe('barSize and inBar', () => {
  it('keep to the widths of the design', () => {
    expect([319, 320, 599, 600].map((width) => barSize(width))).to.deep.equal(['xs', 'sm', 'sm', 'md']);
  });

  it('have room for all in a wide box, and for less in each narrower one', () => {
    expect(barOf(1200)).to.equal('microphone camera screen hand reactions people chat leave');
    expect(barOf(620)).to.equal('microphone camera screen hand people chat leave');
    expect(barOf(400)).to.equal('microphone camera hand people chat leave');
    expect(barOf(390)).to.equal('microphone camera hand chat leave');
    expect(barOf(320)).to.equal('microphone camera hand leave');
    expect(barOf(280)).to.equal('microphone camera leave');
    expect(barOf(180)).to.equal('microphone leave');
  });

  it('hold of what is offered nothing else', () => {
    expect(barOf(1200, new Set(['camera', 'layout', 'leave']))).to.equal('camera leave');
  });

  it('count in buttons: larger ones leave room for fewer', () => {
    expect(barSize(700, 88)).to.equal('sm');
    expect(barOf(1200, all, 88)).to.equal('microphone camera screen hand people chat leave');
  });
});
