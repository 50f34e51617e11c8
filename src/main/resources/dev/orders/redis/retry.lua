-- retry: puts dead tasks back into their queue, their counts reset.
-- USES    base passage ledger queues orders task moves request
-- KEYS    1 <prefix>never
-- ARGV    1 request id  2 task id, or ''  3 queue and 4 how many, when the oldest dead of a queue are meant
-- RETURNS a list of { OK | CONFLICT | UNKNOWN, task id, state }

local answer = replay(ARGV[1])
if answer then
  return answer
end

local function revive(id)
  local task = read_task(id)
  if not task then
    return {'UNKNOWN', id, ''}
  end
  check(task.queue)
  if task.state ~= 'FAILURE' then
    return {'CONFLICT', id, task.state}
  end
  if redis.call('ZREM', prefix .. task.queue .. ':dead', id) == 0 then
    quarantine('task-in-no-place', id)
  end
  task.crashes = 0
  redis.call('HDEL', task.hash, 'failures', 'error', 'ended', 'progress')
  to_pending(task, false)
  wake(task.queue)
  count('revived')
  return {'OK', id, 'PENDING'}
end

local ids = {ARGV[2]}
if ARGV[2] == '' then
  check(ARGV[3])
  ids = redis.call('ZRANGE', prefix .. ARGV[3] .. ':dead', 0, ARGV[4] - 1)
end
answer = {}
for _, id in ipairs(ids) do
  answer[#answer + 1] = revive(id)
end
publish()
return remember(ARGV[1], answer)
