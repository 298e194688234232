#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/bounded_cache.h"
#include "base/page.h"
#include "ctdl/document.h"
#include "domain/organization.h"
#include "domain/resource.h"
#include "operations/caller.h"
#include "operations/registry.h"
#include "operations/resource_export.h"
#include "store/changes.h"
#include "store/resources.h"

namespace cartulary {

// A resource with who it is of, as everybody may know.
struct ResourceKnown {
    Resource resource;
    OrganizationId owner;
    std::string owner_name;
    std::optional<OrganizationId> publisher;
};

// Which version is asked for; the latest where nothing is said.
struct ResourceMoment {
    std::optional<Timestamp> as_of = {};
    std::optional<std::int64_t> revision = {};
};

// Publishing, and reading what was published. Everything published is public; all versions are kept
// for ever.
class Resources {
public:
    Resources(const Registry& registry, std::size_t rendered_bytes_max);

    // --- publishing: needs write, and reaches the owner or a right to publish for it ---

    struct Publication {
        OrganizationId owner;
        const ctdl::Document& document;
        PublishMethod method = PublishMethod::api;
        // Only if this is the latest version: the digest (ETag) of it. conflict otherwise.
        std::optional<std::string> if_match = {};
        // Repeats nothing: the CTID must be unknown, or must be known.
        enum class Expect { either, unknown, known } expect = Expect::either;
        // Of an import by the command line; kept as far as it fits what is here.
        ResourceOrigin origin = {};
    };
    struct Published {
        Resource resource;
        bool created = false;
        bool changed = false;  // false: the same document was there already; no version was made
        std::vector<Ctid> unresolved = {};  // what it refers to that is not here; a warning
        ctdl::Problems warnings = {};       // what an organization's record did not take
    };
    // The version, its entries and its event in one transaction. What was deleted is revived by its
    // owner. An organization's document is one of an organization that is registered here: its
    // record is changed by it as if through any other interface (operations/organization_change),
    // and keeps what it does not mention. An import by the command line registers it, approved,
    // where it is unknown; and says itself whose a document is that names only others.
    //
    // not_found: no such owner that is public or the caller's; forbidden: it gave the caller no
    // right to publish for it, or one of the two is not approved, or the owner is not public
    // itself; conflict: the CTID is another owner's or a part's ("ctid", "ctid of a part"), or
    // `if_match`/`expect` fails ("revision"); gone: one that must be known was deleted; invalid:
    // the document's owners do not name `owner` ("owners"), an organization's CTID is not
    // registered here ("ctid"), or its record refuses what is said.
    Result<Published> publish(const Caller& caller, const Publication& publication);

    // What publish() would store of it, for who wants to see that first: of an organization whose
    // document is public also what its record holds and this does not mention.
    ctdl::Document previewed(const ctdl::Document& document);

    // A tombstone; every version stays. Needs the right to delete instead. not_found, gone; an
    // organization's own document cannot be deleted while it is registered: conflict; nor can what
    // is not the version with the digest `if_match`: conflict ("revision").
    Result<ResourceKnown> remove(const Caller& caller, const Ctid& ctid,
                                 const std::optional<std::string>& if_match = {});

    // Makes it another organization's, which must be approved and public. The caller needs write
    // for both. conflict: it is an organization's own document. To its owner it is no change.
    Result<ResourceKnown> transfer(const Caller& caller, const Ctid& ctid,
                                   const OrganizationId& to);

    // Somebody who may publish it says that it is still true; or was, at a moment that is past.
    // invalid, with the field "verified_at": that is to come.
    Result<ResourceKnown> verify(const Caller& caller, const Ctid& ctid,
                                 std::optional<Timestamp> at = {});

    // --- reading: open to everybody ---

    // not_found; gone: the version that was asked for is a deletion, or a part has left its
    // document.
    struct Text {
        BoundedCache::Text text;
        std::string digest;  // its ETag
        Timestamp updated_at;
        std::int64_t revision;
    };
    Result<Text> resource(const Ctid& ctid, const ResourceMoment& moment = {});  // also of a part
    Result<Text> graph(const Ctid& ctid, const ResourceMoment& moment = {});
    // The texts of several resources, one at each call, and then nothing; those that are deleted
    // meanwhile are left out.
    std::function<std::optional<std::string>()> texts(std::vector<Ctid> ctids);

    // A deleted one too; of a part the one in whose document it stands.
    Result<ResourceKnown> known(const Ctid& ctid);
    Result<ResourceKnown> known_by_envelope(const Uuid& envelope);
    struct Version {
        ResourceVersion version;
        ResourceKnown known;  // as it was then
    };
    Result<Version> version(const Ctid& ctid, std::int64_t revision);
    Result<std::vector<ResourceVersion>> history(const Ctid& ctid);  // oldest first, no documents
    // JSON Patch from one version to another.
    Result<std::string> difference(const Ctid& ctid, std::int64_t from, std::int64_t to);

    struct Listed {
        ResourceKnown known;
        std::vector<ResourceVersion> history;  // as history() gives it
    };
    // One, as known().
    Result<Listed> listed(const Ctid& ctid);
    // In the order in which they were published first. Their documents are read one by one, as
    // each may be large.
    struct ListQuery {
        std::optional<OrganizationId> owner = {};
        std::string type = {};
        bool deleted_too = false;
    };
    Page<Listed> list(const ListQuery& query, const Slice& slice);

    // --- following ---
    struct ChangeTold {
        changes::Change change;
        ResourceKnown known;  // as it is now
    };
    // Those that are settled, in their order.
    std::vector<ChangeTold> changes_after(std::int64_t number, int count,
                                          std::optional<Ctid> ctid = {});
    // The number of the last one before this moment, after which to go on; 0: all come later.
    std::int64_t last_change_before(Timestamp moment);

    // All that is there; or what changed after this change, the deleted too.
    ResourceExport exported(std::optional<std::int64_t> since) const {
        return ResourceExport(registry_, since);
    }

private:
    Result<Text> text_of(const Ctid& ctid, bool graph, const ResourceMoment& moment);

    const Registry& registry_;
    ctdl::Addresses addresses_;
    BoundedCache rendered_;
};

// In the transaction that made or changed an organization's record: the next version of its
// document, where it is public and differs; its deletion where it no longer is. Public are approved
// ones, but for those of companies and tenants; and a company or tenant itself only once it has
// published its document. No event: whoever calls this tells of the record's change.
//
// conflict, with the field "id": something else was published under its CTID.
Result<void> record_organization(const Registry& registry, Transaction& transaction,
                                 const Caller& caller, const Organization& organization);

// For those that were stored before documents were: until none is left, some at a time. Done once;
// then it does nothing.
void record_missing_organizations(const Registry& registry);

}  // namespace cartulary
