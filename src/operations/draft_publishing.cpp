#include "operations/draft_publishing.h"

#include <set>

#include "domain/event.h"
#include "operations/draft_access.h"
#include "operations/draft_organizations.h"
#include "operations/organization_access.h"
#include "operations/organization_events.h"
#include "store/drafts.h"
#include "store/told_resource.h"

namespace cartulary {

namespace {

Result<void> put_public(const Registry& registry, Transaction& transaction, const Caller& caller,
                        const Organization& owner, PreparedDraft& prepared) {
    auto& [draft, judged, document] = prepared;
    if (kind_of(draft) == ctdl::templates::Kind::organizations) {
        return publish_organization(registry, transaction, caller, draft, *judged.document);
    }
    TRY(publish_in(registry, transaction, caller,
                   {.owner = owner.id, .document = *judged.document, .method = draft.method},
                   document));
    return {};
}

// It was taken out by another way already.
bool is_gone(const Error& error) {
    return error.kind == ErrorKind::gone || error.kind == ErrorKind::not_found;
}

}  // namespace

PreparedDraft prepared(const Registry& registry, Transaction& transaction,
                       const Organization& owner, Draft draft) {
    PreparedDraft prepared{.draft = std::move(draft), .judged = {}, .document = {}};
    prepared.judged = judged(registry, transaction, owner, prepared.draft);
    if (prepared.judged.document) {
        prepared.document = written_to_publish(*prepared.judged.document);
    }
    return prepared;
}

Result<void> publish_draft(const Registry& registry, Transaction& transaction, const Caller& caller,
                           const Organization& owner, PreparedDraft& prepared) {
    auto draft = prepared.draft;
    // The command line publishes in the name of who wrote it.
    const bool acts_in_none = caller.organization == 0;
    TRY(put_public(registry, transaction,
                   acts_in_none ? acting_for(transaction, draft, caller.actor()) : caller, owner,
                   prepared));
    draft.standing = DraftStanding::published;
    draft.published_version = draft.version;
    draft.reason.clear();
    draft.waits_since.reset();
    TRY(drafts::set_standing(transaction, draft));
    append_draft_event(registry, transaction, caller, owner, event_type::draft_published, draft);
    return {};
}

Drafts::Preview preview_of(const Registry& registry, Transaction& transaction,
                           const Organization& owner, const Draft& draft) {
    auto found = judged(registry, transaction, owner, draft);
    Drafts::Preview preview{.graph = {}, .problems = std::move(found.problems)};
    if (found.document) {
        preview.graph =
            ctdl::graph_text(previewed(transaction, *found.document).text(), {registry.public_url});
    }
    return preview;
}

void append_draft_event(const Registry& registry, Transaction& transaction, const Caller& caller,
                        const Organization& owner, const std::string& type, const Draft& draft) {
    append_event(registry, transaction, caller, owner, type,
                 resources::snapshot_of({.ctid = draft.ctid,
                                         .type = draft.type,
                                         .name = draft.name,
                                         .revision = draft.version}));
}

std::int64_t do_together(Store& store, std::span<PreparedDraft> portion, const DraftWork& work,
                         const DraftFinish& finish, Drafts::Done& done) {
    if (portion.empty()) return 0;
    auto count = static_cast<std::int64_t>(portion.size());
    const auto together = store.write([&](Transaction& transaction) -> Result<void> {
        for (auto& prepared : portion) TRY(work(transaction, prepared));
        if (finish) finish(transaction, count);
        return {};
    });
    if (!together) {
        count = 0;
        for (auto& prepared : portion) {
            const auto alone =
                store.write([&](Transaction& transaction) { return work(transaction, prepared); });
            if (alone) ++count;
            if (!alone) leave(done, prepared.draft.ctid, prepared.draft.name, alone.error());
        }
        if (finish) {
            store.write([&](Transaction& transaction) -> Result<void> {
                finish(transaction, count);
                return {};
            });
        }
    }
    done.count += count;
    return count;
}

void leave(Drafts::Done& done, const Ctid& ctid, std::string name, Error error) {
    ++done.left_count;
    if (done.left.size() < Drafts::left_max) {
        done.left.push_back({ctid, std::move(name), std::move(error)});
    }
}

Result<void> require_few_enough(std::span<const Ctid> ctids) {
    if (ctids.size() <= Drafts::named_max) return {};
    return fail(ErrorKind::too_large,
                "at most " + std::to_string(Drafts::named_max) + " may be named at once");
}

std::vector<Ctid> each_once(std::span<const Ctid> ctids) {
    std::set<Ctid> known;
    std::vector<Ctid> each;
    for (const auto& ctid : ctids) {
        if (known.insert(ctid).second) each.push_back(ctid);
    }
    return each;
}

Result<Draft> Drafts::unpublish(const Caller& caller, const OrganizationId& organization,
                                const Ctid& ctid, std::int64_t version) {
    auto unpublished = registry_.store.write([&](Transaction& transaction) -> Result<Draft> {
        const auto owner =
            TRY(organization_held(transaction, caller, organization, Reach::granted, Right::write));
        auto draft = TRY(draft_of(transaction, owner, ctid, version));
        if (!draft.published_version) {
            return refused_draft("it is not public", "standing", "is not public");
        }
        const auto removed = remove_in(registry_, transaction, caller, ctid, draft.method);
        if (!removed && !is_gone(removed.error())) return tl::unexpected(removed.error());
        draft.standing = DraftStanding::unpublished;
        draft.published_version.reset();
        draft.waits_since.reset();
        TRY(drafts::set_standing(transaction, draft));
        append_draft_event(registry_, transaction, caller, owner, event_type::draft_unpublished,
                           draft);
        return draft;
    });
    if (unpublished) registry_.webhooks_wait();
    return unpublished;
}

}  // namespace cartulary
