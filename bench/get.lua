-- Reads one path again and again: the arguments are the path and the Authorization header.
local folder = debug.getinfo(1, "S").source:match("@(.*/)")
dofile(folder .. "figures.lua")

local text

function init(arguments)
    wrk.headers["Authorization"] = arguments[2]
    text = wrk.format("GET", arguments[1])
end

function request()
    return text
end
