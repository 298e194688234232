#include "operations/badges.h"

#include <map>

#include "operations/badge_changes.h"
#include "operations/organization_access.h"
#include "store/badge_templates.h"
#include "store/facts.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

constexpr auto earners_fact = "earners";
constexpr std::size_t secret_bytes_max = 200;  // longer than any secret

Error unknown() {
    return {ErrorKind::not_found, "the organization has no badge with this id"};
}

Error not_shown() {
    return {ErrorKind::not_found, "no badge is shown under this address"};
}

BadgeTemplate template_of(Transaction& transaction, const Badge& badge) {
    return badge_templates::find(transaction, badge.badge_template).value();
}

Result<IssuedBadge> badge_of(Transaction& transaction, const Organization& issuer, const Uuid& id) {
    auto badge = badges::find(transaction, id);
    if (!badge || badge->organization != issuer.number) return tl::unexpected(unknown());
    auto badge_template = template_of(transaction, *badge);
    return IssuedBadge{*std::move(badge), std::move(badge_template), issuer_of(issuer)};
}

Result<Badge> badge_of_link(Transaction& transaction, const std::string& secret) {
    if (!secret.empty() && secret.size() <= secret_bytes_max) {
        if (auto badge = badges::find_by_link(transaction, digest(secret))) {
            return *std::move(badge);
        }
    }
    return fail(ErrorKind::not_found, "no badge has this link");
}

// Reads each template once.
std::vector<IssuedBadge> with_templates(Transaction& transaction, std::vector<Badge> badges,
                                        const Issuer& issuer) {
    std::map<Uuid, BadgeTemplate> templates;
    std::vector<IssuedBadge> issued;
    for (auto& badge : badges) {
        auto known = templates.find(badge.badge_template);
        if (known == templates.end()) {
            known = templates.emplace(badge.badge_template, template_of(transaction, badge)).first;
        }
        issued.push_back({std::move(badge), known->second, issuer});
    }
    return issued;
}

Error with_prefix(Error error, const std::string& prefix) {
    for (auto& problem : error.fields) problem.field = prefix + problem.field;
    return error;
}

Result<void> require_batch(const std::vector<NewBadge>& wanted) {
    if (!wanted.empty() && wanted.size() <= badges_in_batch_max) return {};
    return fail({FieldProblem{"badges",
                              "must be 1 to " + std::to_string(badges_in_batch_max) + " badges"}});
}

}  // namespace

Result<Page<IssuedBadge>> Badges::list(const Caller& caller, const OrganizationId& organization,
                                       const badges::Filter& filter,
                                       const std::vector<badges::Order>& orders,
                                       const Slice& slice) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Page<IssuedBadge>> {
        const auto issuer = TRY(
            organization_within(transaction, caller, organization, Reach::granted, Right::read));
        auto found = badges::list(transaction, issuer.number, filter, orders, slice);
        return Page<IssuedBadge>{
            with_templates(transaction, std::move(found.items), issuer_of(issuer)), found.total};
    });
}

Result<IssuedBadge> Badges::get(const Caller& caller, const OrganizationId& organization,
                                const Uuid& id) {
    return registry_.store.read([&](Transaction& transaction) -> Result<IssuedBadge> {
        const auto issuer = TRY(
            organization_within(transaction, caller, organization, Reach::granted, Right::read));
        return badge_of(transaction, issuer, id);
    });
}

// Kept in a transaction of its own: what is remembered must be committed.
Uuid Badges::earners() {
    const std::lock_guard lock(mutex_);
    if (!earners_) {
        const auto made = Uuid::random(registry_.randomness).text();
        const auto kept =
            registry_.store.write([&](Transaction& transaction) -> Result<std::string> {
                return facts::keep_first(transaction, earners_fact, made);
            });
        earners_ = Uuid::parse(*kept).value();
    }
    return *earners_;
}

Result<Answer> Badges::issue(const Caller& caller, const OrganizationId& organization,
                             const NewBadge& badge, const Repetition& repetition,
                             const std::function<std::string(const IssuedBadge&)>& render) {
    const auto name_space = earners();
    return told(repetitions_.once_within(
        caller, {organization, Reach::granted, Right::write}, repetition,
        [&](Transaction& transaction, const Organization& issuer) -> Result<std::string> {
            BadgeChanges changes(registry_, transaction, caller, issuer);
            return render(TRY(changes.issue(badge, name_space)));
        }));
}

