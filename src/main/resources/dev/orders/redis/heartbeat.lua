-- heartbeat: a worker shows itself and prolongs the leases of what it holds; it learns what it has lost and what was
-- cancelled.
-- USES    base passage task
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 worker  2 lease in ms  3 how many fields  then the fields to show as name, value, …
--         then for each lease held: task id, delivery number
-- RETURNS { server time in ms, then for each lease OK | LOST | CANCELLED }

local worker, lease = ARGV[1], tonumber(ARGV[2])
local first = 4 + 2 * tonumber(ARGV[3])
local answer, held = {now}, {}

for i = first, #ARGV, 2 do
  local task = read_task(ARGV[i])
  if task and task.worker == worker and current(task, ARGV[i + 1]) then
    held[#held + 1] = task
    answer[#answer + 1] = task.cancel and 'CANCELLED' or 'OK'
  else
    answer[#answer + 1] = 'LOST'
  end
end

if first > 4 then
  redis.call('HSET', key('worker', worker), 'beat', now, unpack(ARGV, 4, first - 1))
  redis.call('PEXPIRE', key('worker', worker), lease * 2)
end
for _, task in ipairs(held) do
  redis.call('ZADD', prefix .. task.queue .. ':lease', now + lease, task.id)
end
return answer
