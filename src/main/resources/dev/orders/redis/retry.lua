-- retry: puts dead tasks back into their queue, their counts reset.
-- USES    base passage ledger queues orders task moves request
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 request id  2 task id, or ''  3 queue and 4 how many, when the oldest dead of a queue are meant
-- RETURNS a list of { OK | CONFLICT | UNKNOWN, task id, state }

local answer = replay(ARGV[1])
if answer then
  return answer
end

local function revive(task)
  redis.call('HDEL', task.hash, 'failures', 'crashes', 'bystander', 'error', 'ended')
  if task.effect == 'begun' then
    redis.call('HDEL', task.hash, 'effect') -- whoever retries it has decided that it is to happen
  end
  to_pending(task, false)
  wake(task.queue)
  count('revived', task.queue)
  return {'OK', task.id, 'PENDING'}
end

local function revive_one(id)
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
  return revive(task)
end

local function revive_oldest(queue, limit)
  check(queue)
  local answers = {}
  for _, id in ipairs(redis.call('ZRANGE', prefix .. queue .. ':dead', 0, limit - 1)) do
    redis.call('ZREM', prefix .. queue .. ':dead', id)
    local task = read_task(id)
    if not task or task.state ~= 'FAILURE' or task.queue ~= queue then
      quarantine('dead-of-no-task', id)
    else
      answers[#answers + 1] = revive(task)
    end
  end
  return answers
end

answer = ARGV[2] == '' and revive_oldest(ARGV[3], tonumber(ARGV[4])) or {revive_one(ARGV[2])}
publish()
return remember(ARGV[1], answer)
