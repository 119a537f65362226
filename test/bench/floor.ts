/**
 * The bench's floor: what a competent developer writes by hand over the same wire, with nothing of this package in it.
 * Devices first, then the socket, one RTCPeerConnection for each other member, offers by whoever comes, candidates as they
 * are found, and a <video> for everybody. (Not the perfect negotiation of MDN, where both ends offer: its rollbacks left
 * Chromium without candidates in 4 of 10 rooms of four.)
 */

export interface FloorOptions {
  /** Base URL of the signaling server, http(s). */
  readonly server: string;
  readonly token: string;
  readonly room: string;
  /** What is sent; camera and microphone by `getUserMedia` when absent. */
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
  offer(): Promise<void>;
  handle(type: string, signal: Signal): Promise<void>;
}

/** Joins a room and connects to everybody in it; resolves once the socket is open and `chat.join` is sent. */
export const joinFloor = async (options: FloorOptions): Promise<Floor> => {
  const { server, token, room, iceServers = [] } = options;
  const stream = options.stream ?? (await navigator.mediaDevices.getUserMedia({ audio: true, video: true }));
  const { sub: id } = JSON.parse(atob(token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/'))) as { sub: string };
  const videos = new Map<string, HTMLVideoElement>();
  const grid = document.createElement('div');
  grid.style.cssText = 'display:grid;height:100vh;grid:auto-flow 1fr/repeat(auto-fit,minmax(300px,1fr))';
  document.body.append(grid);
  const show = (who: string, shown: MediaStream) => {
    const video = videos.get(who) ?? document.createElement('video');
    Object.assign(video, { autoplay: true, playsInline: true, muted: who === id, srcObject: shown });
    video.style.cssText = 'width:100%;height:100%;object-fit:cover';
    videos.set(who, video);
    grid.append(video);
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
    const peer = createPeer(iceServers, stream, (type, data) => send(type, { ...data, to: peerId }));
    const { connection } = peer;
    connection.ontrack = ({ streams: [remote] }) => {
      if (!remote) return;
      remoteStreams.set(peerId, remote);
      show(peerId, remote);
    };
    connection.onconnectionstatechange = () => changes.dispatchEvent(new Event('change'));
    members.set(peerId, peer);
    peers.set(peerId, connection);
    return peer;
  };

  const disconnect = (peerId: string) => {
    peers.get(peerId)?.close();
    hide(peerId);
    for (const map of [members, peers, remoteStreams]) map.delete(peerId);
  };

  let isIn = false;
  socket.onmessage = ({ data: bytes }) => {
    const text = typeof bytes === 'string' ? bytes : new TextDecoder().decode(bytes as ArrayBuffer);
    const { type, from, data } = JSON.parse(text) as Incoming;
    if (type === 'room.users') {
      const ids = new Set(data.users.map(({ userID }) => userID));
      for (const peerId of [...peers.keys()]) if (!ids.has(peerId)) disconnect(peerId);
      if (!isIn) for (const peerId of ids) if (peerId !== id) void connect(peerId).offer();
      isIn = true; // whoever comes after us offers to us
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
      grid.remove();
      if (!options.stream) for (const track of stream.getTracks()) track.stop();
    },
  };
};

/** One connection; whoever came later offers, so that offers never cross. */
const createPeer = (
  iceServers: RTCIceServer[],
  stream: MediaStream,
  send: (type: string, data: Signal) => void,
): FloorPeer => {
  const connection = new RTCPeerConnection({ iceServers });
  for (const track of stream.getTracks()) connection.addTrack(track, stream);
  connection.onicecandidate = ({ candidate }) => {
    if (candidate) send('webrtc.iceCandidate', { candidate: JSON.stringify(candidate.toJSON()) });
  };

  const offer = async () => {
    for (const kind of ['audio', 'video']) {
      if (stream.getTracks().every((track) => track.kind !== kind)) {
        connection.addTransceiver(kind, { direction: 'recvonly' });
      }
    }
    await connection.setLocalDescription();
    send('webrtc.offer', { sdp: connection.localDescription?.sdp ?? '' });
  };
  const handle = async (type: string, { sdp = '', candidate }: Signal) => {
    if (candidate !== undefined) {
      await connection.addIceCandidate(JSON.parse(candidate) as RTCIceCandidateInit);
    } else if (type === 'webrtc.answer') {
      await connection.setRemoteDescription({ type: 'answer', sdp });
    } else {
      await connection.setRemoteDescription({ type: 'offer', sdp });
      await connection.setLocalDescription();
      send('webrtc.answer', { sdp: connection.localDescription?.sdp ?? '' });
    }
  };
  return { connection, offer, handle };
};
