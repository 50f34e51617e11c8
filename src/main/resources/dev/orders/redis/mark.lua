-- mark: remembers that a task's effect on the world has happened, whoever holds its lease now.
-- USES    base passage
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 task id
-- RETURNS OK | GONE

if redis.call('EXISTS', key('task', ARGV[1])) == 0 then
  return 'GONE'
end
redis.call('HSET', key('task', ARGV[1]), 'effect', now)
return 'OK'
