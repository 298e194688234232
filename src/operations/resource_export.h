#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "operations/registry.h"

namespace cartulary {

// The registry as lines of JSON, one for each resource, in the order of their latest changes:
// envelopes, as the registry's own interface names what is in them.
//
//     {"envelope_ceterms_ctid": "ce-…",           its CTID
//      "envelope_ctdl_type": "ceterms:Certificate",
//      "envelope_id": "…",                        a UUID
//      "owned_by": "ce-…",                        an organization's CTID
//      "published_by": "ce-…",                    only where a third party published the latest one
//      "node_headers": {"resource_digest": "…", "created_at": "…", "updated_at": "…"},
//      "decoded_resource": {"@context": …, "@id": "/graph/ce-…", "@graph": […]}}
//
// The document is the one that is stored: what lies in this registry is written without its host,
// so that an import into another gives the same lines. An organization's own document is all that
// registers it there; what is not public is in no line. Of what was deleted "node_headers" says
// "deleted_at", and there is no document.
class ResourceExport {
public:
    // All that is there; or what changed after this change, the deleted too.
    ResourceExport(const Registry& registry, std::optional<std::int64_t> since);

    // Every change up to this one is in it; a later export goes on after it.
    std::int64_t last_change() const { return until_; }

    // The next lines, whole ones; nothing at the end. Each page is a read of its own, so that no
    // snapshot is held for somebody slow: what changes meanwhile is told as it is by then.
    std::optional<std::string> next_lines();

private:
    const Registry& registry_;
    bool deleted_too_;
    std::int64_t after_;
    std::int64_t until_;
};

}  // namespace cartulary
