-- Part "places": where a task lies, whatever its state says. What fits is what the scripts leave behind: PENDING in
-- pending, or delayed when scheduled.

local fits = {
  pending = {PENDING = true},
  lease = {STARTED = true, PROGRESS = true},
  delayed = {RETRY = true, PENDING = true},
  dead = {FAILURE = true},
}

-- Each place of the id among the queues as { queue, place, score }; a list counts as often as the id stands in it.
-- A key of the wrong type holds nothing.
local function places_of(id, queues)
  local found = {}
  for _, queue in ipairs(queues) do
    local times = redis.pcall('LPOS', prefix .. queue .. ':pending', id, 'COUNT', 0)
    for _ = 1, #times do
      found[#found + 1] = {queue, 'pending', ''}
    end
    for _, place in ipairs({'lease', 'delayed', 'dead'}) do
      local score = redis.pcall('ZSCORE', prefix .. queue .. ':' .. place, id)
      if type(score) == 'string' then
        found[#found + 1] = {queue, place, score}
      end
    end
  end
  return found
end
