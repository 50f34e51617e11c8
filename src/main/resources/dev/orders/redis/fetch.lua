-- fetch: hands tasks to a worker under a lease; on the way takes back expired leases, promotes what is due and deletes
-- what is past its retention, at most 50 each. The same request id yields the same deliveries again. A queue of which a key
-- has the wrong type is passed over.
-- USES    base passage ledger queues orders task moves recover promote purge
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 worker  2 request id  3 lease in ms  4 how many tasks  5 retention in ms  6.. queues in the order to ask them
-- RETURNS { ms until the next delayed task or -1, then for each task
--           { id, queue, delivery, failures, effect, argument, order created, tracking number, body },
--           then for each queue passed over its damaged key }

local worker, lease = ARGV[1], tonumber(ARGV[3])
local deadline = string.format('%.0f', now + lease)
local due = -1

local function entry(task, order)
  order.body = order.body or redis.pcall('GET', key('body', order.id))
  if type(order.body) ~= 'string' then
    quarantine('no-body', task.id)
    order.body = ''
  end
  return {task.id, task.queue, task.delivery, task.failures, task.effect, task.arg, order.created, order.tracking or '',
    order.body}
end

-- What this request took when it ran before, as far as the worker still holds it, its lease begun anew; nil when it has
-- not run.
local function taken_before()
  local request, ids = string.match(redis.call('HGET', key('worker', worker), 'fetch') or '', '^(%S+) (.*)$')
  if request ~= ARGV[2] then
    return nil
  end
  local entries = {due}
  for id in string.gmatch(ids, '%S+') do
    local task = read_task(id)
    local order = task and read_order(order_of(id))
    if order and task.worker == worker and not damaged(task.queue) and current(task, task.delivery) then
      redis.call('ZADD', prefix .. task.queue .. ':lease', deadline, id)
      entries[#entries + 1] = entry(task, order)
    end
  end
  return entries
end

-- The fields of a task that a delivery needs, or nil when nothing readable lies there. A task that was never delivered
-- has neither failed nor marked its effect.
local function read_waiting(id)
  local hash = key('task', id)
  local found = redis.pcall('HMGET', hash, 'state', 'queue', 'delivery', 'arg')
  if found.err or not found[1] then
    return nil
  end
  local before = found[3] and redis.call('HMGET', hash, 'failures', 'effect') or {}
  return {
    id = id, hash = hash, state = found[1], queue = found[2], delivery = (tonumber(found[3]) or 0) + 1, arg = found[4] or '',
    failures = tonumber(before[1]) or 0, effect = before[2] or '',
  }
end

-- Each order once a call, for its tasks often come together.
local orders = {}

local function order_for(id)
  local number = order_of(id)
  local known = number and orders[number]
  if number and known == nil then
    local found = redis.pcall('HMGET', key('order', number), 'created', 'tracking')
    known = is_moment(found[1]) and {id = number, created = found[1], tracking = found[2] or ''} or false
    orders[number] = known
  end
  return known
end

local function start(task)
  redis.call('HSET', task.hash, 'state', 'STARTED', 'delivery', string.format('%d', task.delivery), 'worker', worker,
    'started', stamp)
  event('STARTED', task.id)
end

-- A small sorted set is searched from its front, so the latest id goes in first.
local function reversed(list)
  local turned = {}
  for i = #list, 1, -1 do
    turned[#turned + 1] = list[i]
  end
  return turned
end

local function take(queue, want, entries)
  local leases = {}
  for _, id in ipairs(redis.call('RPOP', prefix .. queue .. ':pending', want) or {}) do
    local task = read_waiting(id)
    local order = task and order_for(id)
    if not order or task.state ~= 'PENDING' or task.queue ~= queue then
      quarantine('pending-of-no-task', id)
    else
      start(task)
      leases[#leases + 1] = id
      leases[#leases + 1] = deadline
      entries[#entries + 1] = entry(task, order)
    end
  end
  if #leases > 0 then
    redis.call('ZADD', prefix .. queue .. ':lease', unpack(reversed(leases)))
  end
end

local queues, passed_over = {}, {}
check_shared()
for i = 6, #ARGV do
  local name = damaged(ARGV[i])
  table.insert(name and passed_over or queues, name and prefix .. name or ARGV[i])
end

local function answer(entries)
  for _, name in ipairs(passed_over) do
    entries[#entries + 1] = name
  end
  return entries
end

local entries = taken_before()
if entries then
  return answer(entries)
end

entries = {due}
local before = #entries
purge(50)
-- Every queue is tidied before any gives something away, so that the call's one event entry tells PENDING before STARTED.
for _, queue in ipairs(queues) do
  recover(queue, 50, tonumber(ARGV[5]))
  promote(queue, 50)
end
for _, queue in ipairs(queues) do
  local want = tonumber(ARGV[4]) - (#entries - before)
  if want > 0 and not paused(queue) then
    take(queue, want, entries)
  end
  if redis.call('LLEN', prefix .. queue .. ':pending') > 0 then
    wake(queue)
  end
  local wait = next_due(queue)
  if wait and (due < 0 or wait < due) then
    due = wait
  end
end
entries[1] = due

-- A request for no tasks is kept in mind, too: the same one, should it come late for some, takes none then.
if #entries > before or ARGV[4] == '0' then
  local ids = {}
  for i = before + 1, #entries do
    ids[#ids + 1] = entries[i][1]
  end
  redis.call('HSET', key('worker', worker), 'fetch', ARGV[2] .. ' ' .. table.concat(ids, ' '))
  redis.call('PEXPIRE', key('worker', worker), lease * 2)
end
publish()
return answer(entries)
