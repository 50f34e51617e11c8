-- deregister: forgets a worker, but for a note that it asks no more: a late request of it takes nothing.
-- USES    base passage
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 worker
-- RETURNS OK

local last_of_all = '999999999999999 ' -- as if a request of that number had been its last, and had taken nothing
local keep = 3600000 -- in ms; no request is as late as that

local hash = key('worker', ARGV[1])
redis.call('DEL', hash)
redis.call('HSET', hash, 'fetch', last_of_all)
redis.call('PEXPIRE', hash, keep)
return 'OK'
