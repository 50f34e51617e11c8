-- Part "request": the answer to a client's request id is kept for an hour, so that a request whose outcome is unknown can
-- simply be sent again.

local function replay(request)
  local answer = redis.call('GET', key('request', request))
  return answer and cjson.decode(answer)
end

local function remember(request, answer)
  redis.call('SET', key('request', request), cjson.encode(answer), 'PX', 3600000)
  return answer
end
