-- Part "orders": the order's status, and when it is over.

local life = {
  pending = {confirmed = true, cancelled = true},
  confirmed = {shipped = true, cancelled = true},
  shipped = {delivered = true},
}

local function can_become(from, to)
  return life[from] ~= nil and life[from][to] == true
end

-- True when the field holds milliseconds that every reader can read.
local function is_moment(field)
  return field and #field <= 15 and string.match(field, '^%d+$')
end

-- The order's fields as one table, or nil when there is no readable order of that id.
local function read_order(id)
  local found = id and redis.pcall('HMGET', key('order', id), 'status', 'tasks', 'idem', 'created', 'open') or {}
  if found.err or not found[1] or not is_moment(found[4]) then
    return nil
  end
  return {id = id, status = found[1], tasks = found[2] or '', idem = found[3], created = found[4], open = found[5] or '0'}
end

-- True when one more task can be counted: HINCRBY raises an error otherwise, which must not happen half way.
local function is_countable(order)
  return #order.open <= 15 and string.match(order.open, '^%-?%d+$')
end

local function set_status(order, status)
  order.status = status
  redis.call('HSET', key('order', order.id), 'status', status, 'updated', stamp)
  event('ORDER', order.id .. '=' .. status)
end

-- By order the new lines of its timeline and those of its tasks that have ended: they are often settled together, and then
-- each order is written once.
local lines_of, ended_of = {}, {}

-- One of the order's tasks is now SUCCESS or REVOKED.
local function end_task(task)
  local ended = ended_of[task.order]
  if not ended then
    ended = {}
    ended_of[task.order] = ended
  end
  ended[#ended + 1] = task.id
end

-- True when that was the last one.
local function is_over(order, ended)
  local open = redis.pcall('HINCRBY', key('order', order), 'open', string.format('%d', -#ended))
  local is_ghost = type(open) == 'number' and open < 0 and redis.call('HLEN', key('order', order)) == 1
  if is_ghost then
    redis.call('DEL', key('order', order)) -- there was none, and now there is none again
  end
  if is_ghost or type(open) ~= 'number' then
    local is_there = not is_ghost and not string.find(open.err, 'WRONGTYPE', 1, true)
    for _, id in ipairs(ended) do
      quarantine(is_there and 'not-counted' or 'no-order', id)
    end
  end
  return open == 0
end

-- Writes all that. An order whose last task has ended may be deleted when retention is over.
local function close_orders(retention)
  for order, lines in pairs(lines_of) do
    redis.pcall('RPUSH', key('trail', order), unpack(lines))
  end
  local over, until_then = {}, string.format('%.0f', now + retention)
  for order, ended in pairs(ended_of) do
    if is_over(order, ended) then
      over[#over + 1] = until_then
      over[#over + 1] = order
    end
  end
  if #over > 0 then
    redis.call('ZADD', prefix .. 'closed', unpack(over))
  end
end
