-- meta: settles, at first use, what all clients must agree on; later calls only read it, so that they pass at maxmemory.
-- KEYS    1 <namespace>:meta
-- ARGV    1 partitions  2 schema  3 a fresh instance id
-- RETURNS { partitions, schema, instance id }

local fields = {'partitions', 'schema', 'instance'}
local found = redis.call('HMGET', KEYS[1], unpack(fields))
for i, field in ipairs(fields) do
  if not found[i] then
    redis.call('HSET', KEYS[1], field, ARGV[i])
    found[i] = ARGV[i]
  end
end
return found
