#pragma once

#include <string>
#include <string_view>

#include "base/time.h"
#include "web/html.h"
#include "web/texts/texts.h"

// What many pages are made of.
namespace cartulary::web {

// A list of names and their values.
class Details {
public:
    // Nothing when there is no value.
    Details& add(std::string_view name, const Markup& value);
    Details& add(std::string_view name, std::string_view value);

    Markup markup() const;

private:
    Markup entries_;
};

// "21 September 2026", in UTC.
std::string day_text(const Texts& texts, Timestamp moment);
Markup day(const Texts& texts, Timestamp moment);

// "21 September 2026, 14:05 UTC"
Markup moment(const Texts& texts, Timestamp at);

// A link within the pages.
Markup link_to(std::string_view path, std::string_view label, std::string_view looks = {});

// Whether a text may be linked to: what others wrote may not lead to a script.
bool is_web_address(std::string_view text);

// A link to a page that is not ours; `label` alone where `url` is no web address. Without a label
// the address is shown.
Markup outside_link(std::string_view url, std::string_view label = {});

// People's names and texts, which may be written from right to left.
Markup name_markup(std::string_view name);
Markup description_markup(std::string_view description);

// A picture beside what is said about it.
Markup profile(std::string_view picture_path, std::string_view picture_label, const Markup& about);
// With a heading; nothing when there are no entries, which are `li` elements.
Markup list_section(std::string_view title, std::string_view list_class, const Markup& entries);
// The beginning of what people wrote, in one line.
std::string summary_of(std::string_view description);

}  // namespace cartulary::web
