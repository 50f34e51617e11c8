-- fetch: hands tasks to a worker under a lease; on the way takes back expired leases, promotes what is due and deletes
-- what is past its retention, at most 50 each. The same request id yields the same deliveries again.
-- USES    base passage ledger queues orders task moves recover promote purge
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 worker  2 request id  3 lease in ms  4 how many tasks  5 retention in ms  6.. queues in the order to ask them
-- RETURNS { ms until the next delayed task or -1, then for each task
--           { id, queue, delivery, failures, effect, argument, order created, tracking number, body } }

local worker, lease = ARGV[1], tonumber(ARGV[3])
local due = -1

local function entry(task, order)
  local body = redis.pcall('GET', key('body', order.id))
  if type(body) ~= 'string' then
    quarantine('no-body', task.id)
    body = ''
  end
  return {task.id, task.queue, task.delivery, task.failures, task.effect, task.arg, order.created, order.tracking or '',
    body}
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
    if order and task.worker == worker and current(task, task.delivery) then
      redis.call('ZADD', prefix .. task.queue .. ':lease', now + lease, id)
      entries[#entries + 1] = entry(task, order)
    end
  end
  return entries
end

local function start(task)
  task.delivery = task.delivery + 1
  redis.call('ZADD', prefix .. task.queue .. ':lease', now + lease, task.id)
  redis.call('HSET', task.hash, 'state', 'STARTED', 'delivery', task.delivery, 'worker', worker, 'started', now,
    'progress', 0)
  event('STARTED', task.id)
end

local function take(queue, want, entries)
  for _, id in ipairs(redis.call('RPOP', prefix .. queue .. ':pending', want) or {}) do
    local task = read_task(id)
    local order = task and read_order(order_of(id))
    if not order or task.state ~= 'PENDING' or task.queue ~= queue then
      quarantine('pending-of-no-task', id)
    else
      start(task)
      entries[#entries + 1] = entry(task, order)
    end
  end
end

for i = 6, #ARGV do
  check(ARGV[i])
end
local entries = taken_before()
if entries then
  return entries
end

entries = {due}
local before = #entries
purge(50)
-- Every queue is tidied before any gives something away, so that the call's one event entry tells PENDING before STARTED.
for i = 6, #ARGV do
  recover(ARGV[i], 50, tonumber(ARGV[5]))
  promote(ARGV[i], 50)
end
for i = 6, #ARGV do
  local queue, want = ARGV[i], tonumber(ARGV[4]) - (#entries - before)
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

if #entries > before then
  local ids = {}
  for i = before + 1, #entries do
    ids[#ids + 1] = entries[i][1]
  end
  redis.call('HSET', key('worker', worker), 'fetch', ARGV[2] .. ' ' .. table.concat(ids, ' '))
  redis.call('PEXPIRE', key('worker', worker), lease * 2)
end
publish()
return entries
