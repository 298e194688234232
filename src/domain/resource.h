#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"
#include "base/uuid.h"
#include "domain/ctid.h"

namespace cartulary {

// Something that the registry describes by a document of linked data: an organization, a
// credential, a framework of competencies.
struct Resource {
    std::int64_t number = 0;  // > 0, given by the store, never used again
    Ctid ctid;
    Uuid envelope;                          // the document's own id, apart from what it describes
    std::string type;                       // CTDL class: "ceterms:Certificate"
    std::int32_t owner;                     // number of the organization
    std::optional<std::int32_t> publisher;  // the third party that published the latest version
    std::int64_t revision;                  // of the latest version; 1, and 1 more with each
    std::string digest;  // canonical, of the latest document; see ctdl/document.h
    Timestamp created_at;
    Timestamp updated_at;
    std::optional<Timestamp> deleted_at = {};
    std::optional<Timestamp> verified_at = {};  // somebody said that it is still true

    bool operator==(const Resource&) const = default;
};

// What made a version. The names are stored and told: never change one.
enum class ResourceEvent { created, updated, deleted, transferred };

std::string_view name_of(ResourceEvent event);
std::optional<ResourceEvent> parse_resource_event(std::string_view name);

// By which way a version came.
enum class PublishMethod { api, form, table, record, import };

std::string_view name_of(PublishMethod method);
std::optional<PublishMethod> parse_publish_method(std::string_view name);

// One state of a resource, kept for ever. A deletion is a version too, with the document that was
// there before it.
struct ResourceVersion {
    std::int64_t revision = 0;
    ResourceEvent event = ResourceEvent::created;
    PublishMethod method = PublishMethod::api;
    std::string document;  // as ctdl/document.h writes it
    std::string digest;
    std::string actor;  // as events name who did something
    std::int32_t owner = 0;
    std::optional<std::int32_t> publisher = {};
    Timestamp created_at = {};

    bool operator==(const ResourceVersion&) const = default;
};

// As events tell of one.
struct ToldResource {
    Ctid ctid;
    std::string type;
    std::string name;
    std::int64_t revision = 0;

    bool operator==(const ToldResource&) const = default;
};

// What a resource was known by in the registry that it was brought in from. Nobody says more than
// is known.
struct ResourceOrigin {
    std::optional<Uuid> envelope = {};
    std::optional<OrganizationId> publisher = {};
    std::optional<Timestamp> created_at = {};
    std::optional<Timestamp> updated_at = {};
};

// A name in one language ("en-US"; empty: not said).
struct ResourceName {
    std::string text;
    std::string language;

    bool operator==(const ResourceName&) const = default;
};

// That a resource refers to another, to a concept, or to a page.
struct ResourceReference {
    std::string property;  // "ceterms:ownedBy"; of a blank node within: the way to it, by dots
    std::string target;  // "ce-…" where it is a CTID, a concept ("orgType:FourYear"), else an IRI

    auto operator<=>(const ResourceReference&) const = default;
};

// By what a resource is found: extracted from its document when it is published. A part of a
// document that has a CTID of its own (a competency of a framework) is an entry of its own.
struct ResourceEntry {
    std::int64_t number = 0;    // the store's; of the resource, or of the part
    std::int64_t resource = 0;  // number of the resource in whose document it stands
    Ctid ctid;
    std::string type;
    std::int32_t owner = 0;
    std::int32_t publisher = 0;            // the store's: the owner, or a third party for it
    Timestamp updated_at = {};             // the store's: when a version last changed what is here
    std::vector<ResourceName> names = {};  // the one that it goes by first, then alternate ones
    std::string excerpt = {};              // the beginning of its description
    std::string website = {};
    std::vector<std::string> kinds = {};    // agentType: "orgType:FourYear"
    std::string sector = {};                // "agentSector:Public"
    std::vector<std::string> places = {};   // localities
    std::vector<std::string> regions = {};  // as written: "California"
    std::vector<std::string> countries = {};
    std::vector<std::string> subjects = {};
    std::vector<std::string> identifiers = {};  // "fein:12-3456789"
    std::vector<ResourceReference> references = {};
    std::string text = {};  // the words of all its texts, folded, by spaces; see search/words.h

    bool operator==(const ResourceEntry&) const = default;
};

inline constexpr std::size_t excerpt_length_max = 300;  // characters

}  // namespace cartulary
