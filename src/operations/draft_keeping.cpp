#include "operations/draft_keeping.h"

#include "ctdl/templates/template.h"
#include "search/words.h"
#include "store/drafts.h"

namespace cartulary {

namespace {

// A form shows it beside its field.
template <class Value>
Result<Value> with_field_of_form(Result<Value> stored) {
    if (stored) return stored;
    auto& error = stored.error();
    for (auto& [field, problem] : error.fields) {
        if (field != "external_identifier") continue;
        error.kind = ErrorKind::invalid;
        field = ctdl::templates::external_identifier_field;
    }
    return stored;
}

std::optional<std::int32_t> third_party(const Caller& caller, const Organization& owner) {
    if (caller.organization == 0 || caller.organization == owner.number) return std::nullopt;
    return caller.organization;
}

}  // namespace

Result<Draft> put_draft(const Registry& registry, Transaction& transaction, const Caller& caller,
                        const Organization& owner, std::string_view kind, const Ctid& ctid,
                        const std::optional<Draft>& before, const DraftText& text) {
    const bool is_same = before && before->entry == text.entry &&
                         before->external_identifier == text.external_identifier;
    if (is_same) return *before;
    const auto now = registry.now();
    auto draft = before.value_or(Draft{.ctid = ctid,
                                       .organization = owner.number,
                                       .kind = std::string(kind),
                                       .type = {},
                                       .external_identifier = {},
                                       .name = {},
                                       .entry = {},
                                       .version = 0,
                                       .actor = {},
                                       .created_at = now,
                                       .updated_at = now});
    draft.type = text.type;
    draft.external_identifier = text.external_identifier;
    draft.name = text.name;
    draft.entry = text.entry;
    draft.method = text.method;
    draft.problem_count = text.problem_count;
    draft.standing = DraftStanding::editing;
    draft.version += 1;
    draft.publisher = third_party(caller, owner);
    draft.actor = caller.actor();
    draft.updated_at = now;
    draft.waits_since.reset();
    const auto words = search::folded_words(draft.name);
    TRY(with_field_of_form(before ? drafts::replace(transaction, draft, words)
                                  : drafts::insert(transaction, draft, words)));
    return draft;
}

Result<void> require_room_for_drafts(Transaction& transaction, const Organization& owner,
                                     std::int64_t added) {
    if (drafts::count(transaction, owner.number) + added <= drafts_max) return {};
    return fail(ErrorKind::conflict, "an organization may have " + std::to_string(drafts_max) +
                                         " drafts; discard some first");
}

}  // namespace cartulary
