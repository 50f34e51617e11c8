-- Part "runs": how long attempts were in their workers' hands, noted once for all that a script settles.

local limits = {10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10000, 30000, 60000}
local is_run = {SUCCEEDED = true, FAILED = true, RETRIED = true}
local runs = {} -- how many, by their start and the task's name: tasks that were fetched together share both

local function note_run(task, outcome)
  if is_run[outcome] then
    runs[task.started] = runs[task.started] or {}
    tally(runs[task.started], task.name, 1)
  end
end

-- By kind of task (status, of 17-status-2): all together (ran_ms:status), and how many took up to which limit in ms and
-- more than the one before (ran:status:250).
local function measure()
  for started, names in pairs(runs) do
    local took = math.max(0, now - (tonumber(started) or now))
    local reached = 'more'
    for i = #limits, 1, -1 do
      reached = took <= limits[i] and limits[i] or reached
    end
    for name, times in pairs(names) do
      local kind = string.match(name, '^%l+')
      tally(counts, 'ran_ms:' .. kind, took * times)
      tally(histogram, 'ran:' .. kind .. ':' .. reached, times)
    end
  end
end
