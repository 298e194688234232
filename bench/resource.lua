-- Reads documents at random: the argument is a file of CTIDs.
local folder = debug.getinfo(1, "S").source:match("@(.*/)")
dofile(folder .. "figures.lua")

local requests = {}

function init(arguments)
    for ctid in io.lines(arguments[1]) do
        requests[#requests + 1] = wrk.format("GET", "/resources/" .. ctid)
    end
    math.randomseed(os.time())
end

function request()
    return requests[math.random(#requests)]
end
