-- audit_keys: says what is wrong with keys, as far as it shows from outside. Changes nothing.
-- USES    base
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    for each key: its name behind the prefix, type, 1 when it must expire | 0 when it must not,
--         whose it is: task | order | idem | '', the number of its order within the partition or 0
-- RETURNS for each key TYPE (another) | UNISSUED (an order that never was) | ORPHAN (nobody's) |
--         UNLISTED (a task that its order does not know) | TTL | OK; a key that is
--         gone is OK

local last = tonumber(redis.pcall('GET', prefix .. 'next')) or 0

local owned = {}

function owned.order(id)
  return redis.call('EXISTS', key('order', string.match(id, '^%d+'))) == 1
end

-- Whether the order of a task, if it can be read, has it on its list.
local function is_listed(id)
  local order, name = string.match(id, '^(%d+)-(.*)$')
  local tasks = redis.pcall('HGET', key('order', order), 'tasks')
  return type(tasks) == 'table' or string.find(' ' .. (tasks or '') .. ' ', ' ' .. name .. ' ', 1, true)
end

owned.task = owned.order

function owned.idem(id)
  local value = redis.pcall('GET', key('idem', id))
  local order = type(value) == 'string' and string.match(value, '^%d+')
  local idem = order and redis.pcall('HGET', key('order', order), 'idem')
  return idem == id or type(idem) == 'table'
end

local function judge(name, kind, expires, owner, number)
  local found = redis.call('TYPE', prefix .. name).ok
  if found == 'none' then
    return 'OK'
  end
  if found ~= kind then
    return 'TYPE'
  end
  if number > last then
    return 'UNISSUED'
  end
  local id = string.match(name, ':(.*)$')
  if owner ~= '' and not owned[owner](id) then
    return 'ORPHAN'
  end
  if owner == 'task' and not is_listed(id) then
    return 'UNLISTED'
  end
  return (redis.call('PTTL', prefix .. name) >= 0) == expires and 'OK' or 'TTL'
end

local answer = {}
for i = 1, #ARGV, 5 do
  answer[#answer + 1] = judge(ARGV[i], ARGV[i + 1], ARGV[i + 2] == '1', ARGV[i + 3], tonumber(ARGV[i + 4]))
end
return answer
