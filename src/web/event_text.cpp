#include "web/event_text.h"

#include <algorithm>

#include "web/texts/staff_act_texts.h"

namespace cartulary::web {

std::string_view event_text(const Texts& texts, std::string_view type) {
    using EventName = HistoryTexts::EventName;
    const auto event = std::ranges::find(texts.event_names, type, &EventName::type);
    if (event != texts.event_names.end()) return event->text;
    const auto& acts = staff_act_texts(texts).act_names;
    const auto act = std::ranges::find(acts, type, &EventName::type);
    return act == acts.end() ? type : act->text;
}

}  // namespace cartulary::web