Result<Answer> Badges::issue_all(
    const Caller& caller, const OrganizationId& organization, const std::vector<NewBadge>& wanted,
    const Repetition& repetition,
    const std::function<std::string(const std::vector<IssuedBadge>&)>& render) {
    const auto name_space = earners();
    return told(repetitions_.once_within(
        caller, {organization, Reach::granted, Right::write}, repetition,
        [&](Transaction& transaction, const Organization& issuer) -> Result<std::string> {
            TRY(require_batch(wanted));
            BadgeChanges changes(registry_, transaction, caller, issuer);
            std::vector<IssuedBadge> issued;
            for (std::size_t i = 0; i < wanted.size(); ++i) {
                auto one = changes.issue(wanted[i], name_space);
                if (!one) {
                    return tl::unexpected(
                        with_prefix(std::move(one).error(), "badges[" + std::to_string(i) + "]."));
                }
                issued.push_back(*std::move(one));
            }
            return render(issued);
        }));
}

Result<Answer> Badges::replace(const Caller& caller, const OrganizationId& organization,
                               const Uuid& id, const std::function<Result<void>(NewBadge&)>& apply,
                               const Repetition& repetition,
                               const std::function<std::string(const IssuedBadge&)>& render) {
    const auto name_space = earners();
    return told(repetitions_.once_within(
        caller, {organization, Reach::granted, Right::write}, repetition,
        [&](Transaction& transaction, const Organization& issuer) -> Result<std::string> {
            const auto old = TRY(badge_of(transaction, issuer, id));
            NewBadge wanted{old.badge.badge_template, old.badge.stated};
            for (auto& evidence : wanted.stated.evidence) evidence.id = {};
            TRY(apply(wanted));
            BadgeChanges changes(registry_, transaction, caller, issuer);
            return render(TRY(changes.replace(old, wanted, name_space)));
        }));
}

Result<Answer> Badges::told(Result<Answer> answer) const {
    if (answer && !answer->repeated) {
        registry_.mail_waits();
        registry_.webhooks_wait();
    }
    return answer;
}

Result<IssuedBadge> Badges::revoke(const Caller& caller, const OrganizationId& organization,
                                   const Uuid& id, const Revocation& revocation) {
    auto revoked = registry_.store.write([&](Transaction& transaction) -> Result<IssuedBadge> {
        const auto issuer =
            TRY(organization_held(transaction, caller, organization, Reach::granted, Right::write));
        auto badge = TRY(badge_of(transaction, issuer, id));
        TRY(BadgeChanges(registry_, transaction, caller, issuer).revoke(badge, revocation));
        return badge;
    });
    if (revoked) {
        registry_.mail_waits();
        registry_.webhooks_wait();
    }
    return revoked;
}

Result<void> Badges::remove(const Caller& caller, const OrganizationId& organization,
                            const Uuid& id) {
    auto removed = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto issuer =
            TRY(organization_held(transaction, caller, organization, Reach::granted, Right::del));
        auto badge = TRY(badge_of(transaction, issuer, id));
        BadgeChanges(registry_, transaction, caller, issuer).remove(std::move(badge));
        return {};
    });
    if (removed) registry_.webhooks_wait();
    return removed;
}

Result<IssuedBadge> Badges::shown(const Uuid& id) {
    return registry_.store.read([&](Transaction& transaction) -> Result<IssuedBadge> {
        auto badge = badges::find(transaction, id);
        if (!badge || !badge->is_public || badge->state == BadgeState::rejected) {
            return tl::unexpected(not_shown());
        }
        const auto issuer = organizations::find(transaction, badge->organization).value();
        if (issuer.status != OrganizationStatus::approved) return tl::unexpected(not_shown());
        auto badge_template = template_of(transaction, *badge);
        return IssuedBadge{*std::move(badge), std::move(badge_template), issuer_of(issuer)};
    });
}

Result<IssuedBadge> Badges::of_link(const std::string& secret) {
    return registry_.store.read([&](Transaction& transaction) -> Result<IssuedBadge> {
        auto badge = TRY(badge_of_link(transaction, secret));
        const auto issuer = organizations::find(transaction, badge.organization).value();
        auto badge_template = template_of(transaction, badge);
        return IssuedBadge{std::move(badge), std::move(badge_template), issuer_of(issuer)};
    });
}

Result<IssuedBadge> Badges::decide(const std::string& secret, Decision decision) {
    const auto decider = earner();
    auto decided = registry_.store.write([&](Transaction& transaction) -> Result<IssuedBadge> {
        const auto found = TRY(badge_of_link(transaction, secret));
        organizations::hold(transaction, found.organization);
        const auto issuer = organizations::find(transaction, found.organization).value();
        // It may have changed before the organization was held.
        auto badge = TRY(badge_of(transaction, issuer, found.id));
        BadgeChanges changes(registry_, transaction, decider, issuer);
        switch (decision) {
            case Decision::accept: TRY(changes.set_state(badge, BadgeState::accepted)); break;
            case Decision::reject: TRY(changes.set_state(badge, BadgeState::rejected)); break;
            case Decision::publish: TRY(changes.set_public(badge, true)); break;
            case Decision::hide: TRY(changes.set_public(badge, false)); break;
        }
        return badge;
    });
    if (decided) registry_.webhooks_wait();
    return decided;
}

}  // namespace cartulary
