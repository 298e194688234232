#include "operations/company_users.h"

#include "base/text.h"
#include "domain/person.h"
#include "operations/organization_events.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

// Longer than any login id or user name; nobody makes us fold a book.
constexpr std::size_t name_bytes_max = 1'000;

bool may_be_a_name(std::string_view text) {
    return !text.empty() && text.size() <= name_bytes_max && text::is_utf8(text);
}

bool may_be_credentials(const CompanyCredentials& credentials) {
    return may_be_a_name(credentials.login_id) && may_be_a_name(credentials.username) &&
           !credentials.password.empty() && credentials.password.size() <= password_bytes_max;
}

tl::unexpected<Error> no_such_company(const std::string& login_id) {
    return fail(ErrorKind::not_found, "no company has the login id " + login_id);
}

Organization organization_of(const Registry& registry, const NewCompany& company) {
    const auto now = registry.now();
    OrganizationDraft stated;
    stated.name = company.name;
    stated.email = company.email;
    stated.profile_name = generated_profile_name(Uuid::random(registry.randomness));
    return {.id = OrganizationId(Uuid::random(registry.randomness)),
            .number = 0,
            .serial = 0,
            .status = OrganizationStatus::approved,
            .trusted_partner = false,
            .tenant = {},
            .stated = std::move(stated),
            .version = 1,
            .created_at = now,
            .updated_at = now,
            .approved_at = now};
}

Result<void> require_valid(const NewCompany& company, const Organization& organization) {
    auto problems = problems_in(organization.stated, {.complete = false});
    for (auto& problem : problems_in_login_id(company.login_id)) problems.push_back(problem);
    for (auto& problem : problems_in_user(company.username, company.password)) {
        problems.push_back(problem);
    }
    if (!problems.empty()) return fail(std::move(problems));
    return {};
}

// Nothing where the text can be no login id.
std::optional<Company> find_company(Transaction& transaction, const std::string& login_id) {
    if (!may_be_a_name(login_id)) return std::nullopt;
    return companies::find(transaction, text::folded(login_id));
}

}  // namespace

CompanyUsers::CompanyUsers(const Registry& registry, VerifiedPasswords::Verify verify)
    : registry_(registry),
      owners_(registry.store),
      passwords_(registry.now, registry.randomness, std::move(verify)),
      nobodys_hash_(hash_password(random_token(32, registry.randomness))) {}

Result<CompanyUserCaller> CompanyUsers::sign_in(const CompanyCredentials& credentials) {
    const auto wrong = [] {
        return fail(ErrorKind::unauthenticated,
                    "the company login id, the user name or the password is wrong");
    };
    if (!may_be_credentials(credentials)) return wrong();
    const auto login_id = text::folded(credentials.login_id);
    const auto username = text::folded(credentials.username);
    const auto who = login_id + '\n' + username;  // neither holds a line break
    const auto owner = owners_.get(who, [&] {
        return registry_.store.read([&](Transaction& transaction) {
            return companies::owner_of(transaction, login_id, username);
        });
    });
    const bool right = passwords_.is_right(who, owner ? owner->password_hash : nobodys_hash_,
                                           credentials.password);
    if (!right || !owner) return wrong();
    if (!owner->approved) return fail(ErrorKind::forbidden, "the company is not active");
    return CompanyUserCaller{
        .caller = {.id = owner->id, .organization = owner->number, .name = owner->name},
        .username = owner->username};
}

Result<CompanyMade> add_company(const Registry& registry, const Caller& caller,
                                const NewCompany& company) {
    auto organization = organization_of(registry, company);
    TRY(require_valid(company, organization));
    const auto hash = hash_password(company.password);
    const auto now = organization.created_at;
    auto made = registry.store.write([&](Transaction& transaction) -> Result<CompanyMade> {
        const auto given = TRY(organizations::insert(transaction, organization));
        organization.number = given.number;
        organization.serial = given.serial;
        TRY(companies::insert(transaction, {given.number, company.login_id, now}));
        companies::put_user(transaction, given.number, {company.username, hash, now});
        TRY(append_event(registry, transaction, caller, organization,
                         event_type::organization_registered));
        return CompanyMade{organization.id, company.login_id};
    });
    if (made) registry.webhooks_wait();
    return made;
}

Result<bool> put_company_user(const Registry& registry, const std::string& login_id,
                              const std::string& username, const std::string& password) {
    if (auto problems = problems_in_user(username, password); !problems.empty()) {
        return fail(std::move(problems));
    }
    const auto hash = hash_password(password);
    return registry.store.write([&](Transaction& transaction) -> Result<bool> {
        const auto company = find_company(transaction, login_id);
        if (!company) return no_such_company(login_id);
        return companies::put_user(transaction, company->organization,
                                   {username, hash, registry.now()});
    });
}

Result<void> remove_company_user(const Registry& registry, const std::string& login_id,
                                 const std::string& username) {
    return registry.store.write([&](Transaction& transaction) -> Result<void> {
        const auto company = find_company(transaction, login_id);
        if (!company) return no_such_company(login_id);
        const bool removed =
            may_be_a_name(username) &&
            companies::remove_user(transaction, company->organization, text::folded(username));
        if (!removed) return fail(ErrorKind::not_found, "the company has no user " + username);
        return {};
    });
}

Result<CompanyUserCaller> command_line_for_company(const Registry& registry,
                                                   const std::string& login_id,
                                                   const std::string& username) {
    return registry.store.read([&](Transaction& transaction) -> Result<CompanyUserCaller> {
        const auto company = find_company(transaction, login_id);
        if (!company) return no_such_company(login_id);
        const auto organization = organizations::find(transaction, company->organization).value();
        return CompanyUserCaller{.caller = {.id = organization.id,
                                            .organization = organization.number,
                                            .name = organization.stated.name,
                                            .acts_as = "command"},
                                 .username = username};
    });
}

}  // namespace cartulary
