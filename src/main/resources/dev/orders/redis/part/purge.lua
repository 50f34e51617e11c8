-- Part "purge": deletes orders whose retention is over, with everything that was kept about them.

local function purge(limit)
  for _, id in ipairs(redis.call('ZRANGEBYSCORE', prefix .. 'closed', '-inf', now, 'LIMIT', 0, limit)) do
    redis.call('ZREM', prefix .. 'closed', id)
    local order = read_order(id)
    if not order then
      quarantine('closed-of-no-order', id)
    else
      redis.call('DEL', key('order', id), key('body', id), key('trail', id))
      for name in string.gmatch(order.tasks, '%S+') do
        redis.call('DEL', key('task', id .. '-' .. name), key('log', id .. '-' .. name))
        count('purged_tasks')
      end
      if order.idem then
        redis.call('DEL', key('idem', order.idem))
      end
      count('purged')
    end
  end
end
