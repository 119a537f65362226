import { WebSocketServer, type WebSocket } from 'ws';

/** What `ws` does by itself: what somebody says goes to all who gave the same `room`. Run by itself, as a server is. */
const rooms = new Map<string, Set<WebSocket>>();
const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env['PORT']), clientTracking: false });
server.on('listening', () => console.log('Signaling server on, without signaling'));
server.on('connection', (socket, request) => {
  const room = new URL(request.url ?? '', 'http://localhost').searchParams.get('room') ?? '';
  const members = rooms.get(room) ?? new Set<WebSocket>();
  rooms.set(room, members.add(socket));
  socket.on('message', (data) => {
    for (const member of members) member.send(data, { binary: true });
  });
  socket.on('close', () => members.delete(socket));
});
process.once('SIGTERM', () => process.exit(0));
