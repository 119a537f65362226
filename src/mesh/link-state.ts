import type { PairHealth } from './pair-health.js';
import type { MeshCare } from './mesh-care.js';
import type { PeerLink } from './peer-host.js';
import type { Succession } from './succession.js';

/** What a person is shown of how a pair stands. */
export const linkState = (
  health: PairHealth,
  connections: Succession,
  mesh: Pick<MeshCare, 'isFaultTheirs'>,
): PeerLink['state'] => {
  const { heardAt } = health;
  if (!health.hasConnected) return health.isHopeless ? 'failed' : 'connecting';
  if (health.isLost && mesh.isFaultTheirs(heardAt)) return 'lost';
  return connections.isUp(heardAt) && !health.isSilent ? 'connected' : 'reconnecting';
};
