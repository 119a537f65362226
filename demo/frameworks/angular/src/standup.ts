import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import 'private-meet-element';
import type { JoinEvent, LeaveEvent } from 'private-meet-element';

@Component({
  selector: 'app-standup',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <private-meet
      [room]="room"
      [iceServers]="iceServers"
      microphone-off
      (pm-join)="welcome($event)"
      (pm-leave)="sayGoodbye($event)"
    ></private-meet>
    <p>{{ word }}</p>
  `,
})
export class Standup {
  readonly room = 'standup';
  readonly iceServers: RTCIceServer[] = [{ urls: 'stun:stun.example.com' }];
  word = '';

  welcome({ self }: JoinEvent) {
    this.word = `Willkommen, ${self.name}!`;
  }

  sayGoodbye({ reason }: LeaveEvent) {
    this.word = reason === 'user' ? 'Bis morgen!' : 'Die Verbindung ist zu Ende.';
  }
}
