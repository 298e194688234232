#include "operations/drafts.h"

#include "base/text.h"
#include "operations/draft_access.h"
#include "operations/draft_judging.h"
#include "operations/draft_keeping.h"
#include "operations/draft_publishing.h"
#include "operations/organization_access.h"
#include "search/words.h"
#include "store/drafts.h"

namespace cartulary {

namespace {

namespace templates = ctdl::templates;
using Written = Drafts::Written;
using Judged = Drafts::Judged;

// What was written, as it is kept, before it is known of what.
Result<Written> made_tidy(Written written) {
    written.entry =
        templates::tidied(templates::template_of(written.kind), std::move(written.entry));
    if (text::is_utf8(written.external_identifier)) {
        written.external_identifier = text::trimmed(written.external_identifier);
    }
    auto problems = keeping_problems(written.kind, written.entry, written.external_identifier);
    if (!problems.empty()) return fail(std::move(problems));
    return written;
}

// The draft that it is written over; nothing where it is a new one.
Result<std::optional<Draft>> written_over(Transaction& transaction, const Organization& owner,
                                          const Written& written) {
    if (!written.ctid) return std::nullopt;
    const auto before = drafts::find(transaction, owner.number, *written.ctid);
    if (!before && written.version == 0) {
        TRY(require_usable_ctid(transaction, owner, name_of(written.kind), *written.ctid));
        return std::nullopt;
    }
    if (before && before->kind != name_of(written.kind)) {
        return fail({FieldProblem{std::string(templates::ctid_field),
                                  "is of something else that the organization wrote"}});
    }
    return TRY(draft_of(transaction, owner, *written.ctid, written.version));
}

DraftText text_of(const Written& written, const EntryJudged& judged) {
    return {.type = judged.type,
            .external_identifier = written.external_identifier,
            .name = judged.name,
            .entry = templates::text_of(written.entry),
            .method = written.method,
            .problem_count = judged.error_count};
}

}  // namespace

Result<Page<Draft>> Drafts::list(const Caller& caller, const OrganizationId& organization,
                                 const Query& query, const Slice& slice) {
    drafts::Filter filter{.standing = query.standing, .with_problems = query.with_problems};
    if (query.kind) filter.kind = name_of(*query.kind);
    const auto text = text::trimmed(query.text);
    filter.words = search::folded_words(text);
    filter.identifier = text;
    return registry_.store.read([&](Transaction& transaction) -> Result<Page<Draft>> {
        const auto number =
            TRY(number_within(transaction, caller, organization, Reach::granted, Right::read));
        return drafts::list(transaction, number, filter, slice);
    });
}

Result<Drafts::Counts> Drafts::count(const Caller& caller, const OrganizationId& organization) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Counts> {
        const auto number =
            TRY(number_within(transaction, caller, organization, Reach::granted, Right::read));
        const auto counts = drafts::count_by_standing(transaction, number);
        const auto of = [&](DraftStanding standing) {
            return counts.at(static_cast<std::size_t>(standing));
        };
        return Counts{.editing = of(DraftStanding::editing),
                      .approved = of(DraftStanding::approved),
                      .published = of(DraftStanding::published),
                      .returned = of(DraftStanding::returned),
                      .unpublished = of(DraftStanding::unpublished)};
    });
}

Result<Judged> Drafts::get(const Caller& caller, const OrganizationId& organization,
                           const Ctid& ctid) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Judged> {
        const auto owner = TRY(
            organization_within(transaction, caller, organization, Reach::granted, Right::read));
        auto draft = TRY(draft_of(transaction, owner, ctid));
        auto entry = templates::entry_of_text(draft.entry);
        auto problems = judged(registry_, transaction, owner, draft).problems;
        return Judged{std::move(draft), std::move(entry), std::move(problems)};
    });
}

Result<Judged> Drafts::save(const Caller& caller, const OrganizationId& organization,
                            const Written& said) {
    const auto written = made_tidy(said);
    // Which fields are wrong is told to whom the organization is there for.
    return registry_.store.write([&](Transaction& transaction) -> Result<Judged> {
        const auto owner =
            TRY(organization_held(transaction, caller, organization, Reach::granted, Right::write));
        if (!written) return tl::unexpected(written.error());
        const auto before = TRY(written_over(transaction, owner, *written));
        if (!before) TRY(require_room_for_drafts(transaction, owner, 1));
        const auto ctid = written->ctid.value_or(Ctid(Uuid::random(registry_.randomness)));
        auto judgement = judged(transaction, written->kind, written->entry,
                                surroundings_of(registry_, transaction, owner, ctid));
        auto draft = TRY(put_draft(registry_, transaction, caller, owner, name_of(written->kind),
                                   ctid, before, text_of(*written, judgement)));
        return Judged{std::move(draft), written->entry, std::move(judgement.problems)};
    });
}

Result<Draft> Drafts::copy(const Caller& caller, const OrganizationId& organization,
                           const Ctid& ctid) {
    return registry_.store.write([&](Transaction& transaction) -> Result<Draft> {
        const auto owner =
            TRY(organization_held(transaction, caller, organization, Reach::granted, Right::write));
        const auto draft = TRY(draft_of(transaction, owner, ctid));
        TRY(require_room_for_drafts(transaction, owner, 1));
        const Ctid made(Uuid::random(registry_.randomness));
        const auto kind = kind_of(draft);
        const auto judgement = judged(transaction, kind, templates::entry_of_text(draft.entry),
                                      surroundings_of(registry_, transaction, owner, made));
        return put_draft(registry_, transaction, caller, owner, draft.kind, made, {},
                         {.type = judgement.type,
                          .external_identifier = {},
                          .name = draft.name,
                          .entry = draft.entry,
                          .problem_count = judgement.error_count});
    });
}

Result<Drafts::Preview> Drafts::preview(const Caller& caller, const OrganizationId& organization,
                                        const Ctid& ctid) {
    return registry_.store.read([&](Transaction& transaction) -> Result<Preview> {
        const auto owner = TRY(
            organization_within(transaction, caller, organization, Reach::granted, Right::read));
        return preview_of(registry_, transaction, owner, TRY(draft_of(transaction, owner, ctid)));
    });
}

Result<void> Drafts::discard(const Caller& caller, const OrganizationId& organization,
                             const Ctid& ctid, std::int64_t version) {
    return registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto owner =
            TRY(organization_held(transaction, caller, organization, Reach::granted, Right::write));
        const auto draft = TRY(draft_of(transaction, owner, ctid, version));
        const bool is_of_thing = kind_of(draft) != templates::Kind::organizations;
        if (is_of_thing && is_public(transaction, draft)) {
            return refused_draft("it is public; unpublish it first", "standing", "is public");
        }
        drafts::remove(transaction, owner.number, ctid);
        return {};
    });
}

}  // namespace cartulary
