import { expect } from '@open-wc/testing';
import { MeetError } from '../../src/errors.js';
import { parseServerUrl } from '../../src/signaling/server-url.js';
import { probe, signIn } from '../../src/signaling/sign-in.js';
import { type Answer, networkError, stubFetch } from './fetch-stub.js';

const ELSEWHERE = parseServerUrl('https://meet.example/base', 'https://page.example/');
const HERE = parseServerUrl('', location.href);
const token = () => Response.json({ accessToken: 'tok', tokenType: 'Bearer', userId: 'u', username: 'Ann' });
const limited = (after?: string) =>
  new Response('', { status: 429, headers: after === undefined ? {} : { 'Retry-After': after } });

/** Answers `/health` by `health` and each sign-in by the next of `answers`, the last one over and over. */
const serverOf =
  (answers: readonly Answer[], health: Answer = () => new Response('OK')): Answer =>
  (request) => {
    if (request.url.endsWith('/health')) return health(request);
    const answer = answers.length > 1 ? (answers as Answer[]).shift() : answers[0];
    return answer!(request);
  };

describe('signing in as a guest', () => {
  let restore: (() => void) | undefined;
  afterEach(() => restore?.());

  const attempt = async (answer: Answer, { server = ELSEWHERE, signal = new AbortController().signal } = {}) => {
    const stub = stubFetch(answer);
    restore = stub.restore;
    const waits: (number | undefined)[] = [];
    const result: unknown = await signIn({ server, name: 'Ann', signal, onWait: (until) => waits.push(until) }).catch(
      (error: unknown) => error,
    );
    return { result, waits, requests: stub.requests };
  };
  const codeOf = ({ result }: { result: unknown }) => (result instanceof MeetError ? result.code : result);

  it('sends the name, and no cookie, and gets a token', async () => {
    const { result, requests, waits } = await attempt(serverOf([token]));
    expect(result).to.equal('tok');
    expect(requests).to.have.length(1);
    expect(requests[0]?.url).to.equal('https://meet.example/base/auth/sign-in');
    expect(requests[0]?.init).to.include({ method: 'POST', body: '{"username":"Ann"}', credentials: 'omit' });
    expect(waits).to.deep.equal([]);
  });

  it('waits as long as a server that limits it asks, visibly, and then gets in', async () => {
    const before = performance.now();
    const { result, waits, requests } = await attempt(serverOf([() => limited('0'), () => limited('1'), token]));
    expect(result).to.equal('tok');
    expect(requests).to.have.length(3);
    expect(waits).to.have.length(4);
    expect(waits[0]).to.be.within(before, performance.now());
    expect(waits[2]! - waits[0]!).to.be.at.least(1000);
    expect([waits[1], waits[3]]).to.deep.equal([undefined, undefined]);
  });

  it('waits 30 s where the server does not say, or says nonsense; an end to it can always be made', async () => {
    for (const after of [undefined, 'soon', '-1', 'Wed, 21 Oct 2026 07:28:00 GMT']) {
      const abort = new AbortController();
      const before = performance.now();
      const stub = stubFetch(serverOf([() => limited(after)]));
      restore = stub.restore;
      let signedIn: Promise<unknown> | undefined;
      const until = await new Promise<number | undefined>((resolve) => {
        signedIn = signIn({ server: ELSEWHERE, name: '', signal: abort.signal, onWait: resolve });
      });
      expect(until! - before, String(after)).to.be.within(30_000, 40_000);
      const reason = new MeetError('aborted', 'leave()');
      abort.abort(reason);
      expect(await signedIn?.catch((error: unknown) => error)).to.equal(reason);
      stub.restore();
    }
  });

  it('never waits longer than 5 minutes at a time', async () => {
    const abort = new AbortController();
    const before = performance.now();
    const stub = stubFetch(serverOf([() => limited('999999')]));
    restore = stub.restore;
    const until = await new Promise<number | undefined>((resolve) => {
      signIn({ server: ELSEWHERE, name: '', signal: abort.signal, onWait: resolve }).catch(() => undefined);
    });
    expect(until! - before).to.be.within(300_000, 310_000);
    abort.abort();
  });

  it('gives up on a server that limits it for ever', async () => {
    const random = Math.random;
    Math.random = () => 0; // The spread of the retries is not what is looked at.
    try {
      const { result, requests } = await attempt(serverOf([() => limited('0')]));
      expect(result).to.include({ code: 'rate-limited', retryAfter: 0 });
      expect(requests).to.have.length(8);
    } finally {
      Math.random = random;
    }
  });

  it('tells a refused name, a server that is down and one that is no meeting server apart, with the URL', async () => {
    for (const [status, code] of [
      [400, 'sign-in-failed'],
      [403, 'sign-in-failed'],
      [404, 'server-invalid'],
      [405, 'server-invalid'],
      [500, 'server-unreachable'],
      [503, 'server-unreachable'],
    ] as const) {
      const { result } = await attempt(serverOf([() => new Response('no', { status })]));
      expect(result, String(status)).to.include({ code });
      expect((result as MeetError).message).to.include('https://meet.example/base/auth/sign-in');
    }
  });

  it('takes a gateway’s page for its server’s answer, not for another site', async () => {
    const headers = { 'Content-Type': 'text/html' };
    for (const [status, code] of [
      [503, 'server-unreachable'],
      [200, 'server-invalid'],
      [400, 'server-invalid'],
    ] as const) {
      const answer = () => new Response('<html>', { status, headers });
      expect(codeOf(await attempt(serverOf([answer]))), String(status)).to.equal(code);
    }
    const busy = () => new Response('<html>', { status: 429, headers: { ...headers, 'Retry-After': '0' } });
    expect((await attempt(serverOf([busy, token]))).result).to.equal('tok');
  });

  it('takes an answer without a token for no meeting server’s, and reads no more of it than one could have', async () => {
    for (const body of ['', '<html>', 'null', '{}', '{"accessToken":5}']) {
      expect(codeOf(await attempt(serverOf([() => new Response(body)]))), body).to.equal('server-invalid');
    }
    let pulled = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        pulled += 1;
        controller.enqueue(new Uint8Array(16_384).fill(32));
      },
    });
    expect(codeOf(await attempt(serverOf([() => new Response(endless)])))).to.equal('server-invalid');
    expect(pulled).to.be.below(12);
  });

  it('does not wait for ever, neither for the answer nor for the rest of it', async () => {
    const timeout = AbortSignal.timeout.bind(AbortSignal);
    AbortSignal.timeout = () => timeout(10);
    try {
      const ends = ({ init }: { readonly init: RequestInit }) =>
        new Promise<never>((_, reject) => init.signal?.addEventListener('abort', () => reject(new Error('ended'))));
      expect(codeOf(await attempt(serverOf([ends])))).to.equal('server-unreachable');
    } finally {
      AbortSignal.timeout = timeout;
    }
  });

  it('tells a server that is down from one that does not want this page', async () => {
    const down = await attempt(networkError);
    expect(down.result).to.include({ code: 'server-unreachable', message: 'no answer from https://meet.example/base' });
    expect((down.result as MeetError).cause).to.be.instanceOf(TypeError);
    const refused = await attempt(serverOf([networkError]));
    expect(codeOf(refused)).to.equal('origin-refused');
    expect(refused.requests.at(-1)?.init.mode).to.equal('no-cors');
  });

  it('never blames the origin when the server is the page’s own', async () => {
    expect(codeOf(await attempt(serverOf([networkError]), { server: HERE }))).to.equal('server-unreachable');
  });

  it('ends with the signal’s reason, at any moment', async () => {
    const reason = new MeetError('aborted', 'leave()');
    expect((await attempt(serverOf([token]), { signal: AbortSignal.abort(reason) })).result).to.equal(reason);
    for (const moment of ['answer', 'body', 'probe'] as const) {
      const abort = new AbortController();
      const stop = (at: typeof moment) => {
        if (moment === at) abort.abort(reason);
      };
      const answer: Answer = () => {
        stop('answer');
        if (moment === 'probe') return networkError();
        const response = token();
        response.body!.getReader = () => {
          stop('body');
          throw abort.signal.reason as Error;
        };
        return abort.signal.aborted ? Promise.reject(reason) : response;
      };
      const health: Answer = () => {
        stop('probe');
        return networkError();
      };
      const { result } = await attempt(serverOf([answer], health), { signal: abort.signal });
      expect(result, moment).to.equal(reason);
    }
  });
});

describe('a look at /health', () => {
  let restore: (() => void) | undefined;
  afterEach(() => restore?.());

  it('tells whether anything answers', async () => {
    const { signal } = new AbortController();
    for (const [answer, expected] of [
      [() => new Response('OK'), 'up'],
      [() => new Response('', { status: 429 }), 'up'],
      [() => new Response('', { status: 404 }), 'foreign'],
      [() => new Response('', { headers: { 'Content-Type': 'text/html; charset=utf-8' } }), 'foreign'],
      [() => Response.error(), 'up'], // Opaque: its status is 0, and that it came is all one learns.
      [() => new Response('', { status: 502 }), 'down'],
      [networkError, 'down'],
    ] as const) {
      const stub = stubFetch(answer);
      restore = stub.restore;
      expect(await probe(ELSEWHERE, 'no-cors', signal)).to.equal(expected);
      expect(stub.requests[0]).to.have.property('url', 'https://meet.example/base/health');
      stub.restore();
    }
  });
});
