import { logEvents } from './event-log.js';
import { runPoll } from './poll.js';
import { followAttributes } from './snippet.js';

const find = <Type extends Element>(selector: string, type: abstract new () => Type): Type => {
  const element = document.querySelector(selector);
  if (!(element instanceof type)) throw new Error(`The page has no ${selector}`);
  return element;
};

const meet = find('#meet', HTMLElement);
const form = find('#switcher', HTMLFormElement);
const roomField = find('#switcher [name=room]', HTMLInputElement);
const nameField = find('#switcher [name=name]', HTMLInputElement);
const second = find('#second', HTMLAnchorElement);
const copy = find('#copy', HTMLButtonElement);
const copyStatus = find('#copy-status', HTMLElement);
const snippet = find('#snippet', HTMLElement);
const log = find('#log', HTMLOListElement);

const LOCAL_HOSTS = new Set(['localhost', '127.0.0.1', '[::1]']);

const addressOf = (room: string, name: string): string => {
  const query = new URLSearchParams({ room });
  if (name) query.set('name', name);
  return `/?${query.toString()}`;
};

/** A room nobody else is likely to be in. */
const newRoom = (): string => `demo-${crypto.getRandomValues(new Uint32Array(1))[0]?.toString(36) ?? ''}`;

const readAddress = () => {
  const query = new URLSearchParams(location.search);
  return { room: query.get('room')?.trim() ?? '', name: query.get('name')?.trim() ?? '' };
};

const setAttribute = (name: string, value: string) => {
  if (value === meet.getAttribute(name)) return;
  if (value) meet.setAttribute(name, value);
  else meet.removeAttribute(name);
};

/** Shows a room: in the element, the form, the title, the second window's link. */
const show = ({ room, name }: { room: string; name: string }) => {
  setAttribute('room', room);
  setAttribute('display-name', name);
  roomField.value = room;
  nameField.value = name;
  second.href = addressOf(room, name === 'Bo' ? 'Ann' : 'Bo');
  document.title = `${room} · <private-meet> demo`;
};

const start = readAddress();
const isHost = new URLSearchParams(location.search).has('host');
if (!start.room) {
  start.room = newRoom();
  history.replaceState(null, '', addressOf(start.room, start.name));
}
show(start);
meet.setAttribute('server', location.origin);
// On one machine nobody needs to be told its address, so the demo asks no one for it.
if (LOCAL_HOSTS.has(location.hostname)) meet.setAttribute('ice-servers', '[]');
/** Who opened `/?host` is a host, where the server of `npm start` has the tools. */
const takeToken = async (): Promise<void> => {
  const response = await fetch(`/dev/host?${new URLSearchParams({ name: start.name || 'Host' }).toString()}`);
  if (response.ok) meet.setAttribute('token', await response.text());
};
if (isHost) void takeToken();
followAttributes(meet, snippet);
logEvents(meet, log);
const element = document.querySelector('private-meet');
if (element) runPoll(element, find('#poll', HTMLFormElement));

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const [room, name] = [roomField.value.trim(), nameField.value.trim()];
  if (!room) return;
  history.pushState(null, '', addressOf(room, name));
  show({ room, name });
});
window.addEventListener('popstate', () => show(readAddress()));

for (const box of document.querySelectorAll<HTMLInputElement>('fieldset input[type=checkbox]')) {
  // A reloading browser restores the boxes but not the attributes.
  box.checked = meet.hasAttribute(box.name);
  box.addEventListener('change', () => meet.toggleAttribute(box.name, box.checked));
}

copy.addEventListener('click', () => {
  navigator.clipboard.writeText(snippet.textContent).then(
    () => (copyStatus.textContent = 'Copied.'),
    () => {
      getSelection()?.selectAllChildren(snippet);
      copyStatus.textContent = 'The browser does not let the page copy. It is selected: copy it by key.';
    },
  );
});

find('#clear', HTMLButtonElement).addEventListener('click', () => log.replaceChildren());
