-- Part "task": a task's hash. A missing count is 0.

local leased = {STARTED = true, PROGRESS = true}

-- The task's fields as one table, or nil when there is no readable task of that id.
local function read_task(id)
  local found = redis.pcall('HMGET', key('task', id),
    'state', 'queue', 'delivery', 'failures', 'crashes', 'worker', 'cancel', 'enqueued', 'started', 'arg', 'effect', 'lost')
  if found.err or not found[1] or not found[2] or not order_of(id) then
    return nil
  end
  return {
    id = id, hash = key('task', id), state = found[1], queue = found[2], delivery = tonumber(found[3]) or 0,
    failures = tonumber(found[4]) or 0, crashes = tonumber(found[5]) or 0, worker = found[6] or '',
    cancel = found[7] == '1', enqueued = found[8] or '0', started = found[9] or '0', arg = found[10] or '',
    effect = found[11] or '', lost = tonumber(found[12]) or 0,
  }
end

-- True while the delivery is under its lease.
local function current(task, delivery)
  return leased[task.state] and task.delivery == tonumber(delivery)
    and redis.call('ZSCORE', prefix .. task.queue .. ':lease', task.id) ~= false
end

-- True when the delivery was the last one and has been settled; one that was lost with its worker never was.
local function settled(task, delivery)
  return not leased[task.state] and task.delivery == tonumber(delivery) and task.lost ~= task.delivery
end
