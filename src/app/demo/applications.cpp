#include "app/demo/applications.h"

#include "app/demo/people.h"
#include "operations/applications.h"
#include "operations/staff_organizations.h"

namespace cartulary::demo {

namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr auto founder = "founder@meadowlark.example";
constexpr auto chair = "chair@saltmarsh.example";

OrganizationDraft draft_of(const std::string& name, const std::string& host,
                           const std::string& city, const std::string& state,
                           OrganizationType type) {
    OrganizationDraft draft;
    draft.name = name;
    draft.description = name + " is invented, and entered by a person of this demonstration.";
    draft.website = "https://" + host;
    draft.email = "office@" + host;
    draft.phones = {{"(808) 555-0142", ""}};
    draft.address = {.street = "12 Sample Street",
                     .street_2 = {},
                     .city = city,
                     .region = state,
                     .postal_code = "96813",
                     .country = "US"};
    draft.types = {type};
    draft.sector = Sector::private_non_profit;
    draft.publishing.roles = {PublishingRole::credential_organization};
    draft.publishing.methods = {PublishingMethod::manual_entry};
    return draft;
}

class Counter {
public:
    explicit Counter(Stage& stage)
        : stage_(stage),
          applications_(stage.registry(), stage.finding),
          organizations_(stage.registry()) {}

    OrganizationId begin(const char* who, const OrganizationDraft& draft) {
        return granted(applications_.begin(stage_.actor(who), draft), "application").id;
    }
    OrganizationId submit(const char* who, const OrganizationDraft& draft) {
        const auto id = begin(who, draft);
        stage_.pass(std::chrono::minutes(15));
        granted(applications_.submit(stage_.actor(who), id), "submission");
        return id;
    }
    OrganizationId approve(const char* who, const OrganizationDraft& draft) {
        const auto id = submit(who, draft);
        stage_.pass(hours(5));
        granted(applications_.approve(stage_.actor(clerk), std::vector{id}), "approval");
        return id;
    }
    void decline(const char* who, const OrganizationDraft& draft, const std::string& reason) {
        const auto id = submit(who, draft);
        stage_.pass(hours(4));
        granted(applications_.decline(stage_.actor(clerk), id, reason), "refusal");
    }
    void block(const OrganizationId& id, const std::string& reason) {
        granted(organizations_.block(stage_.actor(archivist), id, reason), "block");
    }

private:
    Stage& stage_;
    Applications applications_;
    StaffOrganizations organizations_;
};

}  // namespace

void plan_applications(Stage& stage, Script& script, Cast&, Post& post) {
    using Type = OrganizationType;
    const auto counter = std::make_shared<Counter>(stage);
    script.keep(counter);
    script.at(days(125), [&stage, &post] {
        sign_up(stage, post, "Lark", "Meadow", founder);
        sign_up(stage, post, "Fenna", "Marsh", chair);
    });
    script.at(days(101), [=] {
        counter->approve(founder, draft_of("Meadowlark Language School", "meadowlark.example",
                                           "Hilo", "HI", Type::training_provider));
    });
    script.at(days(75), [=] {
        const auto id = counter->approve(
            chair,
            draft_of("Instant Diploma House", "diplomas.example", "Kailua", "HI", Type::business));
        counter->block(id, "It sold certificates without any course. Invented, as all of this.");
    });
    script.at(days(33), [=] {
        counter->decline(chair,
                         draft_of("Academy of Everything", "everything.example", "Honolulu", "HI",
                                  Type::business),
                         "Please name a web site that says what you offer; yours is empty.");
    });
    script.at(days(8), [=] {
        counter->submit(founder, draft_of("Meadowlark Interpreters", "interpreters.example", "Hilo",
                                          "HI", Type::certification_body));
    });
    script.at(days(4), [=] {
        counter->submit(chair, draft_of("Salt Marsh Field Station", "saltmarsh.example", "Honolulu",
                                        "HI", Type::training_provider));
    });
    // Staff are shown that it may be one that is there.
    script.at(days(2), [=] {
        counter->submit(chair, draft_of("Honolulu Comunity College", "honolulu-cc.example",
                                        "Honolulu", "HI", Type::two_year));
    });
    script.at(hours(30), [=] {
        counter->begin(founder,
                       draft_of("Meadowlark Press", "press.example", "Hilo", "HI", Type::business));
    });
}

}  // namespace cartulary::demo
