#include "dialects/litmos/names.h"

#include <algorithm>

namespace cartulary::litmos {

std::string their_name(Names names, std::string_view ours) {
    std::string prefix;
    if (ours.starts_with('[')) {
        const auto length = ours.find('.') + 1;
        prefix = ours.substr(0, length);
        ours.remove_prefix(length);
    }
    const auto found = std::ranges::find(names, ours, &Name::ours);
    return prefix + std::string(found == names.end() ? ours : found->theirs);
}

}  // namespace cartulary::litmos
