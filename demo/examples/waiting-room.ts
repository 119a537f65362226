import { createMeeting, type Meeting } from '../../src/core.js';
import { find, iceServers, meetIn, named, roomFor } from './example.js';

const APPOINTMENTS = ['9:00', '9:20', '9:40'];

const practice = roomFor('practice');
const isDoctor = named('role') === 'doctor';
const hint = find('#hint', HTMLElement);
const list = find('#waiting', HTMLUListElement);

/** Before each room is a door: a meeting without looks, microphone or camera, of the doctor and that one patient. */
const openDoor = (appointment: number, displayName: string): Meeting =>
  createMeeting({
    room: `${practice}-door-${String(appointment)}`,
    server: location.origin,
    displayName,
    microphoneOff: true,
    cameraOff: true,
    maxPeers: 1,
    ...(iceServers && { iceServers }),
  });

const roomOf = (appointment: number): string => `${practice}-room-${String(appointment)}`;

const receive = (): void => {
  const meet = meetIn(practice);
  hint.textContent = 'Who waits stands here. Call somebody in.';
  for (const [index, time] of APPOINTMENTS.entries()) {
    const door = openDoor(index + 1, 'Doctor');
    const item = document.createElement('li');
    const name = document.createElement('span');
    const call = document.createElement('button');
    call.type = 'button';
    call.textContent = 'Call in';
    call.setAttribute('aria-label', `Call in the patient at ${time}`);
    item.append(name, call);
    list.append(item);
    const draw = (): void => {
      const [patient] = door.peers;
      name.textContent = `${time} · ${patient ? patient.name : 'nobody yet'}`;
      call.disabled = !patient;
    };
    for (const type of ['pm-peer-join', 'pm-peer-leave', 'pm-peer-change'] as const) door.addEventListener(type, draw);
    call.addEventListener('click', () => {
      door.sendData('come in', { topic: 'door' }).catch(reportError);
      meet.room = roomOf(index + 1); // leaves the last one
      meet.join().catch(reportError);
    });
    draw();
    door.join().catch(reportError);
  }
};

const wait = (appointment: number): void => {
  const meet = meetIn(roomOf(appointment));
  meet.addEventListener('pm-before-join', (event) => {
    const name = named('name') || 'A patient';
    const door = openDoor(appointment, name);
    const called = new Promise<void>((resolve) => {
      door.addEventListener('pm-data', ({ topic }) => {
        if (topic === 'door') resolve();
      });
    });
    hint.textContent = 'The doctor knows that you are here. You will be called in.';
    event.waitUntil(
      door
        .join()
        .then(() => called)
        .then(() => door.leave()),
    );
  });
  meet.addEventListener('pm-join', () => (hint.textContent = 'You are with the doctor.'));
};

if (isDoctor) receive();
else wait(Number(named('appointment')) || 1);
