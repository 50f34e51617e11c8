-- Part "queues": a queue's list and sets.

local damage = {} -- by queue: which of its keys has the wrong type, or false
local lengths = {} -- by a key's name, as long as it was when the call looked

-- Its name when the key has the wrong type, else false.
local function of_wrong_type(length, name)
  local found = redis.pcall(length, prefix .. name)
  if type(found) ~= 'table' then
    lengths[name] = found
    return false
  end
  return string.find(found.err, 'WRONGTYPE', 1, true) and name or error(found.err)
end

-- The first of the queue's keys that has the wrong type, or false. Looks once a queue and call.
local function damaged(queue)
  if damage[queue] == nil then
    damage[queue] = of_wrong_type('LLEN', queue .. ':pending')
    for _, place in ipairs({'lease', 'delayed', 'dead', 'wake'}) do
      damage[queue] = damage[queue] or of_wrong_type('ZCARD', queue .. ':' .. place)
    end
  end
  return damage[queue]
end

-- Raises an error, before anything is written, when a key of the wrong type has this name.
local function refuse(name)
  if name then
    error('DAMAGED ' .. prefix .. name .. ' has the wrong type')
  end
end

local is_sound = false

-- The same for the keys that all queues share. Looks once a call.
local function check_shared()
  if not is_sound then
    refuse(of_wrong_type('SCARD', 'paused') or of_wrong_type('ZCARD', 'closed'))
    is_sound = true
  end
end

-- The same for a queue and what it shares with the others.
local function check(queue)
  refuse(damaged(queue))
  check_shared()
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
