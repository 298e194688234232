-- Creates, reads or searches sub-organisations: the arguments are "create", "read", "channel" or
-- "name", a file of organisationIds, how many channels there are, the API key and a person's token.
local folder = debug.getinfo(1, "S").source:match("@(.*/)")
dofile(folder .. "figures.lua")

local create = [[{"request":{"orgName":"School %s of the Bench","description":"A school.",]] ..
    [["isTenant":false,"channel":"bench-%d","externalId":"%s"}}]]
local read = [[{"request":{"organisationId":"%s"}}]]
local by_channel = [[{"request":{"filters":{"channel":"bench-%d"},"limit":20}}]]
local by_name = [[{"request":{"filters":{"orgName":{"startsWith":"School %s"}},"limit":20}}]]

local ids, what, channels, run = {}, "", 0, ""
local count = 0

function init(arguments)
    what, channels = arguments[1], tonumber(arguments[3])
    for id in io.lines(arguments[2]) do ids[#ids + 1] = id end
    wrk.headers["Authorization"] = "Bearer " .. arguments[4]
    wrk.headers["x-authenticated-user-token"] = arguments[5]
    wrk.headers["Content-Type"] = "application/json"
    local source = assert(io.open("/dev/urandom", "rb"))
    run = string.format("%02x%02x%02x", source:read(3):byte(1, 3))
    source:close()
    math.randomseed(os.time())
end

function request()
    if what == "read" then
        return wrk.format("POST", "/api/org/v1/read", nil, read:format(ids[math.random(#ids)]))
    elseif what == "channel" then
        return wrk.format("POST", "/api/org/v2/search", nil,
                          by_channel:format(math.random(channels)))
    elseif what == "name" then
        return wrk.format("POST", "/api/org/v2/search", nil,
                          by_name:format(string.format("%06x", math.random(0xffffff)):sub(1, 3)))
    end
    count = count + 1
    local mark = string.format("%s%06x", run, count)
    return wrk.format("POST", "/api/org/v1/create", nil,
                      create:format(mark:reverse(), math.random(channels), mark))
end
