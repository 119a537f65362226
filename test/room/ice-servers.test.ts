import { expect } from '@open-wc/testing';
import { MeetError } from '../../src/errors.js';
import { credentialsEarly, credentialsEnd, credentialsLeft, resolveConfiguration } from '../../src/room/ice-servers.js';
import { DEFAULT_SETTINGS, type Settings } from '../../src/room/settings.js';

const TURN = { urls: ['turn:turn.example:3478?transport=tcp'], username: 'user-secret', credential: 'pass-secret' };
const never = new AbortController().signal;

const resolve = (over: Partial<Settings>, signal = never) =>
  resolveConfiguration({ ...DEFAULT_SETTINGS, ...over }, 'join', signal);
const failure = async (over: object, signal = never): Promise<MeetError> => {
  const error: unknown = await resolve(over, signal).catch((reason: unknown) => reason);
  expect(error, JSON.stringify(over)).to.be.instanceOf(MeetError);
  return error as MeetError;
};

describe('the ICE servers', () => {
  it('are the documented default, or what the page gave, none too', async () => {
    expect(await resolve({})).to.deep.equal({
      iceServers: [{ urls: 'stun:stun.l.google.com:19302' }],
      iceTransportPolicy: 'all',
      bundlePolicy: 'max-bundle',
    });
    expect((await resolve({ iceServers: [] })).iceServers).to.deep.equal([]);
    expect((await resolve({ iceServers: [TURN] })).iceServers).to.deep.equal([TURN]);
  });

  it('come fresh from the page’s provider, which goes first', async () => {
    const asked: string[] = [];
    const iceServersProvider: Settings['iceServersProvider'] = ({ reason, signal }) => {
      asked.push(reason);
      expect(signal.aborted).to.equal(false);
      return Promise.resolve([TURN]);
    };
    expect((await resolve({ iceServers: [], iceServersProvider })).iceServers).to.deep.equal([TURN]);
    await resolveConfiguration({ ...DEFAULT_SETTINGS, iceServersProvider }, 'restart', never);
    expect(asked).to.deep.equal(['join', 'restart']);
  });

  it('that are none are refused in words', async () => {
    const wrong = [
      'stun:a',
      [null],
      [[]],
      ['stun:stun.example'],
      [{}],
      [{ urls: [] }],
      [{ urls: 5 }],
      [{ urls: ['stun:a.example', 5] }],
      [{ urls: 'https://turn.example' }],
      [{ urls: 'stun:' }],
      [{ urls: 'turn:turn.example' }],
      [{ urls: 'turns:turn.example', username: 'u' }],
    ];
    for (const iceServers of wrong) expect((await failure({ iceServers })).code).to.equal('ice-servers-invalid');
  });

  it('that the browser would refuse are refused before it throws in the middle of a call', async () => {
    const wrong = ['stun:stun.example:99999999', 'turn:turn.example?transport=carrier-pigeon'].filter((urls) => {
      try {
        new RTCPeerConnection({ iceServers: [{ ...TURN, urls }] }).close();
        return false; // Firefox before 144 is not so strict
      } catch {
        return true;
      }
    });
    expect(wrong).to.include('stun:stun.example:99999999');
    for (const urls of wrong) {
      const error = await failure({ iceServers: [{ ...TURN, urls }] });
      expect(error.code, urls).to.equal('ice-servers-invalid');
    }
  });

  it('never stand in an error with their credentials', async () => {
    for (const urls of ['turn:', 'http://x', 5, 'turn:turn.example:99999999', []]) {
      const error = await failure({ iceServers: [{ ...TURN, urls }] });
      expect(`${error.message} ${String(error.cause)}`).to.not.include('secret');
    }
  });

  it('must have a TURN server where only a relay is allowed', async () => {
    const relay = { iceTransportPolicy: 'relay' } as const;
    expect((await failure(relay)).code).to.equal('relay-required');
    expect((await failure({ ...relay, iceServers: [] })).code).to.equal('relay-required');
    expect(await resolve({ ...relay, iceServers: [TURN] })).to.include({ iceTransportPolicy: 'relay' });
  });

  it('go by a policy in any case, and one that is no policy hides', async () => {
    const under = async (policy: unknown) =>
      (await resolve({ iceServers: [TURN], iceTransportPolicy: policy as RTCIceTransportPolicy })).iceTransportPolicy;
    for (const policy of ['Relay', ' RELAY ', 'relais', 'all relay', true, 1, {}, Object.create(null), Symbol('all')]) {
      expect(await under(policy)).to.equal('relay');
    }
    for (const policy of ['all', ' All', '', undefined, null, false]) expect(await under(policy)).to.equal('all');
    const slip = { iceTransportPolicy: 'relais' as RTCIceTransportPolicy };
    expect((await failure(slip)).code, 'in words, without a TURN server').to.equal('relay-required');
  });

  it('fail with the reason kept when the provider fails, however it does', async () => {
    const cause = new Error('backend is down');
    const providers = [
      () => Promise.reject(cause),
      () => {
        throw cause;
      },
    ];
    for (const iceServersProvider of providers) {
      expect(await failure({ iceServersProvider })).to.include({ code: 'ice-servers-invalid', cause });
    }
    expect((await failure({ iceServersProvider: () => Promise.resolve(undefined) })).code).to.equal(
      'ice-servers-invalid',
    );
  });

  it('are done without on the way in when the provider fails, is late or gives rubbish, and that is told', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = () => timeout(10);
    try {
      const many = Array.from({ length: 10_000 }, () => TURN);
      const providers = [
        () => new Promise<never>(() => {}),
        () => {
          // eslint-disable-next-line @typescript-eslint/only-throw-error -- a page may throw anything
          throw undefined;
        },
        ...[5, '<html>', many].map((value) => () => value as unknown as RTCIceServer[]),
      ];
      for (const iceServersProvider of providers) {
        const told: MeetError[] = [];
        const join = (over: Partial<Settings>) =>
          resolveConfiguration({ ...DEFAULT_SETTINGS, iceServersProvider, ...over }, 'join', never, (error) =>
            told.push(error),
          );
        expect((await join({ iceServers: [] })).iceServers).to.deep.equal([]);
        expect(told.map(({ code, retryAfter }) => [code, retryAfter])).to.deep.equal([['ice-servers-invalid', 0]]);
        const fatal: unknown = await join({ iceTransportPolicy: 'relay' }).catch((error: unknown) => error);
        expect(fatal).to.include({ code: 'ice-servers-invalid', retryAfter: 0 });
      }
    } finally {
      AbortSignal.timeout = timeout;
    }
  });

  it('may come at once, or by a promise of any make', async () => {
    const then = (resolve: (value: RTCIceServer[]) => void) => resolve([TURN]);
    for (const given of [[TURN], { then } as unknown as Promise<RTCIceServer[]>]) {
      expect((await resolve({ iceServersProvider: () => given })).iceServers).to.deep.equal([TURN]);
    }
  });

  it('name the one that is wrong, and of which kind it is', async () => {
    for (const [server, why] of [
      [{ urls: 'turn:turn.example' }, /entry 2 \(turn:\): a TURN server needs/u],
      [{ urls: 'https://turn.example' }, /entry 2: .* begins with https:/u],
      [{ ...TURN, urls: 'turn:turn.example:99999999' }, /does not take entry 2 \(turn:\)/u],
    ] as const) {
      expect((await failure({ iceServers: [TURN, server] })).message).to.match(why);
    }
  });

  it('are not waited for when the join is over, even by a provider that never answers', async () => {
    const abort = new AbortController();
    const reason = new MeetError('aborted', 'leave()');
    const pending = failure({ iceServersProvider: () => new Promise(() => {}) }, abort.signal);
    abort.abort(reason);
    expect(await pending).to.equal(reason);
  });
});

