-- deregister: forgets a worker, but for a note that it asks no more: a request of its that comes late takes nothing.
-- USES    base passage
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 worker
-- RETURNS OK

local hash = key('worker', ARGV[1])
redis.call('DEL', hash)
redis.call('HSET', hash, 'fetch', '999999999999999 ') -- as if that had been its last request
redis.call('PEXPIRE', hash, 3600000)
return 'OK'
