-- audit_entries: reads a piece of one place of a queue, or of the closed orders, and compares each entry with its record.
-- Changes nothing.
-- USES    base places
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 queue, or '' for closed  2 pending | lease | delayed | dead | closed  3 where to go on, at first 0: an index
--         of the list, a cursor of a set  4 about how many
-- RETURNS { server time in ms, where to go on or '0' at the end,
--         then for each entry its id, 1 when its record fits | 0, its score or '' }

local queue, place, from, most = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])

local function is_right(id)
  if place == 'closed' then
    return redis.call('EXISTS', key('order', id)) == 1
  end
  local found = redis.pcall('HMGET', key('task', id), 'state', 'queue')
  return not found.err and found[2] == queue and fits[place][found[1]]
end

local function note(answer, id, score)
  answer[#answer + 1] = id
  answer[#answer + 1] = is_right(id) and 1 or 0
  answer[#answer + 1] = score
end

local function read_list(name)
  local ids = redis.pcall('LRANGE', name, from, from + most - 1)
  local answer = {now, #ids < most and '0' or string.format('%.0f', from + #ids)}
  for _, id in ipairs(ids) do
    note(answer, id, '')
  end
  return answer
end

local function read_set(name)
  local found = redis.pcall('ZSCAN', name, from, 'COUNT', most)
  if found.err then
    return {now, '0'}
  end
  local answer = {now, found[1]}
  for i = 1, #found[2], 2 do
    note(answer, found[2][i], found[2][i + 1])
  end
  return answer
end

if place == 'pending' then
  return read_list(prefix .. queue .. ':pending')
end
return read_set(prefix .. (place == 'closed' and place or queue .. ':' .. place))
