-- Logs in again and again, each time as somebody else: the arguments are the page's form key and
-- cookie, the password, and how many people there are.
local folder = debug.getinfo(1, "S").source:match("@(.*/)")
dofile(folder .. "figures.lua")

local body, count, next_person

function init(arguments)
    wrk.headers["Content-Type"] = "application/x-www-form-urlencoded"
    wrk.headers["Cookie"] = arguments[2]
    body = "form_key=" .. arguments[1] .. "&password=" .. arguments[3] .. "&email="
    count, next_person = tonumber(arguments[4]), 0
end

function request()
    next_person = next_person % count + 1
    return wrk.format("POST", "/log-in", nil, body .. "person" .. next_person .. "%40bench.example")
end
