#pragma once

#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/page.h"
#include "ctdl/problem.h"
#include "ctdl/templates/entry.h"
#include "domain/draft.h"
#include "operations/actor.h"
#include "operations/caller.h"
#include "operations/registry.h"

namespace cartulary {

// What people write by form or table: kept, judged, approved, published, taken back. The caller is
// the organization itself or one that may publish for it (see publishing_for in actor.h), with the
// right to write where anything changes. Every refusal is not_found where the caller may not see
// the organization or there is no such draft, forbidden without the right, and conflict ("version")
// where somebody else has changed the draft since the version that is named.
class Drafts {
public:
    explicit Drafts(const Registry& registry) : registry_(registry) {}

    struct Query {
        std::optional<ctdl::templates::Kind> kind = {};
        std::optional<DraftStanding> standing = {};
        std::string text = {};  // begins a word of the name, or is the own identifier
        bool with_problems = false;
    };
    // Without their entries, changed last first.
    Result<Page<Draft>> list(const Caller& caller, const OrganizationId& organization,
                             const Query& query, const Slice& slice);

    // How many there are of each standing, for the dashboard.
    struct Counts {
        std::int64_t editing = 0, approved = 0, published = 0, returned = 0, unpublished = 0;
    };
    Result<Counts> count(const Caller& caller, const OrganizationId& organization);

    struct Judged {
        Draft draft;
        ctdl::templates::Entry entry;
        ctdl::Problems problems;  // paths of the entry
    };
    Result<Judged> get(const Caller& caller, const OrganizationId& organization, const Ctid& ctid);

    // Keeps what was written, whatever is wrong with it, but for what could not be found again:
    // invalid: it has no name, is bigger than the limits of entry.h, the own identifier is
    // another's ("ExternalIdentifier"), or the CTID cannot be used ("CTID"). Without a CTID it is a
    // new one; `version` is the one that was looked at, 0 where there was none under the CTID. What
    // changes nothing makes no new version. conflict: there are drafts_max already.
    struct Written {
        ctdl::templates::Kind kind;
        std::optional<Ctid> ctid = {};
        std::string external_identifier = {};
        ctdl::templates::Entry entry;
        std::int64_t version = 0;
        PublishMethod method = PublishMethod::form;
    };
    Result<Judged> save(const Caller& caller, const OrganizationId& organization,
                        const Written& written);

    // A copy to go on from, which has another CTID and no own identifier. conflict: as above.
    Result<Draft> copy(const Caller& caller, const OrganizationId& organization, const Ctid& ctid);

    // What would be published: the document as it is served, and what is wrong with it.
    struct Preview {
        std::string graph;  // JSON; empty where there is none
        ctdl::Problems problems;
    };
    Result<Preview> preview(const Caller& caller, const OrganizationId& organization,
                            const Ctid& ctid);

    // What was done about several, each on its own.
    struct Done {
        std::int64_t count = 0;
        struct Left {
            Ctid ctid;
            std::string name;
            Error error;
        };
        std::vector<Left> left;  // at most left_max of them
        std::int64_t left_count = 0;
    };
    static constexpr std::size_t left_max = 100;

    // How many may be named at once.
    static constexpr std::size_t named_max = 10'000;

    // Judged anew; it then waits for staff, or is published at once where the organization (or the
    // third party that acts for it) is trusted. Of those that are named, or of all that are
    // `editing`. forbidden: the organization is not approved itself; too_large: more than named_max
    // are named; invalid: locations are never approved. Of those that are left: invalid: what is
    // missing; conflict: approved or published already, or the CTID is another's by now.
    Result<Done> approve(const Caller& caller, const OrganizationId& organization,
                         std::span<const Ctid> ctids);
    Result<Done> approve_all(const Caller& caller, const OrganizationId& organization,
                             ctdl::templates::Kind kind);

    // Takes it out of the registry: a tombstone, as every deletion. The draft stays. Needs the
    // right to delete. conflict: it is not public, or an organization ("organization").
    Result<Draft> unpublish(const Caller& caller, const OrganizationId& organization,
                            const Ctid& ctid, std::int64_t version);

    // Forgets a draft that is not public, or of an organization, which keeps its document.
    // conflict: it is public.
    Result<void> discard(const Caller& caller, const OrganizationId& organization, const Ctid& ctid,
                         std::int64_t version);

    // --- the registry's staff ---

    struct Waiting {
        Draft draft;  // without its entry
        OrganizationId organization;
        std::string organization_name;
    };
    // Longest first.
    Result<Page<Waiting>> waiting(const Actor& actor, const Slice& slice);
    // Each judged once more and published, some hundred of an organization together, in the name of
    // who wrote it; where one is refused, the others are published without it. The organization's
    // publishers are mailed once for all of theirs. too_large: more than named_max are named.
    Result<Done> publish(const Actor& actor, std::span<const Ctid> ctids);
    // What one of them would be. not_found: it does not wait.
    struct Reviewed {
        Waiting waiting;
        Preview preview;
    };
    Result<Reviewed> review(const Actor& actor, const Ctid& ctid);
    // invalid: no reason, or too long a one. Mails who approved it.
    Result<void> send_back(const Actor& actor, const Ctid& ctid, const std::string& reason);

private:
    const Registry& registry_;
};

}  // namespace cartulary
