-- audit_books: reads a partition's counters at one moment, for the audit. Changes nothing.
-- USES    base
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- RETURNS { server time in ms, the last number allotted, how many lie in quarantine,
--         then each counter as name, value }

local function read(command, name)
  local value = redis.pcall(command, prefix .. name)
  return type(value) == 'table' and value.err and 0 or value or 0
end

local answer = {now, tostring(read('GET', 'next')), read('LLEN', 'quarantine')}
for _, value in ipairs(redis.pcall('HGETALL', prefix .. 'count')) do
  answer[#answer + 1] = value
end
return answer
