import { expect } from '@open-wc/testing';
import { $care } from '../../src/mesh/late-care.js';
import { Mesh } from '../../src/mesh/mesh.js';
import type { Flow } from '../../src/mesh/stats.js';
import { SILENT_STATE } from '../../src/protocol/peer-state.js';
import { MeshPair } from './mesh-pair.js';

describe('connections that nobody looks after yet', () => {
  const here = $care.get();
  let pair: MeshPair | undefined;
  afterEach(() => {
    pair?.close();
    pair = undefined;
    $care.set(here);
  });

  it('come up, and tell each other what is on', async () => {
    $care.set(undefined);
    pair = new MeshPair();
    const { a, z } = pair;
    pair.meet();
    await pair.connected();
    a.state = { ...SILENT_STATE, microphone: true };
    a.mesh.sayState();
    await pair.until(() => z.link()?.microphone === true);
    expect(z.link()?.flow).to.equal(undefined);
    expect(await z.mesh.flows()).to.deep.equal([]);
  });

  it('are begun anew where they fail', async () => {
    $care.set(undefined);
    pair = new MeshPair();
    const { a } = pair;
    pair.meet();
    await pair.connected();
    const [first] = pair.talking(a);
    Object.defineProperty(first, 'connectionState', { value: 'failed' });
    first?.dispatchEvent(new Event('connectionstatechange'));
    await pair.until(() => pair!.talking(a).some((one) => one !== first && one.connectionState === 'connected'));
  });

  it('are looked after from the moment on that this is there', async () => {
    $care.set(undefined);
    pair = new MeshPair();
    const { a, z } = pair;
    pair.meet();
    await pair.connected();
    $care.set(here);
    await pair.until(() => a.link()?.flow !== undefined && z.link()?.flow !== undefined);
    expect([a.link()?.state, z.link()?.state]).to.deep.equal(['connected', 'connected']);
    expect(pair.open().length, 'no other connection, nor a spare taken').to.be.at.most(4);
    expect(pair.talking(a).length).to.equal(1);
  });

  it('are mended then, also what broke before', async () => {
    $care.set(undefined);
    pair = new MeshPair();
    const { a, z } = pair;
    pair.meet();
    await pair.connected();
    const [first] = pair.talking(a);
    first?.close(); // tells of it by no event at this end
    $care.set(here);
    await pair.until(() => a.link()?.state !== 'connected' || z.link()?.state !== 'connected');
    await pair.connected();
    expect(pair.talking(a).some((one) => one === first)).to.equal(false);
  });

  it('are not taken for dead by an end that is looked after, while nothing is on', async () => {
    $care.set((mesh) => {
      $care.set(undefined); // for the one that is made first
      if (!here) throw new Error('no care');
      return here(mesh);
    });
    pair = new MeshPair();
    const { a, z } = pair;
    pair.meet();
    await pair.connected();
    const [first] = pair.talking(a);
    const states = new Set<string | undefined>();
    const flows = new Set<Flow>();
    await pair.until(() => {
      const link = a.link();
      states.add(link?.state);
      if (link?.flow) flows.add(link.flow);
      return flows.size >= 8; // one a second: longer than any silence that is mended
    });
    expect([...states]).to.deep.equal(['connected']);
    expect(z.link()?.flow).to.equal(undefined);
    expect(pair.talking(a).map((one) => one === first)).to.deep.equal([true]);
  });

  it('take nobody for gone', async () => {
    $care.set(undefined);
    pair = new MeshPair();
    const { a } = pair;
    pair.meet();
    const before = performance.now();
    expect(await a.mesh.heardAt('z')).to.be.at.least(before);
  });

  it('ask for who does as soon as a deployed client is among them, which does not say what it shows', () => {
    $care.set(undefined);
    let asked = 0;
    const mesh = new Mesh({
      session: 'session',
      fileChannelLabel: 'pmfile:',
      configuration: () => ({}),
      ownState: () => SILENT_STATE,
      onBudget: () => undefined,
      black: () => {
        throw new Error('nothing is on');
      },
      send: () => undefined,
      onChange: () => undefined,
      onClosed: () => undefined,
      onError: () => undefined,
      onCareNeeded: () => (asked += 1),
    });
    mesh.add('ours', false).settleKind('ours');
    expect(asked).to.equal(0);
    mesh.add('deployed', false).settleKind('deployed');
    expect(asked).to.equal(1);
    mesh.close();
  });
});
