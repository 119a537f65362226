import { onScopeDispose, shallowRef, type ShallowRef } from 'vue';
import { createMeeting, type Meeting, type MeetingOptions, type Peer } from 'private-meet-element/core';

interface Call {
  readonly meeting: Meeting;
  readonly state: ShallowRef<Meeting['state']>;
  readonly peers: ShallowRef<readonly Peer[]>;
}

/** A meeting for as long as the component (or the effect scope) is there. Nothing is opened before `join()`, on a server neither. */
export const useMeeting = (options: Partial<MeetingOptions>): Call => {
  const meeting = createMeeting(options);
  // Shallow: a peer is a new object for each change, and its stream must not be made reactive.
  const state = shallowRef(meeting.state);
  const peers = shallowRef(meeting.peers);
  const draw = () => {
    state.value = meeting.state;
    peers.value = meeting.peers;
  };
  for (const type of ['pm-state-change', 'pm-peer-join', 'pm-peer-leave', 'pm-peer-change'] as const) {
    meeting.addEventListener(type, draw);
  }
  onScopeDispose(() => void meeting.leave());
  return { meeting, state, peers };
};
