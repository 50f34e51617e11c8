-- What wrk sends, and one line about how it went: run <label> <requests/s> <p50 ms> <p99 ms> <errors>

local body, ids

function init()
  if os.getenv('BENCH_CALL') == 'POST' then
    body = assert(io.open(os.getenv('BENCH_BODY'), 'rb')):read('*a')
  else
    ids = {}
    for id in io.lines(os.getenv('BENCH_IDS')) do
      ids[#ids + 1] = id
    end
  end
end

function request()
  if body then
    return wrk.format('POST', nil, {['content-type'] = 'application/json'}, body)
  end
  return wrk.format('GET', wrk.path .. ids[math.random(#ids)])
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format('run %s %.1f %.2f %.2f %d\n', os.getenv('BENCH_LABEL'),
    summary.requests * 1e6 / summary.duration, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout))
end
