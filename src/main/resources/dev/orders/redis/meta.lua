-- meta: settles, at first use, what all clients must agree on; later calls only read it.
-- KEYS    1 <namespace>:meta
-- ARGV    1 partitions  2 schema  3 a fresh instance id
-- RETURNS { partitions, schema, instance id }

redis.call('HSETNX', KEYS[1], 'partitions', ARGV[1])
redis.call('HSETNX', KEYS[1], 'schema', ARGV[2])
redis.call('HSETNX', KEYS[1], 'instance', ARGV[3])
return redis.call('HMGET', KEYS[1], 'partitions', 'schema', 'instance')
