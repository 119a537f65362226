import type { PrivateMeetElement } from '../../src/index.js';
import { find, meetIn, named, roomFor } from './example.js';

const list = find('#students', HTMLUListElement);
const hint = find('#hint', HTMLElement);
const meet: PrivateMeetElement = meetIn(roomFor('classroom'));
const isTeacher = named('role') === 'teacher';
/** Who says that they teach. Here the first who does; on your page the id that your backend put into their token. */
let teacher: string | undefined;
let spotlight: string | null = null;

/** `undefined` for everybody, else the id of one. */
const tell = (to?: string): void => {
  if (!isTeacher || meet.state !== 'joined') return;
  meet.sendData({ spotlight }, { topic: 'class', ...(to === undefined ? {} : { to }) }).catch(reportError);
};

const show = (id: string | null): void => {
  spotlight = id;
  meet.pin(id);
  tell();
  draw();
};

const studentItem = (id: string, words: string, isHand: boolean): HTMLLIElement => {
  const item = document.createElement('li');
  const name = document.createElement('span');
  name.textContent = isHand ? `✋ ${words}` : words;
  item.append(name);
  if (!isTeacher) return item;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'On stage';
  button.setAttribute('aria-label', `${words} on stage`);
  button.setAttribute('aria-pressed', String(spotlight === id));
  button.addEventListener('click', () => show(spotlight === id ? null : id));
  item.append(button);
  return item;
};

const draw = (): void => {
  const people = [...meet.peers].sort((one, other) => Number(other.hand) - Number(one.hand));
  list.replaceChildren(...people.map(({ id, name, hand }) => studentItem(id, name, hand)));
};

if (isTeacher) hint.textContent = 'You teach: put somebody on everybody’s stage.';
for (const type of ['pm-join', 'pm-leave', 'pm-peer-join', 'pm-peer-leave', 'pm-peer-change'] as const) {
  meet.addEventListener(type, draw);
}
meet.addEventListener('pm-join', () => tell());
meet.addEventListener('pm-peer-join', ({ peer }) => tell(peer.id));
meet.addEventListener('pm-data', ({ peer, topic, data }) => {
  if (isTeacher || topic !== 'class' || typeof data !== 'object' || data === null || !('spotlight' in data)) return;
  teacher ??= peer.id;
  if (peer.id !== teacher) return;
  const id = typeof data.spotlight === 'string' ? data.spotlight : null;
  hint.textContent = id !== null && id === meet.self?.id ? 'You are on everybody’s stage.' : `${peer.name} teaches.`;
  meet.pin(id === meet.self?.id ? null : id);
});
