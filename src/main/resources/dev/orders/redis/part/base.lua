-- Part "base": the partition's prefix, the server's clock and the words that every script uses.
-- KEYS are <prefix>never and <prefix>nevermore, which never exist. While a slot moves, neither side has all of its keys:
-- the old one then answers ASK and, because there are two, the new one TRYAGAIN, before anything has run; a script would
-- die half way on the one, or take for absent on the other what has not come yet.

local prefix = string.sub(KEYS[1], 1, -6)
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
-- The same as text: Lua writes each number anew as a float, which costs Redis as much as a small command does.
local stamp = string.format('%.0f', now)

local function key(kind, id)
  return prefix .. kind .. ':' .. id
end

-- The order's id within a task id, 17-invoice or 17-status-2 -> 17; nil when it is none.
local function order_of(id)
  local order, name, number = string.match(id, '^([1-9]%d*)%-(%l+)(.*)$')
  local sound = order and #order <= 18 and #name <= 24
    and (number == '' or (#number <= 10 and string.match(number, '^%-[1-9]%d*$')))
  return sound and order or nil
end
