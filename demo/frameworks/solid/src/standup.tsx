import 'private-meet-element';
import { createSignal, For, Show } from 'solid-js';

const SERVERS: RTCIceServer[] = [{ urls: 'stun:stun.example.com' }];

export const Standup = () => {
  const [room, setRoom] = createSignal('standup');
  const [isShown, setShown] = createSignal(true);
  const [sides, setSides] = createSignal(['meeting', 'notes']);
  const [word, setWord] = createSignal('');
  return (
    <>
      <button id="hide" onClick={() => setShown(!isShown())}>
        Hide or show
      </button>
      <button id="move" onClick={() => setSides(sides().toReversed())}>
        To the other side
      </button>
      <button id="room" onClick={() => setRoom('retro')}>
        Go to the retro
      </button>
      <p id="word">{word()}</p>
      <main>
        <For each={sides()}>
          {(side) => (
            <section>
              <h2>{side}</h2>
              <Show when={side === 'meeting' && isShown()}>
                <private-meet
                  room={room()}
                  microphone-off
                  prop:iceServers={SERVERS}
                  on:pm-join={({ self }) => setWord(`Welcome, ${self.name}!`)}
                  on:pm-leave={({ reason }) => setWord(`Goodbye: ${reason}`)}
                />
              </Show>
            </section>
          )}
        </For>
      </main>
    </>
  );
};
