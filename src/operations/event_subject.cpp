#include "operations/event_subject.h"

#include <stdexcept>
#include <string_view>

#include "store/badge_text.h"
#include "store/organization_text.h"
#include "store/told_resource.h"

namespace cartulary {

EventSubject subject_of(const Event& event) {
    const std::string_view type = event.type;
    const auto noun = type.substr(0, type.find('.'));
    if (noun == "organization") return organizations::in_snapshot(event.snapshot);
    if (noun == "badge_template") return badge_templates::in_snapshot(event.snapshot);
    if (noun == "badge") return badges::in_snapshot(event.snapshot);
    // Of a draft its version is the revision.
    if (noun == "resource" || noun == "draft") return resources::in_snapshot(event.snapshot);
    throw std::runtime_error("no event has the type " + event.type);
}

}  // namespace cartulary
