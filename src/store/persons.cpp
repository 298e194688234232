#include "store/persons.h"

#include "base/text.h"
#include "store/like.h"

namespace cartulary::persons {

namespace {

#define PERSON_COLUMNS                                                             \
    "person.id, person.email, person.first_name, person.last_name, person.phone, " \
    "person.phone_extension, person.password_hash, person.staff, person.created_at"

Person person_in(const Rows& row) {
    return {
        .id = row.uuid(0),
        .email = row.text(1),
        .first_name = row.text(2),
        .last_name = row.text(3),
        .phone = {row.text(4), row.text(5)},
        .password_hash = row.text(6),
        .staff = row.boolean(7),
        .created_at = row.time(8),
    };
}

std::optional<Person> first_of(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return person_in(rows);
}

// As staff search for a person.
std::string name_folded(std::string_view first_name, std::string_view last_name) {
    return text::folded(std::string(first_name) + " " + std::string(last_name));
}

}  // namespace

constexpr auto find_sql = "select " PERSON_COLUMNS " from person where id = $1";

std::optional<Person> find(Transaction& transaction, const Uuid& id) {
    return first_of(transaction.query(find_sql, id));
}

constexpr auto find_by_email_sql = "select " PERSON_COLUMNS " from person where email_folded = $1";

std::optional<Person> find_by_email(Transaction& transaction, std::string_view email_folded) {
    return first_of(transaction.query(find_by_email_sql, email_folded));
}

constexpr auto insert_sql = R"(
    insert into person (id, email, email_folded, first_name, last_name, name_folded, phone,
        phone_extension, password_hash, staff, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
    on conflict do nothing)";

Result<void> insert(Transaction& transaction, const Person& person, std::string_view email_folded) {
    const auto inserted = transaction.run(
        insert_sql, person.id, person.email, email_folded, person.first_name, person.last_name,
        name_folded(person.first_name, person.last_name), person.phone.number,
        person.phone.extension, person.password_hash, person.staff, person.created_at);
    if (inserted == 0) {
        return fail(ErrorKind::conflict, "a person with this e-mail address exists already");
    }
    return {};
}

constexpr auto set_password_sql = "update person set password_hash = $2 where id = $1";

void set_password(Transaction& transaction, const Uuid& person, std::string_view hash) {
    transaction.run(set_password_sql, person, hash);
}

constexpr auto set_name_sql =
    "update person set first_name = $2, last_name = $3, name_folded = $4 where id = $1";

void set_name(Transaction& transaction, const Uuid& person, std::string_view first_name,
              std::string_view last_name) {
    transaction.run(set_name_sql, person, first_name, last_name,
                    name_folded(first_name, last_name));
}

// A rival for the address is met by the unique index.
constexpr auto email_is_taken_sql = "select 1 from person where email_folded = $1 and id <> $2";
constexpr auto set_email_sql = "update person set email = $2, email_folded = $3 where id = $1";

Result<void> set_email(Transaction& transaction, const Uuid& person, std::string_view email,
                       std::string_view email_folded) {
    if (transaction.query(email_is_taken_sql, email_folded, person).next()) {
        return fail(ErrorKind::conflict, "a person with this e-mail address exists already");
    }
    transaction.run(set_email_sql, person, email, email_folded);
    return {};
}

constexpr auto set_staff_sql = "update person set staff = $2 where id = $1";

void set_staff(Transaction& transaction, const Uuid& person, bool staff) {
    transaction.run(set_staff_sql, person, staff);
}

constexpr auto staff_sql =
    "select " PERSON_COLUMNS " from person where staff = 1 order by email_folded";

std::vector<Person> staff(Transaction& transaction) {
    std::vector<Person> staff;
    auto rows = transaction.query(staff_sql);
    while (rows.next()) staff.push_back(person_in(rows));
    return staff;
}

// SQLite: who writes is alone.
constexpr auto hold_staff_postgres_sql =
    "select 1 from person where staff = 1 order by id for no key update";

void hold_staff(Transaction& transaction) {
    if (transaction.engine() == Engine::postgres) transaction.query(hold_staff_postgres_sql);
}

constexpr auto search_sql = "select " PERSON_COLUMNS R"( from person
    where email_folded > $1
        and (cast($2 as text) is null or email_folded like $2 escape '\' or
            name_folded like $2 escape '\')
        and (cast($3 as bigint) = 0 or staff = 1)
    order by email_folded
    limit $4)";

std::vector<Person> search(Transaction& transaction, const Search& search, int count) {
    const auto text = text::folded(search.text);
    const auto part = text.empty() ? std::nullopt : std::optional(text);
    std::vector<Person> found;
    auto rows = transaction.query(search_sql, search.after, pattern_of(part), search.staff, count);
    while (rows.next()) found.push_back(person_in(rows));
    return found;
}

constexpr auto count_sql = "select count(*) from person";

std::int64_t count(Transaction& transaction) {
    auto rows = transaction.query(count_sql);
    rows.next();
    return rows.integer(0);
}

constexpr auto put_membership_sql = R"(
    insert into membership (organization, person, role, created_at) values ($1, $2, $3, $4)
    on conflict (organization, person) do update set role = excluded.role)";

