#include "app/demo/badges.h"

#include <array>

#include "operations/badge_templates.h"
#include "operations/badges.h"

namespace cartulary::demo {

namespace {

using std::chrono::days;
using std::chrono::hours;

// Nobody is called so.
constexpr std::array first_names = {"Ada",  "Ben",  "Cleo", "Dara", "Eli",  "Fay",
                                    "Gus",  "Hana", "Ivo",  "Juno", "Kai",  "Lía",
                                    "Maru", "Nils", "Oona", "Pía",  "Quim", "Rosa"};
constexpr std::array last_names = {"Quay", "Ridge", "Fen",    "Dune", "Tarn",  "Ñandú",
                                   "Cove", "Heath", "Lagoon", "Weir", "Brook", "Sound"};

struct TemplateSaid {
    const char* name;
    const char* description;
    BadgeTemplateState state;
    bool certification;
    std::vector<std::string> skills;
};

BadgeTemplateDraft draft_of(const TemplateSaid& said) {
    BadgeTemplateDraft draft;
    draft.name = said.name;
    draft.description = std::string(said.description) + " Invented for a demonstration.";
    draft.state = said.state;
    draft.certification = said.certification;
    draft.skills = said.skills;
    draft.criteria_name = "Passes the practical test";
    draft.criteria_url = "https://harbor.example/badges/criteria";
    draft.global_activity_url = "https://harbor.example/badges";
    draft.level = "Foundational";
    draft.cost = "Free";
    draft.time_to_earn = "Days";
    draft.type_category = "Validation";
    return draft;
}

class Workshop {
public:
    Workshop(Stage& stage, Cast& cast, Post& post)
        : stage_(stage),
          cast_(cast),
          post_(post),
          templates_(stage.registry()),
          badges_(stage.registry()) {}

    void make_templates();

    struct Issue {
        Uuid badge;
        std::string email;
    };
    Issue issue(std::size_t which, std::optional<days> life = {}) {
        const auto number = count_++;
        const auto& first = first_names[number % first_names.size()];
        const auto& last = last_names[number * 5 % last_names.size()];
        NewBadge badge{made_.at(which % issued_templates), {}};
        auto& stated = badge.stated;
        stated.recipient = {.email = "earner" + std::to_string(number + 1) + "@mail.example",
                            .first_name = first,
                            .middle_name = {},
                            .last_name = last,
                            .earner_id = "H-" + std::to_string(1'000 + number)};
        stated.issued_at = stage_.registry().now();
        if (life) stated.expires_at = stated.issued_at + *life;
        stated.country = "US";
        stated.region = "Maine";
        const auto id =
            granted(badges_.issue(cast_.harbor(), cast_.harbor().id, badge, {},
                                  [](const IssuedBadge& issued) { return issued.badge.id.text(); }),
                    "badge")
                .text;
        stage_.pass(std::chrono::minutes(4));
        return {Uuid::parse(id).value(), stated.recipient.email};
    }
    // Its earner follows the mailed link.
    void decide(const Issue& issued, Badges::Decision decision) {
        const auto secret = post_.secret_in(MailKind::badge_issued, issued.email);
        granted(badges_.decide(secret, decision), "earner's decision");
    }
    void revoke(const Issue& issued, const std::string& reason) {
        granted(badges_.revoke(cast_.harbor(), cast_.harbor().id, issued.badge, {reason, false}),
                "revocation");
    }
    void replace(const Issue& issued) {
        granted(badges_.replace(
                    cast_.harbor(), cast_.harbor().id, issued.badge,
                    [](NewBadge& badge) -> Result<void> {
                        badge.stated.recipient.last_name = "Quay-Fen";
                        return {};
                    },
                    {}, [](const IssuedBadge& made) { return made.badge.id.text(); }),
                "replacement");
    }

private:
    static constexpr std::size_t issued_templates = 3;

    Stage& stage_;
    Cast& cast_;
    Post& post_;
    BadgeTemplates templates_;
    Badges badges_;
    std::vector<Uuid> made_;
    std::size_t count_ = 0;
};

void Workshop::make_templates() {
    using State = BadgeTemplateState;
    const std::vector<TemplateSaid> all = {
        {"Safe Welder",
         "Knows what burns, blinds and poisons.",
         State::active,
         false,
         {"Safety", "Welding"}},
        {"Arc Welder I",
         "Welds steel by arc in flat position.",
         State::active,
         true,
         {"Welding", "Steel"}},
        {"Harbor Watch", "Keeps a watch at night.", State::active, false, {"Seamanship", "Radio"}},
        {"Ice Pilot", "Not decided yet.", State::draft, false, {"Navigation"}},
        {"Steam Engineer", "Of days gone by.", State::archived, false, {"Engines"}},
    };
    for (const auto& said : all) {
        const auto id =
            granted(templates_.create(cast_.harbor(), cast_.harbor().id, draft_of(said), {},
                                      [](const IssuedTemplate& issued) {
                                          return issued.badge_template.id.text();
                                      }),
                    "badge template")
                .text;
        made_.push_back(Uuid::parse(id).value());
    }
}

}  // namespace

void plan_badges(Stage& stage, Script& script, Cast& cast, Post& post) {
    using Decision = Badges::Decision;
    const auto shop = std::make_shared<Workshop>(stage, cast, post);
    script.keep(shop);
    script.at(days(150), [=] { shop->make_templates(); });
    for (int week = 20; week > 0; --week) {
        script.at(days(7 * week), [=] {
            const auto which = static_cast<std::size_t>(week);
            shop->decide(shop->issue(which), Decision::accept);
            // Good for a month and a half, so that those of long ago have run out.
            const auto second = shop->issue(which + 1, days(45));
            shop->decide(second, Decision::accept);
            if (week % 4 == 0) shop->decide(second, Decision::hide);
            if (week % 7 == 3) shop->revoke(second, "The test was not taken by its earner.");
            if (week % 9 == 5) shop->decide(shop->issue(which + 2), Decision::reject);
            if (week % 10 == 6) shop->replace(shop->issue(which));
        });
    }
    script.at(days(2), [=] {
        for (std::size_t i = 0; i < 4; ++i) shop->issue(i);
    });
    script.at(hours(6), [=] {
        for (std::size_t i = 0; i < 3; ++i) shop->issue(i);
    });
}

}  // namespace cartulary::demo
