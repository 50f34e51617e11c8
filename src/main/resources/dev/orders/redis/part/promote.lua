-- Part "promote": moves delayed tasks that are due into their queue. The first one confirms an order that was scheduled.

local function promote(queue, limit)
  local delayed = prefix .. queue .. ':delayed'
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', delayed, '-inf', now, 'LIMIT', 0, limit)) do
    redis.call('ZREM', delayed, id)
    local task = read_task(id)
    if not task or (task.state ~= 'RETRY' and task.state ~= 'PENDING') or task.queue ~= queue then
      quarantine('delayed-of-no-task', id)
    else
      to_pending(task, false)
      local order = read_order(order_of(id))
      if order and order.status == 'pending' then
        set_status(order, 'confirmed')
      end
    end
  end
end

-- Milliseconds until the next delayed task of the queue is due, or nil.
local function next_due(queue)
  local first = redis.call('ZRANGE', prefix .. queue .. ':delayed', 0, 0, 'WITHSCORES')
  return first[2] and math.max(0, tonumber(first[2]) - now)
end
