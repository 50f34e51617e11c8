-- progress: notes how far deliveries are; one that is no longer current is passed over.
-- USES    base passage ledger task
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    for each: task id, delivery number, percent
-- RETURNS OK

local running = {}
for i = 1, #ARGV, 3 do
  local task = read_task(ARGV[i])
  if task and current(task, ARGV[i + 1]) then
    task.percent = ARGV[i + 2]
    running[#running + 1] = task
  end
end

for _, task in ipairs(running) do
  redis.call('HSET', task.hash, 'state', 'PROGRESS', 'progress', task.percent)
  event('PROGRESS', task.id .. '=' .. task.percent)
end
publish()
return 'OK'
