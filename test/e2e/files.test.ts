import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { nothingUncaught, pair } from '../rig/people.js';
import { BROWSERS, type Guest, Stage } from './stage.js';

/** A person's browser asks where to put a file; nobody is there to answer. */
const withoutPicker = (): void => {
  Reflect.deleteProperty(globalThis, 'showSaveFilePicker');
};

/** Has a page send a file of bytes that nobody can guess, after what it begins with; to its SHA-256. */
const send = ({ page }: Guest, size: number, name: string, begin: readonly number[] = []): Promise<string> =>
  page.evaluate(
    async (size, name, begin) => {
      const bytes = kit.randomBytes(size, begin);
      await kit.meet().sendFile(new File([bytes], name), { keepMetadata: true });
      return kit.sha256(new Blob([bytes]));
    },
    size,
    name,
    [...begin],
  );

/** Resolves once a page's last transfer is in a state. */
const reaches = ({ page }: Guest, state: string): Promise<void> =>
  page.evaluate(
    (state) =>
      kit
        .until(`a transfer that is ${state}`, () => kit.meet().transfers.at(-1)?.state === state)
        .catch((cause: unknown) => {
          throw new Error(`${String(cause)}; ${JSON.stringify(kit.meet().transfers)}`, { cause });
        }),
    state,
  );

const accept = async (guest: Guest): Promise<void> => {
  await reaches(guest, 'offered');
  await guest.page.evaluate(() => kit.meet().acceptFile(kit.meet().transfers.at(-1)?.id ?? ''));
};

/** SHA-256 of what a page received last. */
const received = async (guest: Guest): Promise<string> => {
  await reaches(guest, 'done');
  return guest.page.evaluate(() => kit.sha256(kit.meet().transfers.at(-1)?.file ?? new Blob()));
};

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

describe('files', () => {
  let stage: Stage;
  before(async () => {
    stage = await Stage.open();
  });
  afterEach(() => stage.clear());
  after(() => stage.close());

  for (const browsers of [BROWSERS, [...BROWSERS].reverse()]) {
    it(`of 30 MB come byte for byte from ${browsers.join(' to ')}, though their connection is killed twice`, async () => {
      const [from, to] = await pair(stage, `kill-${String(browsers[0])}`, browsers);
      assert.ok(from && to);
      await to.page.evaluate(withoutPicker);
      const sent = await send(from, 30_000_000, 'random.bin');
      await accept(to);
      for (const bytes of [6_000_000, 16_000_000]) {
        await to.page.evaluate(
          (bytes) =>
            kit.until(`${String(bytes)} bytes`, () => {
              const isSo = (kit.meet().transfers[0]?.bytes ?? 0) > bytes;
              if (isSo) for (const connection of witness.everConnected) connection.close();
              return isSo;
            }),
          bytes,
        );
        await from.page.evaluate(() => {
          for (const connection of witness.everConnected) connection.close();
        });
        await to.page.evaluate(
          (bytes) =>
            kit.until('more of it', () => {
              const [transfer] = kit.meet().transfers;
              return transfer?.state === 'done' || (transfer?.bytes ?? 0) > bytes + 2_000_000;
            }),
          bytes,
        );
      }
      assert.equal(await received(to), sent);
      await reaches(from, 'done');
      await nothingUncaught([from, to]);
    });
  }

  for (const browser of BROWSERS) {
    it(`that are images of 12 MB go to a deployed client and come from it byte for byte, in ${browser}`, async () => {
      const room = `images-${browser}`;
      const ours = await stage.guest(room, { browser, name: 'Ann' });
      const deployed = await stage.deployed(room, { browser, name: 'Dee' });
      await ours.page.evaluate(() => kit.connectedTo(1));
      const sent = await send(ours, 12_000_000, 'sent.png', PNG);
      const theirs = await deployed.page.evaluate(async (id) => {
        await kit.until('an image', () => kit.standIn?.imagesFrom(id).length === 1);
        const image = kit.standIn?.imagesFrom(id)[0];
        return [image?.name, image?.mime, await kit.sha256(image?.blob ?? new Blob())];
      }, ours.id);
      assert.deepEqual(theirs, ['sent.png', 'image/png', sent]);
      await reaches(ours, 'done');

      const back = await deployed.page.evaluate(
        async (id, begin) => {
          const blob = new Blob([kit.randomBytes(12_000_000, begin)]);
          await kit.standIn?.client.pairs.get(id)?.images?.send({ name: 'back.png', mime: 'image/png', blob });
          return kit.sha256(blob);
        },
        ours.id,
        PNG,
      );
      await ours.page.evaluate(() => kit.until('a second transfer', () => kit.meet().transfers.length === 2));
      assert.equal(await received(ours), back);
      const last = await ours.page.evaluate(() => {
        const transfer = kit.meet().transfers.at(-1);
        return [transfer?.own, transfer?.name, transfer?.type, transfer?.peer.name];
      });
      assert.deepEqual(last, [false, 'back.png', 'image/png', 'Dee']);
      await nothingUncaught([ours, deployed]);
    });
  }
});
