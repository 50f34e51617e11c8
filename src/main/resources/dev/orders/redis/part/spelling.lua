-- Part "spelling": whatever stands where an id should, as text that every reader can pass on and bring back. A byte that no
-- id has is spelt \xff.

local strange = '[^ -[%]^-~]' -- neither a printable character of ASCII nor the backslash

local function spell(id)
  return string.find(id, strange) and string.gsub(id, strange, function(byte)
    return string.format('\\x%02x', string.byte(byte))
  end) or id
end

local function unspell(text)
  return (string.gsub(text, '\\x(%x%x)', function(hex)
    return string.char(tonumber(hex, 16))
  end))
end
