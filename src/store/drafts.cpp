#include "store/drafts.h"

#include "store/like.h"

namespace cartulary::drafts {

namespace {

#define COLUMNS_BUT_ENTRY                                                                        \
    "organization, id, kind, type, external_identifier, name, method, standing, problem_count, " \
    "version, approved_version, published_version, publisher, reason, actor, approver, "         \
    "created_at, updated_at, waits_since"
#define DRAFT_COLUMNS COLUMNS_BUT_ENTRY ", entry"

Draft draft_in(const Rows& row) {
    Draft draft{.ctid = Ctid(row.uuid(1)),
                .organization = static_cast<std::int32_t>(row.integer(0)),
                .kind = row.text(2),
                .type = row.text(3),
                .external_identifier = row.text(4),
                .name = row.text(5),
                .entry = {},
                .method = parse_publish_method(row.text_view(6)).value(),
                .standing = parse_draft_standing(row.text_view(7)).value(),
                .problem_count = row.integer(8),
                .version = row.integer(9),
                .approved_version = row.optional_integer(10),
                .published_version = row.optional_integer(11),
                .publisher = {},
                .reason = row.text(13),
                .actor = row.text(14),
                .approver = row.text(15),
                .created_at = row.time(16),
                .updated_at = row.time(17),
                .waits_since = row.optional_time(18)};
    if (!row.is_null(12)) draft.publisher = static_cast<std::int32_t>(row.integer(12));
    return draft;
}

constexpr int entry_column = 19;

Draft whole_draft_in(const Rows& row) {
    auto draft = draft_in(row);
    draft.entry = row.text(entry_column);
    return draft;
}

std::optional<Draft> first_of(Rows rows) {
    if (!rows.next()) return std::nullopt;
    return whole_draft_in(rows);
}

std::vector<Draft> all_of(Rows rows) {
    std::vector<Draft> drafts;
    while (rows.next()) drafts.push_back(whole_draft_in(rows));
    return drafts;
}

Error refused(std::string field, std::string problem) {
    return {ErrorKind::conflict,
            "the draft cannot be stored",
            {{std::move(field), std::move(problem)}}};
}

Error identifier_taken() {
    return refused("external_identifier", "is already used by another draft");
}

// In the column, each word is after a space.
std::string stored_words(std::string_view words) {
    return " " + std::string(words);
}

}  // namespace

constexpr auto insert_sql = R"(
    insert into draft (organization, id, kind, type, external_identifier, name, name_words, entry,
        method, standing, problem_count, version, approved_version, published_version, publisher,
        reason, actor, approver, created_at, updated_at, waits_since)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19,
        $20, $21)
    on conflict do nothing)";

constexpr auto known_sql = "select 1 from draft where organization = $1 and id = $2";

Result<void> insert(Transaction& transaction, const Draft& draft, std::string_view words) {
    const auto inserted = transaction.run(
        insert_sql, draft.organization, draft.ctid.uuid(), draft.kind, draft.type,
        draft.external_identifier, draft.name, stored_words(words), draft.entry,
        name_of(draft.method), name_of(draft.standing), draft.problem_count, draft.version,
        draft.approved_version, draft.published_version, draft.publisher, draft.reason, draft.actor,
        draft.approver, draft.created_at, draft.updated_at, draft.waits_since);
    if (inserted > 0) return {};
    if (transaction.query(known_sql, draft.organization, draft.ctid.uuid()).next()) {
        return tl::unexpected(refused("ctid", "is already used by another draft"));
    }
    return tl::unexpected(identifier_taken());
}

constexpr auto replace_sql = R"(
    update draft
    set type = $3, external_identifier = $4, name = $5, name_words = $6, entry = $7, method = $8,
        standing = $9, problem_count = $10, version = $11, approved_version = $12,
        published_version = $13, publisher = $14, reason = $15, actor = $16, approver = $17,
        updated_at = $18, waits_since = $19
    where organization = $1 and id = $2 and version = $11 - 1)";

