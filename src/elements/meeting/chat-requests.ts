import type { Meeting } from '../../core.js';
import { BeforeFileEvent, BeforeMessageEvent } from '../../room/events.js';
import { settle as finish } from './person-requests.js';
import { type RequestEvent, type RoomRequest, type RoomRequests, secretOf } from '../shared/request-event.js';

/** A person's message, unless the page refuses it; what was not taken is still theirs to send. */
const send = async (host: HTMLElement, meeting: Meeting, { text, settle }: RoomRequests['send-message']) => {
  const event = new BeforeMessageEvent(text);
  const call = meeting.store.$joinedAt.get();
  host.dispatchEvent(event);
  let isTaken = await event.settled();
  // Held for long, it may be another room by now.
  isTaken &&= meeting.store.$joinedAt.get() === call;
  if (isTaken) {
    isTaken = await meeting.sendMessage(text).then(
      () => true,
      () => false,
    );
  }
  settle(isTaken);
};

/** A person's files, each unless the page refuses it; where one was not taken, the person is told by the meeting. */
const sendFiles = async (host: HTMLElement, meeting: Meeting, asked: RoomRequests['send-files']) => {
  const { files, keepsWhere: keepMetadata } = asked;
  const call = meeting.store.$joinedAt.get();
  const refused: File[] = [];
  // One after the other: each is read, and some of them whole.
  for (const file of files) {
    const event = new BeforeFileEvent(file);
    host.dispatchEvent(event);
    let isTaken = await event.settled();
    // Held for long, it may be another room by now.
    isTaken &&= meeting.store.$joinedAt.get() === call;
    if (isTaken) {
      isTaken = await meeting.sendFile(file, { keepMetadata }).then(
        () => true,
        () => false,
      );
    }
    if (!isTaken) refused.push(file);
  }
  asked.settle?.(refused);
};

/** Does what people ask of the chat, and of files. */
export const doChatRequest = (host: HTMLElement, meeting: Meeting, event: RequestEvent): void => {
  const of = <R extends RoomRequest>(request: R) =>
    event.request === request ? (event as RequestEvent<R>).detail : undefined;
  const [message, retried, dropped, typing] = [
    of('send-message'),
    of('retry-message'),
    of('drop-message'),
    of('set-typing'),
  ];
  const answer = of('answer-older-apps');
  if (message) void send(host, meeting, message);
  if (retried) meeting.retryMessage(retried.id);
  if (dropped) meeting.dropMessage(dropped.id);
  if (typing) meeting.setTyping(typing.typing);
  if (event.request === 'read-messages') meeting.readMessages();
  const secret = secretOf(event);
  if (event.request === 'set-chat-passphrase' && secret !== undefined) meeting.chatPassphrase = secret;
  const [files, accepted] = [of('send-files'), of('accept-file')];
  const [declined, cancelled] = [of('decline-file'), of('cancel-transfer')];
  if (files) void sendFiles(host, meeting, files);
  if (accepted) finish(meeting.acceptFile(accepted.id));
  if (declined) meeting.declineFile(declined.id);
  if (cancelled) meeting.cancelTransfer(cancelled.id);
  if (answer) meeting.answerOlderApps(answer.allow);
};
