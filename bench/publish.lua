-- Publishes small credentials, each a new one: the arguments are the owner's CTID and its key.
local folder = debug.getinfo(1, "S").source:match("@(.*/)")
dofile(folder .. "figures.lua")

local body = [[{"PublishForOrganizationIdentifier":"%s","Credential":{"CTID":"ce-%s",]] ..
    [["Name":"Certificate %s of the Bench","Type":"Certificate",]] ..
    [["Description":"A certificate that is published to see how long it takes.",]] ..
    [["SubjectWebpage":"https://bench.example/certificates/%s","InLanguage":["en-US"],]] ..
    [["CredentialStatusType":"Active","OwnedBy":[{"CTID":"%s"}],"Keyword":["bench","%s"]}}]]

local owner, source

function init(arguments)
    owner = arguments[1]
    wrk.headers["Authorization"] = "ApiToken " .. arguments[2]
    wrk.headers["Content-Type"] = "application/json"
    source = assert(io.open("/dev/urandom", "rb"))
end

local function random_hex(bytes)
    return (source:read(bytes):gsub(".", function(c) return string.format("%02x", c:byte()) end))
end

function request()
    local hex = random_hex(16)
    local uuid = string.format("%s-%s-4%s-a%s-%s", hex:sub(1, 8), hex:sub(9, 12), hex:sub(14, 16),
                               hex:sub(18, 20), hex:sub(21, 32))
    local mark = hex:sub(1, 8)
    return wrk.format("POST", "/assistant/credential/publish", nil,
                      body:format(owner, uuid, mark, mark, owner, mark))
end
