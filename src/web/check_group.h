#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "web/form_markup.h"

namespace cartulary::web {

// A button that says which of several it is.
Markup named_button(std::string_view label, std::string_view name, std::string_view value,
                    std::string_view looks = {});

// Several of a list may be chosen.
struct CheckGroup {
    std::string_view name;
    std::string_view label;
    std::span<const Option> options;
    std::vector<std::string_view> chosen;
    std::string_view hint = {};
};
Markup check_group(const CheckGroup& group, const Problems& problems);

}  // namespace cartulary::web
