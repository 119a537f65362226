import { createHash } from 'node:crypto';

/**
 * What is done in Redis, each in one go. Under a namespace there are
 * - `nodes`: the nodes by the end of their lease (milliseconds of Redis's clock),
 * - `node:<node>`: the places that a node has taken, `<room> <connection> <user>`,
 * - `room:<room>`: who is in it, `<node>/<connection>` to a JSON text, and `v`, the version of the list,
 * - `user:<user>`: the rooms of a user, each with the number of connections,
 * - `say:<room>`: the channel on which frames are passed on, and every change of the list with the version before and after it.
 * Rooms and users stand there as hashes: their names may hold anything.
 */
const COMMON = `
local ns = ARGV[1]
local function now()
  local time = redis.call('TIME')
  return time[1] * 1000 + math.floor(time[2] / 1000)
end
local function tell(room, change)
  local key = ns .. ':room:' .. room
  local before = redis.call('HGET', key, 'v') or '0'
  local version = redis.call('INCR', ns .. ':clock')
  redis.call('HSET', key, 'v', version)
  redis.call('PUBLISH', ns .. ':say:' .. room, 'P' .. before .. ' ' .. version .. ' ' .. change)
end
local function put(room, node, connection, user, entry)
  local isNew = redis.call('HSET', ns .. ':room:' .. room, node .. '/' .. connection, entry) == 1
  if isNew then
    redis.call('HINCRBY', ns .. ':user:' .. user, room, 1)
    redis.call('SADD', ns .. ':node:' .. node, room .. ' ' .. connection .. ' ' .. user)
  end
  return isNew
end
local function take(room, node, connection, user)
  local key = ns .. ':room:' .. room
  redis.call('SREM', ns .. ':node:' .. node, room .. ' ' .. connection .. ' ' .. user)
  if redis.call('HDEL', key, node .. '/' .. connection) == 0 then return end
  if redis.call('HINCRBY', ns .. ':user:' .. user, room, -1) <= 0 then redis.call('HDEL', ns .. ':user:' .. user, room) end
  tell(room, '- ' .. node .. '/' .. connection)
  if redis.call('HLEN', key) <= 1 then redis.call('DEL', key) end
end
local function list(room, most)
  local key = ns .. ':room:' .. room
  if redis.call('HLEN', key) > most then return { '0' } end
  local found = redis.call('HGETALL', key)
  table.insert(found, 1, redis.call('HGET', key, 'v') or '0')
  return found
end
`;

const SOURCES = {
  /** A lease for a node: whether it had one, and the nodes whose lease has ended. */
  beat: `
local node, lease = ARGV[2], ARGV[3]
local ends = redis.call('ZSCORE', ns .. ':nodes', node)
local had = ends and tonumber(ends) > now()
redis.call('ZADD', ns .. ':nodes', now() + lease, node)
local reply = redis.call('ZRANGEBYSCORE', ns .. ':nodes', '-inf', now(), 'LIMIT', 0, 16)
table.insert(reply, 1, had and '1' or '0')
return reply`,
  /** A place in a room, unless it or its user has too many: the version and the list, or which it is. */
  join: `
local room, node, connection, user, entry = ARGV[2], ARGV[3], ARGV[4], ARGV[5], ARGV[6]
local people, rooms, most = tonumber(ARGV[7]), tonumber(ARGV[8]), tonumber(ARGV[9])
if redis.call('HEXISTS', ns .. ':room:' .. room, node .. '/' .. connection) == 0 then
  if redis.call('HLEN', ns .. ':room:' .. room) - 1 >= people then return { 'full' } end
  local key = ns .. ':user:' .. user
  if redis.call('HEXISTS', key, room) == 0 and redis.call('HLEN', key) >= rooms then return { 'rooms' } end
end
put(room, node, connection, user, entry)
tell(room, '+ ' .. node .. '/' .. connection .. '\\n' .. entry)
return list(room, most)`,
  leave: `
take(ARGV[2], ARGV[3], ARGV[4], ARGV[5])
return 0`,
  /** Makes a node's places in a room those that it names, whatever they were, and gives the list. */
  sync: `
local room, node, most = ARGV[2], ARGV[3], tonumber(ARGV[4])
local isChanged, own = false, {}
for index = 5, #ARGV, 3 do
  own[node .. '/' .. ARGV[index]] = true
  if put(room, node, ARGV[index], ARGV[index + 1], ARGV[index + 2]) then isChanged = true end
end
if isChanged then tell(room, '*') end
return list(room, most)`,
  /** The places that a node has in Redis. */
  places: `
return redis.call('SMEMBERS', ns .. ':node:' .. ARGV[2])`,
  /** Frees some of the places of a node whose lease has ended, or that asks for itself; 1 while there are more. */
  sweep: `
local node, most, isOwn = ARGV[2], ARGV[3], ARGV[4] == '1'
local ends = redis.call('ZSCORE', ns .. ':nodes', node)
if not isOwn and ends and tonumber(ends) > now() then return 0 end
for _, place in ipairs(redis.call('SPOP', ns .. ':node:' .. node, most)) do
  local room, connection, user = string.match(place, '^(%S+) (%S+) (%S+)$')
  if room then take(room, node, connection, user) end
end
if redis.call('SCARD', ns .. ':node:' .. node) > 0 then return 1 end
redis.call('ZREM', ns .. ':nodes', node)
return 0`,
} as const;

export type ScriptName = keyof typeof SOURCES;

export interface Script {
  readonly source: string;
  /** What Redis knows it by. */
  readonly sha: string;
}

const scriptOf = (own: string): Script => {
  const source = `${COMMON}${own}`;
  return { source, sha: createHash('sha1').update(source).digest('hex') };
};

export const SCRIPTS = Object.fromEntries(
  Object.entries(SOURCES).map(([name, source]) => [name, scriptOf(source)]),
) as Record<ScriptName, Script>;
