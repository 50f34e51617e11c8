-- mend_key: takes its time to live from a key that is to stay, or gives one to a key that is to go.
-- USES    base passage ledger
-- KEYS    1 <prefix>never  2 <prefix>nevermore
-- ARGV    1 the key  2 1 when it must expire | 0 when it must not  3 its order's id, or 0
-- RETURNS MENDED | RIGHT (nothing to do)

local name = ARGV[1]
local ttl = redis.call('PTTL', name)
local mended = false
if ARGV[2] == '0' and ttl >= 0 then
  mended = redis.call('PERSIST', name) == 1
elseif ARGV[2] == '1' and ttl == -1 then
  mended = redis.call('PEXPIRE', name, 3600000) == 1
end
if mended then
  event('REPAIRED', ARGV[3])
  count('repaired')
end
publish()
return mended and 'MENDED' or 'RIGHT'
