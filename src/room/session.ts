import { MeetError } from '../errors.js';
import { createBlackTrack } from '../media/black-track.js';
import { Mesh } from '../mesh/mesh.js';
import type { RoomWord } from '../protocol/extensions.js';
import type { User } from '../protocol/messages.js';
import { joinFrame, leaveFrame, roomWordFrame, signalFrame } from '../protocol/serialize.js';
import type { Channel } from '../signaling/channel.js';
import { compareIds } from '../signaling/identity.js';
import { PunctualTime } from '../signaling/punctual-time.js';
import { PRIORITY } from '../signaling/send-queue.js';
import { Certificate } from './certificate.js';
import { DuplicateWatch } from './duplicate-watch.js';
import { Entrance } from './entrance.js';
import type { FaceWatch } from './face-watch.js';
import { Inbox } from './inbox.js';
import { whenHere } from '../signaling/when-here.js';
import { $callParts } from './late-call.js';
import { LineWatch } from './line-watch.js';
import { Membership } from './membership.js';
import { PeerBook } from './peer-book.js';
import { refusal } from './refusal.js';
import { ServerComplaints } from './server-complaints.js';
import type { SessionOptions } from './session-options.js';
import { signalKey, signalPriority } from './signal-queueing.js';
import { TrustDesk } from './trust-desk.js';

/** One join, from the socket to the last connection: joins signaling, membership and mesh. */
export class Session {
  readonly id = crypto.randomUUID().slice(0, 13);
  readonly mesh: Mesh;
  readonly certificate = new Certificate();
  readonly #life = new AbortController();
  /** What limits of ours go by. */
  readonly #time = new PunctualTime();
  readonly #channel: Channel;
  readonly #membership: Membership;
  readonly #book: PeerBook;
  #black: ReturnType<typeof createBlackTrack> | undefined;
  #faces: FaceWatch | undefined;
  readonly #unwait: () => void;
  readonly #entrance: Entrance;
  readonly #duplicates: DuplicateWatch;
  readonly #inbox: Inbox;
  readonly trust: TrustDesk;
  readonly #selfId: string;
  readonly #complaints: ServerComplaints;
  readonly #line: LineWatch;

