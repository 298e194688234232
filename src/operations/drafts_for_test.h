#pragma once

#include "operations/drafts.h"
#include "operations/resources_for_test.h"
#include "store/drafts.h"
#include "store/persons.h"

namespace cartulary {

// A registry in which people write, on every database. The college is not trusted: staff publish
// what it wrote.
class DraftsTest : public ResourcesTest {
protected:
    using Kind = ctdl::templates::Kind;
    using Entry = ctdl::templates::Entry;
    using Written = Drafts::Written;
    using Done = Drafts::Done;

    DraftsTest() {
        set_trusted(own, false);
        // Whoever is no trusted partner was brought in by somebody.
        revoke(own, stranger);
        revoke(stranger, own);
        ada = own;
        ada.acts_as = person("ada");
    }

    void set_trusted(const Caller& organization, bool trusted) {
        write([&](Transaction& transaction) {
            auto found = organizations::find(transaction, organization.organization).value();
            found.trusted_partner = trusted;
            found.version += 1;
            ASSERT_TRUE(organizations::replace(transaction, found));
        });
    }
    void revoke(const Caller& organization, const Caller& third_party) {
        write([&](Transaction& transaction) {
            relationships::put(transaction, {organization.organization, third_party.organization,
                                             RelationshipStatus::revoked, under_test.now()});
        });
    }

    // Somebody with an account, by the name that events have.
    std::string person(const std::string& name) {
        Person made;
        made.id = Uuid::named(url_namespace, name);
        made.email = name + "@quay.example";
        made.first_name = name;
        made.created_at = under_test.now();
        write([&](Transaction& transaction) {
            ASSERT_TRUE(persons::insert(transaction, made, made.email));
            persons::put_membership(transaction, own.organization, made.id, Role::viewer,
                                    under_test.now());
        });
        return Actor::actor_name(made.id);
    }

    static Actor clerk() {
        Actor actor;
        actor.person.id = Uuid::named(url_namespace, "clerk");
        actor.staff = true;
        return actor;
    }
    static Actor nobody() {
        Actor actor;
        actor.person.id = Uuid::named(url_namespace, "nobody");
        return actor;
    }

    // All that a credential must say.
    static Entry credential(const std::string& name = "Welding I") {
        Entry entry;
        entry.fields["Name"] = {name};
        entry.fields["Type"] = {"Certificate"};
        entry.fields["Description"] = {"Teaches how steel is joined."};
        entry.fields["SubjectWebpage"] = {"https://harbor.example/welding"};
        entry.fields["CredentialStatusType"] = {"Active"};
        entry.fields["InLanguage"] = {"en-US"};
        return entry;
    }
    static Entry unfinished(const std::string& name = "Welding I") {
        Entry entry;
        entry.fields["Name"] = {name};
        return entry;
    }

    Result<Drafts::Judged> save(const Caller& caller, const Entry& entry,
                                std::optional<Ctid> ctid = {}, std::int64_t version = 0,
                                const std::string& identifier = {}) {
        return drafts.save(caller, own.id,
                           {.kind = Kind::credentials,
                            .ctid = ctid,
                            .external_identifier = identifier,
                            .entry = entry,
                            .version = version});
    }
    Draft saved(const Entry& entry = credential()) {
        auto kept = save(ada, entry);
        EXPECT_TRUE(kept) << refusal_of(kept);
        return kept->draft;
    }
    // So many like this one, stored at once.
    void multiply(const Draft& draft, std::size_t count) {
        write([&](Transaction& transaction) {
            for (std::size_t i = 0; i < count; ++i) {
                auto another = draft;
                another.ctid = Ctid(Uuid::random(registry().randomness));
                ASSERT_TRUE(drafts::insert(transaction, another, "welding"));
            }
        });
    }

    // One that waits for staff.
    Draft approved(const std::string& name = "Welding I") {
        const auto draft = saved(credential(name));
        EXPECT_EQ(told(approve(ada, draft.ctid)), "1 done");
        return now(draft);
    }
    Draft published(const std::string& name = "Welding I") {
        const auto draft = approved(name);
        EXPECT_EQ(told(publish({draft.ctid})), "1 done");
        return now(draft);
    }

    Result<Done> approve(const Caller& caller, const Ctid& ctid) {
        return drafts.approve(caller, own.id, std::vector{ctid});
    }
    Result<Done> publish(const std::vector<Ctid>& ctids) { return drafts.publish(clerk(), ctids); }

    // "1 done", "0 done; Welding I: conflict: standing is approved already", or the refusal.
    static std::string told(const Result<Done>& done) {
        if (!done) return refusal_of(done);
        auto text = std::to_string(done->count) + " done";
        for (const auto& [ctid, name, error] : done->left) {
            const Result<void> refused = tl::unexpected(error);
            text += "; " + name + ": " + refusal_of(refused);
        }
        return text;
    }

    // As it is stored now.
    Draft now(const Draft& draft) {
        return under_test.store().read([&](Transaction& transaction) {
            return drafts::find(transaction, draft.organization, draft.ctid).value();
        });
    }
    static std::string standing_of(const Draft& draft) {
        return std::string(name_of(draft.standing));
    }

    Drafts drafts{registry()};
    Caller ada;  // a person of the college
};

}  // namespace cartulary
