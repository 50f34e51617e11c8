-- Part "ledger": what a script tells the world. Events and counts are gathered while it works and written once, by
-- publish(): one stream entry a call. They are side notes: a damaged stream or counter never stops the work.

local kinds, told, counts, histogram = {}, {}, {}, {}

-- Notes that something happened: a task's new state (17-invoice, or 17-invoice=50) or ORDER 17=shipped.
local function event(kind, item)
  local items = told[kind]
  if not items then
    items = {}
    told[kind] = items
    kinds[#kinds + 1] = kind
  end
  items[#items + 1] = item
end

local function tally(sums, name, by)
  sums[name] = (sums[name] or 0) + by
end

-- Counts something that happened in a queue (done:email), or in none; so many times, or once.
local function count(name, queue, times)
  name = queue and name .. ':' .. queue or name
  counts[name] = (counts[name] or 0) + (times or 1)
end

local function quarantine(reason, id)
  redis.pcall('RPUSH', prefix .. 'quarantine', now .. ' ' .. reason .. ' ' .. string.sub(id, 1, 100))
  count('quarantined')
end

-- The last day by the minute, as a ring of 1,440 hashes, which needs no TTL to stay bounded.
local function minute_hash()
  local minute = math.floor(now / 60000)
  local hash = key('minute', minute % 1440)
  if redis.pcall('HGET', hash, 'minute') ~= tostring(minute) then
    redis.pcall('DEL', hash)
    redis.pcall('HSET', hash, 'minute', minute)
  end
  return hash
end

local function publish()
  if next(counts) then
    local minute = minute_hash()
    for name, by in pairs(counts) do
      by = string.format('%.0f', by)
      redis.pcall('HINCRBY', prefix .. 'count', name, by)
      redis.pcall('HINCRBY', minute, name, by)
    end
  end
  for name, by in pairs(histogram) do
    redis.pcall('HINCRBY', prefix .. 'count', name, by)
  end
  if #kinds > 0 then
    local entry = {}
    for _, kind in ipairs(kinds) do
      entry[#entry + 1] = kind
      entry[#entry + 1] = table.concat(told[kind], ' ')
    end
    redis.pcall('XADD', prefix .. 'events', 'MAXLEN', '~', 10000, '*', unpack(entry))
  end
end
