import 'private-meet-element';
import { lazy, Suspense, useState } from 'react';

const Agenda = lazy(() => import('./agenda'));
const SERVERS: RTCIceServer[] = [{ urls: 'stun:stun.example.com' }];

/** Drawn in the browser alone: properties, and listeners named like their events, are given as they are. */
export const Office = () => {
  const [room, setRoom] = useState('standup');
  const [isShown, setShown] = useState(true);
  const [hasAgenda, setAgenda] = useState(false);
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
      <button id="agenda" onClick={() => setAgenda(true)}>
        Agenda
      </button>
      <p id="word">{word}</p>
      <Suspense fallback={<p id="waiting">One moment …</p>}>
        <main>
          {sides.map((side) => (
            <section key={side}>
              <h2>{side}</h2>
              {side === 'meeting' && isShown && (
                <private-meet
                  room={room}
                  microphone-off
                  iceServers={SERVERS}
                  onpm-join={({ self }) => setWord(`Welcome, ${self.name}!`)}
                  onpm-leave={({ reason }) => setWord(`Goodbye: ${reason}`)}
                />
              )}
            </section>
          ))}
        </main>
        {hasAgenda && <Agenda />}
      </Suspense>
    </>
  );
};
