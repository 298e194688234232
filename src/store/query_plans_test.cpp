#include "store/activity.h"
#include "store/badge_templates.h"
#include "store/badges.h"
#include "store/bulk_drafts.h"
#include "store/bulk_rows.h"
#include "store/bulk_uploads.h"
#include "store/connections.h"
#include "store/credentials.h"
#include "store/daily_counts.h"
#include "store/drafts.h"
#include "store/events.h"
#include "store/invitations.h"
#include "store/mails.h"
#include "store/organization_decisions.h"
#include "store/organizations.h"
#include "store/person_sessions.h"
#include "store/persons.h"
#include "store/pictures.h"
#include "store/query_plans_for_test.h"
#include "store/relationships.h"
#include "store/second_factors.h"
#include "store/sign_ups.h"
#include "store/staff_acts.h"
#include "store/tenant_organizations.h"
#include "store/tenant_people.h"
#include "store/tenant_search.h"
#include "store/webhooks.h"

namespace cartulary {

namespace {

TEST_F(QueryPlans, a_credential_is_looked_up_directly) {
    credentials::owner_of_key(transaction, "digest");
    expect_direct("owner of a key");
    credentials::find_token(transaction, id);
    expect_direct("a token");
    credentials::set_token_used(transaction, id, now);
    expect_direct("the use of a token");
    credentials::remove_token(transaction, id);
    expect_direct("the end of a token");
    credentials::forget_access_tokens(transaction, now);
    expect_direct("old access tokens");
}

TEST_F(QueryPlans, the_owner_of_a_token_is_looked_up_directly) {
    credentials::owner_of_token(transaction, "digest");
    expect_direct("owner of a token");
}

TEST_F(QueryPlans, a_page_of_events_costs_the_same_wherever_it_is) {
    events::list(transaction, 1, 1'000'000, 50);
    expect_direct("a page of events");
    events::count(transaction, 1);
    expect_direct("the number of events");
    events::find(transaction, 1, id);
    expect_direct("an event");
}

TEST_F(QueryPlans, organizations_are_found_by_what_they_are_called) {
    organizations::find_by_profile_name(transaction, "harbor");
    expect_direct("by profile name");
    organizations::list_seen_by(transaction, 1, {});
    expect_found("those that a viewer may see");
}

TEST_F(QueryPlans, those_who_ask_to_be_approved_are_found_by_their_index) {
    organization_decisions::of_organization(transaction, 1);
    expect_direct("decisions of an organization");
    EXPECT_THROW(organization_decisions::append(transaction, 1, {}), DatabaseError)
        << "there is no such organization";
    expect_without({"SCAN", "AUTOMATIC"}, "a decision");
    organization_decisions::waiting(transaction, {});
    expect_without({"SCAN organization\n", "SCAN organization_decision", "AUTOMATIC"},
                   "those that wait");
}

TEST_F(QueryPlans, third_parties_and_keys_are_found_directly) {
    relationships::of_third_party(transaction, 1, {});
    relationships::count_asked(transaction, 1);
    credentials::revoke_key(transaction, "digest", now);
    credentials::set_key_used(transaction, "digest", now);
    expect_direct("third parties and keys");
}

TEST_F(QueryPlans, versions_of_a_record_are_found_among_its_events) {
    events::of_record(transaction, 1, {});
    events::of_record_until(transaction, 1, 9);
    const auto plan = transaction.take_plan();
    EXPECT_NE(plan.find("event_of_record"), std::string::npos) << plan;
    EXPECT_EQ(plan.find("B-TREE"), std::string::npos) << plan;
}

TEST_F(QueryPlans, badges_are_found_directly_and_listed_newest_first_without_sorting) {
    badges::find(transaction, id);
    expect_direct("a badge");
    badges::find_by_link(transaction, "digest");
    expect_direct("a badge by its link");
    badges::list(transaction, 1, {}, {}, {});
    expect_direct("a page of badges");
    badge_templates::find_by_slug(transaction, 1, "navigator");
    expect_direct("a template by its slug");
    badge_templates::list(transaction, 1, {}, {}, {});
    expect_direct("a page of templates");
    ASSERT_TRUE(badge_templates::remove(transaction, id));
    expect_direct("the end of a template");
}

TEST_F(QueryPlans, tenants_and_their_organizations_are_found_directly) {
    namespace tenants = tenant_organizations;
    tenants::find_by_serial(transaction, 1);
    expect_direct("by a serial");
    tenants::find_by_channel(transaction, "channel");
    expect_direct("by a channel");
    tenants::channel_is_taken(transaction, "channel", 0);
    tenants::external_id_is_taken(transaction, 1, "id", 0);
    tenants::number_by(transaction, 1, "id");
    expect_direct("by an identifier");
    tenants::tenants(transaction, 0, 200);
    expect_found("a page of tenants");
    tenant_people::find_by_login(transaction, "gita@harbor.example");
    tenant_people::find_membership(transaction, 1, id);
    tenant_people::memberships_of(transaction, id);
    expect_direct("people");
    using Kind = TenantCondition::Kind;
    for (const auto field : {TenantField::serial, TenantField::root_serial, TenantField::is_root}) {
        tenants::search(transaction, {.condition = {Kind::one_of, field, {std::int64_t{1}}, {}}});
        expect_without({"SCAN tenant_organization", "AUTO"}, "a search by a number");
    }
    for (const auto field :
         {TenantField::channel, TenantField::name, TenantField::slug, TenantField::external_id}) {
        tenants::search(transaction, {.condition = {Kind::one_of, field, {"x"}, {}}});
        expect_without({"SCAN tenant_organization", "AUTO"}, "a search by a text");
        tenants::search(transaction, {.condition = {Kind::begins_with, field, {"x"}, {}}});
        expect_without({"SCAN tenant_organization", "AUTO"}, "a search by the begin of a text");
    }
}

TEST_F(QueryPlans, connections_are_found_without_reading_the_others) {
    connections::ways_from(transaction, 1, 9);
    connections::ways_to(transaction, Ctid(id), 9);
    expect_without({"SCAN resource_reference", "AUTOMATIC", "B-TREE"}, "ways");
    connections::referred(transaction, 1, "ceterms:ownedBy", 9);
    connections::referring(transaction, Ctid(id), "ceterms:ownedBy", 9);
    const auto plan = transaction.take_plan();
    EXPECT_EQ(plan.find("SCAN"), std::string::npos) << plan;
    EXPECT_NE(plan.find("resource_reference_to_resource (target=? AND property=?"),
              std::string::npos)
        << plan;
    const std::int64_t numbers[] = {1, 2};
    const Ctid ctids[] = {Ctid(id)};
    connections::numbers_of(transaction, ctids);
    connections::types_of(transaction, numbers);
    expect_without({"SCAN resource\n", "AUTOMATIC"}, "what is connected");
}

TEST_F(QueryPlans, people_and_their_browsers_are_found_directly) {
    person_sessions::find(transaction, "digest");
    person_sessions::of_person(transaction, id);
    person_sessions::set_used(transaction, id, now);
    person_sessions::remove(transaction, id, id);
    person_sessions::remove_others(transaction, id);
    person_sessions::forget(transaction, now);
    expect_direct("sessions");
    second_factors::find(transaction, id);
    second_factors::use_step(transaction, id, 1, now);
    second_factors::use_recovery_code(transaction, id, "digest", now);
    second_factors::count_recovery_codes(transaction, id);
    expect_direct("second factors");
    persons::role_of(transaction, 1, id);
    persons::remove_membership(transaction, 1, id);
    persons::count_administrators(transaction, 1);
    persons::find_token(transaction, "digest", TokenPurpose::reset_password, now);
    persons::remove_tokens(transaction, id, TokenPurpose::reset_password);
    persons::forget_tokens(transaction, now);
    expect_direct("people");
    persons::parts_of(transaction, id);
    expect_without({"SCAN", "AUTOMATIC"}, "the parts of a person");
}

TEST_F(QueryPlans, those_on_their_way_in_are_found_directly) {
    sign_ups::find(transaction, "digest", now);
    sign_ups::remove(transaction, "ada@harbor.example");
    sign_ups::forget(transaction, now);
    expect_direct("sign-ups");
    invitations::find(transaction, "digest", now);
    invitations::remove(transaction, 1, id);
    invitations::forget(transaction, now);
    join_requests::find(transaction, 1, id);
    join_requests::of_person(transaction, id);
    join_requests::decline(transaction, 1, id, now);
    expect_direct("invitations and requests");
    invitations::of_organization(transaction, 1, now);
    join_requests::of_organization(transaction, 1);
    expect_without({"SCAN", "AUTOMATIC"}, "those of an organization");
}

TEST_F(QueryPlans, drafts_are_found_directly_and_listed_without_sorting) {
    drafts::find(transaction, 1, Ctid(id));
    drafts::find_by_identifier(transaction, 1, "credentials", "W-1");
    drafts::ctid_by_identifier(transaction, 1, "credentials", "W-1");
    drafts::find_waiting(transaction, Ctid(id));
    drafts::remove(transaction, 1, Ctid(id));
    Draft draft;
    draft.organization = 1;
    draft.external_identifier = "W-1";
    draft.waits_since = now;
    ASSERT_FALSE(drafts::set_standing(transaction, draft));
    ASSERT_FALSE(drafts::replace(transaction, draft, "welding"));
    expect_direct("a draft");
    drafts::list(transaction, 1, {.words = "welding", .identifier = "W-1"}, {});
    drafts::list(transaction, 1, {.kind = "credentials", .standing = DraftStanding::editing}, {});
    expect_direct("a page of drafts");
    drafts::count_by_standing(transaction, 1);
    drafts::count(transaction, 1);
    expect_direct("how many there are");
    drafts::after(transaction, 1, "credentials", Ctid(id), 9);
    drafts::after(transaction, 1, DraftStanding::editing, "credentials", Ctid(id), 9);
    expect_direct("drafts one after the other");
    drafts::waiting(transaction, {});
    expect_without({"SCAN draft\n", "B-TREE"}, "those that wait");
}

TEST_F(QueryPlans, the_queues_are_read_from_their_front) {
    webhooks::queue(transaction, 1, id, now);
    expect_direct("queueing");
    webhooks::any_due(transaction, now);
    expect_direct("whether a receiver is due");
    webhooks::lease(transaction, now, now, 500);
    expect_direct("a lease");
    webhooks::due(transaction, 1, now, 16);
    expect_direct("due deliveries");
    webhooks::release(transaction, 1, now, 0);
    expect_direct("the end of a lease");
    webhooks::mark_delivered(transaction, id, {1, now, std::chrono::milliseconds(1), 204, ""});
    expect_direct("a delivery");
    mails::any_due(transaction, now);
    expect_direct("whether a mail is due");
}

TEST_F(QueryPlans, what_staff_look_at_costs_a_page) {
    activity::list(transaction, {}, {}, 50, 1'000);
    activity::list(transaction, {.actor = "command"}, {}, 50, 1'000);
    activity::list(transaction, {.organization = 1, .type = "badge.created"}, {}, 50, 1'000);
    activity::count(transaction, "badge.created", now, now);
    staff_acts::of_organization(transaction, 1, 50);
    expect_direct("the log");
    daily_counts::add(transaction, 1, "search", 1);
    daily_counts::since(transaction, 1, "search");
    expect_direct("counts of days");
    mails::list(transaction, MailState::given_up, {}, 50);
    mails::find(transaction, id);
    mails::requeue(transaction, id, now);
    mails::requeue_all(transaction, {MailKind::invitation}, now);
    expect_direct("mails");
    organizations::search(transaction, {}, 50);
    organizations::search(transaction, {.status = OrganizationStatus::blocked}, 50);
    organizations::search(transaction, {.status = OrganizationStatus::approved}, 50);
    organizations::count(transaction, OrganizationStatus::blocked);
    expect_direct("organizations");
    webhooks::in_state(transaction, DeliveryState::delivered, {}, 50);
    expect_without({"SCAN", "AUTOMATIC"}, "deliveries");
    persons::search(transaction, {.text = "ada"}, 50);
    expect_direct("people");
}

TEST_F(QueryPlans, uploaded_tables_are_found_directly) {
    bulk_uploads::find(transaction, id);
    bulk_uploads::list(transaction, 1, now);
    bulk_uploads::count_reading(transaction, 1);
    bulk_uploads::take(transaction, id, now, now, true);
    bulk_uploads::begun_before(transaction, now);
    bulk_uploads::piece(transaction, id, 0);
    expect_without({"SCAN bulk_upload\n", "AUTOMATIC", "B-TREE"}, "an upload");
    bulk_uploads::previews_but(transaction, 1, 5);
    bulk_uploads::being_read(transaction);
    expect_without({"SCAN bulk_upload\n", "AUTOMATIC"}, "those that wait");
    bulk_rows::of_things(transaction, id, 1, 9);
    bulk_rows::list(transaction, id, false, {});
    bulk_rows::list(transaction, id, true, {});
    bulk_rows::with_problems_after(transaction, id, 1, 9);
    bulk_rows::forget_some(transaction, id, bulk_rows::Kept::nothing);
    expect_direct("rows");
}

TEST_F(QueryPlans, many_drafts_are_found_directly) {
    const std::vector<std::string> identifiers = {"a", "b"};
    const std::vector<Uuid> ids = {id};
    bulk_drafts::with_identifiers(transaction, 1, "credentials", identifiers);
    bulk_drafts::known_with_ids(transaction, 1, ids);
    bulk_drafts::with_ids(transaction, 1, ids);
    expect_without({"SCAN draft", "AUTOMATIC", "B-TREE"}, "some drafts");
    bulk_drafts::after(transaction, 1, "credentials", {}, 9);
    expect_direct("a page of drafts");
    BulkUpload upload;
    upload.id = id;
    bulk_drafts::rows_overtaken(transaction, upload, 9);
    bulk_drafts::save(transaction, upload, "command", now);
    expect_direct("saving");
}

TEST_F(QueryPlans, what_is_rarely_asked_reads_no_more_than_it_needs) {
    webhooks::give_up(transaction, 1, now, now, "problem");
    expect_direct("giving up");
    webhooks::requeue_all(transaction, 1, now);
    expect_direct("queueing again");
    webhooks::forget_delivered(transaction, now, 100);
    expect_direct("forgetting deliveries");
    webhooks::list(transaction, 1, {}, {});
    expect_direct("a page of deliveries");
    pictures::forget_unused(transaction, now);
    expect_direct("forgetting pictures");
}

}  // namespace

}  // namespace cartulary
