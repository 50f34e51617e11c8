-- audit_tasks: reads tasks, each with every place it lies in at one moment, for the audit. Changes nothing.
-- USES    base places spelling
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 how many queues  then the queues, then the ids, spelt, which may be no tasks at all
-- RETURNS { server time in ms, then for each id { id, spelt, HASH | OTHER | NONE, state, queue,
--         then for each place { queue, place, score or '' } } }

local queues = {}
for i = 2, ARGV[1] + 1 do
  queues[#queues + 1] = ARGV[i]
end

local function look(spelt)
  local id = unspell(spelt)
  local found = redis.pcall('HMGET', key('task', id), 'state', 'queue')
  local word = found.err and 'OTHER' or redis.call('EXISTS', key('task', id)) == 1 and 'HASH' or 'NONE'
  local picture = {spelt, word, found[1] or false, found[2] or false}
  for _, place in ipairs(places_of(id, queues)) do
    picture[#picture + 1] = place
  end
  return picture
end

local answer = {now}
for i = #queues + 2, #ARGV do
  answer[#answer + 1] = look(ARGV[i])
end
return answer
