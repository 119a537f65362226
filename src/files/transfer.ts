import type { MeetError } from '../errors.js';

/** A file on its way to or from one person: an immutable snapshot, a new one for every change. */
export interface Transfer {
  /** Unlike any other transfer's. */
  readonly id: string;
  /** Whom it goes to, or comes from. */
  readonly peer: { readonly id: string; readonly name: string };
  readonly own: boolean;
  /** Without a path, and without characters that mislead. */
  readonly name: string;
  /** MIME type: of a received file what its content says, `application/octet-stream` for what is no raster image. */
  readonly type: string;
  /** Bytes in all. */
  readonly size: number;
  /** Bytes that have come across. */
  readonly bytes: number;
  /**
   * `offered`: the receiver is asked; `queued`: it waits for its turn or for a connection; `paused`: the connection is lost, and it goes on
   * with the next one; `checking`: whether all has come as it was sent.
   */
  readonly state:
    | 'offered'
    | 'queued'
    | 'sending'
    | 'receiving'
    | 'paused'
    | 'checking'
    | 'done'
    | 'declined'
    | 'cancelled'
    | 'failed';
  /** When it was offered here. */
  readonly at: Date;
  /** Bytes a second of late, while it is on its way. */
  readonly rate?: number;
  /** Of a picture that comes in, once that is known: how many pixels it has. More than 40 million are not shown. */
  readonly pixels?: number;
  /** What was received, once it is `done`; none where it was written to a place that the person chose. */
  readonly file?: File;
  /** Why it `failed`: `file-rejected` or `file-failed`. */
  readonly error?: MeetError;
}
