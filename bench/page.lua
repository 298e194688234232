-- Asks for one page again and again: the arguments are the path and the Cookie header.
local folder = debug.getinfo(1, "S").source:match("@(.*/)")
dofile(folder .. "figures.lua")

local text

function init(arguments)
    wrk.headers["Accept"] = "text/html"
    wrk.headers["Cookie"] = arguments[2]
    text = wrk.format("GET", arguments[1])
end

function request()
    return text
end
