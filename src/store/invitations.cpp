#include "store/invitations.h"

namespace cartulary::invitations {

namespace {

#define INVITATION_COLUMNS "id, digest, organization, email, role, actor, created_at, expires_at"

Invitation invitation_in(const Rows& row) {
    return {.id = row.uuid(0),
            .digest = row.text(1),
            .organization = static_cast<std::int32_t>(row.integer(2)),
            .email = row.text(3),
            .role = parse_role(row.text_view(4)).value(),
            .actor = row.text(5),
            .created_at = row.time(6),
            .expires_at = row.time(7)};
}

}  // namespace

constexpr auto put_sql = R"(
    insert into invitation (id, digest, organization, email, email_folded, role, actor, created_at,
        expires_at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    on conflict (organization, email_folded) do update set id = excluded.id,
        digest = excluded.digest, email = excluded.email, role = excluded.role,
        actor = excluded.actor, created_at = excluded.created_at,
        expires_at = excluded.expires_at)";

void put(Transaction& transaction, const Invitation& invitation, std::string_view email_folded) {
    transaction.run(put_sql, invitation.id, invitation.digest, invitation.organization,
                    invitation.email, email_folded, name_of(invitation.role), invitation.actor,
                    invitation.created_at, invitation.expires_at);
}

constexpr auto find_sql = "select " INVITATION_COLUMNS R"(
    from invitation where digest = $1 and expires_at > $2)";

std::optional<Invitation> find(Transaction& transaction, std::string_view digest, Timestamp now) {
    auto rows = transaction.query(find_sql, digest, now);
    if (!rows.next()) return std::nullopt;
    return invitation_in(rows);
}

constexpr auto of_organization_sql = "select " INVITATION_COLUMNS R"(
    from invitation where organization = $1 and expires_at > $2 order by created_at, id)";

std::vector<Invitation> of_organization(Transaction& transaction, std::int32_t organization,
                                        Timestamp now) {
    std::vector<Invitation> found;
    auto rows = transaction.query(of_organization_sql, organization, now);
    while (rows.next()) found.push_back(invitation_in(rows));
    return found;
}

constexpr auto remove_sql = "delete from invitation where id = $1 and organization = $2";

bool remove(Transaction& transaction, std::int32_t organization, const Uuid& id) {
    return transaction.run(remove_sql, id, organization) == 1;
}

constexpr auto forget_sql = "delete from invitation where expires_at <= $1";

std::int64_t forget(Transaction& transaction, Timestamp now) {
    return transaction.run(forget_sql, now);
}

}  // namespace cartulary::invitations

namespace cartulary::join_requests {

namespace {

#define REQUEST_COLUMNS "organization, person, note, created_at, declined_at"

std::vector<JoinRequest> requests_in(Rows rows) {
    std::vector<JoinRequest> requests;
    while (rows.next()) {
        requests.push_back({static_cast<std::int32_t>(rows.integer(0)), rows.uuid(1), rows.text(2),
                            rows.time(3), rows.optional_time(4)});
    }
    return requests;
}

}  // namespace

constexpr auto put_sql = R"(
    insert into join_request (organization, person, note, created_at, declined_at)
    values ($1, $2, $3, $4, $5)
    on conflict (organization, person) do update set note = excluded.note,
        created_at = excluded.created_at, declined_at = excluded.declined_at)";

void put(Transaction& transaction, const JoinRequest& request) {
    transaction.run(put_sql, request.organization, request.person, request.note, request.created_at,
                    request.declined_at);
}

constexpr auto find_sql =
    "select " REQUEST_COLUMNS " from join_request where organization = $1 and person = $2";

std::optional<JoinRequest> find(Transaction& transaction, std::int32_t organization,
                                const Uuid& person) {
    const auto found = requests_in(transaction.query(find_sql, organization, person));
    if (found.empty()) return std::nullopt;
    return found.front();
}

constexpr auto of_organization_sql = "select " REQUEST_COLUMNS R"(
    from join_request where organization = $1 and declined_at is null
    order by created_at, person)";

std::vector<JoinRequest> of_organization(Transaction& transaction, std::int32_t organization) {
    return requests_in(transaction.query(of_organization_sql, organization));
}

constexpr auto of_person_sql =
    "select " REQUEST_COLUMNS " from join_request where person = $1 order by organization";

std::vector<JoinRequest> of_person(Transaction& transaction, const Uuid& person) {
    return requests_in(transaction.query(of_person_sql, person));
}

constexpr auto decline_sql = R"(
    update join_request set declined_at = $3
    where organization = $1 and person = $2 and declined_at is null)";

bool decline(Transaction& transaction, std::int32_t organization, const Uuid& person,
             Timestamp now) {
    return transaction.run(decline_sql, organization, person, now) == 1;
}

constexpr auto remove_sql = R"(
    delete from join_request where organization = $1 and person = $2 and declined_at is null)";

bool remove(Transaction& transaction, std::int32_t organization, const Uuid& person) {
    return transaction.run(remove_sql, organization, person) == 1;
}

}  // namespace cartulary::join_requests
