import { find, iceServers, named, roomFor } from './example.js';

const help = find('#help', HTMLButtonElement);
const corner = find('#corner', HTMLDialogElement);
const room = roomFor('shop');

/** The element is made when it is wanted: the shop's visitors ask nobody for anything before. */
const startCall = (): HTMLElement => {
  const meet = document.createElement('private-meet');
  meet.setAttribute('room', room);
  meet.setAttribute('server', location.origin);
  meet.setAttribute('display-name', named('name') || 'Customer');
  meet.setAttribute('controls', 'microphone chat leave');
  meet.toggleAttribute('camera-off', true);
  if (iceServers) meet.setAttribute('ice-servers', JSON.stringify(iceServers));
  return meet;
};

const setOpen = (isOpen: boolean): void => {
  help.setAttribute('aria-expanded', String(isOpen));
  if (isOpen) {
    corner.append(startCall());
    corner.show(); // not modal: one can go on shopping
  } else {
    corner.close();
    corner.querySelector('private-meet')?.remove(); // which ends the call
    help.focus();
  }
};

help.addEventListener('click', () => setOpen(!corner.open));
find('#close', HTMLButtonElement).addEventListener('click', () => setOpen(false));
corner.addEventListener('pm-leave', (event) => {
  if (event.target instanceof Element && event.target.isConnected) setOpen(false);
});
if (named('role') === 'agent') setOpen(true);
