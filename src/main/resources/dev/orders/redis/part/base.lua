-- Part "base": the partition's prefix, the server's clock and the words that every script uses.
-- KEYS[1] is <prefix>never, a key that never exists: in a migrating slot Redis then answers ASK or TRYAGAIN
-- before anything has run, instead of letting the script die half way.

local prefix = string.sub(KEYS[1], 1, -6)
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)

local function key(kind, id)
  return prefix .. kind .. ':' .. id
end

-- The order's id within a task id: 17-invoice -> 17.
local function order_of(id)
  return string.match(id, '^(%d+)-')
end
