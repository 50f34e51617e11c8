-- submit: accepts orders, each whole with its tasks; the same request, or the same idempotency key, gets the same answer.
-- The first write may grow memory, so at maxmemory the call is refused whole.
-- USES    base ledger queues orders task moves request
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 request id  2 partitions  3 this partition  4 tasks: "email=email invoice=invoice shipping=shipping"
--         then for each order: idempotency key or '', fingerprint, delay in ms, body
-- RETURNS for each order { OK | DUPLICATE | CONFLICT, order id, status, task names }

local answer = replay(ARGV[1])
if answer then
  return answer
end

local types, names = {}, {}
local fresh, bodies = {}, {} -- what is accepted goes into each queue at once, and the bodies together
for name, queue in string.gmatch(ARGV[4], '(%S+)=(%S+)') do
  types[#types + 1] = {name, queue}
  names[#names + 1] = name
  fresh[queue] = {}
  check(queue)
end
names = table.concat(names, ' ')
local opening = string.format('%d', #types)
local last, taken = tonumber(redis.call('GET', prefix .. 'next') or '0'), 0

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

local function holder(idem)
  return idem ~= '' and redis.call('GET', key('idem', idem)) or ''
end

local function known(idem, fingerprint)
  local id, print = string.match(holder(idem), '^(%d+) (%x+)$')
  local order = id and read_order(id)
  return order and {print == fingerprint and 'DUPLICATE' or 'CONFLICT', id, order.status, first_of(order)}
end

local function accept(idem, fingerprint, delay, body)
  taken = taken + 1
  local id = string.format('%.0f', ARGV[2] * (last + taken) + ARGV[3])
  local status = delay > 0 and 'pending' or 'confirmed'
  redis.call('HSET', key('order', id), 'status', status, 'created', stamp, 'updated', stamp, 'open', opening,
    'tasks', names, 'fp', fingerprint)
  if idem ~= '' then
    redis.call('HSET', key('order', id), 'idem', idem)
    redis.call('SET', key('idem', idem), id .. ' ' .. fingerprint)
  end
  bodies[#bodies + 1] = key('body', id)
  bodies[#bodies + 1] = body
  for _, type in ipairs(types) do
    local task = create(id, type[1], type[2])
    if delay > 0 then
      redis.call('HSET', key('task', task), 'due', now + delay)
      redis.call('ZADD', prefix .. type[2] .. ':delayed', now + delay, task)
    else
      table.insert(fresh[type[2]], task)
    end
  end
  count('accepted')
  return {'OK', id, status, names}
end

for i = 5, #ARGV, 4 do
  holder(ARGV[i]) -- raises an error when that key is damaged, before anything is written
end
answer = {}
for i = 5, #ARGV, 4 do
  answer[#answer + 1] = known(ARGV[i], ARGV[i + 1])
    or accept(ARGV[i], ARGV[i + 1], tonumber(ARGV[i + 2]), ARGV[i + 3])
end
if taken > 0 then
  redis.call('INCRBY', prefix .. 'next', taken)
  redis.call('MSET', unpack(bodies))
end
for queue, tasks in pairs(fresh) do
  if #tasks > 0 then
    redis.call('LPUSH', prefix .. queue .. ':pending', unpack(tasks))
  end
  wake(queue)
end
publish()
return remember(ARGV[1], answer)
