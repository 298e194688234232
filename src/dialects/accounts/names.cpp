#include "dialects/accounts/names.h"

#include <span>

namespace cartulary::accounts {

namespace {

std::string_view find(std::span<const Name> table, std::string_view ours) {
    for (const auto& name : table) {
        if (name.ours == ours) return name.theirs;
    }
    return ours;
}

}  // namespace

std::string their_name(std::string_view ours) {
    const auto end_of_index = ours.find("].");
    if (end_of_index == std::string_view::npos) return std::string(find(names, ours));
    const auto list = ours.substr(0, ours.find('['));
    const auto index = ours.substr(list.size(), end_of_index + 1 - list.size());
    const auto part = ours.substr(end_of_index + 2);
    const std::span<const Name> parts =
        list == "contacts" ? std::span<const Name>(contact_names) : estimate_names;
    return std::string(find(names, list)) + std::string(index) + "." +
           std::string(find(parts, part));
}

}  // namespace cartulary::accounts