describe('TURN credentials', () => {
  const end = (...usernames: (string | undefined)[]) =>
    credentialsEnd({
      iceServers: usernames.map((username) => ({ urls: 'turn:t', ...(username === undefined ? {} : { username }) })),
    })?.getTime();

  it('end when the first of those does whose user name says so', () => {
    expect(end('1700000000:ann')).to.equal(1_700_000_000_000);
    expect(end('1700000000')).to.equal(1_700_000_000_000);
    expect(end('1700000009:ann', '1700000000:ann', 'ann', undefined)).to.equal(1_700_000_000_000);
    for (const username of ['ann', '', 'ann:1700000000', '17000', '1700000000ann', undefined]) {
      expect(end(username), username).to.equal(undefined);
    }
    expect(credentialsEnd({})).to.equal(undefined);
  });

  it('last by the visitor’s clock for an hour at most: by a wrong one they never end, or have ended already', () => {
    const left = (ms: number) => credentialsLeft(new Date(Date.now() + ms));
    expect(left(60_000)).to.be.within(50_000, 60_000);
    for (const ms of [-30 * 3_600_000, 0, 30 * 3_600_000]) expect(left(ms), String(ms)).to.equal(3_600_000);
  });

  it('are renewed a minute before, or when a third of a shorter life is left', () => {
    expect(credentialsEarly(3_600_000)).to.equal(60_000);
    expect(credentialsEarly(9_000)).to.equal(3_000);
  });
});
