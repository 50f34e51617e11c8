-- Part "task": a task's hash. A missing count is 0.

local leased = {STARTED = true, PROGRESS = true}

-- What only few need is read when somebody asks for it: each field costs Redis as much as a small command does.
local rest = {
  __index = function(task, name)
    local found = redis.call('HMGET', rawget(task, 'hash'), 'failures', 'crashes', 'lost', 'arg', 'effect')
    task.failures, task.crashes = tonumber(found[1]) or 0, tonumber(found[2]) or 0
    task.lost, task.arg, task.effect = found[3] or '', found[4] or '', found[5] or ''
    return rawget(task, name)
  end,
}

-- The task's fields as one table, or nil when there is no readable task of that id; nth is the number of its delivery.
-- Numbers stay text where nobody reckons with them: to read one costs as much as a small command.
local function read_task(id)
  local hash = prefix .. 'task:' .. id
  local found = redis.pcall('HMGET', hash, 'state', 'queue', 'delivery', 'worker', 'enqueued', 'started', 'cancel')
  local order, name = order_of(id)
  if found.err or not found[1] or not found[2] or not order then
    return nil
  end
  return setmetatable({
    id = id, order = order, name = name, hash = hash, state = found[1], queue = found[2], nth = found[3] or '0',
    worker = found[4] or '', enqueued = found[5] or '0', started = found[6] or '0', cancel = found[7] == '1',
  }, rest)
end

-- True when nothing has ended the delivery; whether its lease still runs is another question.
local function unended(task, delivery)
  return leased[task.state] and task.nth == delivery
end

-- True while the delivery is under its lease; where the leases are damaged nothing is.
local function current(task, delivery)
  return unended(task, delivery) and type(redis.pcall('ZSCORE', prefix .. task.queue .. ':lease', task.id)) == 'string'
end

-- True when the delivery was the last one and has been settled; one that was lost with its worker never was.
local function settled(task, delivery)
  return not leased[task.state] and task.nth == delivery and task.lost ~= delivery
end
