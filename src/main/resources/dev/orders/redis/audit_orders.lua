-- audit_orders: reads orders, each with its tasks at one moment, for the audit. Changes nothing.
-- USES    base
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    order ids
-- RETURNS { how many ids were looked at: fewer than asked when bodies are long,
--         then for each order that exists { id, HASH | OTHER, status, open, fingerprint, idempotency key, updates,
--         body, what that key holds, 1 when in closed, 1 when none of its records would expire,
--         then for each task name, HASH | OTHER | NONE, state, queue,
--         delivery, failures, crashes, enqueued (none where it lies ahead),
--         1 it lies where its state says | 0 it does not | 2 only the list knows } }
--         A value of the wrong type is a 0; a record of which a moment cannot be read has no status, or no state.

local ENOUGH = 4000000

local sets = {STARTED = ':lease', PROGRESS = ':lease', RETRY = ':delayed', FAILURE = ':dead'}

local function lies(id, state, queue, due)
  local set = sets[state] or state == 'PENDING' and due and ':delayed'
  if not set then
    return state == 'PENDING' and 2 or 1
  end
  return type(redis.pcall('ZSCORE', prefix .. queue .. set, id)) == 'string' and 1 or 0
end

local function read_value(name)
  local value = redis.pcall('GET', name)
  return type(value) == 'table' and 0 or value
end

local function stays(name)
  return redis.call('PTTL', name) < 0
end

local find = string.find

-- Whether those of the fields that are there are milliseconds, or such, that every reader can read.
local function are_moments(found, first, last)
  for i = first, last do
    local field = found[i]
    if field and (#field > 15 or not find(field, '^%d+$')) then
      return false
    end
  end
  return true
end

local function read_task(id, record)
  local found = redis.pcall('HMGET', record, 'state', 'queue', 'delivery', 'failures', 'crashes', 'enqueued', 'due', 'started',
    'ended', 'progress')
  if found.err then
    return 'OTHER', false, false, false, false, false, false, 1
  end
  if not found[1] and redis.call('EXISTS', record) == 0 then
    return 'NONE', false, false, false, false, false, false, 1
  end
  local state = are_moments(found, 6, 10) and found[1]
  local place = state and found[2] and lies(id, found[1], found[2], found[7]) or 1
  local enqueued = (tonumber(found[6]) or 0) <= now and found[6] -- one that lies ahead excuses nothing
  return 'HASH', state, found[2], found[3], found[4], found[5], enqueued, place
end

local function read_order(id)
  local record, text = key('order', id), key('body', id)
  local found = redis.pcall('HMGET', record, 'status', 'open', 'tasks', 'fp', 'idem', 'updates', 'created', 'updated')
  if found.err then
    return {id, 'OTHER'}
  end
  if not found[1] and redis.call('EXISTS', record) == 0 then
    return nil
  end
  local body = read_value(text)
  local holder = found[5] and read_value(key('idem', found[5]))
  local closed = type(redis.pcall('ZSCORE', prefix .. 'closed', id)) == 'string' and 1 or 0
  local status = found[7] and are_moments(found, 7, 8) and found[1]
  local picture = {id, 'HASH', status, found[2], found[4], found[5], found[6], body, holder, closed, 0}
  local lasts = stays(record) and stays(text)
  for name in string.gmatch(found[3] or '', '[^ ]+') do
    local task = id .. '-' .. name
    local hash = key('task', task)
    local n = #picture
    picture[n + 1] = name
    picture[n + 2], picture[n + 3], picture[n + 4], picture[n + 5], picture[n + 6], picture[n + 7], picture[n + 8], picture[n + 9] =
      read_task(task, hash)
    lasts = lasts and stays(hash)
  end
  picture[11] = lasts and 1 or 0
  return picture
end

local answer, size = {0}, 0
for i, id in ipairs(ARGV) do
  local order = read_order(id)
  if order then
    answer[#answer + 1] = order
    size = size + (type(order[8]) == 'string' and #order[8] or 0)
  end
  answer[1] = i
  if size > ENOUGH then
    break
  end
end
return answer
