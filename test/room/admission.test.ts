import { expect } from '@open-wc/testing';
import { MeetError } from '../../src/errors.js';
import { Admissions, setupError, wireRoom } from '../../src/room/admission.js';
import { DEFAULT_SETTINGS, type Settings } from '../../src/room/settings.js';
import { stubFetch } from '../signaling/fetch-stub.js';
import { tokenOf } from '../signaling/tokens.js';

const never = new AbortController().signal;
const settingsOf = (over: Partial<Settings> = {}): Settings => ({ ...DEFAULT_SETTINGS, room: 'r', ...over });
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

/** A token issued now. */
const lastingToken = (sub: string, seconds: number) =>
  tokenOf({ sub, username: 'G', iat: inSeconds(0), exp: inSeconds(seconds) });
/** The visitor's clock is wrong by so many hours while `run` lasts. */
const withClockOff = async (hours: number, run: () => Promise<unknown>): Promise<void> => {
  const { now } = Date;
  Date.now = () => now() + hours * 3_600_000;
  try {
    await run();
  } finally {
    Date.now = now;
  }
};

const failure = async (attempt: Promise<unknown>): Promise<MeetError> => {
  const error: unknown = await attempt.catch((reason: unknown) => reason);
  expect(error).to.be.instanceOf(MeetError);
  return error as MeetError;
};

describe('the room on the wire', () => {
  it('is the deployment’s prefix and the id, trimmed', () => {
    expect(wireRoom(settingsOf({ room: '  standup ', roomPrefix: 'pm:' }))).to.equal('pm:standup');
  });

  it('is refused when there is none, or too long a one', () => {
    for (const room of ['', '   '])
      expect(() => wireRoom(settingsOf({ room })))
        .to.throw(MeetError)
        .with.property('code', 'room-missing');
    expect(wireRoom(settingsOf({ room: '👩'.repeat(128) })), 'in code points').to.have.length(256);
    expect(() => wireRoom(settingsOf({ room: 'x'.repeat(126), roomPrefix: 'pm:' })))
      .to.throw(MeetError)
      .with.property('code', 'room-invalid');
  });
});

describe('a mistake of the page', () => {
  it('shows before anything is asked of the server', () => {
    expect(setupError(settingsOf())).to.equal(undefined);
    expect(setupError(settingsOf({ room: '' }))?.code).to.equal('room-missing');
    expect(setupError(settingsOf({ server: 'ftp://x' }))?.code).to.equal('server-invalid');
    expect(setupError(settingsOf({ token: 'nonsense' }))?.code).to.equal('token-malformed');
    expect(setupError(settingsOf({ token: tokenOf({ sub: 'a' }) }))).to.equal(undefined);
    const tokenProvider = () => Promise.resolve('');
    expect(setupError(settingsOf({ token: 'nonsense', tokenProvider })), 'the provider goes first').to.equal(undefined);
  });
});

