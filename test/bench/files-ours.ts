import type { Page } from 'puppeteer-core';

/** Offers the file of the page that sends, and resolves once it is offered. */
export const prepareOurs = async (from: Page, to: Page): Promise<void> => {
  await from.evaluate(() =>
    kit
      .meet()
      .sendFile(globalThis.benchFile)
      .then(() => undefined),
  );
  await to.evaluate(() => kit.until('an offer', () => kit.meet().transfers.at(-1)?.state === 'offered'));
};

/** Takes the file that was offered last, and resolves once it is there and checked. */
export const sendOurs = (_: Page, to: Page): Promise<void> =>
  to.evaluate(async () => {
    Reflect.deleteProperty(globalThis, 'showSaveFilePicker'); // nobody is there to answer
    const id = kit.meet().transfers.at(-1)?.id;
    const done = new Promise<void>((resolve, reject) => {
      kit.meet().addEventListener('pm-file', ({ transfer }) => {
        if (transfer.id !== id) return;
        if (transfer.state === 'done') resolve();
        else reject(new Error(`${transfer.state}: ${String(transfer.error)}`));
      });
    });
    await kit.meet().acceptFile(id ?? '');
    await done;
  });

declare global {
  /** In the page that sends. */
  var benchFile: File;
}
