#pragma once

#include <string>
#include <vector>

#include "store/badge_samples_for_test.h"
#include "store/resources.h"

// Resources that say everything that one can say.
namespace cartulary {

inline Ctid sample_ctid(const std::string& name) {
    return Ctid(sample_id(name));
}

// What is to be put: the first version of a resource of this name.
struct SampleResource {
    Resource resource;
    ResourceVersion version;
    std::vector<ResourceEntry> entries;

    Result<std::int64_t> put(Transaction& transaction) const {
        return resources::put(transaction, resource, version, entries);
    }
};

// As the one that is `part`; without number and resource.
inline ResourceEntry sample_entry(const std::string& name, const std::string& text = "able baker") {
    return {.ctid = sample_ctid(name),
            .type = "ceterms:Certificate",
            .names = {{name + " \"of\" Pilotage", "en-US"}, {"\u6f22\u5b57", ""}},
            .excerpt = "Finds the way home.\nAlso at night.",
            .website = "https://harbor.example/" + name,
            .kinds = {"orgType:FourYear", "orgType:Technical"},
            .sector = "agentSector:Public",
            .places = {"Portland"},
            .regions = {"Maine"},
            .countries = {"US", "Kanada"},
            .subjects = {"Charts"},
            .identifiers = {"fein:12-3456789"},
            .references = {{"ceterms:ownedBy", "ce-owner"},
                           {"ceterms:requires.ceterms:targetNode", "ce-target"}},
            .text = text};
}

inline SampleResource sample_resource(std::int32_t owner, const std::string& name,
                                      int minutes = 0) {
    Resource resource{.ctid = sample_ctid(name),
                      .envelope = sample_id("envelope of " + name),
                      .type = "ceterms:Certificate",
                      .owner = owner,
                      .publisher = {},
                      .revision = 1,
                      .digest = "digest 1",
                      .created_at = sample_time(minutes),
                      .updated_at = sample_time(minutes)};
    ResourceVersion version{.revision = 1,
                            .event = ResourceEvent::created,
                            .method = PublishMethod::api,
                            .document = R"({"@id":"\/resources/)" + name + "\"}",
                            .digest = "digest 1",
                            .actor = "staff",
                            .owner = owner,
                            .publisher = {},
                            .created_at = sample_time(minutes)};
    return {std::move(resource), std::move(version), {sample_entry(name)}};
}

// The next version of one that was put under this number.
inline SampleResource next_version(SampleResource sample, std::int64_t number, int minutes,
                                   ResourceEvent event = ResourceEvent::updated) {
    auto& [resource, version, entries] = sample;
    resource.number = number;
    resource.revision = version.revision += 1;
    resource.digest = version.digest = "digest " + std::to_string(version.revision);
    resource.updated_at = version.created_at = sample_time(minutes);
    version.event = event;
    version.document += " ";
    resource.deleted_at.reset();
    if (event == ResourceEvent::deleted) {
        resource.deleted_at = sample_time(minutes);
        entries.clear();
    }
    return sample;
}

}  // namespace cartulary
