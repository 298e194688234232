#include "domain/resource.h"

#include <algorithm>
#include <array>

namespace cartulary {

namespace {

constexpr auto event_names =
    std::to_array<std::string_view>({"created", "updated", "deleted", "transferred"});
constexpr auto method_names =
    std::to_array<std::string_view>({"api", "form", "table", "record", "import"});

template <class Enum, std::size_t count>
std::optional<Enum> parse(const std::array<std::string_view, count>& names, std::string_view name) {
    const auto* const found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) return std::nullopt;
    return static_cast<Enum>(found - names.begin());
}

}  // namespace

std::string_view name_of(ResourceEvent event) {
    return event_names.at(static_cast<std::size_t>(event));
}

std::optional<ResourceEvent> parse_resource_event(std::string_view name) {
    return parse<ResourceEvent>(event_names, name);
}

std::string_view name_of(PublishMethod method) {
    return method_names.at(static_cast<std::size_t>(method));
}

std::optional<PublishMethod> parse_publish_method(std::string_view name) {
    return parse<PublishMethod>(method_names, name);
}

}  // namespace cartulary
