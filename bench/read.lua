-- Reads organizations at random: the arguments are a file of CTIDs and the reader's API key.
local folder = debug.getinfo(1, "S").source:match("@(.*/)")
dofile(folder .. "figures.lua")

local requests = {}

function init(arguments)
    wrk.headers["Authorization"] = "ApiToken " .. arguments[2]
    for ctid in io.lines(arguments[1]) do
        requests[#requests + 1] = wrk.format("GET", "/accountsapi/organization/" .. ctid)
    end
    math.randomseed(os.time())
end

function request()
    return requests[math.random(#requests)]
end