  constructor(private readonly options: SessionOptions) {
    this.#selfId = options.self.id;
    this.#book = new PeerBook(options, (id) => this.trust.of(id));
    const time = this.#time;
    const askAnew = () => this.#entrance.ask(true);
    const entering = {
      begin: this.#begin,
      join: () => {
        this.#channel.send(joinFrame(options.room), PRIORITY.door, 'join');
      },
      sayHello: this.#sayHello,
      suspect: () => this.#channel.suspect(),
      heardAt: () => this.#line.heardAt,
      isSlow: () => this.#channel.isSlow,
      trip: () => this.#channel.trip,
    };
    this.#entrance = new Entrance(entering, time);
    const watching = {
      say: this.#sayWord,
      onDuplicate: () => {
        options.onEnded(new MeetError('duplicate-identity', 'this user is in the room already, elsewhere'));
      },
    };
    this.#duplicates = new DuplicateWatch(this.id, watching, time);
    this.#complaints = new ServerComplaints({
      onEvicted: askAnew,
      slow: () => this.#channel.slow(),
      onError: options.onError,
      onEnded: options.onEnded,
    });
    const line = {
      ask: () => this.#channel.probe(),
      onBack: () => this.mesh.hurry(),
    };
    this.#line = new LineWatch(line, time);
    this.trust = new TrustDesk({
      ...options,
      time,
      session: this.id,
      mesh: () => this.mesh,
    });
    this.mesh = new Mesh({
      onDeployed: (id) => {
        this.trust.handleDeployed(id);
      },
      ...{ time, admits: this.trust.admits, onTrust: this.trust.hear },
      onSecure: (id, secured) => {
        this.#membership.noteSession(id, secured.session);
        this.trust.handleSecure(id, secured);
      },
      requiresTrust: () => this.trust.requires,
      trip: () => this.#channel.trip,
      session: this.id,
      fileChannelLabel: options.fileChannelLabel,
      configuration: () => this.certificate.in(options.configuration()),
      freshConfiguration: async () => this.certificate.in(await options.freshConfiguration()),
      lineHeardAt: () => this.#line.heardAt,
      onSilence: () => this.#line.doubt(),
      onRejoin: () => {
        this.#channel.send(leaveFrame(options.room), PRIORITY.door); // Without a key, both: so that they stay in this order.
        this.#channel.send(joinFrame(options.room), PRIORITY.door);
      },
      ownState: options.ownState,
      shown: options.shown,
      onStrain: options.onStrain,
      onBudget: options.onBudget,
      black: () => (this.#black ??= createBlackTrack()).track,
      send: (to, signal) => {
        this.#channel.send(signalFrame(options.room, to, signal), signalPriority(signal), signalKey(to, signal));
      },
      onChange: (id) => {
        const link = this.mesh.link(id);
        if (link) this.#book.update(id, link);
      },
      onClosed: (id) => this.#membership.handleClosed(id),
      onError: options.onError,
      onCareNeeded: options.onCareNeeded,
    });
    this.#unwait = whenHere($callParts, ({ faceWatch }) => {
      this.#faces = faceWatch(this.mesh);
    });
    this.#membership = new Membership({
      time,
      selfId: this.#selfId,
      session: this.id,
      maxPeers: options.maxPeers,
      say: this.#say,
      onJoined: options.onJoined,
      onFull: (others) => options.onEnded(new MeetError('room-full', `there are ${String(others)} others in the room`)),
      onAdd: this.#handleAdd,
      onKind: (id, kind) => {
        this.mesh.get(id)?.settleKind(kind);
        if (this.#membership.sessionOf(id) !== undefined) this.mesh.get(id)?.other.noteOwnWord();
      },
      hasConnection: (id) => this.mesh.get(id)?.shownConnection !== undefined,
      onOffer: (id, offer) => {
        this.mesh.handle(id, { type: 'webrtc.offer', ...offer });
      },
      isOffered: (rank) => this.mesh.open.isOffered(rank),
      onTaken: (id, offerId) => {
        this.mesh.handleTaken(id, offerId);
      },
      onWord: (id, isNewcomer) => this.mesh.get(id)?.greet(isNewcomer),
      onRemove: (id) => {
        this.mesh.remove(id);
        this.trust.remove(id);
        this.#book.remove(id);
      },
      onEvicted: askAnew,
      isAlive: (id) => this.mesh.get(id)?.isAlive ?? false,
      isVerified: (id) => this.trust.of(id).verified,
      heardAt: (id) => this.mesh.heardAt(id),
      isBarred: (id) => this.#inbox.isCutOff(id),
    });
    this.#inbox = new Inbox({
      ...options,
      ...{ session: this.id, selfId: () => this.#selfId },
      ...{ line: this.#line, entrance: this.#entrance, complaints: this.#complaints, duplicates: this.#duplicates },
      membership: () => this.#membership,
      channel: () => this.#channel,
      mesh: () => this.mesh,
      onFlood: this.#cutOff,
      onRefused: (reason) => options.onEnded(refusal(reason)),
    });
    this.#channel = options.channel({
      time,
      onUp: () => {
        this.#entrance.handleUp();
      },
      onDown: () => {
        this.#entrance.handleDown();
        this.#duplicates.stop();
        options.onDown();
      },
      onMessage: this.#inbox.handle,
      onRefused: options.onError,
      ping: () => {
        if (this.#entrance.isWaiting)
          entering.join(); // answered at once, and nobody hears it
        else this.#sayWord(this.#duplicates.isGreeting ? 'hello' : 'ping');
      },
      onMissing: askAnew,
    });
  }

  /** Ends with the session. */
  get life(): AbortSignal {
    return this.#life.signal;
  }

  /** Connects; nobody in the room learns of it. @throws {MeetError} why the server cannot be reached or refuses us */
  async connect(signal: AbortSignal): Promise<void> {
    await Promise.all([this.#channel.open(signal), this.certificate.isSettled]);
  }

  /** Enters the room once the line is up; it answers by `onJoined`. `onSilence`, of a line that was waited on: it has died. */
  enter(onSilence?: () => void): void {
    this.#entrance.enter(onSilence);
  }

  /** Asks whether the line is alive: the browser came online, or was shown. */
  probe(): void {
    this.#channel.doubt();
    if (navigator.onLine) this.mesh.hurry();
  }

  /** Says something of the chat to the whole room, by way of the server; dropped while the line is down. */
  sayChat(frame: string): void {
    this.#channel.send(frame, PRIORITY.chat);
  }

  /** Says goodbye and closes everything, at once. */
  close(): void {
    this.#life.abort(new MeetError('aborted', 'the session was closed'));
    this.#entrance.handleDown();
    this.#duplicates.stop();
    if (this.#entrance.isWanted) {
      // Also when the room has not taken us in yet: the others may know of us already.
      this.#say({ word: 'bye', session: this.id });
      this.#channel.send(leaveFrame(this.options.room), PRIORITY.door);
    }
    this.#channel.close();
    this.#membership.close();
    this.#unwait();
    this.#faces?.close();
    this.mesh.close();
    this.trust.close();
    this.#book.clear();
    this.#black?.stop();
    this.#time.stop();
  }

  readonly #say = (word: RoomWord): void => {
    this.#channel.send(roomWordFrame(this.options.room, word), PRIORITY.room, `${word.word} ${word.to ?? ''}`);
  };

  readonly #sayWord = (word: 'hello' | 'ping', to?: string): void => {
    this.#say({ word, session: this.id, ...(to === undefined ? {} : { to }) });
  };

  /** On the way in with offers, so that whoever answers need not ask for one; who was in has connections. */
  readonly #sayHello = (): void => {
    const { isNew } = this.#membership;
    const say = () => {
      if (this.#entrance.isWaiting) return; // nobody would hear it
      this.#say({ word: 'hello', session: this.id, offers: isNew ? this.mesh.open.offers() : [] });
    };
    const coming = isNew ? this.mesh.offerSoon() : undefined;
    if (coming) void coming.then(say);
    else say();
  };

  /** On a line that is new, or was only waited on. */
  readonly #begin = (): void => {
    if (this.options.isSomeoneElse()) {
      this.options.onSomeoneElse();
      return;
    }
    this.#membership.handleUp();
    this.#duplicates.greet();
  };

  /** Too much of somebody: nothing of them is heard any more, and nobody else is touched. */
  readonly #cutOff = (id: string): void => {
    this.options.onError(new MeetError('protocol', 'a peer sends too much and was cut off', { peer: id }));
    this.#membership.bar(id);
  };

  readonly #handleAdd = (user: User): void => {
    const { id } = user;
    this.trust.add(user);
    const peer = this.mesh.add(id, compareIds(this.#selfId, id) > 0);
    this.#book.add(user, peer.link);
    this.mesh.catchUp(id);
  };
}
