-- Asks for addresses at random: the arguments are a file of them, and what is accepted.
local folder = debug.getinfo(1, "S").source:match("@(.*/)")
dofile(folder .. "figures.lua")

local requests = {}

function init(arguments)
    wrk.headers["Accept"] = arguments[2]
    for address in io.lines(arguments[1]) do
        requests[#requests + 1] = wrk.format("GET", address)
    end
    math.randomseed(os.time())
end

function request()
    return requests[math.random(#requests)]
end
