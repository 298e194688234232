#include <map>

#include "base/text.h"
#include "domain/event.h"
#include "domain/text_field.h"
#include "operations/draft_access.h"
#include "operations/draft_mails.h"
#include "operations/draft_publishing.h"
#include "operations/drafts.h"
#include "store/drafts.h"
#include "store/organizations.h"

// What the registry's staff do about drafts.
namespace cartulary {

namespace {

using Done = Drafts::Done;

Error waits_no_longer() {
    return {ErrorKind::conflict,
            "it does not wait to be published",
            {{"standing", "does not wait to be published"}}};
}

// As it waits now, with its owner held. conflict: it no longer waits, or is another version.
Result<Organization> owner_of_waiting(Transaction& transaction, const Draft& draft) {
    organizations::hold(transaction, draft.organization);
    const auto current = drafts::find(transaction, draft.organization, draft.ctid);
    if (!current || !current->waits_since) return tl::unexpected(waits_no_longer());
    if (current->version != draft.version) return tl::unexpected(waits_no_longer());
    return organizations::find(transaction, draft.organization).value();
}

// What waits of several organizations is published, one organization after the other.
class Review {
public:
    Review(const Registry& registry, const Actor& actor) : registry_(registry), actor_(actor) {}

    void publish(std::span<const Ctid> ctids) {
        for (const auto& [organization, named] : by_organization(ctids)) {
            published_ = 0;
            for (std::size_t begin = 0; begin < named.size(); begin += portion_size) {
                const auto portion = std::span(named).subspan(begin);
                const bool is_last = portion.size() <= portion_size;
                publish(organization, portion.first(std::min(portion_size, portion.size())),
                        is_last);
            }
        }
    }

    Done finish() {
        if (done_.count > 0) {
            registry_.webhooks_wait();
            registry_.mail_waits();
        }
        return std::move(done_);
    }

private:
    std::map<std::int32_t, std::vector<Ctid>> by_organization(std::span<const Ctid> ctids) {
        return registry_.store.read([&](Transaction& transaction) {
            std::map<std::int32_t, std::vector<Ctid>> sorted;
            for (const auto& ctid : ctids) {
                const auto draft = drafts::find_waiting(transaction, ctid);
                if (draft) sorted[draft->organization].push_back(ctid);
                if (!draft) leave(done_, ctid, {}, waits_no_longer());
            }
            return sorted;
        });
    }

    std::vector<PreparedDraft> prepare(std::int32_t organization, std::span<const Ctid> ctids) {
        return registry_.store.read([&](Transaction& transaction) {
            std::vector<PreparedDraft> portion;
            const auto owner = organizations::find(transaction, organization).value();
            for (const auto& ctid : ctids) {
                auto draft = drafts::find(transaction, organization, ctid);
                if (!draft || !draft->waits_since) {
                    leave(done_, ctid, draft ? draft->name : "", waits_no_longer());
                    continue;
                }
                auto prepared =
                    cartulary::prepared(registry_, transaction, owner, *std::move(draft));
                if (prepared.judged.document) {
                    portion.push_back(std::move(prepared));
                } else {
                    leave(done_, ctid, prepared.draft.name, refusal_of(prepared.judged.problems));
                }
            }
            return portion;
        });
    }

    void publish(std::int32_t organization, std::span<const Ctid> ctids, bool is_last) {
        auto portion = prepare(organization, ctids);
        const auto mail = [&](Transaction& transaction, std::int64_t count) {
            mail_published(registry_, transaction,
                           organizations::find(transaction, organization).value(),
                           published_ + count, name_);
        };
        if (portion.empty() && is_last && published_ > 0) {
            registry_.store.write([&](Transaction& transaction) -> Result<void> {
                mail(transaction, 0);
                return {};
            });
        }
        published_ += do_together(
            registry_.store, portion,
            [&](Transaction& transaction, PreparedDraft& draft) {
                return publish(transaction, draft);
            },
            is_last ? DraftFinish(mail) : DraftFinish(), done_);
    }

    Result<void> publish(Transaction& transaction, PreparedDraft& prepared) {
        const auto owner = TRY(owner_of_waiting(transaction, prepared.draft));
        TRY(publish_draft(registry_, transaction,
                          acting_for(transaction, prepared.draft, actor_.name()), owner, prepared));
        name_ = prepared.draft.name;
        return {};
    }

    const Registry& registry_;
    const Actor& actor_;
    Done done_;
    std::int64_t published_ = 0;  // of the organization
    std::string name_;            // of the last one that was
};

}  // namespace

Result<Page<Drafts::Waiting>> Drafts::waiting(const Actor& actor, const Slice& slice) {
    TRY(acting_as_staff(actor));
    return registry_.store.read([&](Transaction& transaction) -> Result<Page<Waiting>> {
        auto drafts = drafts::waiting(transaction, slice);
        Page<Waiting> page{.items = {}, .total = drafts.total};
        for (auto& draft : drafts.items) {
            auto owner = organizations::find(transaction, draft.organization).value();
            page.items.push_back({std::move(draft), owner.id, std::move(owner.stated.name)});
        }
        return page;
    });
}

Result<Drafts::Reviewed> Drafts::review(const Actor& actor, const Ctid& ctid) {
    TRY(acting_as_staff(actor));
    return registry_.store.read([&](Transaction& transaction) -> Result<Reviewed> {
        auto draft = drafts::find_waiting(transaction, ctid);
        if (!draft) {
            return fail(ErrorKind::not_found, "nothing waits to be published under this CTID");
        }
        const auto owner = organizations::find(transaction, draft->organization).value();
        auto preview = preview_of(registry_, transaction, owner, *draft);
        return Reviewed{{*std::move(draft), owner.id, owner.stated.name}, std::move(preview)};
    });
}

Result<Done> Drafts::publish(const Actor& actor, std::span<const Ctid> ctids) {
    TRY(acting_as_staff(actor));
    TRY(require_few_enough(ctids));
    Review review(registry_, actor);
    review.publish(each_once(ctids));
    return review.finish();
}

Result<void> Drafts::send_back(const Actor& actor, const Ctid& ctid, const std::string& reason) {
    const auto caller = TRY(acting_as_staff(actor));
    std::vector<FieldProblem> problems;
    if (text::is_blank(reason)) problems.push_back({"reason", "is required"});
    check_lines(reason, "reason", draft_reason_length_max, problems);
    if (!problems.empty()) return fail(std::move(problems));
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        auto draft = drafts::find_waiting(transaction, ctid);
        if (!draft) return tl::unexpected(waits_no_longer());
        const auto owner = TRY(owner_of_waiting(transaction, *draft));
        draft->standing = DraftStanding::returned;
        draft->reason = text::trimmed(reason);
        draft->waits_since.reset();
        TRY(drafts::set_standing(transaction, *draft));
        append_draft_event(registry_, transaction, caller, owner, event_type::draft_returned,
                           *draft);
        mail_sent_back(registry_, transaction, owner, *draft);
        return {};
    });
    if (!done) return done;
    registry_.webhooks_wait();
    registry_.mail_waits();
    return done;
}

}  // namespace cartulary
