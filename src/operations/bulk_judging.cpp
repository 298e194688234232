#include "operations/bulk_judging.h"

#include <algorithm>

#include "operations/draft_judging.h"
#include "search/words.h"
#include "store/bulk_rows.h"

namespace cartulary {

using namespace ctdl::templates;

BulkJudging::BulkJudging(const Registry& registry, const Organization& organization,
                         const Heading& heading, const BulkIdentities& identities)
    : registry_(registry),
      organization_(organization),
      heading_(heading),
      identities_(identities) {}

BulkJudging::Portion BulkJudging::judge(Transaction& transaction, const BulkUpload& upload,
                                        std::int64_t first, std::int64_t last) {
    locations_.clear();
    Portion portion{.things = {},
                    .rows = bulk_rows::of_things(transaction, upload.id, first, last)};
    std::vector<Uuid> ids;
    for (auto number = first; number <= last; ++number) {
        ids.push_back(identities_.things()[static_cast<std::size_t>(number) - 1].id);
    }
    std::map<Uuid, bulk_drafts::Content> drafts;
    for (auto& draft : bulk_drafts::with_ids(transaction, upload.organization, ids)) {
        drafts.emplace(draft.id, std::move(draft));
    }
    auto begin = portion.rows.begin();
    for (auto number = first; number <= last; ++number) {
        const auto end = std::find_if(begin, portion.rows.end(),
                                      [&](const BulkRow& row) { return row.thing != number; });
        const auto draft = drafts.find(ids[static_cast<std::size_t>(number - first)]);
        portion.things.push_back(judge_one(
            transaction, number, draft == drafts.end() ? nullptr : &draft->second, {begin, end}));
        begin = end;
    }
    return portion;
}

BulkThing BulkJudging::judge_one(Transaction& transaction, std::int64_t number,
                                 const bulk_drafts::Content* draft, std::span<BulkRow> rows) {
    const auto& known = identities_.things()[static_cast<std::size_t>(number) - 1];
    BulkThingSaid said(heading_, draft, rows);
    said.check_owner(Ctid(organization_.id.uuid()), organization_.stated.name);
    BulkThing thing{.thing = number,
                    .id = known.id,
                    .external_identifier = said.external_identifier(),
                    .base_version = draft ? draft->version : 0};
    if (said.is_unchanged() && !known.is_over) {
        thing.outcome = BulkOutcome::unchanged;
        return thing;
    }
    judge_entry(transaction, said, thing);
    if (said.was_refused() || known.is_over) return thing;
    thing.outcome = draft ? BulkOutcome::updated : BulkOutcome::added;
    thing.entry = text_of(said.entry());
    return thing;
}

void BulkJudging::judge_entry(Transaction& transaction, BulkThingSaid& said, BulkThing& thing) {
    const auto kind = heading_.of().kind;
    for (auto& [field, problem] : keeping_problems(kind, said.entry(), thing.external_identifier)) {
        said.refuse(ctdl::Problem{.path = std::move(field), .text = std::move(problem)});
    }
    // Nothing more is known of what is too large to be looked at.
    if (!problems_in(heading_.of(), said.entry()).empty()) return;
    auto found = judged(transaction, kind, said.entry(), surroundings(transaction, thing.id));
    thing.type = std::move(found.type);
    thing.words = search::folded_words(found.name);
    thing.name = std::move(found.name);
    thing.problem_count = found.error_count;
    for (const auto& problem : found.problems) {
        const bool is_error = problem.severity == ctdl::Problem::Severity::error;
        if (is_error && said.concerns_rows(problem)) said.refuse(problem);
    }
}

// Those of a draft, and what is in the same table.
Surroundings BulkJudging::surroundings(Transaction& transaction, const Uuid& id) {
    auto all = surroundings_of(registry_, transaction, organization_, Ctid(id));
    all.find_thing = [this, in_store = std::move(all.find_thing)](
                         Kind kind, std::string_view identifier) -> std::optional<Ctid> {
        if (kind == heading_.of().kind) {
            const auto here = identities_.find(std::string(identifier));
            if (here) return Ctid(*here);
        }
        return in_store(kind, identifier);
    };
    all.find_location = [this, in_store = std::move(all.find_location)](
                            std::string_view identifier) -> std::optional<Entry> {
        const auto known = locations_.find(identifier);
        if (known != locations_.end()) return known->second;
        return locations_.emplace(identifier, in_store(identifier)).first->second;
    };
    return all;
}

}  // namespace cartulary
