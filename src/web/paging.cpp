#include "web/paging.h"

#include <algorithm>
#include <charconv>

#include "http/form.h"
#include "web/fragments.h"

namespace cartulary::web {

namespace {

std::int64_t page_of(const Slice& slice) {
    return slice.offset / slice.count + 1;
}

}  // namespace

Slice slice_of(std::string_view page_number) {
    std::int64_t number = 1;
    std::from_chars(page_number.data(), page_number.data() + page_number.size(), number);
    number = std::clamp<std::int64_t>(number, 1, page_number_max);
    return {.offset = (number - 1) * page_size, .count = page_size};
}

std::string range_text(std::string_view wording, const Slice& slice, std::size_t shown,
                       std::int64_t total) {
    const auto from = std::to_string(shown == 0 ? 0 : slice.offset + 1);
    const auto to = std::to_string(slice.offset + static_cast<std::int64_t>(shown));
    const auto all = std::to_string(total);
    return filled_plain(wording, {{"from", from}, {"to", to}, {"total", all}});
}

Markup pages_markup(const Texts& texts, const Slice& slice, std::int64_t total,
                    const std::function<std::string(std::int64_t page)>& path_of) {
    const auto page = page_of(slice);
    const bool has_more = slice.offset + slice.count < total;
    if (page == 1 && !has_more) return {};
    Markup entries;
    if (page > 1) entries.add(element("li", {}, link_to(path_of(page - 1), texts.page_before)));
    if (has_more) entries.add(element("li", {}, link_to(path_of(page + 1), texts.page_after)));
    return element("nav", {{"class", "pages"}, {"aria-label", texts.pages_label}},
                   element("ul", {}, entries));
}

Markup pages_markup(const Texts& texts, const Slice& slice, std::int64_t total,
                    const std::string& path) {
    return pages_markup(texts, slice, total, [&](std::int64_t page) {
        return path_with(path, {{"page", std::to_string(page)}});
    });
}

Markup next_markup(const Texts& texts, const std::string& path) {
    if (path.empty()) return {};
    return element("nav", {{"class", "pages"}, {"aria-label", texts.pages_label}},
                   element("ul", {}, element("li", {}, link_to(path, texts.page_after))));
}

std::string path_with(std::string_view path, Parameters parameters) {
    std::string text(path);
    char sign = '?';
    for (const auto& [name, value] : parameters) {
        if (value.empty()) continue;
        text += sign + std::string(name) + '=' + http::percent_encode(value);
        sign = '&';
    }
    return text;
}

}  // namespace cartulary::web
