-- mend_order: counts an order's open tasks again, puts it among the closed or takes it out, lists each of its tasks once,
-- also one that it had forgotten, and writes its idempotency key again where that is gone. Of an entry of closed without
-- an order only a note remains.
-- USES    base passage ledger queues orders spelling
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 order id, or whatever an entry says, spelt  2 retention in ms  3 name of a task to list, or ''
-- RETURNS MENDED | RIGHT (nothing to do) | LEFT (no safe move)

local id, retention, name = unspell(ARGV[1]), tonumber(ARGV[2]), ARGV[3]
local closed = prefix .. 'closed'
local mended = false

-- The tasks by name, each once, the one to list included.
local function names_of(order)
  local names, listed = {}, {}
  for task in string.gmatch(order.tasks .. ' ' .. name, '%S+') do
    names[#names + 1] = not listed[task] and task or nil
    listed[task] = true
  end
  return table.concat(names, ' ')
end

-- How many are neither SUCCESS nor REVOKED; nil when one of them cannot be read.
local function count_open(names)
  local open = 0
  for task in string.gmatch(names, '%S+') do
    local state = redis.pcall('HGET', key('task', id .. '-' .. task), 'state')
    if type(state) ~= 'string' then
      return nil
    end
    open = open + ((state == 'SUCCESS' or state == 'REVOKED') and 0 or 1)
  end
  return open
end

local function set(field, value)
  if redis.call('HGET', key('order', id), field) ~= tostring(value) then
    redis.call('HSET', key('order', id), field, value)
    mended = true
  end
end

local function close(open)
  local is_closed = redis.call('ZSCORE', closed, id) ~= false
  if open == 0 and not is_closed then
    redis.call('ZADD', closed, now + retention, id)
    mended = true
  elseif open > 0 and is_closed then
    redis.call('ZREM', closed, id)
    mended = true
  end
end

local function keep_key(order)
  if order.idem and redis.call('EXISTS', key('idem', order.idem)) == 0 then
    redis.call('SET', key('idem', order.idem), id .. ' ' .. (redis.call('HGET', key('order', id), 'fp') or ''))
    mended = true
  end
end

local order = read_order(id)
if of_wrong_type('ZCARD', 'closed') then
  return 'LEFT'
elseif order then
  local names = names_of(order)
  local open = count_open(names)
  if not open then
    return 'LEFT'
  end
  set('tasks', names)
  set('open', open)
  close(open)
  keep_key(order)
elseif redis.call('EXISTS', key('order', id)) == 1 then
  return 'LEFT'
elseif redis.call('ZREM', closed, id) == 1 then
  quarantine('closed-of-no-order', id)
  mended = true
end
if mended then
  event('REPAIRED', order and id or '0')
  count('repaired')
end
publish()
return mended and 'MENDED' or 'RIGHT'
