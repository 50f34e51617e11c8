-- settle: ends deliveries. A late worker, whose delivery is not the current one or is another's (a Redis that lost its
-- last writes gives a number out twice), gets STALE and changes nothing; so does one whose queue has a damaged key.
-- USES    base passage ledger queues orders task moves revoke runs
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 retention in ms  2 worker, then for each delivery "task id, delivery number, outcome, how many values", and these:
--         SUCCEEDED nothing, or order status, tracking number, next task, its queue (each may be ''), then fields of the
--         task's hash as name, value, …  | FAILED error | RETRIED error, delay in ms | RELEASED | REVOKED
-- RETURNS for each OK | BURIED (a success that cannot be written down: the task is dead, and says why) | REVOKED (a cancelled
--         task that failed or was given back) | DUPLICATE | STALE | GONE

local worker = ARGV[2]
local settled_in, done_in = {}, {} -- by queue the ids of those that are settled now, and how many have succeeded

-- The order takes the status if its life allows it. Answers what is wrong, or nil.
local function change_order(order, status)
  if status == '' or status == order.status then
    return nil
  end
  if not can_become(order.status, status) then
    return 'the order is ' .. order.status .. ' and cannot become ' .. status
  end
  if status == 'cancelled' then
    revoke_order(order)
  else
    set_status(order, status)
  end
end

local function die(task, why)
  trail(task, 'FAILURE', '0', why)
  to_dead(task, why)
end

-- What keeps the order from getting one more task in that queue, or false.
local function obstacle_to(order, queue)
  local name = damaged(queue)
  if name then
    return prefix .. name .. ' has the wrong type'
  end
  return not is_countable(order) and key('order', order.id) .. ' has no number of open tasks'
end

-- What follows from a success for the order; true when the success stands.
local function conclude(task, values)
  if #values == 0 or (values[1] == '' and values[2] == '' and values[3] == '') then
    return true
  end
  local order = read_order(task.order)
  local follows = order and values[3] ~= '' and values[1] ~= 'cancelled' and order.status ~= 'cancelled'
    and redis.call('EXISTS', key('task', order.id .. '-' .. values[3])) == 0
  local obstacle = follows and obstacle_to(order, values[4])
  if obstacle then
    die(task, 'nothing can follow: ' .. obstacle)
    return false
  end
  local wrong = order and change_order(order, values[1])
  if order and values[2] ~= '' then
    redis.call('HSET', key('order', order.id), 'tracking', values[2])
  elseif wrong then
    die(task, wrong)
    return false
  end
  if follows then
    add(order, values[3], values[4], '')
  end
  return true
end

local function succeed(task, values)
  if not conclude(task, values) then
    return 'BURIED'
  end
  redis.call('HSET', task.hash, 'state', 'SUCCESS', 'ended', stamp, unpack(values, 5))
  if task.nth ~= '1' or task.cancel or values[1] == 'cancelled' then
    redis.call('HDEL', task.hash, 'error', 'cancel')
  end
  trail(task, 'SUCCESS', '0', '')
  event('SUCCESS', task.id)
  tally(done_in, task.queue, 1)
  end_task(task)
end

local function retry(task, values)
  local due = now + tonumber(values[2])
  task.failures = task.failures + 1
  trail(task, 'RETRY', values[2], values[1])
  redis.call('HSET', task.hash, 'state', 'RETRY', 'failures', task.failures, 'error', values[1], 'due', due)
  redis.call('ZADD', prefix .. task.queue .. ':delayed', due, task.id)
  wake(task.queue)
  event('RETRY', task.id)
  count('retried', task.queue)
end

local function fail(task, values)
  task.failures = task.failures + 1
  die(task, values[1])
end

local function release(task)
  trail(task, 'RELEASED', '0', '')
  to_pending(task, true)
  wake(task.queue)
end

local function cancel(task)
  trail(task, 'REVOKED', '0', '')
  to_revoked(task)
end

local apply = {SUCCEEDED = succeed, FAILED = fail, RETRIED = retry, RELEASED = release, REVOKED = cancel}

-- What to say of a delivery that is not under way any more.
local function tell_late(task, delivery, outcome)
  if task.worker ~= worker or not settled(task, delivery) then
    count('stale')
    return 'STALE'
  end
  if outcome == 'SUCCEEDED' and task.state == 'FAILURE' then
    return 'BURIED'
  end
  return outcome ~= 'REVOKED' and task.state == 'REVOKED' and 'REVOKED' or 'DUPLICATE'
end

-- Raises an error when a key is damaged that the settlement cannot do without.
local function examine(id, outcome, values)
  local cancels = outcome == 'SUCCEEDED' and values[1] == 'cancelled'
  local task = cancels and read_task(id)
  local order = task and read_order(task.order)
  if order then
    check_tasks(order)
  end
end

local function settle(id, delivery, outcome, values)
  local task = read_task(id)
  if not task then
    return 'GONE'
  end
  if damaged(task.queue) then
    return 'STALE'
  end
  if task.worker ~= worker or not unended(task, delivery) then
    return tell_late(task, delivery, outcome)
  end
  -- A cancelled task that failed or was given back does not run again.
  local is_revoked = task.cancel and outcome ~= 'SUCCEEDED' and outcome ~= 'REVOKED'
  outcome = is_revoked and 'REVOKED' or outcome
  local verdict = apply[outcome](task, values) or (is_revoked and 'REVOKED' or 'OK')
  note_run(task, outcome)
  local ids = settled_in[task.queue] or {}
  ids[#ids + 1] = id
  settled_in[task.queue] = ids
  return verdict
end

local ids, deliveries, outcomes, values, none = {}, {}, {}, {}, {}
check_shared()
local at, last, size = 3, #ARGV, nil
while at <= last do
  local nth = #ids + 1
  ids[nth], deliveries[nth], outcomes[nth], size = string.match(ARGV[at], '^(%S*) (%d+) (%u+) (%d+)$')
  values[nth] = none
  at = at + 1
  if size ~= '0' then
    values[nth] = {unpack(ARGV, at, at + size - 1)}
    examine(ids[nth], outcomes[nth], values[nth])
    at = at + size
  end
end

local verdicts = {}

local function settle_the_rest()
  for i = #verdicts + 1, #ids do
    verdicts[i] = 'FAILED'
    verdicts[i] = settle(ids[i], deliveries[i], outcomes[i], values[i])
  end
end

-- Whatever goes wrong with one of them must not keep the others from being settled whole: they are, its task stays under
-- its lease, and the error is told.
local trouble
repeat
  local is_done, why = pcall(settle_the_rest)
  trouble = trouble or not is_done and why
until is_done
for queue, ids in pairs(settled_in) do
  redis.call('ZREM', prefix .. queue .. ':lease', unpack(ids))
end
for queue, times in pairs(done_in) do
  count('done', queue, times)
end
measure()
close_orders(tonumber(ARGV[1]))
publish()
if trouble then
  error(trouble)
end
return table.concat(verdicts, ' ')
