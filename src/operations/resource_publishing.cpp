#include "operations/resource_publishing.h"

#include <algorithm>

#include "ctdl/entries.h"
#include "ctdl/organization_document.h"
#include "ctdl/vocabulary.h"
#include "operations/imported_organizations.h"
#include "operations/organization_access.h"
#include "operations/organization_change.h"
#include "operations/organization_events.h"
#include "operations/resource_access.h"
#include "operations/resource_versions.h"
#include "store/organization_text.h"
#include "store/organizations.h"
#include "store/told_resource.h"

namespace cartulary {

namespace {

using Publication = Resources::Publication;
using Published = Resources::Published;

constexpr std::size_t references_looked_up_max = 1'000;  // of one publication

// A publication in the transaction that stores it.
struct Publishing {
    const Registry& registry;
    Transaction& transaction;
    const Caller& caller;
    const Publication& publication;
    Organization owner;
    std::optional<Resource> before;
};

tl::unexpected<Error> belongs_to_another() {
    return refused_resource("this CTID is another organization's", "ctid",
                            "belongs to another organization");
}

// Whether the command line brings in what was published elsewhere.
bool is_import(const Caller& caller, const Publication& publication) {
    return is_command_line(caller) && publication.method == PublishMethod::import;
}

// Registers the organization that this is the document of, where it is unknown.
Result<void> register_as_said(const Registry& registry, Transaction& transaction,
                              const ctdl::Document& document) {
    const OrganizationId id(document.ctid().uuid());
    if (organizations::number_of(transaction, id)) return {};
    OrganizationDraft stated;
    ctdl::apply(document, stated);
    TRY(register_imported(registry, transaction, id, std::move(stated)));
    return {};
}

// Who publishes something must be among those that it names as its owners, where it names any.
Result<void> require_owner_named(const Publication& publication) {
    if (ctdl::is_organization(publication.document.type())) return {};
    const auto owners = ctdl::owners_of(publication.document);
    if (owners.empty()) return {};
    if (std::ranges::find(owners, Ctid(publication.owner.uuid())) != owners.end()) return {};
    return fail({FieldProblem{"owners", "do not name the organization that it is published for, " +
                                            publication.owner.ctid()}});
}

tl::unexpected<Error> changed_meanwhile() {
    return refused_resource("this was changed by someone else; read it again", "revision",
                            "is another by now");
}

Result<void> require_expected(const Publication& publication,
                              const std::optional<Resource>& before) {
    using Expect = Publication::Expect;
    const bool was_there = is_there(before);
    if (publication.expect == Expect::unknown && was_there) {
        return refused_resource("this was published before", "revision", "is there already");
    }
    if (publication.expect == Expect::known && !was_there) {
        if (before) return deleted_resource();
        return refused_resource("this was never published", "revision", "is not there");
    }
    if (publication.if_match && !(was_there && before->digest == *publication.if_match)) {
        return changed_meanwhile();
    }
    return {};
}

std::string name_of(const std::vector<ResourceEntry>& entries) {
    if (entries.empty() || entries.front().names.empty()) return {};
    return entries.front().names.front().text;
}

void append_resource_event(const Registry& registry, Transaction& transaction, const Caller& caller,
                           const Organization& owner, const std::string& type,
                           const Resource& resource, std::string name) {
    append_event(registry, transaction, caller, owner, type,
                 resources::snapshot_of({.ctid = resource.ctid,
                                         .type = resource.type,
                                         .name = std::move(name),
                                         .revision = resource.revision}));
}

// The next version and its event, where the document is another than before.
Result<Published> put(const Publishing& publishing, const WrittenDocument& document) {
    const auto& [registry, transaction, caller, publication, owner, before] = publishing;
    const bool was_there = is_there(before);
    if (was_there && before->digest == document.digest) {
        return Published{.resource = *before};
    }
    const NextVersion next{was_there ? ResourceEvent::updated : ResourceEvent::created,
                           publication.method, owner.number,
                           is_import(caller, publication) ? publication.origin : ResourceOrigin()};
    auto resource = TRY(put_version(registry, transaction, caller, before, document, next));
    append_resource_event(registry, transaction, caller, owner, event_type::resource_published,
                          resource, name_of(document.entries));
    return Published{.resource = std::move(resource), .created = !was_there, .changed = true};
}

// The record says what the document says, and the document what both say.
Result<Published> publish_organization(Publishing& publishing, WrittenDocument& document) {
    auto& [registry, transaction, caller, publication, owner, before] = publishing;
    if (owner.tenant) {
        return fail(ErrorKind::forbidden,
                    "the organization belongs to a tenant or a company, and is not public");
    }
    const auto stated_before = owner.stated;
    auto warnings = ctdl::apply(publication.document, owner.stated);
    const bool is_change = TRY(restate(registry, transaction, owner, stated_before));
    if (is_change) {
        // The event alone: the document is not the record's to make here.
        append_event(registry, transaction, caller, owner, event_type::organization_changed,
                     organizations::snapshot_of(owner));
    }
    document = written(ctdl::document_of(owner, &publication.document));
    auto published = TRY(put(publishing, document));
    published.warnings = std::move(warnings);
    return published;
}

// An organization's CTID is registered here, and stands for the organization alone.
Result<void> require_own_ctid(Transaction& transaction, const Publication& publication) {
    const auto& ctid = publication.document.ctid();
    const bool is_owner = ctid.uuid() == publication.owner.uuid();
    const bool is_organization = ctdl::is_organization(publication.document.type());
    if (is_owner && is_organization) return {};
    if (is_owner) {
        return refused_resource("this CTID is the organization's own", "ctid",
                                "is an organization's");
    }
    if (organizations::number_of(transaction, OrganizationId(ctid.uuid()))) {
        return belongs_to_another();
    }
    if (!is_organization) return {};
    return fail(
        {FieldProblem{"ctid", "is of no organization that is registered here; register it first"}});
}

// What it refers to and what is not one of its own parts, each once.
std::vector<Ctid> references_outward(const WrittenDocument& document) {
    std::vector<Ctid> own;
    std::vector<Ctid> targets;
    for (const auto& entry : document.entries) {
        own.push_back(entry.ctid);
        for (const auto& reference : entry.references) {
            if (const auto ctid = Ctid::parse(reference.target)) targets.push_back(*ctid);
        }
    }
    std::ranges::sort(own);
    std::ranges::sort(targets);
    std::vector<Ctid> outward;
    std::ranges::set_difference(targets, own, std::back_inserter(outward));
    outward.erase(std::ranges::unique(outward).begin(), outward.end());
    return outward;
}

std::vector<Ctid> unresolved_in(Transaction& transaction, const WrittenDocument& document) {
    auto references = references_outward(document);
    if (references.size() > references_looked_up_max) references.resize(references_looked_up_max);
    std::erase_if(references, [&](const Ctid& ctid) {
        return resources::whole_of(transaction, ctid).has_value();
    });
    return references;
}

// The name that its entry goes by.
std::string name_of(Transaction& transaction, const Resource& resource) {
    const auto entries = resources::entries_after(transaction, resource.number - 1, 1);
    if (entries.empty() || entries.front().number != resource.number) return {};
    return name_of(entries);
}

Result<void> require_no_organization(Transaction& transaction, const Ctid& ctid) {
    if (!organizations::number_of(transaction, OrganizationId(ctid.uuid()))) return {};
    return refused_resource("this is the document of an organization that is registered here",
                            "organization", "is registered here, and keeps its document");
}

}  // namespace

Result<Published> publish_in(const Registry& registry, Transaction& transaction,
                             const Caller& caller, const Publication& publication,
                             WrittenDocument& document) {
    const bool of_organization = ctdl::is_organization(publication.document.type());
    if (of_organization && is_import(caller, publication)) {
        TRY(register_as_said(registry, transaction, publication.document));
    }
    Publishing publishing{registry,
                          transaction,
                          caller,
                          publication,
                          TRY(publishing_owner(transaction, caller, publication.owner)),
                          {}};
    auto& before = publishing.before;
    before = resources::find(transaction, publication.document.ctid());
    if (before && before->owner != publishing.owner.number) return belongs_to_another();
    TRY(require_own_ctid(transaction, publication));
    if (!is_import(caller, publication)) TRY(require_owner_named(publication));
    TRY(require_expected(publication, before));
    if (of_organization) return publish_organization(publishing, document);
    TRY(require_public(registry, transaction, publishing.owner));
    return put(publishing, document);
}

WrittenDocument written_to_publish(const ctdl::Document& document) {
    return ctdl::is_organization(document.type()) ? WrittenDocument() : written(document);
}

Result<Resources::Published> Resources::publish(const Caller& caller,
                                                const Publication& publication) {
    auto document = written_to_publish(publication.document);
    auto published = registry_.store.write([&](Transaction& transaction) {
        return publish_in(registry_, transaction, caller, publication, document);
    });
    if (!published) return published;
    if (published->changed) registry_.webhooks_wait();
    published->unresolved = registry_.store.read(
        [&](Transaction& transaction) { return unresolved_in(transaction, document); });
    return published;
}

Result<Resource> remove_in(const Registry& registry, Transaction& transaction, const Caller& caller,
                           const Ctid& ctid, PublishMethod method) {
    const auto [resource, owner] = TRY(owned_resource(transaction, caller, ctid, Right::del));
    TRY(require_no_organization(transaction, ctid));
    auto name = name_of(transaction, resource);
    auto deleted = TRY(put_deletion(registry, transaction, caller, resource, method));
    append_resource_event(registry, transaction, caller, owner, event_type::resource_deleted,
                          deleted, std::move(name));
    return deleted;
}

Result<ResourceKnown> Resources::remove(const Caller& caller, const Ctid& ctid,
                                        const std::optional<std::string>& if_match) {
    auto removed = registry_.store.write([&](Transaction& transaction) -> Result<ResourceKnown> {
        const auto before = resources::find(transaction, ctid);
        if (if_match && is_there(before) && before->digest != *if_match) return changed_meanwhile();
        const auto deleted =
            TRY(remove_in(registry_, transaction, caller, ctid, PublishMethod::api));
        return known_of(transaction, deleted);
    });
    if (removed) registry_.webhooks_wait();
    return removed;
}

Result<ResourceKnown> Resources::transfer(const Caller& caller, const Ctid& ctid,
                                          const OrganizationId& to) {
    bool is_change = false;
    auto moved = registry_.store.write([&](Transaction& transaction) -> Result<ResourceKnown> {
        const auto [resource, from] = TRY(owned_resource(transaction, caller, ctid, Right::write));
        TRY(require_no_organization(transaction, ctid));
        const auto owner = TRY(publishing_owner(transaction, caller, to));
        TRY(require_public(registry_, transaction, owner));
        is_change = owner.number != from.number;
        if (!is_change) return known_of(transaction, resource);
        const auto document = written(latest_document(transaction, resource));
        const NextVersion next{ResourceEvent::transferred, PublishMethod::api, owner.number};
        const auto put = TRY(put_version(registry_, transaction, caller, resource, document, next));
        for (const auto* told : {&from, &owner}) {
            append_resource_event(registry_, transaction, caller, *told,
                                  event_type::resource_transferred, put, name_of(document.entries));
        }
        return known_of(transaction, put);
    });
    if (moved && is_change) registry_.webhooks_wait();
    return moved;
}

Result<ResourceKnown> Resources::verify(const Caller& caller, const Ctid& ctid,
                                        std::optional<Timestamp> at) {
    const auto now = registry_.now();
    if (at && *at > now) return fail({FieldProblem{"verified_at", "must not lie in the future"}});
    return registry_.store.write([&](Transaction& transaction) -> Result<ResourceKnown> {
        auto [resource, owner] = TRY(owned_resource(transaction, caller, ctid, Right::write));
        resource.verified_at = at.value_or(now);
        resources::set_verified(transaction, resource.number, *resource.verified_at);
        return known_of(transaction, resource);
    });
}

}  // namespace cartulary
