#include "web/staff/staff_fixture_test.h"

#include "base/one_time_code.h"
#include "store/drafts.h"
#include "store/events.h"
#include "store/mails.h"
#include "store/organizations.h"
#include "store/persons.h"
#include "store/second_factors.h"
#include "store/webhooks.h"

namespace cartulary::web {

StaffPagesTest::StaffPagesTest() = default;

TestBrowser StaffPagesTest::browser_of_staff(const std::string& email) {
    const auto& registry = under_test.registry();
    EXPECT_TRUE(add_staff(registry, email, std::string(good_password)));
    const auto first = people.log_ins.log_in(email, good_password, {}).value().token;
    const auto actor = people.sessions.find(first).value();
    EXPECT_TRUE(people.second_factors.begin(actor));
    const auto secret = under_test.store().read([&](Transaction& transaction) {
        const auto factor = second_factors::find(transaction, actor.person.id).value();
        return registry.vault.unseal(factor.sealed).value();
    });
    const auto code = one_time_code(secret, one_time_step_at(under_test.now()));
    TestBrowser made(router);
    made.cookies["__Host-session"] = people.second_factors.confirm(actor, code).value().token;
    return made;
}

std::string StaffPagesTest::page(const std::string& path_and_query) {
    const auto answer = clerk.get(path_and_query);
    EXPECT_EQ(answer.status, 200) << path_and_query << ": " << answer.body;
    EXPECT_EQ(complaint_about_html(answer.body), "") << answer.body;
    EXPECT_LT(answer.body.size(), 100'000U);
    EXPECT_THAT(answer.body, testing::Not(testing::HasSubstr("style=")));
    return answer.body;
}

OrganizationId StaffPagesTest::submit(const std::string& name) {
    const auto email = "author@" + std::to_string(std::hash<std::string>()(name)) + ".example";
    make_person(email);
    const auto token = people.log_ins.log_in(email, good_password, {}).value().token;
    const auto author = people.sessions.find(token).value();
    OrganizationDraft draft;
    draft.name = name;
    draft.description = "Teaches lighthouse keepers.";
    draft.website = "https://beacon.example/";
    draft.email = "office@beacon.example";
    draft.types = {OrganizationType::technical};
    draft.sector = Sector::public_;
    const auto begun = applications.begin(author, draft);
    if (!begun) throw std::runtime_error(begun.error().message);
    const auto submitted = applications.submit(people.sessions.find(token).value(), begun->id);
    if (!submitted) throw std::runtime_error(submitted.error().message);
    return submitted->id;
}

Ctid StaffPagesTest::approve_draft(const std::string& name, bool complete) {
    const Caller writer{.id = college.id,
                        .organization = 1,
                        .name = "Harbor College",
                        .trusted_partner = false,
                        .acts_as = Actor::actor_name(id_of("office@harbor.example"))};
    EXPECT_TRUE(staff.organizations.set_trusted(actor_in(clerk), college.id, false));
    ctdl::templates::Entry entry;
    entry.fields["Name"] = {name};
    entry.fields["Type"] = {"Certificate"};
    entry.fields["Description"] = {"Teaches how steel is joined."};
    entry.fields["SubjectWebpage"] = {"https://harbor.example/welding"};
    entry.fields["CredentialStatusType"] = {"Active"};
    entry.fields["InLanguage"] = {"en-US"};
    const auto saved = drafts.save(
        writer, college.id,
        {.kind = ctdl::templates::Kind::credentials, .external_identifier = {}, .entry = entry});
    if (!saved) throw std::runtime_error(saved.error().message);
    const auto ctid = saved->draft.ctid;
    const auto approved = drafts.approve(writer, college.id, std::vector{ctid});
    EXPECT_TRUE(approved && approved->count == 1);
    if (complete) return ctid;
    // What was right when it was approved may be wrong by now.
    EXPECT_TRUE(under_test.store().write([&](Transaction& transaction) -> Result<void> {
        auto owner = organizations::find(transaction, 1).value();
        owner.status = OrganizationStatus::blocked;
        owner.version += 1;
        return organizations::replace(transaction, owner);
    }));
    return ctid;
}

Uuid StaffPagesTest::give_up(MailKind kind) {
    const auto mails = under_test.waiting_mail();
    const auto found = std::ranges::find(mails, kind, &Mail::kind);
    if (found == mails.end()) throw std::runtime_error("no such mail waits");
    EXPECT_TRUE(under_test.store().write([&](Transaction& transaction) -> Result<void> {
        mails::mark_given_up(transaction, found->id, under_test.now(), "550 <b>no</b> mailbox");
        return {};
    }));
    return found->id;
}

Uuid StaffPagesTest::dead_delivery() {
    const Caller caller{.id = college.id, .organization = 1, .name = "Harbor College"};
    const auto stated =
        organizations.change(caller, college.id, [](OrganizationDraft& draft) -> Result<void> {
            draft.webhook = {"https://hooks.example/", {}};
            return {};
        });
    EXPECT_TRUE(stated);
    Uuid id;
    EXPECT_TRUE(under_test.store().write([&](Transaction& transaction) -> Result<void> {
        const auto last = events::count(transaction, stated->number);
        id = events::list(transaction, stated->number, last, 1).at(0).id;
        EXPECT_TRUE(webhooks::mark_dead(
            transaction, id,
            {1, under_test.now(), std::chrono::milliseconds(20), 500, "HTTP 500 <script>"}));
        return {};
    }));
    return id;
}

Uuid StaffPagesTest::id_of(const std::string& email) {
    return under_test.store()
        .read([&](Transaction& transaction) { return persons::find_by_email(transaction, email); })
        .value()
        .id;
}

}  // namespace cartulary::web
