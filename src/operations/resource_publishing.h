#pragma once

#include "operations/resource_versions.h"
#include "operations/resources.h"

// Publishing and deleting in the transaction of whoever calls. The promises and refusals are those
// of Resources::publish and Resources::remove; who commits calls registry.webhooks_wait() where
// something changed.
namespace cartulary {

// With all that is stored of it, to be made before the transaction: it takes its time. Of an
// organization's document nothing, as that is made of its record too.
WrittenDocument written_to_publish(const ctdl::Document& document);

// `document` is what was made so of the publication's; of an organization it is what was stored
// afterwards. `unresolved` is not looked up.
Result<Resources::Published> publish_in(const Registry& registry, Transaction& transaction,
                                        const Caller& caller,
                                        const Resources::Publication& publication,
                                        WrittenDocument& document);

Result<Resource> remove_in(const Registry& registry, Transaction& transaction, const Caller& caller,
                           const Ctid& ctid, PublishMethod method);

// What Resources::previewed() gives.
ctdl::Document previewed(Transaction& transaction, const ctdl::Document& document);

}  // namespace cartulary