Result<void> replace(Transaction& transaction, const Draft& draft, std::string_view words) {
    const auto owner = draft.external_identifier.empty()
                           ? std::nullopt
                           : ctid_by_identifier(transaction, draft.organization, draft.kind,
                                                draft.external_identifier);
    if (owner && *owner != draft.ctid) return tl::unexpected(identifier_taken());
    const auto changed = transaction.run(
        replace_sql, draft.organization, draft.ctid.uuid(), draft.type, draft.external_identifier,
        draft.name, stored_words(words), draft.entry, name_of(draft.method),
        name_of(draft.standing), draft.problem_count, draft.version, draft.approved_version,
        draft.published_version, draft.publisher, draft.reason, draft.actor, draft.approver,
        draft.updated_at, draft.waits_since);
    if (changed > 0) return {};
    return tl::unexpected(refused("version", "is another by now"));
}

constexpr auto another_waits_sql =
    "select 1 from draft where id = $1 and organization <> $2 and waits_since is not null";

constexpr auto set_standing_sql = R"(
    update draft
    set standing = $4, approved_version = $5, published_version = $6, reason = $7, approver = $8,
        waits_since = $9
    where organization = $1 and id = $2 and version = $3)";

Result<void> set_standing(Transaction& transaction, const Draft& draft) {
    const bool another_waits =
        draft.waits_since &&
        transaction.query(another_waits_sql, draft.ctid.uuid(), draft.organization).next();
    if (another_waits) {
        return tl::unexpected(refused("ctid", "is used by another organization, which waits"));
    }
    const auto changed =
        transaction.run(set_standing_sql, draft.organization, draft.ctid.uuid(), draft.version,
                        name_of(draft.standing), draft.approved_version, draft.published_version,
                        draft.reason, draft.approver, draft.waits_since);
    if (changed > 0) return {};
    return tl::unexpected(refused("version", "is another by now"));
}

constexpr auto remove_sql = "delete from draft where organization = $1 and id = $2";

bool remove(Transaction& transaction, std::int32_t organization, const Ctid& ctid) {
    return transaction.run(remove_sql, organization, ctid.uuid()) == 1;
}

constexpr auto find_sql = "select " DRAFT_COLUMNS " from draft where organization = $1 and id = $2";

std::optional<Draft> find(Transaction& transaction, std::int32_t organization, const Ctid& ctid) {
    return first_of(transaction.query(find_sql, organization, ctid.uuid()));
}

// The condition in words lets the partial index be used.
#define BY_IDENTIFIER                                                                \
    " from draft where organization = $1 and kind = $2 and external_identifier = $3" \
    " and external_identifier <> ''"

constexpr auto find_by_identifier_sql = "select " DRAFT_COLUMNS BY_IDENTIFIER;

std::optional<Draft> find_by_identifier(Transaction& transaction, std::int32_t organization,
                                        std::string_view kind, std::string_view identifier) {
    return first_of(transaction.query(find_by_identifier_sql, organization, kind, identifier));
}

constexpr auto ctid_by_identifier_sql = "select id" BY_IDENTIFIER;

std::optional<Ctid> ctid_by_identifier(Transaction& transaction, std::int32_t organization,
                                       std::string_view kind, std::string_view identifier) {
    auto rows = transaction.query(ctid_by_identifier_sql, organization, kind, identifier);
    if (!rows.next()) return std::nullopt;
    return Ctid(rows.uuid(0));
}

#define IN_FILTER                                                      \
    " and (cast($2 as text) is null or standing = $2)"                 \
    " and (cast($3 as text) is null or name_words like $3 escape '\\'" \
    " or external_identifier = $4)"                                    \
    " and (cast($5 as bigint) = 0 or problem_count > 0)"

constexpr auto count_all_sql = "select count(*) from draft where organization = $1" IN_FILTER;
constexpr auto list_all_sql =
    "select " COLUMNS_BUT_ENTRY " from draft where organization = $1" IN_FILTER
    " order by updated_at desc, id desc limit $6 offset $7";

constexpr auto count_of_kind_sql =
    "select count(*) from draft where organization = $1" IN_FILTER " and kind = $6";
constexpr auto list_of_kind_sql =
    "select " COLUMNS_BUT_ENTRY " from draft where organization = $1" IN_FILTER
    " and kind = $6"
    " order by updated_at desc, id desc limit $7 offset $8";

