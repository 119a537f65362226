import { useEffect, useState } from 'react';
import { createMeeting, type Meeting, type MeetingOptions, type Peer } from 'private-meet-element/core';

const EVENTS = ['pm-state-change', 'pm-peer-join', 'pm-peer-leave', 'pm-peer-change'] as const;

interface Call {
  readonly meeting: Meeting | undefined;
  readonly state: Meeting['state'];
  readonly peers: readonly Peer[];
}

/** A meeting for as long as the component is there. Another room or server is another meeting. */
export const useMeeting = (options: Partial<MeetingOptions>): Call => {
  const [call, setCall] = useState<Call>({ meeting: undefined, state: 'idle', peers: [] });
  const { room, server } = options;
  useEffect(() => {
    // Made here and not while drawing: StrictMode mounts twice, and each mount has its own, which the cleanup ends.
    const meeting = createMeeting(options);
    const draw = () => setCall({ meeting, state: meeting.state, peers: meeting.peers });
    for (const type of EVENTS) meeting.addEventListener(type, draw);
    draw();
    return () => {
      for (const type of EVENTS) meeting.removeEventListener(type, draw);
      void meeting.leave();
    };
    // The other options are those to begin with; later they are set on `meeting`.
  }, [room, server]);
  return call;
};
