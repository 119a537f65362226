import 'private-meet-element';
import type { PrivateMeetElement } from 'private-meet-element';
import { useEffect, useRef } from 'react';

/** Joins as soon as it is there and leaves with the component. Mounted twice by StrictMode it is in the room once. */
export const Doorway = ({ name }: { name: string }) => {
  const meet = useRef<PrivateMeetElement>(null);
  useEffect(() => {
    const element = meet.current!;
    element.join().catch(() => undefined); // the element tells what failed
    return () => void element.leave();
  }, []);
  return <private-meet ref={meet} room="doorway" display-name={name} microphone-off camera-off />;
};
