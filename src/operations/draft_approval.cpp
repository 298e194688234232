#include "domain/event.h"
#include "operations/draft_access.h"
#include "operations/draft_publishing.h"
#include "operations/drafts.h"
#include "operations/organization_access.h"
#include "operations/resource_access.h"
#include "store/drafts.h"

namespace cartulary {

namespace {

using Done = Drafts::Done;

// conflict: there is nothing to approve.
Result<void> require_unapproved(Transaction& transaction, const Draft& draft, bool trusted) {
    const bool waits = draft.standing == DraftStanding::approved;
    if (waits && !trusted) {
        return refused_draft("it is approved already", "standing", "is approved already");
    }
    if (draft.standing == DraftStanding::published && is_public(transaction, draft)) {
        return refused_draft("it is public as it is", "standing", "is published already");
    }
    return {};
}

// One organization's people approve what they wrote.
class Approval {
public:
    Approval(const Registry& registry, const Caller& caller, const OrganizationId& organization)
        : registry_(registry), caller_(caller), organization_(organization) {}

    // Said before anything is done, for all.
    Result<std::int32_t> may_approve() {
        return registry_.store.read([&](Transaction& transaction) -> Result<std::int32_t> {
            const auto owner = TRY(organization_within(transaction, caller_, organization_,
                                                       Reach::granted, Right::write));
            TRY(require_approved(transaction, caller_, owner));
            return owner.number;
        });
    }

    void approve(std::vector<Draft> drafts) {
        auto portion = prepare(std::move(drafts));
        do_together(
            registry_.store, portion,
            [&](Transaction& transaction, PreparedDraft& draft) {
                return approve(transaction, draft);
            },
            {}, done_);
    }

    void leave_unknown(const Ctid& ctid) { leave(done_, ctid, {}, unknown_draft().value()); }

    Done finish() {
        if (done_.count > 0) {
            registry_.webhooks_wait();
            registry_.mail_waits();  // of organizations that were registered
        }
        return std::move(done_);
    }

private:
    std::vector<PreparedDraft> prepare(std::vector<Draft> drafts) {
        return registry_.store.read([&](Transaction& transaction) {
            std::vector<PreparedDraft> portion;
            const auto owner = organization_within(transaction, caller_, organization_,
                                                   Reach::granted, Right::write);
            for (auto& draft : drafts) {
                if (!owner) {
                    leave(done_, draft.ctid, draft.name, owner.error());
                    continue;
                }
                auto prepared =
                    cartulary::prepared(registry_, transaction, *owner, std::move(draft));
                const auto refusal = refusal_before(transaction, *owner, prepared);
                if (refusal) {
                    leave(done_, prepared.draft.ctid, prepared.draft.name, *refusal);
                } else {
                    portion.push_back(std::move(prepared));
                }
            }
            return portion;
        });
    }

    // What is not worth a transaction.
    std::optional<Error> refusal_before(Transaction& transaction, const Organization& owner,
                                        const PreparedDraft& prepared) {
        const auto& draft = prepared.draft;
        const bool trusted = is_trusted(transaction, caller_, owner);
        const auto possible = require_unapproved(transaction, draft, trusted);
        if (!possible) return possible.error();
        if (kind_of(draft) == ctdl::templates::Kind::locations) {
            return Error{ErrorKind::invalid, "a location is part of what refers to it"};
        }
        if (!prepared.judged.document) return refusal_of(prepared.judged.problems);
        const auto usable = require_usable_ctid(transaction, owner, draft.kind, draft.ctid);
        if (!usable) return usable.error();
        return std::nullopt;
    }

    Result<void> approve(Transaction& transaction, PreparedDraft& prepared) {
        const auto owner = TRY(
            organization_held(transaction, caller_, organization_, Reach::granted, Right::write));
        TRY(require_approved(transaction, caller_, owner));
        const bool trusted = is_trusted(transaction, caller_, owner);
        const auto current =
            TRY(draft_of(transaction, owner, prepared.draft.ctid, prepared.draft.version));
        TRY(require_unapproved(transaction, current, trusted));
        auto& draft = prepared.draft;
        draft = current;
        draft.standing = DraftStanding::approved;
        draft.approved_version = draft.version;
        draft.approver = caller_.actor();
        draft.reason.clear();
        append_draft_event(registry_, transaction, caller_, owner, event_type::draft_approved,
                           draft);
        if (trusted) return publish_draft(registry_, transaction, caller_, owner, prepared);
        draft.waits_since = registry_.now();
        return drafts::set_standing(transaction, draft);
    }

    const Registry& registry_;
    const Caller& caller_;
    const OrganizationId organization_;
    Done done_;
};

}  // namespace

Result<Done> Drafts::approve(const Caller& caller, const OrganizationId& organization,
                             std::span<const Ctid> ctids) {
    TRY(require_few_enough(ctids));
    Approval approval(registry_, caller, organization);
    const auto number = TRY(approval.may_approve());
    const auto named = each_once(ctids);
    for (std::size_t begin = 0; begin < named.size(); begin += portion_size) {
        const auto portion =
            std::span(named).subspan(begin).first(std::min(portion_size, named.size() - begin));
        approval.approve(registry_.store.read([&](Transaction& transaction) {
            std::vector<Draft> found;
            for (const auto& ctid : portion) {
                auto draft = drafts::find(transaction, number, ctid);
                if (draft) found.push_back(*std::move(draft));
                if (!draft) approval.leave_unknown(ctid);
            }
            return found;
        }));
    }
    return approval.finish();
}

Result<Done> Drafts::approve_all(const Caller& caller, const OrganizationId& organization,
                                 ctdl::templates::Kind kind) {
    Approval approval(registry_, caller, organization);
    const auto number = TRY(approval.may_approve());
    if (kind == ctdl::templates::Kind::locations) {
        return fail(ErrorKind::invalid, "a location is part of what refers to it");
    }
    for (Ctid last;;) {
        auto portion = registry_.store.read([&](Transaction& transaction) {
            return drafts::after(transaction, number, DraftStanding::editing, name_of(kind), last,
                                 static_cast<int>(portion_size));
        });
        if (portion.empty()) break;
        last = portion.back().ctid;
        approval.approve(std::move(portion));
    }
    return approval.finish();
}

}  // namespace cartulary
