#include "store/activity.h"
#include "store/contract/store_contract_for_test.h"
#include "store/daily_counts.h"
#include "store/events.h"
#include "store/facts.h"
#include "store/mails.h"
#include "store/organizations.h"
#include "store/persons.h"
#include "store/staff_acts.h"

namespace cartulary {

namespace {

using Names = std::vector<std::string>;

Timestamp at(int minutes) {
    return timestamp(1'700'000'000'000) + std::chrono::minutes(minutes);
}

Uuid id(const std::string& name) {
    return Uuid::named(url_namespace, name);
}

// --- the log ---

Event event_of(std::int32_t organization, const std::string& name, int minute,
               const std::string& type = "badge.created", const std::string& actor = "command") {
    return {.id = id(name),
            .organization = organization,
            .sequence = 0,
            .type = type,
            .actor = actor,
            .snapshot = name,
            .occurred_at = at(minute)};
}

StaffAct act_of(const std::string& about, int minute) {
    return {.type = staff_act::sessions_ended,
            .actor = "person:a",
            .about = about,
            .reason = "asked for it",
            .occurred_at = at(minute)};
}

// By their snapshots, or what they are about.
Names names_in(const activity::Found& found) {
    Names names;
    for (const auto& entry : found.entries) {
        names.push_back(entry.organization ? entry.snapshot : entry.about);
    }
    return names;
}

// Page by page.
Names names_of_all(Transaction& transaction, const activity::Filter& filter, int count,
                   int scanned) {
    Names names;
    std::optional<activity::Place> place = activity::Place{};
    for (int pages = 0; place && pages < 50; ++pages) {
        const auto found = activity::list(transaction, filter, *place, count, scanned);
        for (auto& name : names_in(found)) names.push_back(std::move(name));
        place = found.next;
    }
    EXPECT_FALSE(place) << "it never ends";
    return names;
}

class ActivityContract : public StoreContract {
protected:
    std::int32_t first = stored(store(), college(1)).number;
    std::int32_t second = stored(store(), college(2)).number;

