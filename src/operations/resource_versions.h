#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ctdl/document.h"
#include "operations/caller.h"
#include "operations/registry.h"
#include "store/resources.h"

// How versions of resources come about, whoever makes them.
namespace cartulary {

// A document with all that is stored of it. Whoever can makes it before the transaction: it takes
// its time.
struct WrittenDocument {
    Ctid ctid;
    std::string type;
    std::string text;
    std::string digest;
    std::vector<ResourceEntry> entries;  // their texts folded
};
WrittenDocument written(const ctdl::Document& document);

struct NextVersion {
    ResourceEvent event;
    PublishMethod method;
    std::int32_t owner;  // number
    ResourceOrigin origin = {};
};

// Stores a document as the next version of `before`, or as the first of a new resource. conflict,
// as resources::put.
Result<Resource> put_version(const Registry& registry, Transaction& transaction,
                             const Caller& caller, const std::optional<Resource>& before,
                             const WrittenDocument& document, const NextVersion& next);

// Stores the latest document once more, as a version that says that it is no longer there.
Result<Resource> put_deletion(const Registry& registry, Transaction& transaction,
                              const Caller& caller, const Resource& before, PublishMethod method);

// The document of the latest version.
ctdl::Document latest_document(Transaction& transaction, const Resource& resource);

inline bool is_there(const std::optional<Resource>& resource) {
    return resource && !resource->deleted_at;
}

}  // namespace cartulary
