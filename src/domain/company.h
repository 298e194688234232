#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"
#include "base/time.h"

// Companies: organizations whose users keep organizations of their own, which nobody else's users
// ever see.
namespace cartulary {

struct Company {
    std::int32_t organization;  // its number
    std::string login_id;       // unique in the registry without regard to case
    Timestamp created_at;

    bool operator==(const Company&) const = default;
};

// A program that signs in for a company, by name and password.
struct CompanyUser {
    std::string username;  // unique in the company without regard to case
    std::string password_hash;
    Timestamp created_at;

    bool operator==(const CompanyUser&) const = default;
};

// Limits in Unicode characters.
inline constexpr std::size_t company_login_id_length_max = 100;
inline constexpr std::size_t company_username_length_max = 50;  // whom "Modified" names

// Problems of what a user signs in with, as "login_id", "username" and "password". They travel in
// headers, which lose white space at their ends.
std::vector<FieldProblem> problems_in_login_id(const std::string& login_id);
std::vector<FieldProblem> problems_in_user(const std::string& username,
                                           const std::string& password);

// Which of a company's users made and changed something.
struct Modification {
    std::string created_by;
    Timestamp created_at;
    std::string updated_by;  // empty: somebody else, or unknown
    Timestamp updated_at;

    bool operator==(const Modification&) const = default;
};

// A group of attendees that an organization of a company is assigned to.
struct AttendeeGroupDraft {
    std::string name;  // unique in the organization without regard to case
    bool active = true;
    std::optional<Timestamp> starts_at = {};
    std::optional<Timestamp> ends_at = {};
    std::string unique_id = {};
    bool applies_expiry = false;
    bool applies_expiry_to_replay = false;

    bool operator==(const AttendeeGroupDraft&) const = default;
};

struct AttendeeGroup {
    std::int32_t number;  // > 0, given by the store, never used again
    AttendeeGroupDraft stated;
    Modification modified;

    bool operator==(const AttendeeGroup&) const = default;
};

inline constexpr std::size_t attendee_group_name_length_max = 200;
inline constexpr std::size_t attendee_group_unique_id_length_max = 50;
inline constexpr std::size_t attendee_groups_max = 1'000;  // of one organization

// A domain whose e-mail addresses belong to an organization, and to no other of its company.
struct EmailDomainDraft {
    std::string domain;  // as written
    bool active = true;

    bool operator==(const EmailDomainDraft&) const = default;
};

struct EmailDomain {
    EmailDomainDraft stated;
    Modification modified;

    bool operator==(const EmailDomain&) const = default;
};

inline constexpr std::size_t email_domain_length_max = 50;
inline constexpr std::size_t email_domains_max = 1'000;  // of one organization

// Equal for two spellings of one domain; nothing when it is none.
std::optional<std::string> comparable_domain(std::string_view domain);

// Each field after `prefix` ("[1].").
void append_problems_in(const AttendeeGroupDraft& group, const std::string& prefix,
                        std::vector<FieldProblem>& problems);
void append_problems_in(const EmailDomainDraft& domain, const std::string& prefix,
                        std::vector<FieldProblem>& problems);

}  // namespace cartulary
