#include "app/demo/members.h"

#include "app/demo/people.h"
#include "operations/third_parties.h"

namespace cartulary::demo {

namespace {

using std::chrono::days;
using std::chrono::hours;

constexpr auto hopeful = "hopeful@mail.example";
constexpr auto colleague = "colleague@harbor.example";
constexpr auto dean_of_ridge = "dean@ridge.example";
constexpr auto dean_of_meadow = "dean@meadow.example";
constexpr auto dean_of_heron = "dean@heron.example";

void plan_third_parties(Stage& stage, Script& script, Cast& cast) {
    const auto parties = std::make_shared<ThirdParties>(stage.registry(), stage.finding);
    script.keep(parties);
    const auto id = [&cast](const char* key) { return cast.institutions.at(key).id; };
    script.at(days(115), [=, &stage] {
        granted(parties->ask(stage.actor(dean), id("harbor"), id("heron")), "request");
        stage.pass(hours(2));
        granted(parties->grant(stage.actor(dean_of_heron), id("heron"), id("harbor")), "grant");
    });
    script.at(days(85), [=, &stage] {
        granted(parties->ask(stage.actor(dean_of_meadow), id("meadow"), id("harbor")), "request");
        stage.pass(hours(7));
        granted(parties->revoke(stage.actor(dean), id("harbor"), id("meadow")), "refusal");
    });
    script.at(days(7), [=, &stage] {
        granted(parties->ask(stage.actor(dean_of_ridge), id("ridge"), id("harbor")), "request");
    });
    script.at(days(5), [=, &stage] {
        granted(parties->ask(stage.actor(dean), id("harbor"), id("meadow")), "request");
    });
}

}  // namespace

void plan_members(Stage& stage, Script& script, Cast& cast, Post& post) {
    script.at(days(100), [&] {
        auto& members = stage.people.members;
        const auto& harbor = cast.harbor().id;
        granted(members.invite(stage.actor(dean), harbor, colleague, Role::publisher),
                "invitation");
        stage.pass(hours(9));
        granted(stage.people.joining.accept_as_new(post.secret_in(MailKind::invitation, colleague),
                                                   {"Colin", "League", stage.password()}, {}),
                "answer to an invitation");
    });
    script.at(days(40), [&] {
        sign_up(stage, post, "Nova", "Comer", newcomer);
        sign_up(stage, post, "Hope", "Full", hopeful);
    });
    script.at(days(5), [&] {
        const auto& harbor = cast.harbor().id;
        granted(stage.people.joining.ask(stage.actor(hopeful), harbor,
                                         "I teach arc welding on Tuesdays and write our courses."),
                "request to join");
        auto& members = stage.people.members;
        granted(members.invite(stage.actor(dean), harbor, "assistant@harbor.example", Role::viewer),
                "invitation");
        granted(members.invite(stage.actor(dean), harbor, "typo@lost.example", Role::publisher),
                "invitation");
    });
    // Its mail still waits.
    script.at(hours(2), [&] {
        granted(stage.people.accounts.forgot_password(writer, {}), "forgotten password");
    });
    plan_third_parties(stage, script, cast);
}

}  // namespace cartulary::demo
