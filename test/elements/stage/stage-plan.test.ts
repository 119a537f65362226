import { expect } from '@open-wc/testing';
import {
  newestFirst,
  nextOnStage,
  planStage,
  showsScreen,
  STAY,
  type StageFacts,
} from '../../../src/elements/stage/stage-plan.js';
import type { Peer } from '../../../src/room/types.js';
import { peerOf } from '../../helpers/fixtures.js';

const factsOf = (ids: string, over: Partial<StageFacts> = {}): StageFacts => ({
  layout: 'auto',
  peers: [...ids].map((id) => peerOf({ id })),
  screens: [],
  selfId: 'me',
  selfHidden: false,
  pinned: undefined,
  pinsScreen: false,
  speaker: undefined,
  isSmall: false,
  isTiny: false,
  hasFreeCell: false,
  ...over,
});

/** As in `stage | others`, with a `~` where the self view floats. */
const told = (facts: StageFacts): string => {
  const { stage, others, floats } = planStage(facts);
  return [stage, '|', ...others, floats ? '~' : ''].filter(Boolean).join(' ');
};

describe('planStage', () => {
  const cases: readonly [what: string, people: string, over: Partial<StageFacts>, plan: string][] = [
    ['alone', '', {}, '| self'],
    ['alone, whatever the layout', '', { layout: 'speaker' }, 'self |'],
    ['alone, also with the self view hidden', '', { selfHidden: true }, '| self'],
    ['two', 'a', {}, '| c:a ~'],
    ['two, the self view hidden', 'a', { selfHidden: true }, '| c:a'],
    ['three', 'ab', {}, '| c:a c:b self'],
    ['three on a phone', 'ab', { isSmall: true }, '| c:a c:b ~'],
    ['four on a phone', 'abc', { isSmall: true }, '| c:a c:b c:c ~'],
    [
      'four on a phone, with a cell of the grid free',
      'abc',
      { isSmall: true, hasFreeCell: true },
      '| c:a c:b c:c self',
    ],
    ['two on a phone, however much is free', 'a', { isSmall: true, hasFreeCell: true }, '| c:a ~'],
    ['five on a phone: a self view over them would cover a face', 'abcd', { isSmall: true }, '| c:a c:b c:c c:d self'],
    ['the speaker takes no stage by itself', 'ab', { speaker: 'b' }, '| c:a c:b self'],
    ['the speaker in the speaker layout', 'abc', { layout: 'speaker', speaker: 'b' }, 'c:b | c:a c:c self'],
    ['the first before anybody spoke', 'abc', { layout: 'speaker' }, 'c:a | c:b c:c self'],
    ['the first when the speaker left', 'abc', { layout: 'speaker', speaker: 'x' }, 'c:a | c:b c:c self'],
    ['two in the speaker layout', 'a', { layout: 'speaker' }, 'c:a | ~'],
    ['somebody pinned', 'abc', { pinned: 'c' }, 'c:c | c:a c:b self'],
    ['oneself pinned', 'ab', { pinned: 'me' }, 'self | c:a c:b'],
    ['oneself pinned, although hidden', 'ab', { pinned: 'me', selfHidden: true }, 'self | c:a c:b'],
    ['somebody pinned who left', 'ab', { pinned: 'x' }, '| c:a c:b self'],
    ['a screen', 'ab', { screens: ['b'] }, 's:b | c:a c:b self'],
    ['a screen of the only other one', 'a', { screens: ['a'] }, 's:a | c:a self'],
    ['the newest of two screens', 'ab', { screens: ['b', 'a'] }, 's:b | s:a c:a c:b self'],
    ['somebody pinned while a screen is shown', 'ab', { screens: ['b'], pinned: 'b' }, 'c:b | s:b c:a self'],
    ['a screen pinned', 'ab', { screens: ['b', 'a'], pinned: 'a', pinsScreen: true }, 's:a | s:b c:a c:b self'],
    ['a pinned screen that ended: the face', 'ab', { pinned: 'a', pinsScreen: true }, 'c:a | c:b self'],
    ['a screen in the grid', 'ab', { layout: 'grid', screens: ['b'] }, '| s:b c:a c:b self'],
    ['somebody pinned in the grid comes first', 'abc', { layout: 'grid', pinned: 'c' }, '| c:c c:a c:b self'],
    ['a tiny box', 'abc', { isTiny: true, speaker: 'b' }, 'c:b |'],
    ['a tiny box with a grid', 'abc', { isTiny: true, layout: 'grid', screens: ['c'] }, 's:c |'],
    ['a tiny box, alone', '', { isTiny: true }, 'self |'],
  ];
  for (const [what, people, over, plan] of cases) {
    it(what, () => {
      expect(told(factsOf(people, over))).to.equal(plan);
    });
  }

  it('tells a person from a screen by more than the id, which comes from others', () => {
    const ids = ['self', 's:a', 'c:a'];
    const facts = factsOf('', { peers: ids.map((id) => peerOf({ id })), screens: ['a'] });
    expect(planStage(facts).others).to.deep.equal(['c:self', 'c:s:a', 'c:c:a', 'self']);
    expect(planStage(facts).stage).to.equal('s:a');
  });
});

