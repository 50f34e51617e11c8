-- pause: stops deliveries from a queue. Expired leases and due tasks still go back into it.
-- USES    base queues
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 queue
-- RETURNS 1 when it was not paused before, else 0

check(ARGV[1])
redis.call('ZREM', prefix .. ARGV[1] .. ':wake', '1')
return redis.call('SADD', prefix .. 'paused', ARGV[1])
