#include "http/conditional.h"

namespace cartulary::http {

namespace {

constexpr std::string_view weak_mark = "W/";

std::string_view opaque(std::string_view tag) {
    if (tag.starts_with(weak_mark)) tag.remove_prefix(weak_mark.size());
    return tag;
}

void skip_separators(std::string_view& list) {
    const auto at = list.find_first_not_of(" \t,");
    list.remove_prefix(at == std::string_view::npos ? list.size() : at);
}

// Takes the first tag off the list; empty when there is none. A comma may stand inside the quotes.
std::string_view take_tag(std::string_view& list) {
    skip_separators(list);
    const std::size_t opening = list.starts_with(weak_mark) ? weak_mark.size() : 0;
    if (list.size() <= opening || list[opening] != '"') return {};
    const auto closing = list.find('"', opening + 1);
    if (closing == std::string_view::npos) return {};
    const auto tag = list.substr(0, closing + 1);
    list.remove_prefix(tag.size());
    return tag;
}

}  // namespace

bool lists_tag(std::string_view list, std::string_view tag, bool weakly) {
    skip_separators(list);
    if (list.starts_with('*')) return true;
    if (!weakly && tag.starts_with(weak_mark)) return false;
    for (auto one = take_tag(list); !one.empty(); one = take_tag(list)) {
        if (weakly ? opaque(one) == opaque(tag) : one == tag) return true;
    }
    return false;
}

}  // namespace cartulary::http
