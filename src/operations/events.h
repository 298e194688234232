#pragma once

#include <functional>
#include <string>

#include "base/bounded_cache.h"
#include "base/page.h"
#include "domain/event.h"
#include "operations/caller.h"
#include "operations/event_subject.h"
#include "operations/registry.h"

namespace cartulary {

// An event with what it was about, as that was then.
struct EventTold {
    Event event;
    OrganizationId organization;
    EventSubject subject;
};

// What happened to organizations that the caller may see. An event never changes, so that its text
// is made once and kept in `rendered` while there is room. Needs read.
class Events {
public:
    using Render = std::function<std::string(const EventTold&)>;

    explicit Events(const Registry& registry) : registry_(registry) {}

    // Newest first. A page deep in the past costs what the first one costs. forbidden, not_found.
    Result<Page<BoundedCache::Text>> list(const Caller& caller, const OrganizationId& organization,
                                          const Slice& slice, BoundedCache& rendered,
                                          const Render& render);

    // not_found also: the organization has no such event.
    Result<EventTold> get(const Caller& caller, const OrganizationId& organization, const Uuid& id);

private:
    const Registry& registry_;
};

}  // namespace cartulary