namespace {

// The words as they stand in the column, the last one open at its end.
std::optional<std::string> pattern_of_words(const Filter& filter) {
    if (filter.words.empty() && filter.identifier.empty()) return std::nullopt;
    if (filter.words.empty()) return "";  // no name is so
    return pattern_of(stored_words(filter.words));
}

template <class... More>
Rows run_filtered(Transaction& transaction, const char* sql, std::int32_t organization,
                  const Filter& filter, const More&... more) {
    std::optional<std::string_view> standing;
    if (filter.standing) standing = name_of(*filter.standing);
    // Those without an own identifier are not found by none.
    std::optional<std::string> identifier;
    if (!filter.identifier.empty()) identifier = filter.identifier;
    return transaction.query(sql, organization, standing, pattern_of_words(filter), identifier,
                             filter.with_problems, more...);
}

Page<Draft> page_of(Rows totals, Rows rows) {
    Page<Draft> page;
    totals.next();
    page.total = totals.integer(0);
    while (rows.next()) page.items.push_back(draft_in(rows));
    return page;
}

}  // namespace

Page<Draft> list(Transaction& transaction, std::int32_t organization, const Filter& filter,
                 const Slice& slice) {
    if (filter.kind) {
        return page_of(
            run_filtered(transaction, count_of_kind_sql, organization, filter, *filter.kind),
            run_filtered(transaction, list_of_kind_sql, organization, filter, *filter.kind,
                         slice.count, slice.offset));
    }
    return page_of(
        run_filtered(transaction, count_all_sql, organization, filter),
        run_filtered(transaction, list_all_sql, organization, filter, slice.count, slice.offset));
}

constexpr auto count_by_standing_sql =
    "select standing, count(*) from draft where organization = $1 group by standing";

std::array<std::int64_t, std::size(draft_standings)> count_by_standing(Transaction& transaction,
                                                                       std::int32_t organization) {
    std::array<std::int64_t, std::size(draft_standings)> counts{};
    auto rows = transaction.query(count_by_standing_sql, organization);
    while (rows.next()) {
        const auto standing = parse_draft_standing(rows.text_view(0)).value();
        counts.at(static_cast<std::size_t>(standing)) = rows.integer(1);
    }
    return counts;
}

constexpr auto count_sql = "select count(*) from draft where organization = $1";

std::int64_t count(Transaction& transaction, std::int32_t organization) {
    auto rows = transaction.query(count_sql, organization);
    rows.next();
    return rows.integer(0);
}

constexpr auto after_sql = "select " DRAFT_COLUMNS R"(
    from draft where organization = $1 and kind = $2 and id > $3 order by id limit $4)";

std::vector<Draft> after(Transaction& transaction, std::int32_t organization, std::string_view kind,
                         const Ctid& ctid, int count) {
    return all_of(transaction.query(after_sql, organization, kind, ctid.uuid(), count));
}

constexpr auto after_of_standing_sql = "select " DRAFT_COLUMNS R"(
    from draft where organization = $1 and standing = $2 and kind = $3 and id > $4
    order by id limit $5)";

std::vector<Draft> after(Transaction& transaction, std::int32_t organization,
                         DraftStanding standing, std::string_view kind, const Ctid& ctid,
                         int count) {
    return all_of(transaction.query(after_of_standing_sql, organization, name_of(standing), kind,
                                    ctid.uuid(), count));
}

constexpr auto count_waiting_sql = "select count(*) from draft where waits_since is not null";
constexpr auto waiting_sql = "select " COLUMNS_BUT_ENTRY R"(
    from draft where waits_since is not null
    order by waits_since, organization, id limit $1 offset $2)";

Page<Draft> waiting(Transaction& transaction, const Slice& slice) {
    return page_of(transaction.query(count_waiting_sql),
                   transaction.query(waiting_sql, slice.count, slice.offset));
}

constexpr auto find_waiting_sql =
    "select " DRAFT_COLUMNS " from draft where id = $1 and waits_since is not null";

std::optional<Draft> find_waiting(Transaction& transaction, const Ctid& ctid) {
    return first_of(transaction.query(find_waiting_sql, ctid.uuid()));
}

}  // namespace cartulary::drafts
