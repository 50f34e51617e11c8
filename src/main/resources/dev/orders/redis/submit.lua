-- submit: accepts orders, each whole with its tasks; the same request, or the same idempotency key, gets the same answer.
-- The first write may grow memory, so at maxmemory the call is refused whole.
-- USES    base ledger queues orders task moves request
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 request id  2 partitions  3 this partition  4 tasks: "email=email invoice=invoice shipping=shipping"
--         5 request that must have been done before this one, or ''
--         then for each order: idempotency key or '', fingerprint, delay in ms, body
-- RETURNS for each order "OK | DUPLICATE | CONFLICT, order id, status, task names"; EARLY alone when that request has not been done

local answer = replay(ARGV[1])
if answer then
  return answer
end
if ARGV[5] ~= '' and redis.call('EXISTS', key('request', ARGV[5])) == 0 then
  return {'EARLY'}
end

local types, names = {}, {}
local fresh, bodies = {}, {} -- what is accepted goes into each queue at once, and the bodies together
for name, queue in string.gmatch(ARGV[4], '(%S+)=(%S+)') do
  types[#types + 1] = {'-' .. name, queue}
  names[#names + 1] = name
  fresh[queue] = {}
  check(queue)
end
names = table.concat(names, ' ')

-- The value of a key, or nil; raises an error when it has the wrong type.
local function read(name)
  local value = redis.pcall('GET', prefix .. name)
  if type(value) == 'table' then
    error(string.find(value.err, 'WRONGTYPE', 1, true) and 'DAMAGED ' .. prefix .. name .. ' has the wrong type' or value.err)
  end
  return value or nil
end

local last, taken = read('next') or '0', 0
if last ~= '0' and not string.match(last, '^[1-9]%d*$') then
  error('DAMAGED ' .. prefix .. 'next is not a number')
end
last = tonumber(last)

local ids, places = {}, {} -- of the orders to come: their ids; for each its key and those of its tasks
local stride = 1 + #types

-- Raises an error when anything lies where the next orders and their tasks will: after an error half way, an idempotency
-- key would vouch for half an order.
local function expect_room(orders)
  local partitions, partition, task = tonumber(ARGV[2]), tonumber(ARGV[3]), key('task', '')
  for nth = 1, orders do
    local id = string.format('%.0f', partitions * (last + nth) + partition)
    ids[nth] = id
    places[#places + 1] = key('order', id)
    for i = 1, #types do
      places[#places + 1] = task .. id .. types[i][1]
    end
  end
  if orders == 0 or redis.call('EXISTS', unpack(places)) == 0 then
    return
  end
  for _, place in ipairs(places) do
    if redis.call('EXISTS', place) == 1 then
      error('DAMAGED ' .. place .. ' exists before its order')
    end
  end
end

-- The names of an order's first tasks, as many as this request has; those that were added later stand behind them.
local function first_of(order)
  local first = {}
  for name in string.gmatch(order.tasks, '%S+') do
    if #first < #types then
      first[#first + 1] = name
    end
  end
  return table.concat(first, ' ')
end

local function known(idem, fingerprint)
  if idem == '' then
    return nil
  end
  local id, print = string.match(read('idem:' .. idem) or '', '^(%d+) (%x+)$')
  local order = id and read_order(id)
  return order and (print == fingerprint and 'DUPLICATE ' or 'CONFLICT ') .. id .. ' ' .. order.status .. ' ' .. first_of(order)
end

-- Writes down an order and its tasks, which have their keys behind this place.
local function write(place, status, delay)
  redis.call('HSET', places[place + 1], 'status', status, 'created', stamp, 'updated', stamp,
    'open', string.format('%d', #types), 'tasks', names)
  for i, type in ipairs(types) do
    create(places[place + 1 + i], type[2])
    if delay > 0 then
      redis.call('HSET', places[place + 1 + i], 'due', now + delay)
    end
  end
end

-- The same by copying those of an order that is alike, which costs Redis half as much.
local function copy(from, to)
  for i = 1, stride do
    redis.call('COPY', places[from + i], places[to + i])
  end
end

-- By whether it has an idempotency key and by its delay, the place of an order whose fields the others have as well.
local alike = {[true] = {}, [false] = {}}

local function accept(idem, fingerprint, delay, body)
  local place, like = taken * stride, alike[idem ~= '']
  taken = taken + 1
  local id, status = ids[taken], delay > 0 and 'pending' or 'confirmed'
  if like[delay] then
    copy(like[delay], place)
  else
    write(place, status, delay)
    like[delay] = place
  end
  redis.call('HSET', places[place + 1], 'fp', fingerprint)
  if idem ~= '' then
    redis.call('HSET', places[place + 1], 'idem', idem)
    redis.call('SET', key('idem', idem), id .. ' ' .. fingerprint)
  end
  bodies[#bodies + 1] = key('body', id)
  bodies[#bodies + 1] = body
  for i = 1, #types do
    local type = types[i]
    local task = id .. type[1]
    event('PENDING', task)
    if delay > 0 then
      redis.call('ZADD', prefix .. type[2] .. ':delayed', now + delay, task)
    else
      local tasks = fresh[type[2]]
      tasks[#tasks + 1] = task
    end
  end
  return 'OK ' .. id .. ' ' .. status .. ' ' .. names
end

local before, room = {}, 0
for i = 6, #ARGV, 4 do
  before[i] = known(ARGV[i], ARGV[i + 1]) -- raises an error when that key is damaged, before anything is written
  room = room + (before[i] and 0 or 1)
end
expect_room(room)
answer = {}
for i = 6, #ARGV, 4 do -- known again, to an order of this very request
  answer[#answer + 1] = before[i] or known(ARGV[i], ARGV[i + 1])
    or accept(ARGV[i], ARGV[i + 1], tonumber(ARGV[i + 2]), ARGV[i + 3])
end
if taken > 0 then
  redis.call('INCRBY', prefix .. 'next', taken)
  redis.call('MSET', unpack(bodies))
  count('accepted', nil, taken)
  for _, type in ipairs(types) do
    count('tasks', type[2], taken)
  end
end
for queue, tasks in pairs(fresh) do
  if #tasks > 0 then
    redis.call('LPUSH', prefix .. queue .. ':pending', unpack(tasks))
  end
  wake(queue)
end
publish()
return remember(ARGV[1], answer)
