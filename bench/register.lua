-- Registers a new organization with every request: the argument is the partner's API key.
local folder = debug.getinfo(1, "S").source:match("@(.*/)")
dofile(folder .. "figures.lua")

local body = [[{"CTID":"ce-%s","Name":"College %s of the Bench","FEIN":"12-3456789",]] ..
    [["Url":"https://www.college-%s.example.edu/","PrimaryEmail":"office@college-%s.example.edu",]] ..
    [["PrimaryPhoneNumber":"(800) 555-1212","OrganizationPublishingRoleUris":]] ..
    [[["publishRole:CredentialOrganization"],"OrganizationPublishingMethodUris":]] ..
    [[["publishMethod:RegistryAssistant","BulkUpload"],"OrganizationTypeUris":["orgType:TwoYear"],]] ..
    [["OrganizationSectorUri":"agentSector:Public","Contacts":[{"Email":]] ..
    [["admin@college-%s.example.edu","FirstName":"Ada","LastName":"Admin"}],]] ..
    [["StreetAddress":"1375 S Clare Avenue","City":"Harrison","StateProvince":"Michigan",]] ..
    [["Country":"United States","PostalCode":"48625"}]]

local random = {}
local count = 0

function init(arguments)
    wrk.headers["Authorization"] = "ApiToken " .. arguments[1]
    wrk.headers["Content-Type"] = "application/json"
    local source = assert(io.open("/dev/urandom", "rb"))
    for at = 1, 6 do random[at] = source:read(1):byte() end
    source:close()
end

function request()
    count = count + 1
    -- Six random bytes tell this run from others, the count its requests from each other.
    local mark = string.format("%02x%02x%08x", random[1], random[2], count)
    local uuid = string.format("%02x%02x%02x%02x-%04x-4%03x-a%03x-%s", random[3], random[4],
                               random[5], random[6], count % 65521, count % 4096, count % 4093,
                               mark)
    return wrk.format("POST", "/accountsapi/organization/register", nil,
                      body:format(uuid, mark, mark, mark, mark))
end
