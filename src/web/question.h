#pragma once

#include <string>
#include <string_view>

#include "web/visit.h"

namespace cartulary::web {

// What is asked before something that cannot be undone: `action` does it, `back` does not.
struct Question {
    std::string_view about;
    std::string_view button;
    std::string action;
    std::string_view back_label = {};
    std::string back = {};
    Markup fields = {};  // that are sent with it, unseen
};
Markup question_markup(const Visit& visit, const Question& question);

}  // namespace cartulary::web
