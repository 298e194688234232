-- Issues a badge to somebody new with every request: the arguments are the path of the badges, the
-- Authorization header, and the template's id.
local folder = debug.getinfo(1, "S").source:match("@(.*/)")
dofile(folder .. "figures.lua")

local body = [[{"recipient_email":"earner-%s@mail.example.com","issued_to_first_name":"Ada",]] ..
    [["issued_to_last_name":"Earner","badge_template_id":"%s","issued_at":"2026-01-31T09:00:00Z"}]]

local path, badge_template, run
local count = 0

function init(arguments)
    path, badge_template = arguments[1], arguments[3]
    wrk.headers["Authorization"] = arguments[2]
    wrk.headers["Content-Type"] = "application/json"
    local source = assert(io.open("/dev/urandom", "rb"))
    run = string.format("%02x%02x%02x", source:read(3):byte(1, 3))
    source:close()
end

function request()
    count = count + 1
    return wrk.format("POST", path, nil,
                      body:format(string.format("%s%08x", run, count), badge_template))
end
