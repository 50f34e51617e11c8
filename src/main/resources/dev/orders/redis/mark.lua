-- mark: remembers how far a task's effect on the world is. "done" is noted whoever holds the lease by now, since it has
-- happened; "begun" (nobody knows yet) and "none" are for the present delivery only.
-- USES    base passage task
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 task id  2 delivery  3 begun | done | none  4 worker
-- RETURNS OK | STALE | GONE

local task = read_task(ARGV[1])
if not task then
  return 'GONE'
end
if ARGV[3] == 'done' then
  redis.call('HSET', task.hash, 'effect', now)
  return 'OK'
end
if task.worker ~= ARGV[4] or not current(task, ARGV[2]) or (task.effect ~= '' and task.effect ~= 'begun') then
  return 'STALE'
end
if ARGV[3] == 'begun' then
  redis.call('HSET', task.hash, 'effect', 'begun')
else
  redis.call('HDEL', task.hash, 'effect')
end
return 'OK'
