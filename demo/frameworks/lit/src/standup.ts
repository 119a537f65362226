import 'private-meet-element';
import type { JoinEvent, LeaveEvent } from 'private-meet-element';
import { html, LitElement } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';

const SERVERS: RTCIceServer[] = [{ urls: 'stun:stun.example.com' }];

@customElement('standup-page')
export class StandupPage extends LitElement {
  @state() private room = 'standup';
  @state() private isShown = true;
  @state() private sides = ['meeting', 'notes'];
  @state() private word = '';

  override render() {
    return html`
      <button id="hide" @click=${() => (this.isShown = !this.isShown)}>Hide or show</button>
      <button id="move" @click=${() => (this.sides = this.sides.toReversed())}>To the other side</button>
      <button id="room" @click=${() => (this.room = 'retro')}>Go to the retro</button>
      <p id="word">${this.word}</p>
      <main>
        ${repeat(
          this.sides,
          (side) => side,
          (side) => html`
            <section>
              <h2>${side}</h2>
              ${side === 'meeting' && this.isShown ? this.renderMeeting() : ''}
            </section>
          `,
        )}
      </main>
    `;
  }

  private renderMeeting() {
    return html`
      <private-meet
        room=${this.room}
        .iceServers=${SERVERS}
        microphone-off
        @pm-join=${({ self }: JoinEvent) => (this.word = `Welcome, ${self.name}!`)}
        @pm-leave=${({ reason }: LeaveEvent) => (this.word = `Goodbye: ${reason}`)}
      ></private-meet>
    `;
  }

  /** The page's own styles reach the meeting. */
  protected override createRenderRoot() {
    return this;
  }
}