void put_membership(Transaction& transaction, std::int32_t organization, const Uuid& person,
                    Role role, Timestamp now) {
    transaction.run(put_membership_sql, organization, person, name_of(role), now);
}

constexpr auto members_sql = "select " PERSON_COLUMNS R"(, membership.role, membership.created_at
    from membership join person on person.id = membership.person
    where membership.organization = $1
    order by person.email_folded)";

std::vector<Membership> members(Transaction& transaction, std::int32_t organization) {
    std::vector<Membership> members;
    auto rows = transaction.query(members_sql, organization);
    while (rows.next()) {
        members.push_back({person_in(rows), parse_role(rows.text_view(9)).value(), rows.time(10)});
    }
    return members;
}

constexpr auto role_sql = "select role from membership where organization = $1 and person = $2";

std::optional<Role> role_of(Transaction& transaction, std::int32_t organization,
                            const Uuid& person) {
    auto rows = transaction.query(role_sql, organization, person);
    if (!rows.next()) return std::nullopt;
    return parse_role(rows.text_view(0));
}

constexpr auto remove_membership_sql =
    "delete from membership where organization = $1 and person = $2";

bool remove_membership(Transaction& transaction, std::int32_t organization, const Uuid& person) {
    return transaction.run(remove_membership_sql, organization, person) == 1;
}

constexpr auto count_administrators_sql =
    "select count(*) from membership where organization = $1 and role = 'administrator'";

std::int64_t count_administrators(Transaction& transaction, std::int32_t organization) {
    auto rows = transaction.query(count_administrators_sql, organization);
    rows.next();
    return rows.integer(0);
}

constexpr auto parts_sql = R"(
    select organization.id, organization.number, organization.name, organization.status,
        organization.trusted_partner, membership.role
    from membership join organization on organization.number = membership.organization
    where membership.person = $1
    order by organization.name_folded, organization.number)";

std::vector<Part> parts_of(Transaction& transaction, const Uuid& person) {
    std::vector<Part> parts;
    auto rows = transaction.query(parts_sql, person);
    while (rows.next()) {
        parts.push_back({.id = OrganizationId(rows.uuid(0)),
                         .organization = static_cast<std::int32_t>(rows.integer(1)),
                         .name = rows.text(2),
                         .status = parse_organization_status(rows.text_view(3)).value(),
                         .trusted_partner = rows.boolean(4),
                         .role = parse_role(rows.text_view(5)).value()});
    }
    return parts;
}

constexpr auto insert_token_sql = R"(
    insert into person_token (digest, person, purpose, created_at, expires_at, about)
    values ($1, $2, $3, $4, $5, $6))";

void insert_token(Transaction& transaction, const Token& token) {
    transaction.run(insert_token_sql, token.digest, token.person, name_of(token.purpose),
                    token.created_at, token.expires_at, token.about);
}

constexpr auto find_token_sql = R"(
    select person, created_at, expires_at, about from person_token
    where digest = $1 and purpose = $2 and used_at is null and expires_at > $3)";

std::optional<Token> find_token(Transaction& transaction, std::string_view digest,
                                TokenPurpose purpose, Timestamp now) {
    auto rows = transaction.query(find_token_sql, digest, name_of(purpose), now);
    if (!rows.next()) return std::nullopt;
    return Token{.digest = std::string(digest),
                 .person = rows.uuid(0),
                 .purpose = purpose,
                 .created_at = rows.time(1),
                 .expires_at = rows.time(2),
                 .about = rows.text(3)};
}

std::optional<Uuid> token_owner(Transaction& transaction, std::string_view digest,
                                TokenPurpose purpose, Timestamp now) {
    const auto token = find_token(transaction, digest, purpose, now);
    if (!token) return std::nullopt;
    return token->person;
}

constexpr auto use_token_sql = R"(
    update person_token set used_at = $3
    where digest = $1 and purpose = $2 and used_at is null and expires_at > $3
    returning person)";

std::optional<Uuid> use_token(Transaction& transaction, std::string_view digest,
                              TokenPurpose purpose, Timestamp now) {
    auto rows = transaction.query(use_token_sql, digest, name_of(purpose), now);
    if (!rows.next()) return std::nullopt;
    return rows.uuid(0);
}

constexpr auto remove_tokens_sql = "delete from person_token where person = $1 and purpose = $2";

void remove_tokens(Transaction& transaction, const Uuid& person, TokenPurpose purpose) {
    transaction.run(remove_tokens_sql, person, name_of(purpose));
}

constexpr auto forget_tokens_sql = "delete from person_token where expires_at < $1";

std::int64_t forget_tokens(Transaction& transaction, Timestamp before) {
    return transaction.run(forget_tokens_sql, before);
}

}  // namespace cartulary::persons
