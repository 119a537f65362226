import type { ComplexAttributeConverter } from 'lit';
import { DEFAULT_ICE_SERVERS, policyOf } from '../../room/settings.js';
import { requiresTrust } from '../../room/trust-policy.js';
import { type Layout, LAYOUTS, oneOf, type Saving, SAVINGS, type TrustPolicy } from '../../room/types.js';

/** Others in the room, oneself not counted (protocol.md: deployed clients make at most 8 connections). */
export const DEFAULT_MAX_PEERS = 8;

/** A removed attribute is an empty text, never `null`. */
export const text: ComplexAttributeConverter<string> = { fromAttribute: (value) => value ?? '' };

/** A whole number of 1 or more; the default for anything else. */
export const maxPeers: ComplexAttributeConverter<number> = {
  fromAttribute: (value) => {
    const number = Number(value);
    return Number.isInteger(number) && number > 0 ? number : DEFAULT_MAX_PEERS;
  },
};

/** For what opens something: frameworks that know attributes alone write `false` (React 18). */
export const opens: ComplexAttributeConverter<boolean> = {
  fromAttribute: (value) => value !== null && value.trim().toLowerCase() !== 'false',
};

/** `all`, or `relay` for any other word: addresses are not given away by a slip of the pen. */
export const policy: ComplexAttributeConverter<RTCIceTransportPolicy> = { fromAttribute: policyOf };

const THEMES = ['auto', 'light', 'dark'] as const;
/** `light` or `dark`, or `auto` for anything else. */
export const theme: ComplexAttributeConverter<(typeof THEMES)[number]> = {
  fromAttribute: (value) => oneOf(THEMES, value),
};

/** `grid` or `speaker`, or `auto` for anything else. */
export const layout: ComplexAttributeConverter<Layout> = { fromAttribute: (value) => oneOf(LAYOUTS, value) };

/** `off` or `video-off`, or `auto` for anything else. */
export const saving: ComplexAttributeConverter<Saving> = { fromAttribute: (value) => oneOf(SAVINGS, value) };

/** `prefer`, nothing, or `require` for any other word: nobody is let in by a slip of the pen. */
export const trust: ComplexAttributeConverter<TrustPolicy | undefined> = {
  fromAttribute: (value) => {
    const word = value?.trim() ?? '';
    return word === ''
      ? undefined
      : requiresTrust({ trust: word as TrustPolicy, passphrase: '' })
        ? 'require'
        : 'prefer';
  },
};

/** Whether a boolean property is set: some frameworks set the empty text of a bare attribute. */
export const isSet = (value: unknown): boolean => value === '' || !!value;

/** What deployed clients expect where a deployment sets nothing else. */
export const DEFAULT_FILE_CHANNEL_LABEL = 'pmfile:';
export const DEFAULT_WIRE_PREFIX = 'pme2ee:';
/** As it is written; the default without the attribute. */
export const wirePrefix: ComplexAttributeConverter<string> = {
  fromAttribute: (value) => value ?? DEFAULT_WIRE_PREFIX,
};
/** As it is written; the default without the attribute. */
export const fileChannelLabel: ComplexAttributeConverter<string> = {
  fromAttribute: (value) => value ?? DEFAULT_FILE_CHANNEL_LABEL,
};

/** JSON is read here and judged by the meeting, which has words for what is wrong. */
export const iceServers: ComplexAttributeConverter = {
  fromAttribute: (value) => {
    if (value === null) return DEFAULT_ICE_SERVERS;
    if (value.trim() === '') return []; // whoever writes it wants no other's server
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value; // a text is no list: the meeting says so
    }
  },
};
