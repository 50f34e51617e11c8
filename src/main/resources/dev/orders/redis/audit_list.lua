-- audit_list: reads a piece of a queue's list, for the audit. Changes nothing.
-- USES    base spelling
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 queue  2 the index to go on from, at first 0  3 how many at most
-- RETURNS ids, spelt; fewer than asked for, or none, at the end

local ids = redis.pcall('LRANGE', prefix .. ARGV[1] .. ':pending', ARGV[2], ARGV[2] + ARGV[3] - 1)
if ids.err then
  return {}
end
for i, id in ipairs(ids) do
  ids[i] = spell(id)
end
return ids
