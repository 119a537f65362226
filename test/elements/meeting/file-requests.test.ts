import { expect } from '@open-wc/testing';
import type { Meeting, SendFileOptions } from '../../../src/core.js';
import { MeetError } from '../../../src/errors.js';
import { doChatRequest } from '../../../src/elements/meeting/chat-requests.js';
import { RequestEvent } from '../../../src/elements/shared/request-event.js';
import type { BeforeFileEvent } from '../../../src/room/events.js';

describe('what a person asks of files', () => {
  const done: unknown[] = [];
  let joinedAt = 0;
  const meeting = {
    sendFile: (file: File, options: SendFileOptions) => {
      done.push([file.name, options.keepMetadata]);
      return file.name === 'large.bin'
        ? Promise.reject(new MeetError('file-rejected', 'too large'))
        : Promise.resolve([]);
    },
    acceptFile: (id: string) => {
      done.push(`accept ${id}`);
      return Promise.resolve();
    },
    declineFile: (id: string) => done.push(`decline ${id}`),
    cancelTransfer: (id: string) => done.push(`cancel ${id}`),
    store: { $joinedAt: { get: () => joinedAt } },
  } as unknown as Meeting;
  const host = document.createElement('div');
  const files = ['a.txt', 'b.txt'].map((name) => new File(['x'], name));
  const send = (given: readonly File[], keepsWhere = false): Promise<readonly string[]> =>
    new Promise((resolve) => {
      const settle = (refused: readonly File[]) => resolve(refused.map(({ name }) => name));
      doChatRequest(host, meeting, new RequestEvent('send-files', { files: given, keepsWhere, settle }));
    });

  let refuse: (event: Event) => void;
  beforeEach(() => {
    done.length = 0;
    refuse = () => undefined;
  });
  const ask = (event: Event) => refuse(event);
  before(() => host.addEventListener('pm-before-file', ask));
  after(() => host.removeEventListener('pm-before-file', ask));

  it('is sent, each announced to the page', async () => {
    const announced: string[] = [];
    refuse = (event) => announced.push((event as unknown as BeforeFileEvent).file.name);
    expect(await send(files, true)).to.deep.equal([]);
    expect(announced).to.deep.equal(['a.txt', 'b.txt']);
    expect(done).to.deep.equal([['a.txt', true], ['b.txt', true]]); // prettier-ignore
  });

  it('is not sent where the page refuses it, and the others are', async () => {
    refuse = (event) => {
      if ((event as unknown as BeforeFileEvent).file.name === 'a.txt') event.preventDefault();
      else (event as unknown as BeforeFileEvent).waitUntil(Promise.resolve());
    };
    expect(await send(files)).to.deep.equal(['a.txt']);
    expect(done).to.deep.equal([['b.txt', false]]);
  });

  it('does not go into another call than that in which it was chosen', async () => {
    refuse = (event) => {
      (event as unknown as BeforeFileEvent).waitUntil(Promise.resolve());
      joinedAt += 1;
    };
    expect(await send(files)).to.deep.equal(['a.txt', 'b.txt']);
    expect(done).to.deep.equal([]);
  });

  it('is still theirs where the meeting refuses it', async () => {
    expect(await send([new File(['x'], 'large.bin')])).to.deep.equal(['large.bin']);
  });

  it('is accepted in the task of the press, declined, and called off', () => {
    doChatRequest(host, meeting, new RequestEvent('accept-file', { id: '1' }));
    doChatRequest(host, meeting, new RequestEvent('decline-file', { id: '2' }));
    doChatRequest(host, meeting, new RequestEvent('cancel-transfer', { id: '3' }));
    expect(done).to.deep.equal(['accept 1', 'decline 2', 'cancel 3']);
  });
});
