/** Resolves in a task of its own, behind those that asked before: the page gets a breath, and may draw what there is. */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel(); // a timer of a hidden page comes once a second
    port1.onmessage = () => {
      port1.close(); // one that is open stays for good
      resolve();
    };
    port2.postMessage(0);
  });
