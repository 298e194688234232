#include "operations/badge_templates.h"

#include "base/text.h"
#include "operations/badge_template_parts.h"
#include "operations/organization_access.h"
#include "operations/organization_events.h"
#include "store/badge_text.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

constexpr int numbered_slugs_max = 50;
constexpr std::size_t random_slug_bytes = 6;
constexpr int shown_max = 200;

Error unknown() {
    return {ErrorKind::not_found, "the organization has no badge template with this id"};
}

Error not_shown() {
    return {ErrorKind::not_found, "no badge template is shown under this address"};
}

Result<BadgeTemplate> template_of(Transaction& transaction, std::int32_t organization,
                                  const Uuid& id) {
    auto found = badge_templates::find(transaction, id);
    if (!found || found->organization != organization) return tl::unexpected(unknown());
    return *std::move(found);
}

std::string with_suffix(std::string slug, const std::string& suffix) {
    slug.resize(std::min(slug.size(), badge_slug_length_max - suffix.size()));
    if (slug.ends_with('-')) slug.pop_back();
    return slug + suffix;
}

// A slug that no other template of the organization has: the name's, or with a number.
std::string free_slug(const Registry& registry, Transaction& transaction, std::int32_t organization,
                      const std::string& name) {
    const auto slug = slug_of(name);
    auto wanted = slug;
    for (int number = 2; badge_templates::find_by_slug(transaction, organization, wanted);
         ++number) {
        if (number > numbered_slugs_max) {
            const auto random =
                text::lower_ascii(random_token(random_slug_bytes, registry.randomness));
            return with_suffix(slug, "-" + random);
        }
        wanted = with_suffix(slug, "-" + std::to_string(number));
    }
    return wanted;
}

bool is_shown(const Organization& organization, const BadgeTemplate& badge_template) {
    return organization.status == OrganizationStatus::approved && badge_template.stated.is_public &&
           badge_template.stated.state != BadgeTemplateState::draft;
}

}  // namespace

Result<Page<IssuedTemplate>> BadgeTemplates::list(const Caller& caller,
                                                  const OrganizationId& organization,
                                                  const badge_templates::Filter& filter,
                                                  const std::vector<badge_templates::Order>& orders,
                                                  const Slice& slice) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Page<IssuedTemplate>> {
        const auto issuer = issuer_of(TRY(
            organization_within(transaction, caller, organization, Reach::granted, Right::read)));
        auto found = badge_templates::list(transaction, issuer.number, filter, orders, slice);
        Page<IssuedTemplate> page{.items = {}, .total = found.total};
        for (auto& badge_template : found.items) {
            page.items.push_back({std::move(badge_template), issuer});
        }
        return page;
    });
}

Result<IssuedTemplate> BadgeTemplates::get(const Caller& caller, const OrganizationId& organization,
                                           const Uuid& id) {
    return registry_.store.read([&](Transaction& transaction) -> Result<IssuedTemplate> {
        const auto issuer = TRY(
            organization_within(transaction, caller, organization, Reach::granted, Right::read));
        auto found = TRY(template_of(transaction, issuer.number, id));
        return IssuedTemplate{std::move(found), issuer_of(issuer)};
    });
}

Result<Answer> BadgeTemplates::create(
    const Caller& caller, const OrganizationId& organization, const BadgeTemplateDraft& draft,
    const Repetition& repetition, const std::function<std::string(const IssuedTemplate&)>& render) {
    auto answer = repetitions_.once_within(
        caller, {organization, Reach::granted, Right::write}, repetition,
        [&](Transaction& transaction, const Organization& issuer) -> Result<std::string> {
            TRY(require_valid(transaction, issuer.number, draft, {}));
            const auto now = registry_.now();
            IssuedTemplate issued{{.id = Uuid::ordered(milliseconds(now), registry_.randomness),
                                   .organization = issuer.number,
                                   .stated = draft,
                                   .badge_count = 0,
                                   .version = 1,
                                   .created_at = now,
                                   .updated_at = now,
                                   .state_updated_at = {}},
                                  issuer_of(issuer)};
            auto& stated = issued.badge_template.stated;
            give_ids(stated, registry_.randomness);
            if (stated.slug.empty()) {
                stated.slug = free_slug(registry_, transaction, issuer.number, stated.name);
            }
            TRY(badge_templates::insert(transaction, issued.badge_template));
            append_event(registry_, transaction, caller, issuer, event_type::badge_template_created,
                         badge_templates::snapshot_of(issued));
            return render(issued);
        });
    if (answer && !answer->repeated) registry_.webhooks_wait();
    return answer;
}

