import type { Transfer } from '../../src/files/transfer.js';
import { FileDesk } from '../../src/room/file-desk.js';
import { createRoomStore } from '../../src/room/room-store.js';
import { randomBytes, sha256 } from '../helpers/bytes.js';
import { MeshPair, type Side, type SideName } from '../mesh/mesh-pair.js';

/** A file of bytes that nobody can guess. */
export const randomFile = (size: number, name = 'random.bin', type = ''): File =>
  new File([randomBytes(size)], name, { type });

/** Whether two files are the same, byte for byte: a difference of megabytes is not worth printing. */
export const isSameFile = async (one: Blob | undefined, other: Blob): Promise<boolean> =>
  one?.size === other.size && (await sha256(one)) === (await sha256(other));

/** One end of a pair that sends files to each other over real connections. */
class FileEnd {
  readonly store = createRoomStore();
  readonly desk: FileDesk;
  readonly #watchers: (() => void)[] = [];
  /** `pm-file done`, `pm-file-progress sending` …, oldest first. */
  readonly story: string[] = [];
  /** Most transfers that were sending at the same time. */
  most = 0;

  constructor(
    readonly side: Side,
    readonly other: SideName,
  ) {
    this.desk = new FileDesk(this.store, {
      mesh: () => side.mesh,
      peers: () => {
        if (!side.mesh.get(other)) return new Map();
        return new Map([[other, { id: other, name: `name of ${other}`, kind: side.mesh.kindOf(other) }]]);
      },
      fileChannelLabel: () => 'pmfile:',
      dispatch: (event) => {
        const { type, transfer } = event as Event & { readonly transfer: Transfer };
        this.story.push(`${type} ${transfer.state}`);
      },
    });
    side.mesh.onChannel = (id, channel) => this.desk.take(id, channel, []);
    this.store.$transfers.listen((all) => {
      this.most = Math.max(this.most, all.filter(({ state }) => state === 'sending').length);
      for (const look of this.#watchers.splice(0)) look();
    });
    this.desk.files.begin();
  }

  get files(): FileDesk['files'] {
    return this.desk.files;
  }

  get transfers(): readonly Transfer[] {
    return this.store.$transfers.get();
  }

  /** Resolves once `holds`, looked at whenever a transfer changes. */
  async until(holds: (all: readonly Transfer[]) => boolean): Promise<readonly Transfer[]> {
    while (!holds(this.transfers)) await new Promise<void>((resolve) => this.#watchers.push(resolve));
    return this.transfers;
  }

  /** Resolves to its only transfer, once it is in a state. */
  async reaches(state: Transfer['state']): Promise<Transfer> {
    const [transfer] = await this.until(([first]) => first?.state === state);
    return transfer!;
  }
}

/** Two people of ours, connected, who send files to each other. */
export class FilePair {
  readonly mesh = new MeshPair();
  readonly a = new FileEnd(this.mesh.a, 'z');
  readonly z = new FileEnd(this.mesh.z, 'a');

  async meet(): Promise<void> {
    this.mesh.meet();
    await this.mesh.connected();
    for (const end of [this.a, this.z]) end.files.follow();
  }

  /** The connection is gone, at both ends; there is another one when it resolves. */
  async kill(): Promise<void> {
    this.part();
    await this.meet();
  }

  /** They lose each other. */
  part(): void {
    for (const { side, other } of [this.a, this.z]) side.mesh.remove(other);
  }

  close(): void {
    for (const { desk } of [this.a, this.z]) {
      desk.end();
      desk.files.begin();
    }
    this.mesh.close();
  }
}
