-- Part "recover": takes expired leases back. A worker that was silent too long has crashed: counted apart from failures,
-- since a deploy must not burn retries. A crash counts against a task whose handler had begun (PROGRESS, the first report is
-- 0 %), and five of them are poison. What the worker only held is a bystander: forgiven, but not for ever, since the task
-- that kills its worker before it can report is one of them.

local function crash(task)
  if task.state == 'PROGRESS' then
    task.crashes = task.crashes + 1
    redis.call('HSET', task.hash, 'lost', task.nth, 'crashes', task.crashes)
    return task.crashes >= 5 and 'poison: ' .. task.crashes .. ' workers fell silent while they ran it'
  end
  local times = (tonumber(redis.call('HGET', task.hash, 'bystander')) or 0) + 1
  redis.call('HSET', task.hash, 'lost', task.nth, 'bystander', times)
  return times >= 25 and 'poison: ' .. times .. ' workers fell silent while they held it'
end

local function recover(queue, limit)
  local lease = prefix .. queue .. ':lease'
  local expired = redis.call('ZRANGEBYSCORE', lease, '-inf', now, 'LIMIT', 0, limit)
  -- The last one to be put in front is the first to go out again.
  for i = #expired, 1, -1 do
    local id = expired[i]
    redis.call('ZREM', lease, id)
    local task = read_task(id)
    if not task or not leased[task.state] or task.queue ~= queue then
      quarantine('lease-of-no-task', id)
    else
      local poison = crash(task)
      trail(task, 'LOST', '0', 'the worker fell silent')
      count('crashed', queue)
      if task.cancel then
        to_revoked(task)
      elseif poison then
        to_dead(task, poison)
      else
        to_pending(task, true)
      end
    end
  end
end
