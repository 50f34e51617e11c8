-- fetch: hands tasks to a worker under a lease; on the way takes back expired leases, promotes what is due and deletes
-- what is past its retention, at most 50 each. The same request yields the same deliveries again, one that comes after its
-- successor none. A queue of which a key has the wrong type is passed over.
-- USES    base passage ledger queues orders task moves recover promote purge
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 worker  2 number of its request  3 lease in ms  4 how many tasks  5 retention in ms  6.. queues in the order to ask them
-- RETURNS { ms until the next delayed task or -1, the damaged key of each queue passed over,
--           each task as "id queue delivery failures effect argument" (effect and argument may be empty),
--           the orders of these tasks as "id created tracking" (tracking may be empty), their bodies }

local worker, lease, want = ARGV[1], tonumber(ARGV[3]), tonumber(ARGV[4])
local deadline = string.format('%.0f', now + lease)
local ids, tasks, orders = {}, {}, {}
local bodies, first_of = {}, {} -- by the order's place in orders: the key of its body, and one of its tasks

-- Each order is read once a call, for its tasks often come together: by id what to tell of it, or false.
local known = {}

local function is_readable(order)
  if known[order] == nil then
    local found = redis.pcall('HMGET', key('order', order), 'created', 'tracking')
    known[order] = is_moment(found[1]) and order .. ' ' .. found[1] .. ' ' .. (found[2] or '') or false
  end
  return known[order]
end

local listed = {}

local function hand_over(id, order, entry)
  ids[#ids + 1] = id
  tasks[#tasks + 1] = entry
  if not listed[order] then
    listed[order] = true
    orders[#orders + 1] = known[order]
    bodies[#orders] = key('body', order)
    first_of[#orders] = id
  end
end

-- What this request took when it ran before, as far as the worker still holds it, its lease begun anew; nothing when it
-- comes late, for nobody waits for its answer any more; false when it is a new one.
local function is_known()
  local last, taken = string.match(redis.call('HGET', key('worker', worker), 'fetch') or '', '^(%d+) (.*)$')
  if not last or tonumber(ARGV[2]) > tonumber(last) then
    return false
  end
  for id in string.gmatch(ARGV[2] == last and taken or '', '%S+') do
    local task = read_task(id)
    if task and is_readable(task.order) and task.worker == worker and not damaged(task.queue) and current(task, task.nth) then
      redis.call('ZADD', prefix .. task.queue .. ':lease', deadline, id)
      hand_over(id, task.order, table.concat({id, task.queue, task.nth, task.failures, task.effect, task.arg}, ' '))
    end
  end
  return true
end

-- Starts a task and answers its entry. One that was never delivered has neither failed nor marked its effect.
local function start(id, hash, queue, deliveries, arg)
  local delivery, before = '1', ' 1 0  '
  if deliveries then
    local found = redis.call('HMGET', hash, 'failures', 'effect')
    delivery = string.format('%.0f', (tonumber(deliveries) or 0) + 1)
    before = string.format(' %s %d %s ', delivery, tonumber(found[1]) or 0, found[2] or '')
  end
  redis.call('HSET', hash, 'state', 'STARTED', 'delivery', delivery, 'worker', worker, 'started', stamp)
  event('STARTED', id)
  return id .. ' ' .. queue .. before .. (arg or '')
end

-- A small sorted set is searched from its front, so the latest id goes in first.
local function put_under_lease(queue, from)
  local leases = {}
  for i = #ids, from, -1 do
    leases[#leases + 1] = deadline
    leases[#leases + 1] = ids[i]
  end
  if #leases > 0 then
    redis.call('ZADD', prefix .. queue .. ':lease', unpack(leases))
  end
end

local function take(queue, most)
  local from = #ids + 1
  local taken = most > 0 and redis.call('RPOP', prefix .. queue .. ':pending', most) or {}
  for i = 1, #taken do
    local id = taken[i]
    local hash = prefix .. 'task:' .. id
    local found = redis.pcall('HMGET', hash, 'state', 'queue', 'delivery', 'arg')
    local order = found[1] == 'PENDING' and found[2] == queue and order_of(id)
    if order and is_readable(order) then
      hand_over(id, order, start(id, hash, queue, found[3], found[4]))
    else
      quarantine('pending-of-no-task', id)
    end
  end
  put_under_lease(queue, from)
end

-- An equal share of what is still wanted. Where it does not come out even a longer queue gets one more than those before it:
-- otherwise the last queue would fall behind, call after call, until no two tasks of an order go together.
local function share_of(nth, queues)
  local share = (want - #ids) / (#queues - nth + 1)
  for i = nth + 1, #queues do
    if share > 1 and lengths[queues[i] .. ':pending'] > lengths[queues[nth] .. ':pending'] then
      return math.floor(share)
    end
  end
  return math.ceil(share)
end

-- An equal share from each queue at first, so that an order's tasks, which came together, go together; then what is left.
local function take_from(queues)
  for i, queue in ipairs(queues) do
    take(queue, share_of(i, queues))
  end
  for _, queue in ipairs(queues) do
    take(queue, want - #ids)
  end
end

local function read_bodies()
  bodies = #bodies > 0 and redis.call('MGET', unpack(bodies)) or bodies
  for i, body in ipairs(bodies) do
    if not body then
      quarantine('no-body', first_of[i])
      bodies[i] = ''
    end
  end
end

local queues, passed_over = {}, {}
check_shared()
for i = 6, #ARGV do
  local name = damaged(ARGV[i])
  table.insert(name and passed_over or queues, name and prefix .. name or ARGV[i])
end

-- True when there was something in that place of a sound queue when the call began.
local function has(queue, place)
  return lengths[queue .. ':' .. place] > 0
end

local longest_wait = 1000 -- in ms; after that an idle worker asks by itself

-- A marker stays where there is something to take, or will be before idle workers ask by themselves. It goes with the last
-- task: an order sets three, and whoever takes all its tasks would be woken twice more for nothing.
local function leave_marker(queue, wait)
  if redis.call('LLEN', prefix .. queue .. ':pending') > 0 then
    if not has(queue, 'wake') then
      wake(queue)
    end
  elseif has(queue, 'wake') and (not wait or wait > longest_wait) then
    redis.call('ZREM', prefix .. queue .. ':wake', '1')
  end
end

if not is_known() then
  purge(50)
  -- Every queue is tidied before any gives something away, so that the call's one event entry tells PENDING before STARTED.
  local open = {}
  for _, queue in ipairs(queues) do
    if has(queue, 'lease') then
      recover(queue, 50)
    end
    if has(queue, 'delayed') then
      promote(queue, 50)
    end
    open[#open + 1] = not paused(queue) and queue or nil
  end
  take_from(open)
  redis.call('HSET', key('worker', worker), 'fetch', ARGV[2] .. ' ' .. table.concat(ids, ' '))
  redis.call('PEXPIRE', key('worker', worker), lease * 2)
end
local due = -1
for _, queue in ipairs(queues) do
  local wait = has(queue, 'delayed') and next_due(queue)
  leave_marker(queue, wait)
  if wait and (due < 0 or wait < due) then
    due = wait
  end
end
read_bodies()
close_orders(tonumber(ARGV[5]))
publish()
return {due, passed_over, tasks, orders, bodies}
