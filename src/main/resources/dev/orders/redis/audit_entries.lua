-- audit_entries: reads a piece of one set of a queue, or of the closed orders, and compares each entry with its record.
-- Changes nothing.
-- USES    base places spelling
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 queue, or '' for closed  2 lease | delayed | dead | closed  3 the cursor to go on from, at first 0
--         4 about how many
-- RETURNS { server time in ms, the cursor to go on from or '0' at the end,
--         then for each entry its id, spelt, 1 when its record fits | 0, its score }

local queue, place, from, most = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])

local function is_right(id)
  if place == 'closed' then
    return redis.call('EXISTS', key('order', id)) == 1
  end
  local found = redis.pcall('HMGET', key('task', id), 'state', 'queue', 'due')
  local is_scheduled = found[1] ~= 'PENDING' or found[3] -- else it may stand in the list as well
  return not found.err and found[2] == queue and fits[place][found[1]] and is_scheduled
end

local function read_set(name)
  local found = redis.pcall('ZSCAN', name, from, 'COUNT', most)
  if found.err then
    return {now, '0'}
  end
  local answer = {now, found[1]}
  for i = 1, #found[2], 2 do
    answer[#answer + 1] = spell(found[2][i])
    answer[#answer + 1] = is_right(found[2][i]) and 1 or 0
    answer[#answer + 1] = found[2][i + 1]
  end
  return answer
end

return read_set(prefix .. (place == 'closed' and place or queue .. ':' .. place))
