#include "web/question.h"

#include "web/fragments.h"

namespace cartulary::web {

Markup question_markup(const Visit& visit, const Question& question) {
    return together(
        element("p", {{"class", "lead"}}, question.about),
        element("div", {{"class", "choices"}},
                visit.form(question.action, together(question.fields, button(question.button))),
                link_to(question.back, question.back_label, "button second")));
}

}  // namespace cartulary::web
