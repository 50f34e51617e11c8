-- meta: settles, at first use, what all clients must agree on; later calls only read it, so that they pass at maxmemory.
-- KEYS    1 <namespace>:meta
-- ARGV    1 partitions on one server  2 schema  3 a fresh instance id  4 partitions on a Cluster
--         5 settle | look (writes nothing)
-- RETURNS { partitions, schema, instance id, 1 when this is a node of a Cluster, else 0, how many of the first three were
--         not settled before }

local info = redis.pcall('INFO', 'cluster')
local is_cluster = type(info) == 'string' and string.find(info, 'cluster_enabled:1', 1, true) ~= nil
local fields = {'partitions', 'schema', 'instance'}
local fresh = {is_cluster and ARGV[4] or ARGV[1], ARGV[2], ARGV[3]}
local found = redis.pcall('HMGET', KEYS[1], unpack(fields))
if found.err then
  error(string.find(found.err, 'WRONGTYPE', 1, true) and 'DAMAGED ' .. KEYS[1] .. ' has the wrong type' or found.err)
end
local open = 0
for i, field in ipairs(fields) do
  if not found[i] then
    open = open + 1
    found[i] = fresh[i]
    if ARGV[5] == 'settle' then
      redis.call('HSET', KEYS[1], field, fresh[i])
    end
  end
end
found[#fields + 1] = is_cluster and 1 or 0
found[#fields + 2] = open
return found
