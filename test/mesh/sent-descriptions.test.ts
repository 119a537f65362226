import { expect } from '@open-wc/testing';
import { DEPLOYED, OURS } from '../../src/mesh/resend.js';
import { SentDescriptions } from '../../src/mesh/sent-descriptions.js';
import type { Signal } from '../../src/protocol/messages.js';

const OFFER = { type: 'webrtc.offer', sdp: 'offer', x: { from: 'a', n: 1 } } as const;
const ANSWER = { type: 'webrtc.answer', sdp: 'answer', x: { from: 'a', n: 1 } } as const;
/** Milliseconds after which a description may go out again. */
const REST = 300;

describe('the descriptions that went out', () => {
  let now = 0;
  let isOurs = true;
  let wantsDtx = false;
  let sent: Signal[] = [];
  let timers: { readonly ms: number; readonly run: () => void }[] = [];
  let connection: { connectionState: RTCPeerConnectionState; localDescription: RTCSessionDescription | null };
  let descriptions: SentDescriptions;

  beforeEach(() => {
    performance.now = () => now;
    isOurs = true;
    wantsDtx = false;
    sent = [];
    timers = [];
    connection = { connectionState: 'new', localDescription: null };
    const after = (ms: number, run: () => void) => {
      const timer = { ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((other) => other !== timer);
      };
    };
    const pair = { isOurs: () => isOurs, wantsDtx: () => wantsDtx, send: (signal: Signal) => sent.push(signal) };
    descriptions = new SentDescriptions(connection, () => pair, { time: { now: () => now, after }, trip: () => 0 });
  });
  afterEach(() => {
    Reflect.deleteProperty(performance, 'now');
  });

  const types = () => sent.map(({ type }) => type.replace('webrtc.', ''));
  const waits = () => timers.map(({ ms }) => ms);
  const rest = () => (now += REST);
  /** The time of all that waits has come. */
  const pass = () => {
    rest();
    for (const { run } of timers.splice(0)) run();
  };

  it('ask for the same when they go out again, whatever is wanted by then: the first may have been taken', () => {
    descriptions.offer(OFFER);
    wantsDtx = true;
    pass();
    expect([sent.length, descriptions.hasDtx]).to.deep.equal([2, false]);
    descriptions.offer({ ...OFFER, x: { from: 'a', n: 2 } });
    expect(descriptions.hasDtx).to.equal(true);
  });

  it('hold an offer until it is dropped', () => {
    descriptions.offer(OFFER);
    expect(types()).to.deep.equal(['offer']);
    pass();
    pass();
    expect(sent).to.deep.equal([OFFER, OFFER, OFFER]);
    descriptions.dropOffer();
    expect(timers).to.deep.equal([]);
    rest();
    descriptions.remind();
    expect(sent).to.have.length(3);
  });

  it('go out more often once the other end turns out to be ours, and at once', () => {
    isOurs = false;
    descriptions.offer(OFFER);
    expect(waits()).to.deep.equal([DEPLOYED[0]]);
    isOurs = true;
    rest();
    descriptions.hasten();
    expect(types()).to.deep.equal(['offer', 'offer']);
    expect(waits()).to.deep.equal([OURS[0]]);
  });

  it('go out once for a hundred reminders', () => {
    descriptions.offer(OFFER);
    rest();
    for (let word = 0; word < 100; word += 1) descriptions.remind();
    expect(types()).to.deep.equal(['offer', 'offer']);
  });

  it('hold an answer: unasked until the other end has it, and whenever it is asked for again', () => {
    descriptions.answer(ANSWER);
    pass();
    expect(types()).to.deep.equal(['answer', 'answer']);
    descriptions.restAnswer();
    expect(timers).to.deep.equal([]);
    rest();
    descriptions.remind();
    expect(sent).to.have.length(2);
    descriptions.answerAgain();
    expect(types()).to.deep.equal(['answer', 'answer', 'answer']);
    rest();
    descriptions.dropAnswer();
    descriptions.answerAgain();
    expect(sent).to.have.length(3);
  });

  it('leave an answer alone once it has connected us, and to a deployed client, which asks', () => {
    descriptions.answer(ANSWER);
    connection.connectionState = 'connected';
    pass();
    expect(types()).to.deep.equal(['answer']);
    expect(timers).to.deep.equal([]);
    isOurs = false;
    descriptions.answer(ANSWER);
    expect(timers).to.deep.equal([]);
  });

  it('remind of the offer before the answer', () => {
    descriptions.answer(ANSWER);
    descriptions.offer(OFFER);
    rest();
    descriptions.remind();
    expect(types()).to.deep.equal(['answer', 'offer', 'offer']);
  });

  it('take along to ours the candidates that were found since, and stay as they were to a deployed client', () => {
    const found = (type: RTCSdpType) => new RTCSessionDescription({ type, sdp: 'with more' });
    descriptions.offer(OFFER);
    connection.localDescription = found('offer');
    pass();
    expect(sent.at(-1)).to.deep.equal({ ...OFFER, sdp: 'with more' });
    connection.localDescription = found('answer'); // of another round
    pass();
    expect(sent.at(-1)).to.deep.equal(OFFER);
    connection.localDescription = found('offer');
    isOurs = false;
    pass();
    expect(sent.at(-1)).to.deep.equal(OFFER);
  });

  it('are silent after the end', () => {
    descriptions.answer(ANSWER);
    descriptions.offer(OFFER);
    descriptions.stop();
    expect(timers).to.deep.equal([]);
  });
});
