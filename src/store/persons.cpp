#include "store/persons.h"

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
    insert into person (id, email, email_folded, first_name, last_name, phone, phone_extension,
        password_hash, staff, created_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
    on conflict do nothing)";

Result<void> insert(Transaction& transaction, const Person& person, std::string_view email_folded) {
    const auto inserted =
        transaction.run(insert_sql, person.id, person.email, email_folded, person.first_name,
                        person.last_name, person.phone.number, person.phone.extension,
                        person.password_hash, person.staff, person.created_at);
    if (inserted == 0) {
        return fail(ErrorKind::conflict, "a person with this e-mail address exists already");
    }
    return {};
}

constexpr auto set_password_sql = "update person set password_hash = $2 where id = $1";

void set_password(Transaction& transaction, const Uuid& person, std::string_view hash) {
    transaction.run(set_password_sql, person, hash);
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

constexpr auto insert_token_sql = R"(
    insert into person_token (digest, person, purpose, created_at, expires_at)
    values ($1, $2, $3, $4, $5))";

void insert_token(Transaction& transaction, const Token& token) {
    transaction.run(insert_token_sql, token.digest, token.person, name_of(token.purpose),
                    token.created_at, token.expires_at);
}

constexpr auto token_owner_sql = R"(
    select person from person_token
    where digest = $1 and purpose = $2 and used_at is null and expires_at > $3)";

std::optional<Uuid> token_owner(Transaction& transaction, std::string_view digest,
                                TokenPurpose purpose, Timestamp now) {
    auto rows = transaction.query(token_owner_sql, digest, name_of(purpose), now);
    if (!rows.next()) return std::nullopt;
    return rows.uuid(0);
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

}  // namespace cartulary::persons
