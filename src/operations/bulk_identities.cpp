#include "operations/bulk_identities.h"

#include "operations/bulk_problems.h"
#include "operations/draft_access.h"
#include "store/bulk_drafts.h"

namespace cartulary {

namespace {

using namespace ctdl::templates;

tl::unexpected<Error> refusal(std::string_view field, std::string problem) {
    return tl::unexpected(
        Error{ErrorKind::invalid, "", {{std::string(field), std::move(problem)}}});
}

}  // namespace

std::size_t BulkIdentities::UuidHash::operator()(const Uuid& id) const {
    return std::hash<std::string_view>{}(
        {reinterpret_cast<const char*>(id.bytes().data()), id.bytes().size()});
}

BulkIdentities::BulkIdentities(const Registry& registry, const Organization& organization,
                               const Heading& heading)
    : registry_(registry),
      organization_(organization),
      heading_(heading),
      kind_(name_of(heading.of().kind)) {}

void BulkIdentities::assign(std::span<BulkRowTaken> rows) {
    const auto known =
        registry_.store.read([&](Transaction& transaction) { return known_of(transaction, rows); });
    for (auto& row : rows) assign(known, row);
}

BulkIdentities::Known BulkIdentities::known_of(Transaction& transaction,
                                               std::span<const BulkRowTaken> rows) const {
    std::vector<std::string> identifiers;
    std::vector<Uuid> ids;
    for (const auto& row : rows) {
        const auto& identifier = row.said.external_identifier;
        if (!identifier.empty()) identifiers.push_back(identifier);
        if (const auto ctid = Ctid::parse(row.said.ctid)) ids.push_back(ctid->uuid());
    }
    Known known;
    const auto add = [&](std::span<const bulk_drafts::Known> drafts) {
        for (const auto& [id, kind, identifier] : drafts) {
            known.drafts.try_emplace(id, Known::Draft{kind, identifier});
            if (kind == kind_) known.by_identifier.try_emplace(identifier, id);
        }
    };
    add(bulk_drafts::with_identifiers(transaction, organization_.number, kind_, identifiers));
    add(bulk_drafts::known_with_ids(transaction, organization_.number, ids));
    for (const auto& id : ids) {
        if (known.drafts.contains(id) || known.taken.contains(id)) continue;
        const auto usable = require_usable_ctid(transaction, organization_, kind_, Ctid(id));
        if (!usable) known.taken.emplace(id, usable.error());
    }
    return known;
}

void BulkIdentities::assign(const Known& known, BulkRowTaken& row) {
    const auto id = id_of(known, row.said);
    // Where one of the two cannot be read, that is told already.
    if (!id && !row.row.problems.empty() && row.said.ctid.empty()) return;
    if (!id) return refuse(row, id.error());
    const auto next = static_cast<std::int64_t>(things_.size()) + 1;
    const auto number = numbers_.try_emplace(*id, next).first->second;
    if (number == next) things_.push_back({.id = *id});
    auto& thing = things_[static_cast<std::size_t>(number) - 1];
    if (thing.rows == thing_rows_max || thing.bytes + row.bytes > thing_bytes_max) {
        thing.is_over = true;
        row.row.problems.push_back(
            {BulkProblem::whole_row,
             "The rows before this one say all that is taken of one thing: " +
                 std::to_string(thing_rows_max) + " rows, " + std::to_string(thing_bytes_max) +
                 " bytes"});
        return;
    }
    ++thing.rows;
    thing.bytes += row.bytes;
    if (!row.said.external_identifier.empty()) {
        by_identifier_.try_emplace(row.said.external_identifier, *id);
    }
    row.row.thing = number;
}

Result<Uuid> BulkIdentities::id_of(const Known& known, const RowSaid& said) const {
    if (said.ctid.empty() && said.external_identifier.empty()) {
        return fail(ErrorKind::invalid, "A CTID or an External Identifier is required");
    }
    if (!said.ctid.empty()) return id_by_ctid(known, said);
    if (const auto found = find(said.external_identifier)) return *found;
    const auto draft = known.by_identifier.find(said.external_identifier);
    if (draft != known.by_identifier.end()) return draft->second;
    return Uuid::random(registry_.randomness);
}

Result<Uuid> BulkIdentities::id_by_ctid(const Known& known, const RowSaid& said) const {
    const auto ctid = Ctid::parse(said.ctid);
    if (!ctid) return refusal(ctid_field, std::string(ctid_problem));
    const auto& id = ctid->uuid();
    const auto taken = known.taken.find(id);
    if (taken != known.taken.end()) return tl::unexpected(taken->second);
    const auto draft = known.drafts.find(id);
    if (draft != known.drafts.end() && draft->second.kind != kind_) {
        return refusal(ctid_field, "is that of something else: see \"" + draft->second.kind + '"');
    }
    if (said.external_identifier.empty()) return id;
    auto owner = find(said.external_identifier);
    const auto stored = known.by_identifier.find(said.external_identifier);
    if (!owner && stored != known.by_identifier.end()) owner = stored->second;
    if (owner && *owner != id) {
        return refusal(external_identifier_field, "is that of " + Ctid(*owner).text());
    }
    return id;
}

std::optional<Uuid> BulkIdentities::find(const std::string& external_identifier) const {
    const auto found = by_identifier_.find(external_identifier);
    if (found == by_identifier_.end()) return std::nullopt;
    return found->second;
}

void BulkIdentities::refuse(BulkRowTaken& row, const Error& error) const {
    if (error.fields.empty()) {
        row.row.problems.push_back({BulkProblem::whole_row, error.message});
        return;
    }
    for (const auto& [field, problem] : error.fields) {
        row.row.problems.push_back(problem_at(heading_, field, problem));
    }
}

}  // namespace cartulary
