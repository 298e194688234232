#include "app/demo/demo.h"

#include "app/demo/applications.h"
#include "app/demo/badges.h"
#include "app/demo/catalogue.h"
#include "app/demo/colleges.h"
#include "app/demo/credentials.h"
#include "app/demo/directory.h"
#include "app/demo/drafts.h"
#include "app/demo/institutions.h"
#include "app/demo/integrators.h"
#include "app/demo/members.h"
#include "app/demo/people.h"
#include "app/demo/summary.h"
#include "app/demo/visits.h"
#include "app/demo/webhooks.h"
#include "domain/password.h"
#include "store/organizations.h"

namespace cartulary::demo {

namespace {

Result<void> require_good(const Registry& registry, const std::string& password) {
    const std::string_view known[] = {clerk, dean, registry.name};
    const auto problem = problem_in_password(password, known);
    if (problem) return fail({FieldProblem{"password", *problem}});
    return {};
}

// They come into the registry as they come, and not state by state.
std::vector<College> in_any_order(std::vector<College> colleges, Dice& dice) {
    for (auto left = colleges.size(); left > 1; --left) {
        std::swap(colleges[left - 1], colleges[dice.below(left)]);
    }
    return colleges;
}

}  // namespace

bool is_in_use(const Registry& registry) {
    return registry.store.read(
        [](Transaction& transaction) { return organizations::count(transaction) > 0; });
}

Result<Loaded> load(const Registry& registry, const Options& options,
                    const std::function<void(std::size_t, std::size_t)>& told) {
    TRY(require_good(registry, options.password));
    if (is_in_use(registry)) {
        return fail(ErrorKind::conflict, "the registry holds organizations already");
    }
    Stage stage(registry, options.seed, options.password);
    Cast cast;
    Post post(stage);
    const auto colleges = in_any_order(all_colleges(), stage.dice);
    Script script;
    script.at(demonstrated, [&] {
        enter_staff(stage, cast);
        enter_bodies(stage, cast);
    });
    script.at(demonstrated - std::chrono::days(1), [&] { enter_institutions(stage, cast); });
    plan_colleges(stage, script, cast, colleges);
    plan_credentials(stage, script, cast, colleges);
    plan_catalogue(stage, script, cast);
    plan_members(stage, script, cast, post);
    plan_applications(stage, script, cast, post);
    plan_drafts(stage, script, cast);
    plan_badges(stage, script, cast, post);
    plan_webhooks(stage, script, cast);
    plan_integrators(stage, script, cast);
    plan_visits(stage, script);
    plan_post(script, post);
    script.play(stage, told);
    stage.people.forget_ended();
    return summary_of(stage, cast, colleges);
}

}  // namespace cartulary::demo
