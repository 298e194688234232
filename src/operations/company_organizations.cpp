#include "operations/company_organizations.h"

#include <algorithm>

#include "operations/company_organization_changes.h"

namespace cartulary {

namespace changes = company_organization_changes;

tl::unexpected<Error> no_such_organization() {
    return fail(ErrorKind::not_found, "your company has no organization with this Id");
}

std::vector<CompanyOrganization> CompanyOrganizations::page(const CompanyUserCaller& user,
                                                            std::int32_t after) {
    auto members = registry_.store.read([&](Transaction& transaction) {
        return companies::members(transaction, user.company(), after, page_size);
    });
    std::vector<CompanyOrganization> page;
    page.reserve(members.size());
    for (auto& member : members) page.push_back(changes::seen(std::move(member)));
    return page;
}

std::optional<CompanyOrganization> CompanyOrganizations::find(const CompanyUserCaller& user,
                                                              const Filter& filter) {
    auto member =
        registry_.store.read([&](Transaction& transaction) -> std::optional<companies::Member> {
            std::optional<std::int32_t> number = filter.number;
            const auto agrees = [&](const IdentifierScheme& scheme,
                                    const std::optional<std::string>& value) {
                if (!value) return true;
                const auto found =
                    companies::number_by(transaction, user.company(), scheme.name, *value);
                if (!found || (number && number != found)) return false;
                number = found;
                return true;
            };
            if (!agrees(identifier_scheme::litmos_key, filter.key) ||
                !agrees(identifier_scheme::litmos_external_id, filter.external_id) || !number) {
                return std::nullopt;
            }
            return companies::find_member(transaction, user.company(), *number);
        });
    if (!member) return std::nullopt;
    return changes::seen(*std::move(member));
}

Result<CompanyOrganization> CompanyOrganizations::get(const CompanyUserCaller& user,
                                                      std::int32_t number) {
    auto found = find(user, {.number = number});
    if (!found) return no_such_organization();
    return *std::move(found);
}

Result<Answer> CompanyOrganizations::create(
    const CompanyUserCaller& user, const CompanyOrganizationStatement& statement,
    const Repetition& repetition,
    const std::function<std::string(const CompanyOrganization&)>& render) {
    auto answer = repetitions_.once(
        user.caller, repetition, [&](Transaction& transaction) -> Result<std::string> {
            return render(TRY(changes::insert(registry_, transaction, user, statement)));
        });
    if (answer && !answer->repeated) {
        registry_.webhooks_wait();
        if (statement.tells_administrators) registry_.mail_waits();
    }
    return answer;
}

Result<CompanyOrganization> CompanyOrganizations::replace(
    const CompanyUserCaller& user, std::int32_t number,
    const CompanyOrganizationStatement& statement) {
    auto changed = registry_.store.write([&](Transaction& transaction) -> Result<changes::Changed> {
        auto before = TRY(changes::held(transaction, user, number));
        return changes::replace(registry_, transaction, user, std::move(before), statement);
    });
    if (!changed) return tl::unexpected(std::move(changed).error());
    if (changed->is_change) {
        registry_.webhooks_wait();
        if (statement.tells_administrators) registry_.mail_waits();
    }
    return std::move(changed->after);
}

Result<CompanyOrganization> CompanyOrganizations::remove(const CompanyUserCaller& user,
                                                         std::int32_t number) {
    auto removed =
        registry_.store.write([&](Transaction& transaction) -> Result<CompanyOrganization> {
            auto before = TRY(changes::held(transaction, user, number));
            TRY(changes::remove(registry_, transaction, user, before.organization));
            return before;
        });
    if (removed) registry_.webhooks_wait();
    return removed;
}

std::vector<FieldProblem> CompanyOrganizations::problems_in(
    const CompanyUserCaller& user, const std::string& key,
    const CompanyOrganizationStatement& statement) {
    // Before it is looked for: a key that cannot be stored cannot be asked for either.
    auto problems = changes::problems_in(statement, changes::new_draft(registry_));
    if (problems.empty()) return problems;
    const bool is_key = std::ranges::none_of(problems, [](const FieldProblem& problem) {
        return problem.field == "identifiers.litmos.key";
    });
    if (!is_key) return problems;
    const auto known = find(user, {.key = key});
    return known ? changes::problems_in(statement, known->organization.stated) : problems;
}

Result<Put> put_by_key(const Registry& registry, Transaction& transaction,
                       const CompanyUserCaller& user, const std::string& key,
                       const CompanyOrganizationStatement& statement) {
    const auto number =
        companies::number_by(transaction, user.company(), identifier_scheme::litmos_key.name, key);
    if (!number) {
        TRY(changes::insert(registry, transaction, user, statement));
        return Put::inserted;
    }
    auto before = TRY(changes::held(transaction, user, *number));
    const auto changed =
        TRY(changes::replace(registry, transaction, user, std::move(before), statement));
    return changed.is_change ? Put::updated : Put::unchanged;
}

}  // namespace cartulary
