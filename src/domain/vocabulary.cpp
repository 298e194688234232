#include "domain/vocabulary.h"

#include "base/text.h"

namespace cartulary::detail {

namespace {

// What is left of a term after its prefix or the URL of its vocabulary.
std::string_view local_name(std::string_view prefix, std::string_view text) {
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return text;
    const auto before = text.substr(0, colon);
    if (text::equal_ignoring_ascii_case(before, prefix)) return text.substr(colon + 1);
    if (text::equal_ignoring_ascii_case(before, "https") ||
        text::equal_ignoring_ascii_case(before, "http")) {
        return text.substr(text.find_last_of("/#") + 1);
    }
    return text;
}

}  // namespace

std::optional<std::size_t> find_name(std::span<const std::string_view> names,
                                     std::string_view prefix, std::string_view text) {
    const auto wanted = local_name(prefix, text::trimmed(text));
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (text::equal_ignoring_ascii_case(names[i], wanted)) return i;
    }
    return std::nullopt;
}

std::string list_of(std::span<const std::string_view> names) {
    std::string list;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) list += i + 1 == names.size() ? " or " : ", ";
        list += names[i];
    }
    return list;
}

}  // namespace cartulary::detail