describe('showsScreen', () => {
  it('is for a screen that can arrive', () => {
    const shows = (over: Partial<Peer>) => showsScreen(peerOf({ id: 'a', screen: true, ...over }), false);
    expect(shows({})).to.equal(true);
    expect(shows({ state: 'reconnecting' })).to.equal(true);
    expect(shows({ state: 'failed' })).to.equal(false);
    expect(shows({ screen: false })).to.equal(false);
    expect(shows({ trust: 'refused' })).to.equal(false);
  });

  it('is, where it is required, for a screen of who is verified', () => {
    const shows = (over: Partial<Peer>) => showsScreen(peerOf({ id: 'a', screen: true, ...over }), true);
    expect(shows({ trust: 'pending' })).to.equal(false);
    expect(shows({ trust: 'unverified' })).to.equal(false);
    expect(shows({ trust: 'code', verified: true })).to.equal(true);
  });
});

describe('newestFirst', () => {
  it('puts what is new in front and keeps the rest in order', () => {
    expect(newestFirst([], ['a', 'b'])).to.deep.equal(['b', 'a']);
    expect(newestFirst(['b', 'a'], ['a', 'b', 'c'])).to.deep.equal(['c', 'b', 'a']);
    expect(newestFirst(['c', 'b', 'a'], ['a', 'c'])).to.deep.equal(['c', 'a']);
  });
});

describe('nextOnStage', () => {
  const everybody = (): boolean => true;

  it('keeps who came to the stage for a while, whoever speaks', () => {
    const first = nextOnStage(undefined, 'a', everybody, 1000);
    expect(first).to.deep.equal({ id: 'a', since: 1000 });
    expect(nextOnStage(first, 'b', everybody, 1000 + STAY - 1)).to.equal(first);
    expect(nextOnStage(first, 'b', everybody, 1000 + STAY)).to.deep.equal({ id: 'b', since: 1000 + STAY });
  });

  it('keeps who spoke last while nobody does', () => {
    const last = { id: 'a', since: 0 };
    expect(nextOnStage(last, undefined, everybody, 1e6)).to.equal(last);
  });

  it('lets the next one on at once when the last one left', () => {
    const isThere = (id: string): boolean => id !== 'a';
    expect(nextOnStage({ id: 'a', since: 0 }, 'b', isThere, 1)).to.deep.equal({ id: 'b', since: 1 });
    expect(nextOnStage({ id: 'a', since: 0 }, undefined, isThere, 1)).to.equal(undefined);
    expect(nextOnStage({ id: 'b', since: 0 }, 'a', isThere, 1e6)?.id).to.equal('b');
  });
});
