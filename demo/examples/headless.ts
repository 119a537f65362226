import { createMeeting, type Peer } from '../../src/core.js'; // 'private-meet-element/core'
import { find, iceServers, named, roomFor } from './example.js';

const root = find('#meeting', HTMLElement);
const meeting = createMeeting({
  room: roomFor('plain'),
  server: location.origin,
  displayName: named('name') || 'Ann',
  ...(iceServers && { iceServers }),
});

const make = <Name extends keyof HTMLElementTagNameMap>(name: Name, words = ''): HTMLElementTagNameMap[Name] =>
  Object.assign(document.createElement(name), { textContent: words });

const makeTile = (): { tile: HTMLElement; video: HTMLVideoElement; name: HTMLElement } => {
  const [tile, video, name] = [make('figure'), make('video'), make('figcaption')];
  Object.assign(video, { autoplay: true, playsInline: true });
  tile.append(video, name);
  tiles.append(tile);
  return { tile, video, name };
};

const tiles = make('div');
const buttons = make('p');
const status = Object.assign(make('p'), { role: 'status' });
const [join, microphone, camera, leave] = ['Join', 'Microphone', 'Camera', 'Leave'].map((words) => {
  const button = Object.assign(make('button', words), { type: 'button' });
  buttons.append(button);
  return button;
}) as [HTMLButtonElement, HTMLButtonElement, HTMLButtonElement, HTMLButtonElement]; // as many as there are words
root.append(tiles, buttons, status);

const own = makeTile();
own.video.muted = true;
own.name.textContent = 'You';
meeting.store.$selfStream.subscribe((stream) => (own.video.srcObject = stream ?? null));

const others = new Map<string, ReturnType<typeof makeTile>>();
const drawPeer = (peer: Peer): void => {
  const { video, name } = others.get(peer.id) ?? makeTile();
  others.set(peer.id, others.get(peer.id) ?? { tile: name.parentElement ?? name, video, name });
  if (video.srcObject !== peer.stream) video.srcObject = peer.stream; // the same object for as long as they are there
  name.textContent = `${peer.name}${peer.microphone ? '' : ', muted'} · ${peer.state}`;
};
const draw = (): void => {
  const isIn = meeting.state === 'joined' || meeting.state === 'reconnecting';
  join.disabled = isIn || meeting.state === 'connecting';
  for (const button of [microphone, camera, leave]) button.disabled = !isIn;
  microphone.setAttribute('aria-pressed', String(meeting.microphone));
  camera.setAttribute('aria-pressed', String(meeting.camera));
  status.textContent = isIn ? `${String(meeting.peers.length + 1)} in the call` : meeting.state;
};

meeting.addEventListener('pm-peer-join', ({ peer }) => drawPeer(peer));
meeting.addEventListener('pm-peer-change', ({ peer }) => drawPeer(peer));
meeting.addEventListener('pm-peer-leave', ({ peer }) => {
  others.get(peer.id)?.tile.remove();
  others.delete(peer.id);
});
meeting.addEventListener('pm-error', ({ error }) => (root.title = error.message));
for (const type of ['state-change', 'microphone-change', 'camera-change', 'peer-join', 'peer-leave'] as const)
  meeting.addEventListener(`pm-${type}`, draw);
join.addEventListener('click', () => void meeting.join().catch(reportError));
microphone.addEventListener('click', () => void meeting.toggleMicrophone().catch(reportError));
camera.addEventListener('click', () => void meeting.toggleCamera().catch(reportError));
leave.addEventListener('click', () => void meeting.leave());
draw();
