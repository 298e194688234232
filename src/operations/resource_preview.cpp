#include "ctdl/organization_document.h"
#include "ctdl/vocabulary.h"
#include "operations/resource_publishing.h"
#include "store/organizations.h"

namespace cartulary {

namespace {

// The organization that this is the document of, where that is public.
std::optional<Organization> public_organization(Transaction& transaction, const Ctid& ctid) {
    const auto published = resources::find(transaction, ctid);
    if (!published || published->deleted_at) return std::nullopt;
    return organizations::find(transaction, OrganizationId(ctid.uuid()));
}

}  // namespace

ctdl::Document previewed(Transaction& transaction, const ctdl::Document& document) {
    if (!ctdl::is_organization(document.type())) return document;
    auto organization = public_organization(transaction, document.ctid());
    if (!organization) return document;
    ctdl::apply(document, organization->stated);
    return ctdl::document_of(*organization, &document);
}

ctdl::Document Resources::previewed(const ctdl::Document& document) {
    return registry_.store.read(
        [&](Transaction& transaction) { return cartulary::previewed(transaction, document); });
}

}  // namespace cartulary
