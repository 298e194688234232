#pragma once

#include <span>
#include <vector>

#include "ctdl/document.h"
#include "operations/registry.h"
#include "operations/resource_versions.h"
#include "operations/resources.h"

namespace cartulary {

// An organization as a source elsewhere describes it, with all that is stored of it. Made beside
// the transaction, as that takes longer than to store it.
struct DescribedOrganization {
    ctdl::Document document;
    OrganizationDraft stated;  // what its record says by that
    WrittenDocument written;   // what the two say together
    ctdl::Problems problems;   // warnings: what the record did not take
};

// invalid: the record refuses what is said.
Result<DescribedOrganization> described(const ctdl::Document& document);

// Organizations that the registry's own staff brings in from a source that describes many.
class DescribedOrganizations {
public:
    explicit DescribedOrganizations(const Registry& registry);

    enum class Put { registered, changed, unchanged };

    // Registers those that are unknown, approved and without anybody to administer them, in one
    // transaction for all; where it is refused because of some, the others one by one. Of a known
    // one the record and the document come to say what is described, as by any publication.
    // The outcomes are in the order of the organizations. conflict, forbidden: as
    // Resources::publish.
    std::vector<Result<Put>> put(std::span<const DescribedOrganization> organizations);

private:
    enum class Known { no, same, different };

    Known known(Transaction& transaction, const DescribedOrganization& organization);
    Result<void> add(Transaction& transaction, const DescribedOrganization& organization);
    Result<void> add_all(const std::vector<const DescribedOrganization*>& organizations);

    const Registry& registry_;
    Resources resources_;
};

}  // namespace cartulary
