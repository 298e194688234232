#include "app/greeting.h"

#include <algorithm>
#include <cctype>
#include <filesystem>

#include "operations/people.h"

namespace cartulary {

namespace {

// For a shell: in single quotes where it needs them.
std::string quoted(const std::string& word) {
    const auto is_plain = [](unsigned char c) {
        return std::isalnum(c) ||
               std::string_view("/._-:@=+").find(static_cast<char>(c)) != std::string_view::npos;
    };
    if (!word.empty() && std::ranges::all_of(word, is_plain)) return word;
    std::string text = "'";
    for (const char c : word) text += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return text + "'";
}

std::string program() {
    const auto file = std::filesystem::read_symlink("/proc/self/exe");
    const auto from_here = file.lexically_proximate(std::filesystem::current_path());
    const bool is_below = !from_here.string().starts_with("..");
    if (!is_below) return quoted(file.string());
    // A shell looks for a name alone elsewhere.
    return quoted(from_here.has_parent_path() ? from_here.string() : "./" + from_here.string());
}

// The flags that make a command find this registry.
std::string place(const Settings& settings) {
    const Settings defaults;
    std::string flags;
    if (settings.data != defaults.data) flags += " --data " + quoted(settings.data);
    if (!settings.database.empty()) flags += " --database " + quoted(settings.database);
    return flags;
}

std::string text(const Settings& settings, const std::string& url, const std::string& password) {
    const auto command = program();
    const auto flags = place(settings);
    return "Cartulary serves at " + url + "\n\nThe first staff person (shown this once):\n  " +
           settings.staff_email + "   password " + password + "\nwho logs in at " + url +
           "/log-in\n\nMake a trusted partner, and keep its key in the shell:\n\n"
           "API_KEY=$(" +
           command +
           " partner add --name 'My Agency' --email "
           "office@agency.example --json" +
           flags +
           R"sh( | sed 's/.*"api_key":"\([^"]*\)".*/\1/'))sh"
           "\n\nRegister an organization with it:\n\n"
           "curl -sS " +
           url +
           "/accountsapi/organization/register \\\n"
           R"(  -H "Authorization: ApiToken $API_KEY" -H 'Content-Type: application/json' \
  -d '{"CTID": "ce-'$(cat /proc/sys/kernel/random/uuid)'", "Name": "Harbor College",
       "Url": "https://harbor.example", "PrimaryEmail": "info@harbor.example",
       "PrimaryPhoneNumber": "(207) 555-0100", "StreetAddress": "1 Quay Street",
       "City": "Portland", "StateProvince": "Maine", "PostalCode": "04101", "Country": "USA",
       "OrganizationTypeUris": ["TwoYear"], "OrganizationSectorUri": "Public",
       "OrganizationPublishingRoleUris": ["CredentialOrganization"],
       "OrganizationPublishingMethodUris": ["RegistryAssistant"],
       "Contacts": [{"Email": "dean@harbor.example", "FirstName": "Robin", "LastName": "Dean"}]}')"
           "\n\nMail goes to " +
           (std::filesystem::path(settings.data) / "mail").string() +
           " until --smtp-url names a server; `" + command + " --help` lists all commands, " + url +
           "/docs the interfaces.\n";
}

}  // namespace

void greet_first_start(const Settings& settings, const Registry& registry, const std::string& url,
                       std::ostream& out) {
    if (has_staff(registry)) return;
    constexpr std::size_t password_bytes = 12;  // 96 bits, as 16 characters
    const auto password = random_token(password_bytes, registry.randomness);
    const auto added = add_staff(registry, settings.staff_email, password);
    if (!added) throw std::runtime_error(added.error().message);
    out << text(settings, url, password) << std::flush;
}

}  // namespace cartulary
