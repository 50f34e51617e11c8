-- Part "revoke": cancels one task, wherever it lies. A running one is flagged: its worker learns it from the next
-- heartbeat. Answers { word, task id, state }.

local function take_out(task)
  local queue = prefix .. task.queue
  if task.state == 'FAILURE' then
    return redis.call('ZREM', queue .. ':dead', task.id) == 1
  end
  return redis.call('ZREM', queue .. ':delayed', task.id) == 1
    or redis.call('LREM', queue .. ':pending', 1, task.id) == 1
end

local function revoke(id)
  local task = read_task(id)
  if not task then
    return {'UNKNOWN', id, ''}
  end
  if task.state == 'SUCCESS' or task.state == 'REVOKED' then
    return {'CONFLICT', id, task.state}
  end
  if leased[task.state] then
    redis.call('HSET', task.hash, 'cancel', '1')
    return {'FLAGGED', id, task.state}
  end
  if not take_out(task) then
    quarantine('task-in-no-place', id)
  end
  if task.state == 'FAILURE' then
    count('dead_cancelled')
  end
  trail(task, 'REVOKED', '0', '')
  to_revoked(task)
  return {'OK', id, 'REVOKED'}
end

-- Raises an error when a queue of one of the order's tasks is damaged.
local function check_tasks(order)
  for name in string.gmatch(order.tasks, '%S+') do
    local task = read_task(order.id .. '-' .. name)
    if task then
      check(task.queue)
    end
  end
end

local function revoke_order(order)
  set_status(order, 'cancelled')
  local answers = {}
  for name in string.gmatch(order.tasks, '%S+') do
    local answer = revoke(order.id .. '-' .. name)
    if answer[1] ~= 'CONFLICT' then
      answers[#answers + 1] = answer
    end
  end
  return answers
end