    void SetUp() override {
        write([&](Transaction& transaction) {
            events::append(transaction, event_of(first, "a", 1));
            events::append(transaction, event_of(second, "b", 2, "badge.created", "person:a"));
            staff_acts::insert(transaction, act_of("act", 2));
            events::append(transaction, event_of(first, "c", 2, "badge.deleted"));
            events::append(transaction, event_of(second, "d", 3));
            staff_acts::insert(transaction, act_of("late act", 4));
        });
    }
};

TEST_P(ActivityContract, tells_of_everything_newest_first) {
    write([&](Transaction& transaction) {
        const Names all{"late act", "d", "b", "c", "act", "a"};
        for (const int count : {1, 2, 3, 5, 6, 50}) {
            EXPECT_EQ(names_of_all(transaction, {}, count, 1'000), all) << count;
        }
        const auto page = activity::list(transaction, {}, {}, 6, 1'000);
        EXPECT_EQ(page.next, std::nullopt);
        const activity::Entry act{.place = {at(4), 0, 2},
                                  .type = staff_act::sessions_ended,
                                  .actor = "person:a",
                                  .organization = {},
                                  .organization_name = {},
                                  .snapshot = {},
                                  .about = "late act",
                                  .act = {},
                                  .reason = "asked for it"};
        EXPECT_EQ(page.entries.at(0), act);
        const activity::Entry event{.place = {at(3), second, 2},
                                    .type = "badge.created",
                                    .actor = "command",
                                    .organization = college(2).id,
                                    .organization_name = college(2).stated.name,
                                    .snapshot = "d",
                                    .about = {},
                                    .act = {},
                                    .reason = {}};
        EXPECT_EQ(page.entries.at(1), event);
    });
}

TEST_P(ActivityContract, is_narrowed_by_who_what_and_when) {
    write([&](Transaction& transaction) {
        for (const int scanned : {1, 2, 1'000}) {
            const auto all = [&](const activity::Filter& filter) {
                return names_of_all(transaction, filter, 2, scanned);
            };
            EXPECT_EQ(all({.organization = first}), (Names{"c", "a"})) << scanned;
            EXPECT_EQ(all({.organization = first, .type = "badge.deleted"}), Names{"c"});
            EXPECT_EQ(all({.organization = second, .actor = "person:a"}), Names{"b"});
            EXPECT_EQ(all({.organization = first, .from = at(2)}), Names{"c"});
            EXPECT_EQ(all({.organization = first, .until = at(2)}), Names{"a"});
            EXPECT_EQ(all({.organization = second + 7}), Names{});
            EXPECT_EQ(all({.actor = "person:a"}), (Names{"late act", "b", "act"})) << scanned;
            EXPECT_EQ(all({.type = "badge.deleted"}), Names{"c"}) << scanned;
            EXPECT_EQ(all({.type = staff_act::sessions_ended}), (Names{"late act", "act"}));
            EXPECT_EQ(all({.from = at(2), .until = at(3)}), (Names{"b", "c", "act"}));
            EXPECT_EQ(all({.from = at(5)}), Names{});
            EXPECT_EQ(all({.until = at(1)}), Names{});
        }
    });
}

TEST_P(ActivityContract, looks_at_no_more_than_it_may_and_says_where_to_go_on) {
    write([&](Transaction& transaction) {
        const auto found = activity::list(transaction, {.type = "none"}, {}, 10, 2);
        EXPECT_TRUE(found.entries.empty());
        ASSERT_TRUE(found.next);
        EXPECT_EQ(*found.next, (activity::Place{at(2), first, 2}));
    });
}

TEST_P(ActivityContract, tells_what_staff_did_by_an_event) {
    write([&](Transaction& transaction) {
        auto act = act_of("", 3);
        act.type = staff_act::organization_blocked;
        act.organization = second;
        act.event = id("d");
        staff_acts::insert(transaction, act);
        const auto found = activity::list(transaction, {.type = act.type}, {}, 10, 1'000);
        ASSERT_EQ(names_in(found), Names{"d"});
        EXPECT_EQ(found.entries.at(0).act, act.type);
        EXPECT_EQ(found.entries.at(0).reason, "asked for it");
        EXPECT_EQ(staff_acts::of_organization(transaction, second, 10), std::vector<StaffAct>{act});
        EXPECT_TRUE(staff_acts::of_organization(transaction, first, 10).empty());
        EXPECT_EQ(names_of_all(transaction, {}, 2, 1'000).size(), 6U) << "it is told once";
    });
}

TEST_P(ActivityContract, counts_events_of_a_type_between_two_moments) {
    write([&](Transaction& transaction) {
        EXPECT_EQ(activity::count(transaction, "badge.created", at(1), at(3)), 2);
        EXPECT_EQ(activity::count(transaction, "badge.created", at(1), at(4)), 3);
        EXPECT_EQ(activity::count(transaction, "badge.deleted", at(3), at(9)), 0);
    });
}

INSTANTIATE_TEST_SUITE_P(EveryDatabase, ActivityContract, testing::ValuesIn(testkit::store_kinds()),
                         [](const auto& suite) { return suite.param.name; });

// --- counts of days ---

TEST_P(StoreContract, counts_of_a_day_add_up_and_those_that_are_over_stay) {
    write([&](Transaction& transaction) {
        using Counts = std::map<daily_counts::Day, std::int64_t>;
        const auto day = daily_counts::day_of(at(0));
        EXPECT_EQ(daily_counts::day_of(daily_counts::begin_of(day)), day);
        EXPECT_EQ(daily_counts::day_of(daily_counts::begin_of(day) - std::chrono::milliseconds(1)),
                  day - 1);
        daily_counts::add(transaction, day, "search", 3);
        daily_counts::add(transaction, day, "search", 4);
        daily_counts::add(transaction, day - 1, "search", 1);
        daily_counts::keep_first(transaction, day, "other", 9);
        daily_counts::keep_first(transaction, day, "other", 10);
        EXPECT_EQ(daily_counts::since(transaction, day - 1, "search"),
                  (Counts{{day - 1, 1}, {day, 7}}));
        EXPECT_EQ(daily_counts::since(transaction, day, "search"), (Counts{{day, 7}}));
        EXPECT_EQ(daily_counts::since(transaction, day, "other"), (Counts{{day, 9}}));
    });
}

// --- people ---

Person person_of(const std::string& name, bool staff = false) {
    return {.id = id(name),
            .email = name + "@harbor.example",
            .first_name = "Ælla",
            .last_name = name,
            .phone = {},
            .password_hash = "hash",
            .staff = staff,
            .created_at = at(0)};
}

Names names_in(const std::vector<Person>& people) {
    Names names;
    for (const auto& person : people) names.push_back(person.last_name);
    return names;
}

TEST_P(StoreContract, finds_people_by_parts_of_their_names_and_addresses) {
    write([&](Transaction& transaction) {
        for (const auto* name : {"quay", "dean", "under_score", "wharf"}) {
            const auto person = person_of(name, name == std::string("dean"));
            ASSERT_TRUE(persons::insert(transaction, person, person.email));
        }
        persons::set_name(transaction, id("wharf"), "Robin", "Wharf-ẞtone");
        const auto found = [&](const persons::Search& search, int count = 9) {
            return names_in(persons::search(transaction, search, count));
        };
        EXPECT_EQ(found({}), (Names{"dean", "quay", "under_score", "Wharf-ẞtone"}));
        EXPECT_EQ(found({}, 2), (Names{"dean", "quay"}));
        EXPECT_EQ(found({.after = "quay@harbor.example"}), (Names{"under_score", "Wharf-ẞtone"}));
        EXPECT_EQ(found({.text = "QUAY@"}), Names{"quay"});
        EXPECT_EQ(found({.text = "robin wharf-SSt"}), Names{"Wharf-ẞtone"});
        EXPECT_EQ(found({.text = "ÆLLA Q"}), Names{"quay"});
        EXPECT_EQ(found({.text = "r_s"}), Names{"under_score"}) << "no pattern of the caller's";
        EXPECT_EQ(found({.text = "%"}), Names{});
        EXPECT_EQ(found({.staff = true}), Names{"dean"});
        EXPECT_EQ(persons::count(transaction), 4);
        persons::hold_staff(transaction);
    });
}

// --- organizations ---

TEST_P(StoreContract, finds_organizations_of_every_status_by_parts_of_their_names) {
    for (int i = 1; i <= 4; ++i) {
        auto organization = college(i);
        organization.stated.name =
            std::vector<std::string>{"", "Harbor", "Quay", "Quay", "Über"}[i];
        if (i == 3) organization.status = OrganizationStatus::blocked;
        stored(store(), organization);
    }
    write([&](Transaction& transaction) {
        const auto found = [&](const organizations::Search& search, int count = 9) {
            Names names;
            for (const auto& one : organizations::search(transaction, search, count)) {
                names.push_back(one.id == college(3).id ? "blocked" : one.stated.name);
            }
            return names;
        };
        EXPECT_EQ(found({}), (Names{"Harbor", "Quay", "blocked", "Über"}));
        EXPECT_EQ(found({.text = "ÜBER"}), Names{"Über"});
        EXPECT_EQ(found({.text = "ua"}, 1), Names{"Quay"});
        EXPECT_EQ(found({.text = "_"}), Names{});
        EXPECT_EQ(found({.status = OrganizationStatus::blocked}), Names{"blocked"});
        const auto quay = organizations::find(transaction, college(2).id).value();
        EXPECT_EQ(found({.after_name = "quay", .after_number = quay.number}),
                  (Names{"blocked", "Über"}));
        EXPECT_EQ(organizations::count(transaction, OrganizationStatus::blocked), 1);
        EXPECT_EQ(organizations::count(transaction, OrganizationStatus::retired), 0);
        EXPECT_EQ(organizations::count(transaction, OrganizationStatus::approved), 3);
        EXPECT_EQ(found({.status = OrganizationStatus::approved}).size(), 3U);
    });
}

TEST_P(StoreContract, knows_how_large_it_is) {
    write([&](Transaction& transaction) { EXPECT_GT(facts::database_bytes(transaction), 10'000); });
}

// --- mail ---

Mail mail_of(const std::string& number, MailKind kind) {
    return {.id = Uuid::parse("00000000-0000-7000-8000-00000000000" + number).value(),
            .kind = kind,
            .to_address = number + "@harbor.example",
            .to_name = "",
            .facts = {},
            .sealed_link = "sealed",
            .created_at = at(1)};
}

Names names_in(const std::vector<mails::Kept>& kept) {
    Names names;
    for (const auto& mail : kept) names.push_back(mail.to_address.substr(0, 1));
    return names;
}

TEST_P(StoreContract, lists_mails_of_a_state_and_queues_given_up_ones_again) {
    write([&](Transaction& transaction) {
        for (const auto* number : {"1", "2", "3", "4"}) {
            const auto kind = *number == '2' ? MailKind::sign_up : MailKind::join_approved;
            mails::insert(transaction, mail_of(number, kind));
        }
        ASSERT_EQ(mails::lease(transaction, at(2), at(9), 3).size(), 3U);
        for (const auto* number : {"1", "2", "3"}) {
            const auto mail = mail_of(number, MailKind::sign_up).id;
            mails::mark_given_up(transaction, mail, at(3), "no such mailbox");
        }
        const auto in = [&](MailState state, std::optional<Uuid> before = {}, int count = 9) {
            return names_in(mails::list(transaction, state, before, count));
        };
        EXPECT_EQ(in(MailState::waiting), Names{"4"});
        EXPECT_EQ(in(MailState::sent), Names{});
        EXPECT_EQ(in(MailState::given_up), (Names{"3", "2", "1"}));
        EXPECT_EQ(in(MailState::given_up, {}, 2), (Names{"3", "2"}));
        EXPECT_EQ(in(MailState::given_up, mail_of("2", MailKind::sign_up).id), Names{"1"});

        const auto id = mail_of("1", MailKind::sign_up).id;
        const auto before = mails::find(transaction, id).value();
        EXPECT_EQ(before.reason, "no such mailbox");
        EXPECT_EQ(before.attempts, 1);
        EXPECT_EQ(before.ended_at, at(3));
        EXPECT_EQ(mails::requeue(transaction, id, at(5)), 1);
        EXPECT_EQ(mails::requeue(transaction, id, at(6)), 0) << "it waits";
        const auto after = mails::find(transaction, id).value();
        EXPECT_EQ(after.state, MailState::waiting);
        EXPECT_EQ(after.attempts, 0);
        EXPECT_EQ(after.next_attempt, at(5));
        EXPECT_EQ(after.reason, "");
        EXPECT_EQ(after.ended_at, std::nullopt);

        EXPECT_EQ(mails::count(transaction, MailState::waiting), 2);
        EXPECT_EQ(mails::count(transaction, MailState::given_up), 2);
        EXPECT_EQ(mails::requeue_all(transaction, {}, at(6)), 0);
        EXPECT_EQ(
            mails::requeue_all(transaction, {MailKind::invitation, MailKind::join_approved}, at(6)),
            1);
        EXPECT_EQ(in(MailState::given_up), Names{"2"});
    });
}

}  // namespace

}  // namespace cartulary
