/**
 * The bench's floor: what a competent developer writes by hand over the same wire, with nothing of this package in it.
 * Devices first, then the socket, one RTCPeerConnection for each other member, candidates as they are found, and the
 * perfect negotiation of MDN ("Establishing a connection: The WebRTC perfect negotiation pattern").
 */

export interface FloorOptions {
  /** Base URL of the signaling server, http(s). */
  readonly server: string;
  readonly token: string;
  readonly room: string;
  /** Camera and microphone; asked for by `getUserMedia` when absent. */
  readonly stream?: MediaStream;
  readonly iceServers?: RTCIceServer[];
}

export interface Floor {
  readonly id: string;
  readonly stream: MediaStream;
  readonly peers: ReadonlyMap<string, RTCPeerConnection>;
  /** What each peer sends. */
  readonly remoteStreams: ReadonlyMap<string, MediaStream>;
  /**
   * Resolves once `count` peers are connected at the same time; rejects after `ceiling` ms. That happens: a Chromium that
   * rolls back before its first candidate sometimes never gathers again, and a plain page has no remedy for it.
   */
  connectedTo(count: number, ceiling?: number): Promise<void>;
  /** Leaves, closes every connection and stops the tracks that were opened here. */
  leave(): void;
}

interface Signal {
  readonly sdp?: string;
  readonly candidate?: string;
}

interface Incoming {
  readonly type: string;
  readonly from: string;
  readonly data: Signal & { readonly to?: string; readonly users: readonly { readonly userID: string }[] };
}

interface FloorPeer {
  readonly connection: RTCPeerConnection;
  handle(type: string, signal: Signal): Promise<void>;
}

/** Joins a room and connects to everybody in it; resolves once the socket is open and `chat.join` is sent. */
export const joinFloor = async (options: FloorOptions): Promise<Floor> => {
  const { server, token, room, iceServers = [] } = options;
  const stream = options.stream ?? (await navigator.mediaDevices.getUserMedia({ audio: true, video: true }));
  const { sub: id } = JSON.parse(atob(token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/'))) as { sub: string };
  const videos = new Map<string, HTMLVideoElement>();
  const show = (who: string, shown: MediaStream) => {
    const video = videos.get(who) ?? document.createElement('video');
    Object.assign(video, { autoplay: true, playsInline: true, muted: who === id, srcObject: shown });
    videos.set(who, video);
    document.body.append(video);
  };
  const hide = (who: string) => {
    videos.get(who)?.remove();
    videos.delete(who);
  };
  show(id, stream);
  const members = new Map<string, FloorPeer>();
  const peers = new Map<string, RTCPeerConnection>();
  const remoteStreams = new Map<string, MediaStream>();
  const changes = new EventTarget();

  const socket = new WebSocket(`${server.replace(/^http/, 'ws').replace(/\/$/, '')}/ws?token=${token}`);
  socket.binaryType = 'arraybuffer';
  const send = (type: string, data: object) => {
    if (socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify({ type, room, data }));
  };

  const connect = (peerId: string) => {
    const known = members.get(peerId);
    if (known) return known;
    const peer = createPeer(peerId > id, iceServers, (type, data) => send(type, { ...data, to: peerId }));
    const { connection } = peer;
    connection.ontrack = ({ streams: [remote] }) => {
      if (!remote) return;
      remoteStreams.set(peerId, remote);
      show(peerId, remote);
    };
    connection.onconnectionstatechange = () => changes.dispatchEvent(new Event('change'));
    for (const track of stream.getTracks()) connection.addTrack(track, stream);
    members.set(peerId, peer);
    peers.set(peerId, connection);
    return peer;
  };

  const disconnect = (peerId: string) => {
    peers.get(peerId)?.close();
    hide(peerId);
    for (const map of [members, peers, remoteStreams]) map.delete(peerId);
  };

  socket.onmessage = ({ data: bytes }) => {
    const text = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes as ArrayBuffer);
    const { type, from, data } = JSON.parse(text) as Incoming;
    if (type === 'room.users') {
      const ids = new Set(data.users.map(({ userID }) => userID));
      for (const peerId of [...peers.keys()]) if (!ids.has(peerId)) disconnect(peerId);
      for (const peerId of ids) if (peerId !== id) connect(peerId);
    } else if (type.startsWith('webrtc.') && data.to === id && from !== id) {
      void connect(from).handle(type, data);
    }
  };

  await new Promise<void>((resolve, reject) => {
    socket.onopen = () => resolve();
    socket.onclose = ({ code }) => reject(new Error(`the socket closed with ${code}`));
  });
  send('chat.join', {});

  return {
    id,
    stream,
    peers,
    remoteStreams,
    connectedTo: (count, ceiling = 30_000) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const connected = [...peers.values()].filter(({ connectionState }) => connectionState === 'connected');
          if (connected.length < count) return;
          end();
          resolve();
        };
        const end = () => {
          clearTimeout(timer);
          changes.removeEventListener('change', look);
        };
        const timer = setTimeout(() => {
          end();
          const states = [...peers.values()].map(({ connectionState }) => connectionState);
          reject(new Error(`not connected to ${count} in ${ceiling} ms: ${states.join(', ')}`));
        }, ceiling);
        changes.addEventListener('change', look);
        look();
      }),
    leave() {
      send('chat.leave', {});
      socket.close();
      for (const peerId of [...peers.keys()]) disconnect(peerId);
      hide(id);
      if (!options.stream) for (const track of stream.getTracks()) track.stop();
    },
  };
};

/** One connection with MDN's perfect negotiation. */
const createPeer = (
  isPolite: boolean,
  iceServers: RTCIceServer[],
  send: (type: string, data: Signal) => void,
): FloorPeer => {
  const connection = new RTCPeerConnection({ iceServers });
  let isMakingOffer = false;
  let isIgnoringOffer = false;

  const sendDescription = () => {
    const { type, sdp } = connection.localDescription!;
    send(type === 'offer' ? 'webrtc.offer' : 'webrtc.answer', { sdp });
  };
  connection.onnegotiationneeded = async () => {
    try {
      isMakingOffer = true;
      await connection.setLocalDescription();
      sendDescription();
    } finally {
      isMakingOffer = false;
    }
  };
  connection.onicecandidate = ({ candidate }) => {
    if (candidate) send('webrtc.iceCandidate', { candidate: JSON.stringify(candidate.toJSON()) });
  };

  const handle = async (type: string, { sdp, candidate }: Signal) => {
    if (candidate !== undefined) {
      const isOfIgnored = isIgnoringOffer;
      try {
        await connection.addIceCandidate(JSON.parse(candidate) as RTCIceCandidateInit);
      } catch (error) {
        if (!isOfIgnored) throw error;
      }
      return;
    }
    const isOffer = type === 'webrtc.offer';
    const isCollision = isOffer && (isMakingOffer || connection.signalingState !== 'stable');
    isIgnoringOffer = !isPolite && isCollision;
    if (isIgnoringOffer) return;
    await connection.setRemoteDescription({ type: isOffer ? 'offer' : 'answer', sdp: sdp ?? '' });
    if (!isOffer) return;
    await connection.setLocalDescription();
    sendDescription();
  };
  return { connection, handle };
};
