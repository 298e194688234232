-- Registers a new organization with every request: the argument is the partner's API key.
local folder = debug.getinfo(1, "S").source:match("@(.*/)")
dofile(folder .. "figures.lua")

local body = [[{"CTID":"ce-%s","Name":"%s","FEIN":"%s",]] ..
    [["Url":"https://www.college-%s.example.edu/","PrimaryEmail":"office@college-%s.example.edu",]] ..
    [["PrimaryPhoneNumber":"(800) 555-1212","OrganizationPublishingRoleUris":]] ..
    [[["publishRole:CredentialOrganization"],"OrganizationPublishingMethodUris":]] ..
    [[["publishMethod:RegistryAssistant","BulkUpload"],"OrganizationTypeUris":["orgType:TwoYear"],]] ..
    [["OrganizationSectorUri":"agentSector:Public","Contacts":[{"Email":]] ..
    [["admin@college-%s.example.edu","FirstName":"Ada","LastName":"Admin"}],]] ..
    [["StreetAddress":"1375 S Clare Avenue","City":"Harrison","StateProvince":"Michigan",]] ..
    [["Country":"United States","PostalCode":"48625"}]]

local syllables = {"ba", "dor", "fel", "gan", "hu", "ji", "kar", "lo", "mi", "nor", "pa", "qui",
                   "ro", "sen", "ta", "ul", "vin", "wes", "ya", "zo", "ash", "ber", "cla", "el"}
local kinds = {"College", "University", "Institute", "Academy", "School of Nursing",
               "Technical College", "Community College", "Training Center"}

local random = {}
local count = 0

-- Names differ as those of organizations do: each registration looks for ones that are like it.
local function made_word()
    local word = ""
    for _ = 1, math.random(2, 4) do word = word .. syllables[math.random(#syllables)] end
    return word:sub(1, 1):upper() .. word:sub(2)
end

function init(arguments)
    wrk.headers["Authorization"] = "ApiToken " .. arguments[1]
    wrk.headers["Content-Type"] = "application/json"
    local source = assert(io.open("/dev/urandom", "rb"))
    for at = 1, 6 do random[at] = source:read(1):byte() end
    source:close()
    math.randomseed(random[1] * 16777216 + random[2] * 65536 + random[3] * 256 + random[4])
end

function request()
    count = count + 1
    -- Six random bytes tell this run from others, the count its requests from each other.
    local mark = string.format("%02x%02x%08x", random[1], random[2], count)
    local uuid = string.format("%02x%02x%02x%02x-%04x-4%03x-a%03x-%s", random[3], random[4],
                               random[5], random[6], count % 65521, count % 4096, count % 4093,
                               mark)
    local name = made_word() .. " " .. made_word() .. " " .. kinds[math.random(#kinds)]
    local fein = string.format("12-%07d", math.random(9999999))
    return wrk.format("POST", "/accountsapi/organization/register", nil,
                      body:format(uuid, name, fein, mark, mark, mark))
end
