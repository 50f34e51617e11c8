-- resume: lets deliveries from a queue go on, and wakes a worker.
-- USES    base queues
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 queue
-- RETURNS 1 when it was paused, else 0

check(ARGV[1])
local was_paused = redis.call('SREM', prefix .. 'paused', ARGV[1])
wake(ARGV[1])
return was_paused
