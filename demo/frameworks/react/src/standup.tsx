import { useEffect, useRef } from 'react';
import 'private-meet-element';
import type { PrivateMeetElement } from 'private-meet-element';
import type {} from 'private-meet-element/dist/custom-elements-jsx.d.ts';

const SERVERS = JSON.stringify([{ urls: 'stun:stun.example.com' }]);

export const Standup = () => {
  const meet = useRef<PrivateMeetElement>(null);
  useEffect(() => {
    const goBack = () => history.back();
    const element = meet.current;
    element?.addEventListener('pm-leave', goBack);
    return () => element?.removeEventListener('pm-leave', goBack);
  }, []);
  return <private-meet ref={meet} room="standup" microphone-off ice-servers={SERVERS} />;
};
