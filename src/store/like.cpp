#include "store/like.h"

#include <string_view>

namespace cartulary {

std::optional<std::string> pattern_of(const std::optional<std::string>& part) {
    if (!part) return std::nullopt;
    std::string pattern = "%";
    for (const char c : *part) {
        if (std::string_view("%_\\").find(c) != std::string_view::npos) pattern += '\\';
        pattern += c;
    }
    return pattern + '%';
}

}  // namespace cartulary
