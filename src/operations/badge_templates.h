#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "domain/badge.h"
#include "operations/caller.h"
#include "operations/registry.h"
#include "operations/repetition.h"
#include "store/badge_templates.h"

namespace cartulary {

// Badge templates of organizations that the caller may see. Every refusal is not_found where the
// organization or the template is not the caller's to see, forbidden where its credential lacks
// the right that is named. Every change appends an event.
class BadgeTemplates {
public:
    explicit BadgeTemplates(const Registry& registry)
        : registry_(registry), repetitions_(registry.store, registry.vault, registry.now) {}

    // Needs read.
    Result<Page<IssuedTemplate>> list(const Caller& caller, const OrganizationId& organization,
                                      const badge_templates::Filter& filter,
                                      const std::vector<badge_templates::Order>& orders,
                                      const Slice& slice);
    Result<IssuedTemplate> get(const Caller& caller, const OrganizationId& organization,
                               const Uuid& id);

    // Needs write. A slug that was not stated is made from the name, with a number where another
    // template has it. invalid, also where a required template is not the organization's;
    // conflict: the stated slug is another's.
    Result<Answer> create(const Caller& caller, const OrganizationId& organization,
                          const BadgeTemplateDraft& draft, const Repetition& repetition,
                          const std::function<std::string(const IssuedTemplate&)>& render);

    // Needs write. `apply` writes into the draft what the caller said; it may be called more than
    // once. A change that changes nothing is none. invalid; conflict; what `apply` refuses.
    Result<IssuedTemplate> change(const Caller& caller, const OrganizationId& organization,
                                  const Uuid& id,
                                  const std::function<Result<void>(BadgeTemplateDraft&)>& apply);

    // Needs del. conflict: badges of it were issued; archive it instead.
    Result<void> remove(const Caller& caller, const OrganizationId& organization, const Uuid& id);

    // As everybody may see it: public, not a draft, of an approved organization. not_found.
    Result<IssuedTemplate> shown(const Uuid& id);
    Result<IssuedTemplate> shown(std::string_view profile_name, std::string_view slug);

    // What a badge refers to: as shown, or of which badges were issued, whatever became of it.
    // not_found.
    Result<IssuedTemplate> referred_to(const Uuid& id);

    // The active public ones of an organization by name, at most 200: what its page lists.
    std::vector<BadgeTemplate> shown_of(const Organization& organization);

private:
    Result<IssuedTemplate> found_by_everybody(
        const Uuid& id,
        const std::function<bool(const Organization&, const BadgeTemplate&)>& may_see);

    const Registry& registry_;
    Repetitions repetitions_;
};

}  // namespace cartulary
