#include "web/fragments.h"

#include <chrono>

#include "base/text.h"
#include "domain/web_address.h"

namespace cartulary::web {

namespace {

constexpr std::size_t summary_bytes_max = 200;

std::chrono::year_month_day date_of(Timestamp moment) {
    return std::chrono::floor<std::chrono::days>(moment);
}

}  // namespace

Markup link_to(std::string_view path, std::string_view label, std::string_view looks) {
    return element("a", {{"href", path}, looks.empty() ? Attribute{} : Attribute{"class", looks}},
                   label);
}

bool is_web_address(std::string_view text) {
    const auto address = parse_web_address(text);
    return address && !address->scheme_added;
}

Details& Details::add(std::string_view name, const Markup& value) {
    if (value.empty()) return *this;
    entries_.add(element("div", {}, element("dt", {}, name), element("dd", {}, value)));
    return *this;
}

Details& Details::add(std::string_view name, std::string_view value) {
    return add(name, text::is_blank(value) ? Markup() : name_markup(value));
}

Markup Details::markup() const {
    if (entries_.empty()) return {};
    return element("dl", {{"class", "details"}}, entries_);
}

std::string day_text(const Texts& texts, Timestamp moment) {
    const auto date = date_of(moment);
    const auto number = static_cast<unsigned>(date.month());
    const auto day_number = std::to_string(static_cast<unsigned>(date.day()));
    const auto year = std::to_string(static_cast<int>(date.year()));
    return filled_plain(
        texts.date, {{"day", day_number}, {"month", texts.months.at(number - 1)}, {"year", year}});
}

Markup day(const Texts& texts, Timestamp moment) {
    const auto date = iso_8601(moment).substr(0, 10);
    return element("time", {{"datetime", date}}, day_text(texts, moment));
}

Markup moment(const Texts& texts, Timestamp at) {
    const auto iso = iso_8601(at);
    const auto clock = iso.substr(11, 5);
    return element("time", {{"datetime", iso}},
                   filled_plain(texts.moment, {{"day", day_text(texts, at)}, {"time", clock}}));
}

Markup outside_link(std::string_view url, std::string_view label) {
    const auto shown = name_markup(text::is_blank(label) ? url : label);
    if (!is_web_address(url)) return shown;
    return element("a", {{"href", url}, {"rel", "nofollow ugc"}}, shown);
}

Markup name_markup(std::string_view name) {
    return element("bdi", {}, name);
}

Markup description_markup(std::string_view description) {
    if (text::is_blank(description)) return {};
    return element("div", {{"class", "words"}, {"dir", "auto"}}, paragraphs(description));
}

Markup profile(std::string_view picture_path, std::string_view picture_label, const Markup& about) {
    const auto picture = picture_path.empty() ? Markup()
                                              : element("img", {{"class", "picture"},
                                                                {"src", picture_path},
                                                                {"alt", picture_label},
                                                                {"width", "600"},
                                                                {"height", "600"}});
    return element("div", {{"class", picture.empty() ? "profile bare" : "profile"}}, picture,
                   element("div", {}, about));
}

Markup list_section(std::string_view title, std::string_view list_class, const Markup& entries) {
    if (entries.empty()) return {};
    return together(element("h2", {}, title), element("ul", {{"class", list_class}}, entries));
}

std::string summary_of(std::string_view description) {
    const auto words = text::trimmed(description);
    const auto line = words.substr(0, words.find('\n'));
    if (line.size() <= summary_bytes_max) return std::string(text::trimmed(line));
    auto end = line.rfind(' ', summary_bytes_max);
    if (end == std::string_view::npos) {
        end = summary_bytes_max;
        // Not in the middle of a character.
        while ((static_cast<unsigned char>(line[end]) & 0xC0U) == 0x80U) --end;
    }
    return std::string(line.substr(0, end)) + "…";
}

}  // namespace cartulary::web
