#include "app/demo/summary.h"

#include <algorithm>

#include "app/demo/institutions.h"
#include "store/organizations.h"

namespace cartulary::demo {

namespace {

struct PersonSaid {
    const char* role;
    const char* email;
};
constexpr PersonSaid people[] = {
    {"registry staff", clerk},
    {"trusted partner", officer},
    {"institution's administrator", dean},
    {"institution's publisher", writer},
    {"institution's viewer", reader},
    {"person without an organization", newcomer},
};

constexpr std::string_view shown_college = "141574";  // University of Hawaii at Manoa

std::vector<LogIn> log_ins_of(const Stage& stage, const Cast& cast) {
    std::vector<LogIn> all;
    for (const auto& [role, email] : people) {
        all.push_back(
            {role, stage.page("/log-in"), {{"e-mail", email}, {"password", stage.password()}}});
    }
    all.push_back({"trusted partner's program",
                   stage.page("/accountsapi/organization/register"),
                   {{"API key", cast.partner_key}}});
    all.push_back({"institution's program, accounts",
                   stage.page("/accountsapi/organization/" + cast.harbor().id.ctid()),
                   {{"API key", cast.harbor_key}}});
    all.insert(all.end(), cast.log_ins.begin(), cast.log_ins.end());
    return all;
}

std::vector<Suggestion> suggestions_of(const Stage& stage, const Cast& cast,
                                       const std::vector<College>& colleges) {
    const auto found = std::ranges::find(
        colleges, shown_college,
        [](const College& college) -> std::string_view { return college.told.unitid; });
    const auto& college = found == colleges.end() ? colleges.front() : *found;
    const auto own = dashboard_of(cast.harbor().id);
    return {
        {"Search for \"wellding\", with the mistake, or for \"soldadura\"",
         stage.page("/?q=wellding")},
        {"See who vouches for " + college.told.name + ", and what it offers",
         stage.page("/resources/" + college.told.ctid)},
        {"As staff, approve an organization that waits: one of them is there already",
         stage.page("/staff/organizations/waiting")},
        {"As the administrator, look at drafts, badges, members and webhooks of the institution",
         stage.page(own)},
        {"Call an interface from its description", stage.page("/docs")}};
}

}  // namespace

Loaded summary_of(Stage& stage, const Cast& cast, const std::vector<College>& colleges) {
    Loaded loaded{.log_ins = log_ins_of(stage, cast),
                  .suggestions = suggestions_of(stage, cast, colleges),
                  .organizations = stage.registry().store.read(
                      [](Transaction& transaction) { return organizations::count(transaction); }),
                  .resources = stage.resources.list({}, {.offset = 0, .count = 1}).total};
    return loaded;
}

}  // namespace cartulary::demo
