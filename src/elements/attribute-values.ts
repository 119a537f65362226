import type { ComplexAttributeConverter } from 'lit';
import { MeetError } from '../errors.js';
import { CONTROLS, type ControlName, type Layout, LAYOUTS } from '../room/types.js';

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

/** `relay`, or `all` for anything else. */
export const policy: ComplexAttributeConverter<RTCIceTransportPolicy> = {
  fromAttribute: (value) => (value === 'relay' ? 'relay' : 'all'),
};

/** `grid` or `speaker`, or `auto` for anything else. */
export const layout: ComplexAttributeConverter<Layout> = {
  fromAttribute: (value) => LAYOUTS.find((name) => name === value) ?? 'auto',
};

/** What deployed clients expect where a deployment sets nothing else. */
export const DEFAULT_FILE_CHANNEL_LABEL = 'pmfile:';
/** As it is written; the default without the attribute. */
export const fileChannelLabel: ComplexAttributeConverter<string> = {
  fromAttribute: (value) => value ?? DEFAULT_FILE_CHANNEL_LABEL,
};

/** JSON is read here and judged by `checkIceServers`, which has words for what is wrong. */
export const iceServers: ComplexAttributeConverter = {
  fromAttribute: (value) => {
    if (value === null || value.trim() === '') return undefined;
    try {
      return JSON.parse(value) as unknown;
    } catch {
      return value; // a text is no list: checkIceServers says so in words
    }
  },
};

/** @throws MeetError `ice-servers-invalid`, without the value: it may hold a credential. */
export const checkIceServers = (value: unknown): RTCIceServer[] | undefined => {
  if (value === undefined || (Array.isArray(value) && value.every(isIceServer))) return value;
  throw new MeetError('ice-servers-invalid', 'ice-servers is not a JSON array of RTCIceServer ({ urls, … })');
};

const isIceServer = (value: unknown): value is RTCIceServer => {
  const urls = (value as Partial<RTCIceServer> | null)?.urls;
  return (Array.isArray(urls) ? urls : [urls]).every((url) => typeof url === 'string' && /^(stun|turn)s?:/u.test(url));
};

/** The `controls` attribute: all when empty, none for `none`, else those named that exist. */
export const parseControls = (value: string): ReadonlySet<ControlName> | undefined => {
  const names = value.split(/\s+/u).filter(Boolean);
  return names.length === 0 ? undefined : new Set(CONTROLS.filter((name) => names.includes(name)));
};
