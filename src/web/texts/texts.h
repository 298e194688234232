#pragma once

#include <string_view>

#include "web/texts/account_texts.h"
#include "web/texts/badge_texts.h"
#include "web/texts/docs_texts.h"
#include "web/texts/history_texts.h"
#include "web/texts/organization_texts.h"
#include "web/texts/page_texts.h"
#include "web/texts/people_texts.h"
#include "web/texts/plural.h"
#include "web/texts/publisher_texts.h"
#include "web/texts/rights_texts.h"
#include "web/texts/staff_texts.h"

// Every word that the pages say. {names} stand for what is filled in; `backticks` mark code. The
// English words are the members' default values, those of other languages in folders beside.
namespace cartulary::web {

struct Texts : PageTexts,
               DocsTexts,
               BadgeTexts,
               AccountTexts,
               PeopleTexts,
               OrganizationTexts,
               RightsTexts,
               HistoryTexts,
               PublisherTexts,
               StaffTexts {
    std::string_view language = "en";  // BCP 47
};

}  // namespace cartulary::web
