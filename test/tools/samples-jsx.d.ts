// Stands in for dist/custom-elements-jsx.d.ts, which the build makes: the tests of the docs run without one.
import type { HTMLAttributes } from 'react';
import type { PrivateMeetElement } from '../../src/index.js';

interface MeetAttributes extends HTMLAttributes<PrivateMeetElement> {
  ref?: { readonly current: PrivateMeetElement | null };
  room?: string;
  'microphone-off'?: boolean;
  'ice-servers'?: string;
}

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'private-meet': MeetAttributes;
    }
  }
}
