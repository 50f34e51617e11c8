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
  local found = id and redis.pcall('HMGET', key('order', id), 'status', 'tasks', 'idem', 'created', 'tracking') or {}
  if found.err or not found[1] or not is_moment(found[4]) then
    return nil
  end
  return {id = id, status = found[1], tasks = found[2] or '', idem = found[3], created = found[4], tracking = found[5]}
end

local function set_status(order, status)
  order.status = status
  redis.call('HSET', key('order', order.id), 'status', status, 'updated', stamp)
  event('ORDER', order.id .. '=' .. status)
end

-- One of the order's tasks is now SUCCESS or REVOKED. After the last one the order may be deleted when retention is over.
local function end_task(id, retention)
  local order = order_of(id)
  local open = redis.pcall('HINCRBY', key('order', order), 'open', '-1')
  if type(open) ~= 'number' then
    quarantine('no-order', id)
  elseif open == 0 then
    redis.call('ZADD', prefix .. 'closed', string.format('%.0f', now + retention), order)
  elseif open < 0 and redis.call('HLEN', key('order', order)) == 1 then
    redis.call('DEL', key('order', order)) -- there was none, and now there is none again
    quarantine('no-order', id)
  end
end
