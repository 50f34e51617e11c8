-- settle: ends deliveries. A late worker, whose delivery is no longer the current one, gets STALE and changes nothing; so
-- does one whose queue has a key of the wrong type: whatever it did is done again once that is mended.
-- USES    base passage ledger queues orders task moves revoke
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 retention in ms, then for each delivery: task id, delivery number, outcome, number of values, values:
--         SUCCEEDED order status, tracking number, next task, its queue (each may be ''), then facts as name, value, …
--         FAILED error | RETRIED error, delay in ms | RELEASED | REVOKED
-- RETURNS for each delivery OK | DUPLICATE | STALE | GONE

local retention = tonumber(ARGV[1])

-- Tasks as they stand, read once; what a settlement changes beyond its own task makes them all be read again.
local read = {}

local function look(id)
  local task = read[id] or read_task(id)
  read[id] = nil
  return task
end

-- The order takes the status if its life allows it. Answers what is wrong, or nil.
local function change_order(order, status)
  if status == '' or status == order.status then
    return nil
  end
  if not can_become(order.status, status) then
    return 'the order is ' .. order.status .. ' and cannot become ' .. status
  end
  if status == 'cancelled' then
    read = {}
    revoke_order(order, retention)
  else
    set_status(order, status)
  end
end

local function die(task, why)
  trail(task, 'FAILURE', 0, why)
  to_dead(task, why)
end

-- What follows from a success for the order; true when the success stands.
local function conclude(task, values)
  if values[1] == '' and values[2] == '' and values[3] == '' then
    return true
  end
  local name = values[4] ~= '' and damaged(values[4])
  if name then
    die(task, 'nothing can follow: ' .. prefix .. name .. ' has the wrong type')
    return false
  end
  local order = read_order(task.order)
  local wrong = order and change_order(order, values[1])
  if order and values[2] ~= '' then
    redis.call('HSET', key('order', order.id), 'tracking', values[2])
  elseif wrong then
    die(task, wrong)
    return false
  end
  local follows = values[3] ~= '' and order and order.status ~= 'cancelled'
  if follows and redis.call('EXISTS', key('task', order.id .. '-' .. values[3])) == 0 then
    add(order, values[3], values[4], '')
  end
  return true
end

local function succeed(task, values)
  if not conclude(task, values) then
    return
  end
  local fields = {'state', 'SUCCESS', 'ended', stamp}
  for i = 5, #values, 2 do
    fields[#fields + 1] = 'fact:' .. values[i]
    fields[#fields + 1] = values[i + 1]
  end
  redis.call('HSET', task.hash, unpack(fields))
  if task.delivery > 1 or task.cancel or values[1] == 'cancelled' then
    redis.call('HDEL', task.hash, 'error', 'cancel')
  end
  trail(task, 'SUCCESS', 0, '')
  event('SUCCESS', task.id)
  count('done', task.queue)
  end_task(task.id, retention)
end

local function retry(task, values)
  local delay = tonumber(values[2])
  task.failures = task.failures + 1
  trail(task, 'RETRY', delay, values[1])
  redis.call('HSET', task.hash, 'state', 'RETRY', 'failures', task.failures, 'error', values[1], 'due', now + delay)
  redis.call('ZADD', prefix .. task.queue .. ':delayed', now + delay, task.id)
  wake(task.queue)
  event('RETRY', task.id)
  count('retried', task.queue)
end

local function fail(task, values)
  task.failures = task.failures + 1
  die(task, values[1])
end

local function release(task)
  trail(task, 'RELEASED', 0, '')
  to_pending(task, true)
  wake(task.queue)
end

local function cancel(task)
  trail(task, 'REVOKED', 0, '')
  to_revoked(task, retention)
end

local limits = {10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 30000, 60000}
local runs = {SUCCEEDED = true, FAILED = true, RETRIED = true}

-- Notes how long the attempt was in its worker's hands, by kind of task (status, of 17-status-2): all together
-- (ran_ms:status), and how many took up to which limit in ms and more than the one before (ran:status:250).
local function measure(task)
  local took = math.max(0, now - (tonumber(task.started) or now))
  local kind = string.match(task.name, '^[^-]*')
  local reached = 'more'
  for _, limit in ipairs(limits) do
    if took <= limit then
      reached = string.format('%d', limit)
      break
    end
  end
  tally(counts, 'ran_ms:' .. kind, took)
  tally(histogram, 'ran:' .. kind .. ':' .. reached, 1)
end

local apply = {SUCCEEDED = succeed, FAILED = fail, RETRIED = retry, RELEASED = release, REVOKED = cancel}

-- Raises an error when a key is damaged that the settlement cannot do without.
local function examine(id, outcome, values)
  local task = read_task(id)
  if not task then
    return
  end
  read[id] = task
  check_shared()
  local order = outcome == 'SUCCEEDED' and values[1] == 'cancelled' and read_order(order_of(id))
  if order then
    check_tasks(order)
  end
end

local function settle(id, delivery, outcome, values)
  local task = look(id)
  if not task then
    return 'GONE'
  end
  if damaged(task.queue) then
    return 'STALE'
  end
  -- What is taken out of the leases here was under its lease until now.
  local lease = prefix .. task.queue .. ':lease'
  if not unended(task, delivery) or redis.call('ZREM', lease, task.id) == 0 then
    local again = settled(task, delivery)
    if not again then
      count('stale')
    end
    return again and 'DUPLICATE' or 'STALE'
  end
  -- A cancelled task that failed or was given back does not run again.
  if task.cancel and outcome ~= 'SUCCEEDED' then
    outcome = 'REVOKED'
  end
  if runs[outcome] then
    measure(task)
  end
  apply[outcome](task, values)
  return 'OK'
end

local settlements = {}
local at = 2
while at < #ARGV do
  local values = {}
  for i = 1, tonumber(ARGV[at + 3]) do
    values[i] = ARGV[at + 3 + i]
  end
  examine(ARGV[at], ARGV[at + 2], values)
  settlements[#settlements + 1] = {ARGV[at], ARGV[at + 1], ARGV[at + 2], values}
  at = at + 4 + #values
end

local verdicts = {}
for _, settlement in ipairs(settlements) do
  verdicts[#verdicts + 1] = settle(unpack(settlement))
end
publish()
return verdicts
