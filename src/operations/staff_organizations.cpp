#include "operations/staff_organizations.h"

#include "base/text.h"
#include "domain/event.h"
#include "domain/text_field.h"
#include "operations/organization_events.h"
#include "operations/staff_acts.h"
#include "store/organizations.h"
#include "store/staff_acts.h"

namespace cartulary {

namespace {

constexpr int acts_shown = 20;

tl::unexpected<Error> unknown() {
    return fail(ErrorKind::not_found, "no organization has this CTID");
}

tl::unexpected<Error> in_status(const Organization& organization) {
    return fail(ErrorKind::conflict,
                "the organization is " + std::string(name_of(organization.status)));
}

// One found by its whole CTID.
std::vector<Organization> only(Transaction& transaction, const OrganizationId& id,
                               const std::optional<OrganizationStatus>& status) {
    auto found = organizations::find(transaction, id);
    if (!found || (status && found->status != *status)) return {};
    return {*std::move(found)};
}

}  // namespace

Result<void> require_reason(const std::string& reason) {
    std::vector<FieldProblem> problems;
    check_lines(reason, "reason", staff_reason_length_max, problems);
    if (text::is_blank(reason)) problems.push_back({"reason", "is required"});
    if (problems.empty()) return {};
    return fail(std::move(problems));
}

Result<void> require_searched(const std::string& text) {
    if (text::length(text) <= staff_search_length_max) return {};
    return fail({FieldProblem{"text", at_most(staff_search_length_max)}});
}

Result<StaffOrganizations::Listed> StaffOrganizations::list(const Actor& actor,
                                                            const Query& query) {
    TRY(acting_as_staff(actor));
    TRY(require_searched(query.text));
    return registry_.store.read([&](Transaction& transaction) -> Result<Listed> {
        if (const auto id = OrganizationId::from_ctid(text::trimmed(query.text))) {
            return Listed{only(transaction, *id, query.status)};
        }
        organizations::Search search{.text = query.text, .status = query.status};
        const auto last = query.after ? organizations::find(transaction, *query.after)
                                      : std::optional<Organization>();
        if (last) {
            search.after_name = text::folded(last->stated.name);
            search.after_number = last->number;
        }
        Listed listed{organizations::search(transaction, search, staff_page_count + 1)};
        listed.more = listed.organizations.size() > staff_page_count;
        if (listed.more) listed.organizations.pop_back();
        return listed;
    });
}

Result<StaffOrganizations::Shown> StaffOrganizations::show(const Actor& actor,
                                                           const OrganizationId& organization) {
    TRY(acting_as_staff(actor));
    auto whole = TRY(Organizations(registry_).show(organization));
    auto acts = registry_.store.read([&](Transaction& transaction) {
        return staff_acts::of_organization(transaction, whole.organization.number, acts_shown);
    });
    return Shown{std::move(whole), std::move(acts)};
}

Result<Organization> StaffOrganizations::change(const Actor& actor, const OrganizationId& id,
                                                const Change& change) {
    const auto caller = TRY(acting_as_staff(actor));
    auto changed = registry_.store.write([&](Transaction& transaction) -> Result<Organization> {
        const auto number = organizations::number_of(transaction, id);
        if (!number) return unknown();
        organizations::hold(transaction, *number);
        auto organization = organizations::find(transaction, *number).value();
        if (!TRY(change.apply(organization))) return organization;
        organization.version += 1;
        organization.updated_at = registry_.now();
        TRY(organizations::replace(transaction, organization));
        TRY(append_event(registry_, transaction, caller, organization,
                         event_type::organization_changed));
        append_staff_act_by_event(registry_, transaction, actor, change.act, *number,
                                  change.reason);
        return organization;
    });
    if (changed) registry_.webhooks_wait();
    return changed;
}

Result<Organization> StaffOrganizations::block(const Actor& actor,
                                               const OrganizationId& organization,
                                               const std::string& reason) {
    TRY(acting_as_staff(actor));
    TRY(require_reason(reason));
    return change(actor, organization,
                  {.act = staff_act::organization_blocked,
                   .reason = reason,
                   .apply = [](Organization& held) -> Result<bool> {
                       if (held.status != OrganizationStatus::approved) return in_status(held);
                       held.status = OrganizationStatus::blocked;
                       return true;
                   }});
}

Result<Organization> StaffOrganizations::unblock(const Actor& actor,
                                                 const OrganizationId& organization) {
    return change(
        actor, organization,
        {.act = staff_act::organization_unblocked, .apply = [](Organization& held) -> Result<bool> {
             if (held.status != OrganizationStatus::blocked) return in_status(held);
             held.status = OrganizationStatus::approved;
             return true;
         }});
}

Result<Organization> StaffOrganizations::set_trusted(const Actor& actor,
                                                     const OrganizationId& organization,
                                                     bool trusted) {
    const auto apply = [trusted](Organization& held) -> Result<bool> {
        if (held.trusted_partner == trusted) return false;
        if (trusted && held.status != OrganizationStatus::approved) return in_status(held);
        held.trusted_partner = trusted;
        return true;
    };
    return change(actor, organization,
                  {.act = trusted ? staff_act::partner_trusted : staff_act::partner_distrusted,
                   .apply = apply});
}

}  // namespace cartulary
