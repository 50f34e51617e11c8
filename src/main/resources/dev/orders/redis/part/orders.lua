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

-- What a call has to tell of orders: their tasks are often settled together, and then each order is written once.
local news = {}

local function news_of(order)
  news[order] = news[order] or {lines = {}, ended = {}}
  return news[order]
end

-- One of the order's tasks is now SUCCESS or REVOKED.
local function end_task(task)
  local ended = news_of(task.order).ended
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

-- Writes the news. An order whose last task has ended may be deleted when retention is over.
local function close_orders(retention)
  local over = {}
  for order, its in pairs(news) do
    if #its.lines > 0 then
      redis.pcall('RPUSH', key('trail', order), unpack(its.lines))
    end
    if #its.ended > 0 and is_over(order, its.ended) then
      over[#over + 1] = string.format('%.0f', now + retention)
      over[#over + 1] = order
    end
  end
  if #over > 0 then
    redis.call('ZADD', prefix .. 'closed', unpack(over))
  end
end
