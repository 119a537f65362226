import type { PrivateMeetElement } from '../../src/index.js';
import { find, meetIn, roomFor } from './example.js';
import { DrawnFilm, type Playable } from './film.js';

/** Seconds by which two films may be apart before one winds. */
const APART = 0.5;

/** Keeps a film in step with the others' in the call: what one does, all do, and whoever comes later is told where it is. */
const watchTogether = (meet: PrivateMeetElement, film: Playable): void => {
  /** While we do what another did, we don't say it again. */
  let isFollowing = false;
  const tell = (to?: string): void => {
    if (isFollowing || meet.state !== 'joined') return;
    const data = { at: film.currentTime, paused: film.paused };
    meet.sendData(data, { topic: 'film', ...(to === undefined ? {} : { to }) }).catch(reportError);
  };
  for (const type of ['play', 'pause', 'seeked']) film.addEventListener(type, () => tell());
  meet.addEventListener('pm-peer-join', ({ peer }) => {
    if (film.currentTime > 0) tell(peer.id);
  });
  meet.addEventListener('pm-data', ({ topic, data }) => {
    if (topic !== 'film' || typeof data !== 'object' || data === null || !('at' in data && 'paused' in data)) return;
    const at = Number(data.at);
    if (!Number.isFinite(at)) return;
    isFollowing = true;
    if (Math.abs(film.currentTime - at) > APART) film.currentTime = at;
    if (data.paused) film.pause();
    else film.play().catch(reportError);
    isFollowing = false;
  });
};

const film = new DrawnFilm(find('#film', HTMLCanvasElement));
const play = find('#play', HTMLButtonElement);
const position = find('#position', HTMLInputElement);
const time = find('#time', HTMLOutputElement);

const draw = (): void => {
  const seconds = Math.floor(film.currentTime);
  play.textContent = film.paused ? 'Play' : 'Pause';
  position.value = String(film.currentTime);
  time.value = `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, '0')}`;
};
for (const type of ['play', 'pause', 'seeked', 'timeupdate']) film.addEventListener(type, draw);
play.addEventListener('click', () => (film.paused ? void film.play() : film.pause()));
position.addEventListener('input', () => (film.currentTime = Number(position.value)));
watchTogether(meetIn(roomFor('film')), film);
