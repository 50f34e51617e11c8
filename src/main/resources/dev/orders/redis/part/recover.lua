-- Part "recover": takes expired leases back. A worker that was silent too long has crashed: counted apart from failures,
-- since a deploy must not burn retries, but a task that has killed five workers is poison.

local function recover(queue, limit, retention)
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
      task.crashes = task.crashes + 1
      redis.call('HSET', task.hash, 'lost', task.delivery, 'crashes', task.crashes)
      trail(task, 'LOST', 0, 'the worker fell silent')
      count('crashed')
      if task.cancel then
        to_revoked(task, retention)
      elseif task.crashes >= 5 then
        to_dead(task, 'poison: ' .. task.crashes .. ' workers fell silent while they ran it')
      else
        to_pending(task, true)
      end
    end
  end
end
