import { useState } from 'preact/hooks';
import 'private-meet-element';

const SERVERS: RTCIceServer[] = [{ urls: 'stun:stun.example.com' }];

/** An island of Preact's: drawn on the server, brought to life in the browser. */
export const Standup = () => {
  const [room, setRoom] = useState('standup');
  const [isShown, setShown] = useState(true);
  const [sides, setSides] = useState(['meeting', 'notes']);
  const [word, setWord] = useState('');
  return (
    <>
      <button id="hide" onClick={() => setShown(!isShown)}>
        Hide or show
      </button>
      <button id="move" onClick={() => setSides(sides.toReversed())}>
        To the other side
      </button>
      <button id="room" onClick={() => setRoom('retro')}>
        Go to the retro
      </button>
      <p id="word">{word}</p>
      {sides.map((side) => (
        <section key={side}>
          <h2>{side}</h2>
          {side === 'meeting' && isShown && (
            <private-meet
              room={room}
              microphone-off
              ice-servers={JSON.stringify(SERVERS)}
              onpm-join={({ self }) => setWord(`Welcome, ${self.name}!`)}
              onpm-leave={({ reason }) => setWord(`Goodbye: ${reason}`)}
            />
          )}
        </section>
      ))}
    </>
  );
};
