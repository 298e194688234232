#include "app/demo/people.h"

#include "operations/callers.h"
#include "operations/partners.h"
#include "operations/people.h"

namespace cartulary::demo {

namespace {

void name(Stage& stage, const std::string& email, const std::string& first_name,
          const std::string& last_name) {
    granted(stage.people.accounts.change_name(stage.actor(email), first_name, last_name), "name");
}

void enter_staff_person(Stage& stage, const std::string& email, const std::string& first_name,
                        const std::string& last_name) {
    granted(add_staff(stage.registry(), email, stage.password()), "staff");
    name(stage, email, first_name, last_name);
}

}  // namespace

void enter_staff(Stage& stage, Cast& cast) {
    enter_staff_person(stage, clerk, "Clara", "Ledger");
    enter_staff_person(stage, archivist, "Arno", "Shelf");
    const auto made = granted(
        add_partner(stage.registry(), command_line(),
                    {"Demonstration State Agency", officer, OrganizationId(stage.dice.uuid())}),
        "partner");
    cast.partner_key = made.api_key;
    cast.partner = granted(Callers(stage.registry()).by_api_key(made.api_key), "key");
    enter_member(stage, made.id, Role::administrator, officer, "Pat", "Warrant");
}

void sign_up(Stage& stage, Post& post, const std::string& first_name, const std::string& last_name,
             const std::string& email) {
    granted(stage.people.sign_ups.sign_up({first_name, last_name, email, stage.password()}, {}),
            "sign-up");
    stage.pass(std::chrono::minutes(2));
    granted(stage.people.sign_ups.confirm(post.secret_in(MailKind::sign_up, email),
                                          stage.password(), {}),
            "confirmation");
}

void enter_member(Stage& stage, const OrganizationId& organization, Role role,
                  const std::string& email, const std::string& first_name,
                  const std::string& last_name) {
    granted(
        add_member(stage.registry(), command_line(), {email, organization, role, stage.password()}),
        "member");
    name(stage, email, first_name, last_name);
}

}  // namespace cartulary::demo
