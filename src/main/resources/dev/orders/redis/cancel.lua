-- cancel: cancels one task, or an order with all its open tasks.
-- USES    base passage ledger queues orders task moves revoke request
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 request id  2 retention in ms  3 task id, or ''  4 order id, when the order is meant
-- RETURNS a list of { OK | FLAGGED | CONFLICT | UNKNOWN, task id or '', state }, the order's own answer first

local answer = replay(ARGV[1])
if answer then
  return answer
end

local function cancel_order(order)
  if not order then
    return {{'UNKNOWN', '', ''}}
  end
  if not can_become(order.status, 'cancelled') then
    return {{'CONFLICT', '', order.status}}
  end
  check_tasks(order)
  local answers = revoke_order(order)
  table.insert(answers, 1, {'OK', '', 'cancelled'})
  return answers
end

local function cancel_task(id)
  local task = read_task(id)
  if task then
    check(task.queue)
  end
  return {revoke(id)}
end

answer = ARGV[3] == '' and cancel_order(read_order(ARGV[4])) or cancel_task(ARGV[3])
close_orders(tonumber(ARGV[2]))
publish()
return remember(ARGV[1], answer)
