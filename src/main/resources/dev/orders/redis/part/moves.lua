-- Part "moves": a task's ways in and out of the queues.

-- Writes down a task, which does not lie anywhere yet.
local function create(hash, queue)
  redis.call('HSET', hash, 'state', 'PENDING', 'queue', queue, 'enqueued', stamp)
end

-- Adds a task to an order that exists.
local function add(order, name, queue, arg)
  order.tasks = order.tasks .. ' ' .. name
  redis.call('ZREM', prefix .. 'closed', order.id)
  redis.call('HINCRBY', key('order', order.id), 'open', 1)
  redis.call('HSET', key('order', order.id), 'tasks', order.tasks)
  local id = order.id .. '-' .. name
  create(key('task', id), queue)
  event('PENDING', id)
  count('tasks', queue)
  if arg ~= '' then
    redis.call('HSET', key('task', id), 'arg', arg)
  end
  redis.call('LPUSH', prefix .. queue .. ':pending', id)
  wake(queue)
  return id
end

-- One line of the order's timeline: an attempt, from enqueued to ended; the delay before the next one in ms, as text.
local function trail(task, outcome, delay, why)
  local lines = lines_of[task.order]
  if not lines then
    lines = {}
    lines_of[task.order] = lines
  end
  lines[#lines + 1] = task.name .. '|' .. task.nth .. '|' .. task.enqueued .. '|' .. task.started .. '|' .. stamp .. '|'
    .. task.worker .. '|' .. outcome .. '|' .. delay .. '|' .. why
end

local function to_pending(task, from_front)
  redis.call('HSET', task.hash, 'state', 'PENDING', 'enqueued', stamp)
  redis.call('HDEL', task.hash, 'due', 'progress')
  redis.call(from_front and 'RPUSH' or 'LPUSH', prefix .. task.queue .. ':pending', task.id)
  event('PENDING', task.id)
end

local function to_dead(task, why)
  redis.call('HSET', task.hash, 'state', 'FAILURE', 'failures', task.failures, 'error', why, 'ended', stamp)
  redis.call('ZADD', prefix .. task.queue .. ':dead', stamp, task.id)
  event('FAILURE', task.id)
  count('dead', task.queue)
end

local function to_revoked(task)
  redis.call('HSET', task.hash, 'state', 'REVOKED', 'ended', stamp)
  redis.call('HDEL', task.hash, 'cancel', 'due')
  event('REVOKED', task.id)
  count('cancelled', task.queue)
  end_task(task)
end
