#include "store/any_of.h"

namespace cartulary {

std::optional<std::string> any_of(const std::vector<std::string>& texts) {
    if (texts.empty()) return std::nullopt;
    std::string list = "\x1f";
    for (const auto& text : texts) list += text + '\x1f';
    return list;
}

}  // namespace cartulary
