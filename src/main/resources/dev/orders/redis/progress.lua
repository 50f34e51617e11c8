-- progress: notes how far deliveries are, unless they are no longer current or another worker's, and what their handlers
-- logged.
-- USES    base passage ledger task
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 worker, then for each: task id, delivery number, percent or '', how many facts, then the facts as name|value
-- RETURNS OK

local worker, most = ARGV[1], 100
local running, logs = {}, {}

-- The facts of the report at this place, as lines of the log.
local function lines_at(place)
  local lines = {}
  for i = 1, tonumber(ARGV[place + 3]) do
    lines[i] = now .. '|' .. ARGV[place + 1] .. '|' .. ARGV[place + 3 + i]
  end
  return lines
end

local at = 2
while at <= #ARGV do
  local task, percent, lines = read_task(ARGV[at]), ARGV[at + 2], lines_at(at)
  if task and percent ~= '' and task.worker == worker and current(task, ARGV[at + 1]) then
    task.percent = percent
    running[#running + 1] = task
  end
  -- A delivery's last facts come when it has ended. After a purge there is no task to keep them for.
  if task and #lines > 0 and tonumber(ARGV[at + 1]) <= (tonumber(task.nth) or 0) then
    logs[#logs + 1] = {key('log', task.id), lines}
  end
  at = at + 4 + #lines
end

for _, task in ipairs(running) do
  redis.call('HSET', task.hash, 'state', 'PROGRESS', 'progress', task.percent)
  event('PROGRESS', task.id .. '=' .. task.percent)
end
for _, log in ipairs(logs) do
  redis.pcall('RPUSH', log[1], unpack(log[2]))
  redis.pcall('LTRIM', log[1], -most, -1)
end
publish()
return 'OK'
