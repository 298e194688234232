#include "store/changed_resources.h"
#include "store/changes.h"
#include "store/listed_entries.h"
#include "store/public_organizations.h"
#include "store/query_plans_for_test.h"
#include "store/resource_addresses.h"
#include "store/resources.h"

namespace cartulary {

namespace {

TEST_F(QueryPlans, resources_are_found_directly) {
    resources::find(transaction, Ctid(id));
    resources::find(transaction, 1);
    resources::find_by_envelope(transaction, id);
    resources::whole_of(transaction, Ctid(id));
    resources::place_of(transaction, Ctid(id));
    resources::set_verified(transaction, 1, now);
    expect_direct("a resource");
    resources::version(transaction, 1, 1);
    resources::version_at(transaction, 1, now);
    resources::history(transaction, 1);
    expect_direct("versions");
    for (const bool deleted_too : {false, true}) {
        resources::list(transaction, {.owner = 1, .deleted_too = deleted_too}, {});
        resources::list(transaction, {.type = "ceterms:Course", .deleted_too = deleted_too}, {});
        expect_direct("a page of resources");
    }
    resources::list(transaction, {}, {});
    expect_without({"SCAN resource\n", "B-TREE"}, "a page of all resources");
    resources::whole_after(transaction, 1, 9);
    resources::short_document(transaction, 1, 1, 9);
    expect_direct("documents");
    resources::addresses_between(transaction, 1, 9, 9);
    resources::address_after(transaction, 1);
    expect_direct("addresses");
}

TEST_F(QueryPlans, it_is_known_directly_who_is_public) {
    organizations::keeps_others(transaction, 1);
    expect_direct("a company or tenant");
    organizations::without_document(transaction, 1, 9);
    expect_direct("organizations without a document");
}

TEST_F(QueryPlans, entries_are_found_directly) {
    resources::entries_of(transaction, 1);
    resources::entries_after(transaction, 1, 9);
    resources::of_type(transaction, "ceterms:Course", 1, 9);
    resources::references_of(transaction, 1);
    resources::referring(transaction, "", "ce-", 9);
    resources::referring(transaction, "ceterms:ownedBy", "ce-", 9);
    expect_direct("entries");
    const std::int64_t numbers[] = {1, 2};
    resources::listed_entries(transaction, numbers);
    resources::owners_with(transaction, numbers);
    expect_without({"SCAN r\n", "SCAN o\n", "SCAN organization\n"}, "entries in a list");
    const resources::Word words[] = {{"pilot", true}};
    resources::with_words(transaction, words, 9);
    resources::is_word_of_any(transaction, "pilot");
    expect_without({"SCAN resource\n", "AUTOMATIC"}, "words");
}

TEST_F(QueryPlans, changes_are_followed_from_where_one_was) {
    changes::after(transaction, 1, 9);
    changes::settled_after(transaction, 1, 9);
    changes::settled_after(transaction, 1, 9, 1);
    changes::settled_before(transaction, 9, 9);
    changes::last(transaction);
    changes::last_at(transaction, now);
    changes::changed_in(transaction, {.after = 1, .until = 9});
    expect_direct("changes");
    changes::settled_before(transaction, 9, 9, 1);
    const auto plan = transaction.take_plan();
    EXPECT_NE(plan.find("resource_by_owner"), std::string::npos) << plan;
    EXPECT_NE(plan.find("change_by_resource"), std::string::npos) << plan;
}

}  // namespace

}  // namespace cartulary
