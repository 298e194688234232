#pragma once

#include <string>
#include <string_view>

#include "base/json.h"
#include "operations/resources.h"

namespace cartulary::registry {

// Where an envelope is, for the addresses in it.
struct EnvelopePlace {
    std::string public_url;
    std::string community;  // as addresses have it: "ce-registry"

    // As envelopes name it: "ce_registry".
    std::string community_name() const;
    std::string address_of(const ResourceKnown& known) const;
};

// What is told of an envelope beside its metadata.
struct EnvelopeParts {
    // Rendered; null: metadata only.
    const std::string* document = nullptr;
    // Null: it is one version, whose history is told elsewhere.
    const std::vector<ResourceVersion>* history = nullptr;
    bool changed = false;                    // by this very request
    std::vector<std::string> warnings = {};  // told where there are any
};

std::string render_envelope(const ResourceKnown& known, const EnvelopePlace& place,
                            const EnvelopeParts& parts);

// The list of its versions, oldest first.
std::string render_history(const ResourceKnown& known, const EnvelopePlace& place,
                           const std::vector<ResourceVersion>& history);

std::string render_change(const Resources::ChangeTold& told);

// As the interface names events: create, update, destroy. A transfer is an update.
std::string_view event_name(ResourceEvent event);

}  // namespace cartulary::registry
