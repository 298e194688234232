#include "base/secrets.h"
#include "store/contract/store_contract_for_test.h"
#include "store/invitations.h"
#include "store/person_sessions.h"
#include "store/persons.h"
#include "store/second_factors.h"
#include "store/sign_ups.h"

namespace cartulary {

namespace {

Timestamp at(int minutes) {
    return timestamp(1'700'000'000'000) + std::chrono::minutes(minutes);
}

Uuid id(const std::string& name) {
    return Uuid::named(url_namespace, name);
}

Uuid stored_person(Transaction& transaction, const std::string& name) {
    const Person person{.id = id(name),
                        .email = name + "@harbor.example",
                        .first_name = name,
                        .last_name = "Quay",
                        .phone = {},
                        .password_hash = "hash",
                        .staff = false,
                        .created_at = at(0)};
    EXPECT_TRUE(persons::insert(transaction, person, person.email));
    return person.id;
}

PersonSession session_of(const Uuid& person, const std::string& name, int minute) {
    return {.id = id(name),
            .digest = digest(name),
            .person = person,
            .awaits_code = minute % 2 == 0,
            .second_factor = minute % 2 == 1,
            .browser = "Firefox, Linux",
            .address = "203.0.113.0/24",
            .created_at = at(minute),
            .expires_at = at(minute + 100),
            .used_at = at(minute)};
}

using Sessions = std::vector<PersonSession>;

TEST_P(StoreContract, keeps_sessions_as_they_began_and_lists_the_newest_first) {
    write([&](Transaction& transaction) {
        const auto ada = stored_person(transaction, "ada");
        const auto first = session_of(ada, "first", 1);
        const auto second = session_of(ada, "second", 2);
        person_sessions::insert(transaction, first);
        person_sessions::insert(transaction, second);
        EXPECT_EQ(person_sessions::find(transaction, digest("first")), first);
        EXPECT_EQ(person_sessions::find(transaction, digest("none")), std::nullopt);
        EXPECT_EQ(person_sessions::of_person(transaction, ada), (Sessions{second, first}));
        EXPECT_EQ(person_sessions::of_person(transaction, id("bob")), Sessions{});
    });
}

TEST_P(StoreContract, ends_one_session_of_its_own_person_or_all_but_one) {
    write([&](Transaction& transaction) {
        const auto ada = stored_person(transaction, "ada");
        const auto bob = stored_person(transaction, "bob");
        for (const auto* name : {"a", "b", "c"}) {
            person_sessions::insert(transaction, session_of(ada, name, 1));
        }
        person_sessions::insert(transaction, session_of(bob, "bob's", 1));
        EXPECT_FALSE(person_sessions::remove(transaction, bob, id("a")));
        EXPECT_TRUE(person_sessions::remove(transaction, ada, id("a")));
        EXPECT_FALSE(person_sessions::remove(transaction, ada, id("a")));
        EXPECT_EQ(person_sessions::remove_others(transaction, ada, id("b")), 1);
        EXPECT_EQ(person_sessions::of_person(transaction, ada).size(), 1U);
        EXPECT_EQ(person_sessions::remove_others(transaction, ada), 1);
        EXPECT_EQ(person_sessions::of_person(transaction, bob).size(), 1U);
    });
}

TEST_P(StoreContract, remembers_the_latest_use_of_a_session_and_forgets_unused_ones) {
    write([&](Transaction& transaction) {
        const auto ada = stored_person(transaction, "ada");
        person_sessions::insert(transaction, session_of(ada, "used", 1));
        person_sessions::insert(transaction, session_of(ada, "unused", 1));
        person_sessions::set_used(transaction, id("used"), at(9));
        person_sessions::set_used(transaction, id("used"), at(5));
        EXPECT_EQ(person_sessions::find(transaction, digest("used"))->used_at, at(9));
        EXPECT_EQ(person_sessions::forget(transaction, at(1)), 0);
        EXPECT_EQ(person_sessions::forget(transaction, at(9)), 1);
        EXPECT_TRUE(person_sessions::find(transaction, digest("used")));
    });
}

TEST_P(StoreContract, a_code_of_a_second_factor_is_used_once_and_none_before_it) {
    write([&](Transaction& transaction) {
        const auto ada = stored_person(transaction, "ada");
        EXPECT_EQ(second_factors::find(transaction, ada), std::nullopt);
        second_factors::SecondFactor factor{std::string("\0old", 4), 7, at(0), {}};
        second_factors::put(transaction, ada, factor);
        factor = {std::string("\0sealed", 7), 0, at(1), {}};
        second_factors::put(transaction, ada, factor);
        EXPECT_EQ(second_factors::find(transaction, ada), factor);

        EXPECT_TRUE(second_factors::use_step(transaction, ada, 100, at(2)));
        EXPECT_FALSE(second_factors::use_step(transaction, ada, 100, at(3)));
        EXPECT_FALSE(second_factors::use_step(transaction, ada, 99, at(3)));
        EXPECT_TRUE(second_factors::use_step(transaction, ada, 101, at(3)));
        EXPECT_FALSE(second_factors::use_step(transaction, id("bob"), 200, at(3)));
        const auto used = second_factors::find(transaction, ada);
        EXPECT_EQ(used->last_step, 101);
        EXPECT_EQ(used->confirmed_at, at(2));
    });
}

TEST_P(StoreContract, a_recovery_code_works_once_for_its_own_person) {
    write([&](Transaction& transaction) {
        const auto ada = stored_person(transaction, "ada");
        second_factors::put(transaction, ada, {"s", 0, at(0), at(0)});
        second_factors::put_recovery_codes(transaction, ada, {"a", "b", "c"});
        EXPECT_FALSE(second_factors::use_recovery_code(transaction, id("bob"), "a", at(1)));
        EXPECT_TRUE(second_factors::use_recovery_code(transaction, ada, "a", at(1)));
        EXPECT_FALSE(second_factors::use_recovery_code(transaction, ada, "a", at(2)));
        EXPECT_EQ(second_factors::count_recovery_codes(transaction, ada), 2);
        second_factors::put_recovery_codes(transaction, ada, {"d"});
        EXPECT_FALSE(second_factors::use_recovery_code(transaction, ada, "b", at(3)));
        EXPECT_EQ(second_factors::count_recovery_codes(transaction, ada), 1);
        second_factors::remove(transaction, ada);
        EXPECT_EQ(second_factors::find(transaction, ada), std::nullopt);
        EXPECT_EQ(second_factors::count_recovery_codes(transaction, ada), 0);
    });
}

SignUp sign_up(const std::string& name) {
    return {.digest = digest(name),
            .email = "Ada@Harbor.example",
            .first_name = name,
            .last_name = "Quay",
            .password_hash = "hash of " + name,
            .created_at = at(0),
            .expires_at = at(10)};
}

TEST_P(StoreContract, several_may_sign_up_with_an_address_until_its_owner_opened_a_link) {
    write([&](Transaction& transaction) {
        sign_ups::insert(transaction, sign_up("first"), "ada@harbor.example");
        sign_ups::insert(transaction, sign_up("second"), "ada@harbor.example");
        sign_ups::insert(transaction, sign_up("other"), "bob@harbor.example");
        EXPECT_EQ(sign_ups::find(transaction, digest("first"), at(9)), sign_up("first"));
        EXPECT_EQ(sign_ups::find(transaction, digest("second"), at(10)), std::nullopt) << "over";
        sign_ups::remove(transaction, "ada@harbor.example");
        EXPECT_EQ(sign_ups::find(transaction, digest("second"), at(9)), std::nullopt);
        EXPECT_EQ(sign_ups::forget(transaction, at(9)), 0);
        EXPECT_EQ(sign_ups::forget(transaction, at(10)), 1);
    });
}

TEST_P(StoreContract, an_address_has_one_invitation_of_an_organization) {
    const auto harbor = stored(store(), college(1));
    const auto ridge = stored(store(), college(2));
    const auto invitation = [&](const Organization& organization, const std::string& name) {
        return Invitation{.id = id(name),
                          .digest = digest(name),
                          .organization = organization.number,
                          .email = "Ada@harbor.example",
                          .role = Role::publisher,
                          .actor = "person:x",
                          .created_at = at(0),
                          .expires_at = at(10)};
    };
    write([&](Transaction& transaction) {
        const auto put = [&](const Invitation& one) {
            invitations::put(transaction, one, "ada@harbor.example");
        };
        put(invitation(harbor, "first"));
        put(invitation(harbor, "again"));
        put(invitation(ridge, "ridge"));
        EXPECT_EQ(invitations::of_organization(transaction, harbor.number, at(9)),
                  std::vector{invitation(harbor, "again")});
        EXPECT_EQ(invitations::find(transaction, digest("first"), at(1)), std::nullopt);
        EXPECT_EQ(invitations::find(transaction, digest("again"), at(9)),
                  invitation(harbor, "again"));
        EXPECT_EQ(invitations::find(transaction, digest("again"), at(10)), std::nullopt);
        EXPECT_FALSE(invitations::remove(transaction, ridge.number, id("again")));
        EXPECT_TRUE(invitations::remove(transaction, harbor.number, id("again")));
        EXPECT_FALSE(invitations::remove(transaction, harbor.number, id("again")));
        EXPECT_EQ(invitations::forget(transaction, at(10)), 1);
    });
}

TEST_P(StoreContract, a_request_to_join_waits_until_it_is_answered) {
    const auto harbor = stored(store(), college(1));
    const auto ridge = stored(store(), college(2));
    write([&](Transaction& transaction) {
        const auto ada = stored_person(transaction, "ada");
        const auto bob = stored_person(transaction, "bob");
        JoinRequest request{harbor.number, ada, "please", at(1), {}};
        join_requests::put(transaction, {harbor.number, ada, "first words", at(0), at(0)});
        join_requests::put(transaction, request);
        join_requests::put(transaction, {harbor.number, bob, "me too", at(2), {}});
        join_requests::put(transaction, {ridge.number, ada, "here too", at(3), {}});
        EXPECT_EQ(join_requests::find(transaction, harbor.number, ada), request);
        EXPECT_EQ(join_requests::of_organization(transaction, harbor.number).size(), 2U);
        EXPECT_TRUE(join_requests::decline(transaction, harbor.number, ada, at(5)));
        EXPECT_FALSE(join_requests::decline(transaction, harbor.number, ada, at(6)));
        EXPECT_FALSE(join_requests::remove(transaction, harbor.number, ada));
        request.declined_at = at(5);
        EXPECT_EQ(join_requests::find(transaction, harbor.number, ada), request);
        EXPECT_EQ(join_requests::of_organization(transaction, harbor.number).size(), 1U);
        EXPECT_EQ(join_requests::of_person(transaction, ada).size(), 2U);
        EXPECT_TRUE(join_requests::remove(transaction, harbor.number, bob));
        EXPECT_FALSE(join_requests::remove(transaction, harbor.number, bob));
    });
}

TEST_P(StoreContract, knows_the_part_of_a_person_in_each_organization) {
    auto second = college(2);
    second.status = OrganizationStatus::draft;
    const auto ridge = stored(store(), second);
    const auto harbor = stored(store(), college(1));
    write([&](Transaction& transaction) {
        const auto ada = stored_person(transaction, "ada");
        const auto bob = stored_person(transaction, "bob");
        persons::put_membership(transaction, harbor.number, ada, Role::administrator, at(0));
        persons::put_membership(transaction, ridge.number, ada, Role::viewer, at(0));
        persons::put_membership(transaction, harbor.number, bob, Role::publisher, at(0));
        const auto part_in = [](const Organization& organization, Role role) {
            return Part{organization.id,     organization.number,          organization.stated.name,
                        organization.status, organization.trusted_partner, role};
        };
        EXPECT_EQ(
            persons::parts_of(transaction, ada),
            (std::vector{part_in(harbor, Role::administrator), part_in(ridge, Role::viewer)}));
        EXPECT_EQ(persons::role_of(transaction, harbor.number, bob), Role::publisher);
        EXPECT_EQ(persons::role_of(transaction, ridge.number, bob), std::nullopt);
        EXPECT_EQ(persons::count_administrators(transaction, harbor.number), 1);
        EXPECT_TRUE(persons::remove_membership(transaction, harbor.number, ada));
        EXPECT_FALSE(persons::remove_membership(transaction, harbor.number, ada));
        EXPECT_EQ(persons::count_administrators(transaction, harbor.number), 0);
    });
}

TEST_P(StoreContract, a_person_may_take_another_name_and_an_address_that_is_nobodys) {
    write([&](Transaction& transaction) {
        const auto ada = stored_person(transaction, "ada");
        stored_person(transaction, "bob");
        persons::set_name(transaction, ada, "Augusta", "King");
        EXPECT_EQ(persons::set_email(transaction, ada, "Bob@harbor.example", "bob@harbor.example")
                      .error()
                      .kind,
                  ErrorKind::conflict);
        EXPECT_TRUE(persons::set_email(transaction, ada, "New@x.example", "new@x.example"));
        const auto changed = persons::find_by_email(transaction, "new@x.example");
        ASSERT_TRUE(changed);
        EXPECT_EQ(changed->id, ada);
        EXPECT_EQ(changed->email, "New@x.example");
        EXPECT_EQ(changed->first_name + " " + changed->last_name, "Augusta King");
        EXPECT_FALSE(persons::find_by_email(transaction, "ada@harbor.example"));
        EXPECT_TRUE(persons::set_email(transaction, ada, "NEW@x.example", "new@x.example"));
    });
}

TEST_P(StoreContract, a_link_says_what_it_is_about_and_ends_with_others_of_its_purpose) {
    write([&](Transaction& transaction) {
        const auto ada = stored_person(transaction, "ada");
        constexpr auto purpose = TokenPurpose::change_email;
        for (const auto* name : {"a", "b"}) {
            persons::insert_token(transaction,
                                  {digest(name), ada, purpose, at(0), at(10), "new@x.example"});
        }
        persons::insert_token(transaction,
                              {digest("reset"), ada, TokenPurpose::reset_password, at(0), at(5)});
        const auto found = persons::find_token(transaction, digest("a"), purpose, at(9));
        ASSERT_TRUE(found);
        EXPECT_EQ(found->person, ada);
        EXPECT_EQ(found->about, "new@x.example");
        EXPECT_FALSE(persons::find_token(transaction, digest("a"), purpose, at(10)));
        persons::remove_tokens(transaction, ada, purpose);
        EXPECT_FALSE(persons::find_token(transaction, digest("b"), purpose, at(1)));
        EXPECT_EQ(persons::forget_tokens(transaction, at(5)), 0);
        EXPECT_EQ(persons::forget_tokens(transaction, at(6)), 1);
    });
}

}  // namespace

}  // namespace cartulary
