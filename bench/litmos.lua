-- Reads or replaces organizations of a company at random: the arguments are "get" or "put", a file
-- of their ids, and the company's login id, user and password.
local folder = debug.getinfo(1, "S").source:match("@(.*/)")
dofile(folder .. "figures.lua")

local body = [[{"Key":"college-%s","Name":"College %s of the Bench","Active":true,]] ..
    [["City":"Harrison","Country":"US","StateProvince":"MI","Comments":"as of %d"}]]

local ids, method = {}, "GET"
local count = 0

function init(arguments)
    method = arguments[1]:upper()
    for id in io.lines(arguments[2]) do ids[#ids + 1] = id end
    wrk.headers["CompanyLoginId"] = arguments[3]
    wrk.headers["ProductId"] = "1"
    wrk.headers["Username"] = arguments[4]
    wrk.headers["Password"] = arguments[5]
    wrk.headers["Content-Type"] = "application/json"
    math.randomseed(os.time())
end

function request()
    local number = math.random(#ids)
    local path = "/api/organizations/" .. ids[number]
    if method == "GET" then return wrk.format("GET", path) end
    count = count + 1
    return wrk.format("PUT", path, nil, body:format(number, number, count))
end