Result<IssuedTemplate> BadgeTemplates::change(
    const Caller& caller, const OrganizationId& organization, const Uuid& id,
    const std::function<Result<void>(BadgeTemplateDraft&)>& apply) {
    bool is_change = false;
    auto changed = registry_.store.write([&](Transaction& transaction) -> Result<IssuedTemplate> {
        const auto issuer =
            TRY(organization_held(transaction, caller, organization, Reach::granted, Right::write));
        IssuedTemplate issued{TRY(template_of(transaction, issuer.number, id)), issuer_of(issuer)};
        auto& [found, told_issuer] = issued;
        const auto before = found.stated;
        TRY(apply(found.stated));
        if (found.stated.slug.empty()) found.stated.slug = before.slug;
        give_ids(found.stated, registry_.randomness);
        is_change = found.stated != before;
        if (!is_change) return issued;
        TRY(require_valid(transaction, issuer.number, found.stated, before));
        found.version += 1;
        found.updated_at = registry_.now();
        if (found.stated.state != before.state) found.state_updated_at = found.updated_at;
        TRY(badge_templates::replace(transaction, found));
        append_event(registry_, transaction, caller, issuer, event_type::badge_template_changed,
                     badge_templates::snapshot_of(issued));
        return issued;
    });
    if (changed && is_change) registry_.webhooks_wait();
    return changed;
}

Result<void> BadgeTemplates::remove(const Caller& caller, const OrganizationId& organization,
                                    const Uuid& id) {
    auto removed = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto issuer =
            TRY(organization_held(transaction, caller, organization, Reach::granted, Right::del));
        auto found = TRY(template_of(transaction, issuer.number, id));
        TRY(badge_templates::remove(transaction, id));
        append_event(registry_, transaction, caller, issuer, event_type::badge_template_deleted,
                     badge_templates::snapshot_of({std::move(found), issuer_of(issuer)}));
        return {};
    });
    if (removed) registry_.webhooks_wait();
    return removed;
}

Result<IssuedTemplate> BadgeTemplates::shown(const Uuid& id) {
    return found_by_everybody(id, is_shown);
}

Result<IssuedTemplate> BadgeTemplates::referred_to(const Uuid& id) {
    return found_by_everybody(
        id, [](const Organization& organization, const BadgeTemplate& badge_template) {
            return is_shown(organization, badge_template) ||
                   (organization.status == OrganizationStatus::approved &&
                    badge_template.badge_count > 0);
        });
}

Result<IssuedTemplate> BadgeTemplates::found_by_everybody(
    const Uuid& id, const std::function<bool(const Organization&, const BadgeTemplate&)>& may_see) {
    return registry_.store.read([&](Transaction& transaction) -> Result<IssuedTemplate> {
        auto found = badge_templates::find(transaction, id);
        if (!found) return tl::unexpected(not_shown());
        const auto issuer = organizations::find(transaction, found->organization).value();
        if (!may_see(issuer, *found)) return tl::unexpected(not_shown());
        return IssuedTemplate{*std::move(found), issuer_of(issuer)};
    });
}

Result<IssuedTemplate> BadgeTemplates::shown(std::string_view profile_name, std::string_view slug) {
    return registry_.store.read([&](Transaction& transaction) -> Result<IssuedTemplate> {
        const auto issuer =
            organizations::find_by_profile_name(transaction, text::folded(profile_name));
        if (!issuer) return tl::unexpected(not_shown());
        auto found = badge_templates::find_by_slug(transaction, issuer->number, slug);
        if (!found || !is_shown(*issuer, *found)) return tl::unexpected(not_shown());
        return IssuedTemplate{*std::move(found), issuer_of(*issuer)};
    });
}

std::vector<BadgeTemplate> BadgeTemplates::shown_of(const Organization& organization) {
    badge_templates::Filter filter;
    filter.states = {BadgeTemplateState::active};
    filter.is_public = true;
    return registry_.store.read([&](Transaction& transaction) {
        return badge_templates::list(transaction, organization.number, filter,
                                     {{.by = badge_templates::SortBy::name}},
                                     {.offset = 0, .count = shown_max})
            .items;
    });
}

}  // namespace cartulary
