-- Part "request": the answer to a client's request id is kept for an hour, so that a request whose outcome is unknown can
-- simply be sent again.

local keep = 3600000

local function replay(request)
  local answer = redis.call('GET', key('request', request))
  if not answer then
    return nil
  end
  -- A write: WAIT counts only what its own connection wrote, and a master that was demoted since must refuse.
  redis.call('PEXPIRE', key('request', request), keep)
  return cjson.decode(answer)
end

local function remember(request, answer)
  redis.call('SET', key('request', request), cjson.encode(answer), 'PX', keep)
  return answer
end
