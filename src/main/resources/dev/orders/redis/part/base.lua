-- Part "base": the partition's prefix, the server's clock and the words that every script uses.
-- KEYS are <prefix>never and <prefix>nevermore, which never exist. While a slot moves, neither side has all of its keys:
-- the old one then answers ASK and, because there are two, the new one TRYAGAIN, before anything has run; a script would
-- die half way on the one, or take for absent on the other what has not come yet.

local redis, string, table = redis, string, table -- a global costs a search each time it is named
local prefix = string.sub(KEYS[1], 1, -6)
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
-- The same as text: Lua writes each number anew as a float, which costs Redis as much as a small command does.
local stamp = string.format('%.0f', now)

local function key(kind, id)
  return prefix .. kind .. ':' .. id
end

local known_names = {} -- by what may be a task's name: whether it is one, as far as that was asked

local function is_name(name)
  local word, number = string.match(name, '^(%l+)(.*)$')
  known_names[name] = #word <= 24 and (number == '' or (#number <= 10 and string.match(number, '^%-[1-9]%d*$') ~= nil))
  return known_names[name]
end

-- The order's id within a task id, and the task's name: 17-invoice -> 17, invoice; nil when it is none.
local function order_of(id)
  local order, name = string.match(id, '^([1-9]%d*)%-(%l.*)$')
  if order and #order <= 18 and (known_names[name] or is_name(name)) then
    return order, name
  end
end
