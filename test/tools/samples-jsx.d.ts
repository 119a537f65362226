// Stands in for dist/custom-elements-jsx.d.ts, which the build makes: the tests of the docs run without one.
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { PrivateMeetElement } from '../../src/index.js';

type Attributes = DetailedHTMLProps<HTMLAttributes<PrivateMeetElement>, PrivateMeetElement> & {
  room?: string;
  'microphone-off'?: boolean;
  'ice-servers'?: string;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'private-meet': Attributes;
    }
  }
}
