-- mend_task: puts a task into exactly one place, with the state that belongs there: the state follows the place, a task
-- without a place goes where its state belongs, a finished one leaves every place, an id without a task is put aside.
-- USES    base passage ledger queues orders task moves recover promote places spelling
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 task id, or whatever an entry says, spelt  2 retention in ms  3 longest lease in ms  4.. queues
-- RETURNS MENDED | RIGHT (nothing to do) | LEFT (no safe move)

local id, longest = unspell(ARGV[1]), tonumber(ARGV[3])
local queues = {unpack(ARGV, 4)}
local mended = false

local function drop(place)
  local name = prefix .. place[1] .. ':' .. place[2]
  redis.call(place[2] == 'pending' and 'LREM' or 'ZREM', name, unpack(place[2] == 'pending' and {1, id} or {id}))
  mended = true
end

-- The one place to keep: in the task's own queue, one that fits its state if there is any, else the first of these. What
-- was scheduled waits: its order is not confirmed before its time.
local function choose(task, places)
  local is_scheduled = task.state == 'PENDING' and redis.call('HGET', task.hash, 'due')
  for _, wanted in ipairs({is_scheduled and 'delayed' or task.state, task.state, 'lease', 'pending', 'delayed', 'dead'}) do
    for _, place in ipairs(places) do
      if place[1] == task.queue and (place[2] == wanted or fits[place[2]][wanted]) then
        return place
      end
    end
  end
end

-- The delivery under way, if there is one, will never be settled.
local function end_delivery(task)
  if leased[task.state] then
    redis.call('HSET', task.hash, 'lost', task.nth)
    trail(task, 'LOST', '0', 'an audit found it without its lease')
  end
end

local function follow(task, place)
  if fits[place[2]][task.state] then
    return
  end
  mended = true
  end_delivery(task)
  local states = {pending = 'PENDING', lease = 'STARTED', delayed = task.failures > 0 and 'RETRY' or 'PENDING', dead = 'FAILURE'}
  redis.call('HSET', task.hash, 'state', states[place[2]])
  if place[2] == 'delayed' then
    redis.call('HSET', task.hash, 'due', place[3])
  elseif place[2] == 'dead' then
    redis.call('HSETNX', task.hash, 'ended', now)
  else
    redis.call('HDEL', task.hash, 'due', 'progress')
  end
  event(states[place[2]], id)
end

local function settle_down(task)
  local due = tonumber(redis.call('HGET', task.hash, 'due'))
  mended = true
  end_delivery(task)
  if task.state == 'FAILURE' then
    redis.call('ZADD', prefix .. task.queue .. ':dead', now, id)
  elseif task.cancel then
    to_revoked(task)
  elseif due and not leased[task.state] then
    redis.call('ZADD', prefix .. task.queue .. ':delayed', due, id)
  else
    to_pending(task, true)
  end
end

local function keep_time(task, place)
  local score = tonumber(place[3])
  if place[2] == 'lease' and score > now + longest then
    redis.call('ZADD', prefix .. task.queue .. ':lease', now + longest, id)
    mended = true
  elseif (place[2] == 'lease' or place[2] == 'delayed') and score < now then
    recover(task.queue, 50)
    promote(task.queue, 50)
    mended = true
  end
end

local function mend_unfinished(task, places)
  local kept = choose(task, places)
  for _, place in ipairs(places) do
    if place ~= kept then
      drop(place)
    end
  end
  if kept then
    follow(task, kept)
    keep_time(task, kept)
  else
    settle_down(task)
  end
  wake(task.queue)
end

local function put_aside(places)
  for _, place in ipairs(places) do
    drop(place)
    quarantine(place[2] .. '-of-no-task', id)
  end
end

-- A task of a queue that no worker knows would only be lost in it.
local function is_served(queue)
  for _, known in ipairs(queues) do
    if known == queue then
      return true
    end
  end
  return false
end

for _, queue in ipairs(queues) do
  if not pcall(check, queue) then
    return 'LEFT'
  end
end
local known = {PENDING = true, STARTED = true, PROGRESS = true, RETRY = true, FAILURE = true}
local places, task = places_of(id, queues), read_task(id)
if task and (task.state == 'SUCCESS' or task.state == 'REVOKED') then
  for _, place in ipairs(places) do
    drop(place)
  end
elseif task and is_served(task.queue) and (known[task.state] or choose(task, places)) then
  mend_unfinished(task, places)
elseif task or redis.call('EXISTS', key('task', id)) == 1 then
  return 'LEFT'
else
  put_aside(places)
end
if mended then
  event('REPAIRED', task and id or '0')
  count('repaired')
end
close_orders(tonumber(ARGV[2]))
publish()
return mended and 'MENDED' or 'RIGHT'
