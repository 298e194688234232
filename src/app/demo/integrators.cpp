#include "app/demo/integrators.h"

#include <array>

#include "operations/api_keys.h"
#include "operations/attendee_groups.h"
#include "operations/callers.h"
#include "operations/company_organizations.h"
#include "operations/email_domains.h"
#include "operations/tenant_organizations.h"
#include "operations/tenants.h"
#include "operations/tokens.h"

namespace cartulary::demo {

namespace {

using std::chrono::days;

constexpr auto company_login = "demo-learning";
constexpr auto company_user = "robot";
constexpr auto channel = "demo-coast";
constexpr auto tenant_user = "gita@coast.example";

constexpr std::array branches = {"Branch North", "Branch South", "Branch East", "Branch West",
                                 "Head Office"};
constexpr std::array schools = {"Coast School One", "Coast School Two", "Escuela de la Costa",
                                "मॉडल विद्यालय", "مدرسة الساحل"};

void enter_token(Stage& stage, Cast& cast) {
    const auto made = granted(make_token(stage.registry(), cast.harbor().id,
                                         {.description = "badge system",
                                          .rights = {.read = true, .write = true, .del = true}}),
                              "token");
    granted(
        make_token(stage.registry(), cast.harbor().id,
                   {.description = "web site, which only reads", .rights = {true, false, false}}),
        "token");
    cast.log_ins.push_back({"integrator, Acclaim",
                            stage.page("/v1/organizations/" + cast.harbor().id.text()),
                            {{"organization", cast.harbor().id.text()}, {"token", made.text}}});
}

void enter_company(Stage& stage, Cast& cast) {
    const auto& registry = stage.registry();
    granted(add_company(registry, command_line(),
                        {.name = "Demonstration Learning Group",
                         .login_id = company_login,
                         .username = company_user,
                         .password = stage.password(),
                         .email = "learning@company.example"}),
            "company");
    const auto user =
        granted(command_line_for_company(registry, company_login, company_user), "user");
    CompanyOrganizations organizations(registry);
    for (const auto* branch : branches) {
        const std::string name = branch;
        CompanyOrganizationStatement statement;
        statement.apply = [&](OrganizationDraft& draft) {
            draft.name = name;
            draft.identifiers = {
                {std::string(identifier_scheme::litmos_key.name), "KEY-" + name.substr(7)}};
        };
        const auto number = std::stoi(
            granted(organizations.create(user, statement, {},
                                         [](const CompanyOrganization& made) {
                                             return std::to_string(made.organization.number);
                                         }),
                    "branch")
                .text);
        Several<AttendeeGroupDraft> groups;
        groups.drafts = {{.name = "Evening of " + name}};
        granted(AttendeeGroups(registry).create(user, number, groups, {},
                                                [](const auto&) { return std::string(); }),
                "attendee group");
        stage.pass(std::chrono::minutes(3));
    }
    cast.log_ins.push_back({"integrator, Litmos",
                            stage.page("/api/organizations"),
                            {{"CompanyLoginId", company_login},
                             {"Username", company_user},
                             {"Password", stage.password()},
                             {"ProductId", "1"}}});
}

void enter_tenant(Stage& stage, Cast& cast) {
    const auto& registry = stage.registry();
    const auto made = granted(add_tenant(registry, command_line(),
                                         {.name = "Demonstration Coast",
                                          .channel = channel,
                                          .username = tenant_user,
                                          .password = stage.password()}),
                              "tenant");
    const TenantCaller caller{granted(Callers(registry).by_api_key(made.api_key), "key")};
    TenantOrganizations organizations(registry);
    int number = 0;
    for (const auto* school : schools) {
        granted(
            organizations.create(caller,
                                 {.channel = channel,
                                  .external_id = "school-" + std::to_string(++number),
                                  .apply = [&](OrganizationDraft& draft) { draft.name = school; }},
                                 ""),
            "school");
        stage.pass(std::chrono::minutes(3));
    }
    cast.log_ins.push_back({"integrator, Sunbird",
                            stage.page("/api/org/v1/search"),
                            {{"channel", channel},
                             {"API key", made.api_key},
                             {"user", tenant_user},
                             {"password", stage.password()}}});
}

void make_keys(Stage& stage, Cast& cast) {
    ApiKeys keys(stage.registry());
    const auto administrator = stage.actor(dean);
    granted(keys.make(administrator, cast.harbor().id, "catalogue"), "key");
    const auto lost = granted(keys.make(administrator, cast.harbor().id, "old web site"), "key");
    stage.pass(std::chrono::hours(5));
    granted(keys.revoke(administrator, cast.harbor().id, key_id(lost.key)), "key's end");
}

}  // namespace

void plan_integrators(Stage& stage, Script& script, Cast& cast) {
    script.at(days(20), [&] {
        enter_token(stage, cast);
        make_keys(stage, cast);
    });
    script.at(days(110), [&] { enter_company(stage, cast); });
    script.at(days(88), [&] { enter_tenant(stage, cast); });
}

}  // namespace cartulary::demo
