-- Part "queues": a queue's list and sets.

local checked = {}

local function expect(length, name)
  local found = redis.pcall(length, prefix .. name)
  if type(found) == 'table' then
    local is_damaged = string.find(found.err, 'WRONGTYPE', 1, true)
    error(is_damaged and 'DAMAGED ' .. prefix .. name .. ' has the wrong type' or found.err)
  end
end

-- Raises an error, before anything is written, when a key of the queue has the wrong type. Once a queue and call.
local function check(queue)
  if checked[queue] then
    return
  end
  checked[queue] = true
  expect('LLEN', queue .. ':pending')
  for _, place in ipairs({'lease', 'delayed', 'dead', 'wake'}) do
    expect('ZCARD', queue .. ':' .. place)
  end
  expect('SCARD', 'paused')
  expect('ZCARD', 'closed')
end

local function paused(queue)
  return redis.call('SISMEMBER', prefix .. 'paused', queue) == 1
end

-- Sets the marker that idle workers block on. At most one: whoever takes it leaves a new one if work remains.
local function wake(queue)
  if not paused(queue) then
    redis.call('ZADD', prefix .. queue .. ':wake', 0, '1')
  end
end
