-- update: enqueues a task that sets an order's status, if the order's life allows the step.
-- USES    base passage ledger queues orders task moves request
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 request id  2 order id  3 status  4 task name, which gets a number  5 its queue
-- RETURNS { OK | CONFLICT | UNKNOWN, task id or '', state of the task, or status of the order }

local answer = replay(ARGV[1])
if answer then
  return answer
end

local function update(order)
  if not order then
    return {'UNKNOWN', '', ''}
  end
  if not can_become(order.status, ARGV[3]) then
    return {'CONFLICT', '', order.status}
  end
  check(ARGV[5])
  if not is_countable(order) then
    error('DAMAGED ' .. key('order', order.id) .. ' has no number of open tasks')
  end
  local number = redis.call('HINCRBY', key('order', order.id), 'updates', 1)
  return {'OK', add(order, ARGV[4] .. '-' .. number, ARGV[5], ARGV[3]), 'PENDING'}
end

answer = update(read_order(ARGV[2]))
publish()
return remember(ARGV[1], answer)
