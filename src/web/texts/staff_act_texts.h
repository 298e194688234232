#pragma once

#include <array>
#include <string_view>

#include "web/texts/texts.h"

namespace cartulary::web {

// What staff do, by the names of domain/staff_act.h.
struct StaffActTexts {
    std::array<HistoryTexts::EventName, 13> act_names = {
        {{"organization.blocked", "Organization blocked"},
         {"organization.unblocked", "Organization approved again"},
         {"organization.trusted", "Made a trusted partner"},
         {"organization.distrusted", "No longer a trusted partner"},
         {"person.staff_added", "Person made staff"},
         {"person.staff_removed", "Person no longer staff"},
         {"person.sessions_ended", "Person logged out everywhere"},
         {"person.second_factor_reset", "Second factor reset"},
         {"person.confirmation_mailed", "Confirmation mailed again"},
         {"mail.requeued", "Mail queued again"},
         {"mail.all_requeued", "All mails queued again"},
         {"webhook.requeued", "Delivery queued again"},
         {"webhook.all_requeued", "All deliveries queued again"}}};
};

const StaffActTexts& staff_act_texts(const Texts& page);

}  // namespace cartulary::web
