-- progress: notes how far deliveries are; one that is no longer current is passed over.
-- USES    base passage ledger task
-- KEYS    1 <prefix>never
-- ARGV    for each: task id, delivery number, percent
-- RETURNS OK

for i = 1, #ARGV, 3 do
  local task = read_task(ARGV[i])
  if task and current(task, ARGV[i + 1]) then
    redis.call('HSET', task.hash, 'state', 'PROGRESS', 'progress', ARGV[i + 2])
    event('PROGRESS', task.id .. '=' .. ARGV[i + 2])
  end
end
publish()
return 'OK'
