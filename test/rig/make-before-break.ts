/**
 * Makes the page's only connection that is up say that it has failed, so that another one takes its place; it goes on all the
 * while, until that one is up.
 */
export const giveUp = (): void => {
  const connection = witness.connections.find(({ connectionState }) => connectionState === 'connected');
  if (!connection) throw new Error('no connection is up');
  Object.defineProperty(connection, 'connectionState', { get: () => 'failed' });
  connection.dispatchEvent(new Event('connectionstatechange'));
};
