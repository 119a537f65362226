/**
 * What may import what in `src/`: protocol → signaling → mesh, media, chat, files, trust → room → core → elements → define → index,
 * only backwards; mesh, media, chat, files and trust don't know each other, errors may be imported from anywhere.
 * @type {Record<string, readonly string[]>}
 */
export const LAYERS = {
  'errors.ts': [],
  locales: [],
  protocol: [],
  signaling: ['protocol'],
  mesh: ['protocol', 'signaling'],
  media: ['protocol', 'signaling'],
  chat: ['protocol', 'signaling'],
  files: ['protocol', 'signaling'],
  trust: ['protocol', 'signaling'],
  room: ['protocol', 'signaling', 'mesh', 'media', 'chat', 'files', 'trust'],
  'core.ts': ['protocol', 'signaling', 'mesh', 'media', 'chat', 'files', 'trust', 'room'],
  elements: ['protocol', 'signaling', 'mesh', 'media', 'chat', 'files', 'trust', 'room', 'core.ts', 'locales'],
  'define.ts': ['elements'],
  'index.ts': ['core.ts', 'room', 'elements', 'define.ts', 'locales'],
};

/**
 * What may import what in `src/elements/`: a room knows what is shared, three of them the devices, and the meeting every room;
 * no other room knows another.
 * @type {Record<string, readonly string[]>}
 */
export const ROOMS = {
  shared: [],
  devices: ['shared'],
  lobby: ['shared', 'devices'],
  bar: ['shared', 'devices'],
  notice: ['shared', 'devices'],
  stage: ['shared'],
  panel: ['shared'],
  chat: ['shared'],
  files: ['shared'],
  trust: ['shared'],
  shortcuts: ['shared'],
  meeting: ['shared', 'devices', 'lobby', 'bar', 'notice', 'stage', 'panel', 'chat', 'files', 'trust', 'shortcuts'],
};

/** Options of the rule `import-x/no-restricted-paths`, relative to `src/`. */
export const layerZones = [
  ...Object.entries(LAYERS).map(([layer, below]) => ({
    target: `./${layer}`,
    from: './',
    except: [...new Set([layer, 'errors.ts', ...below])].map((path) => `./${path}`),
    message: `${layer} may import ${below.join(', ') || 'no other layer'} and errors, see CONTRIBUTING.md`,
  })),
  ...Object.entries(ROOMS).map(([room, below]) => ({
    target: `./elements/${room}`,
    from: './elements',
    except: [room, ...below].map((path) => `./${path}`),
    message: `${room}/ may import ${below.join(', ') || 'no other room'}, see CONTRIBUTING.md`,
  })),
];