describe('being let in', () => {
  let stub: ReturnType<typeof stubFetch>;
  let guests: number;
  let lasting: number;
  beforeEach(() => {
    [guests, lasting] = [0, 3600];
    stub = stubFetch(() => {
      guests += 1;
      return Response.json({
        accessToken: lastingToken(`guest ${String(guests)}`, lasting),
      });
    });
  });
  afterEach(() => stub.restore());

  const admissionsOf = (over: Partial<Settings> = {}) => {
    const settings = settingsOf(over);
    return { settings, admissions: new Admissions(settings, () => {}) };
  };

  it('takes the page’s token and asks nobody', async () => {
    const token = tokenOf({ sub: 'a', username: 'Ann' });
    const { admissions } = admissionsOf({ token, room: 'x', roomPrefix: 'pm:', server: 'https://meet.example' });
    const { identity, room, server, token: used } = await admissions.admit('join', never);
    expect({ room, used, identity }).to.deep.equal({
      room: 'pm:x',
      used: token,
      identity: { id: 'a', name: 'Ann', expiresAt: undefined, life: undefined, hasIce: false },
    });
    expect(server.origin).to.equal('https://meet.example');
    expect(stub.requests).to.have.length(0);
  });

  it('asks the page’s provider each time, and before its token', async () => {
    const reasons: string[] = [];
    const { admissions } = admissionsOf({
      token: tokenOf({ sub: 'not this one' }),
      tokenProvider: ({ reason }) => {
        reasons.push(reason);
        return Promise.resolve(tokenOf({ sub: 'provided' }));
      },
    });
    expect((await admissions.admit('join', never)).identity.id).to.equal('provided');
    await admissions.token('reconnect', never);
    expect(reasons).to.deep.equal(['join', 'reconnect']);
  });

  it('fails in words when the provider fails, gives nothing, or nonsense', async () => {
    const cause = new Error('backend is down');
    const fail = () => {
      throw cause;
    };
    for (const tokenProvider of [() => Promise.reject(cause), fail]) {
      expect(await failure(admissionsOf({ tokenProvider }).admissions.admit('join', never))).to.include({
        code: 'token-missing',
        cause,
      });
    }
    for (const given of [undefined, '', 5]) {
      const tokenProvider = () => Promise.resolve(given as string);
      expect((await failure(admissionsOf({ tokenProvider }).admissions.admit('join', never))).code).to.equal(
        'token-missing',
      );
    }
    const tokenProvider = () => Promise.resolve('a-secret-but-no-jwt');
    const error = await failure(admissionsOf({ tokenProvider }).admissions.admit('join', never));
    expect(error.code).to.equal('token-malformed');
    expect(error.message).to.not.include('secret');
  });

  it('does not wait for a provider that never answers once the join is over', async () => {
    const abort = new AbortController();
    const reason = new MeetError('aborted', 'leave()');
    const pending = failure(
      admissionsOf({ tokenProvider: () => new Promise(() => {}) }).admissions.admit('join', abort.signal),
    );
    abort.abort(reason);
    expect(await pending).to.equal(reason);
  });

  it('signs in as a guest once, under the name, cut to what the server takes', async () => {
    const { admissions, settings } = admissionsOf({ displayName: ` ${'👩'.repeat(40)} ` });
    const first = await admissions.admit('join', never);
    expect(stub.requests[0]?.init.body).to.equal(JSON.stringify({ username: '👩'.repeat(32) }));
    expect((await admissions.admit('join', never)).token).to.equal(first.token);
    expect(await admissions.token('reconnect', never)).to.equal(first.token);
    expect(guests).to.equal(1);
    settings.displayName = 'Bo';
    expect((await admissions.admit('join', never)).identity.id).to.equal('guest 2');
    settings.server = '/elsewhere';
    expect((await admissions.admit('join', never)).identity.id).to.equal('guest 3');
    expect(stub.requests[2]?.url).to.equal(`${location.origin}/elsewhere/auth/sign-in`);
  });

  it('signs in anew when the guest’s token is about to run out', async () => {
    lasting = 50;
    const { admissions } = admissionsOf();
    await admissions.admit('join', never);
    await admissions.admit('join', never);
    expect(guests).to.equal(2);
  });

  for (const hours of [30, -30]) {
    it(`stays the same guest, and keeps what came in good time, when the clock is wrong or jumps by ${String(hours)} h`, async () => {
      const issued = [inSeconds(0), inSeconds(3600)] as const;
      stub.restore();
      stub = stubFetch(() => {
        guests += 1;
        const [iat, exp] = issued; // by the server’s clock
        return Response.json({ accessToken: tokenOf({ sub: `guest ${String(guests)}`, iat, exp }) });
      });
      const { admissions } = admissionsOf();
      await withClockOff(hours, async () => {
        await admissions.admit('join', never);
        await admissions.token('reconnect', never);
      });
      await admissions.token('reconnect', never);
      await withClockOff(-hours, () => admissions.token('reconnect', never));
      expect(guests).to.equal(1);

      const reasons: string[] = [];
      const tokenProvider: Settings['tokenProvider'] = ({ reason }) => {
        reasons.push(reason);
        return Promise.resolve(tokenOf({ sub: reason, iat: issued[0], exp: issued[1] }));
      };
      const other = admissionsOf({ tokenProvider }).admissions;
      await withClockOff(hours, () => other.renew('expiring', never));
      await other.token('reconnect', never);
      expect(reasons).to.deep.equal(['expiring']);
    });
  }

  it('is no longer asked with a guest’s token that was refused: at once on the way in, the second time on a line', async () => {
    const { admissions } = admissionsOf();
    expect(admissions.refuse('join'), 'nobody signed in yet').to.equal(false);
    await admissions.admit('join', never);
    expect(admissions.refuse('join')).to.equal(true);
    expect((await admissions.admit('join', never)).identity.id).to.equal('guest 2');
    expect(admissions.refuse('reconnect')).to.equal(false);
    admissions.accept();
    expect(admissions.refuse('reconnect'), 'not in a row').to.equal(false);
    expect((await admissions.admit('join', never)).identity.id).to.equal('guest 2');
    expect(admissions.refuse('reconnect')).to.equal(true);
    expect((await admissions.admit('join', never)).identity.id).to.equal('guest 3');
  });

  it('keeps a token that came in good time for the next line, once, unless it ended or the provider is another', async () => {
    const reasons: string[] = [];
    let lasts = 3600;
    const { settings, admissions } = admissionsOf();
    expect(await admissions.renew('expiring', never), 'nobody to ask').to.equal(undefined);
    const provider: Settings['tokenProvider'] = ({ reason }) => {
      reasons.push(reason);
      return Promise.resolve(lastingToken(reason, lasts));
    };
    settings.tokenProvider = provider;
    expect(await admissions.renew('expiring', never)).to.include({ id: 'expiring' });
    await admissions.token('reconnect', never);
    await admissions.token('reconnect', never);
    expect(reasons).to.deep.equal(['expiring', 'reconnect']);
    lasts = 0;
    await admissions.renew('expiring', never);
    await admissions.token('reconnect', never);
    expect(reasons.slice(2)).to.deep.equal(['expiring', 'reconnect']);
    lasts = 3600;
    await admissions.renew('expiring', never);
    settings.tokenProvider = (request) => provider(request);
    await admissions.token('reconnect', never);
    expect(reasons.slice(4)).to.deep.equal(['expiring', 'reconnect']);
    settings.tokenProvider = () => Promise.reject(new Error('down'));
    expect((await failure(admissions.renew('expiring', never))).code).to.equal('token-missing');
  });

  it('has another token for another attempt from a provider, and as a guest, but not from an attribute', () => {
    expect(admissionsOf().admissions.hasFreshTokens).to.equal(true);
    expect(admissionsOf({ token: 't' }).admissions.hasFreshTokens).to.equal(false);
    const tokenProvider = () => Promise.resolve('');
    expect(admissionsOf({ token: 't', tokenProvider }).admissions.hasFreshTokens).to.equal(true);
  });

  it('asks the server nothing when the room or the server is wrong', async () => {
    expect((await failure(admissionsOf({ room: '' }).admissions.admit('join', never))).code).to.equal('room-missing');
    expect((await failure(admissionsOf({ server: 'ftp://x' }).admissions.admit('join', never))).code).to.equal(
      'server-invalid',
    );
    expect(stub.requests).to.have.length(0);
  });
});
