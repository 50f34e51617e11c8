-- meta: settles, at first use, what all clients must agree on; later calls only read it, so that they pass at maxmemory.
-- KEYS    1 <namespace>:meta
-- ARGV    1 partitions on one server  2 schema  3 a fresh instance id  4 partitions on a Cluster
-- RETURNS { partitions, schema, instance id, 1 when this is a node of a Cluster, else 0 }

local info = redis.pcall('INFO', 'cluster')
local is_cluster = type(info) == 'string' and string.find(info, 'cluster_enabled:1', 1, true) ~= nil
local fields = {'partitions', 'schema', 'instance'}
local fresh = {is_cluster and ARGV[4] or ARGV[1], ARGV[2], ARGV[3]}
local found = redis.call('HMGET', KEYS[1], unpack(fields))
for i, field in ipairs(fields) do
  if not found[i] then
    redis.call('HSET', KEYS[1], field, fresh[i])
    found[i] = fresh[i]
  end
end
found[#fields + 1] = is_cluster and 1 or 0
return found
