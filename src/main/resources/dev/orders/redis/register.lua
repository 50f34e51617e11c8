-- register: puts a worker on the list of live workers, and takes those off it that have been silent for a day. Its first
-- write frees memory, so it passes at maxmemory.
-- KEYS    1 <namespace>:workers
-- ARGV    1 worker
-- RETURNS OK

local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - 86400000)
redis.call('ZADD', KEYS[1], now, ARGV[1])
return 'OK'
