#include "web/texts/texts.h"

#include "web/texts/spanish/rooms.h"

namespace cartulary::web {

const Texts& spanish_texts() {
    static const Texts texts = {spanish_page_texts,
                                spanish_docs_texts,
                                spanish_badge_texts,
                                spanish_account_texts,
                                spanish_people_texts,
                                spanish_organization_texts,
                                spanish_rights_texts,
                                spanish_history_texts,
                                spanish_publisher_texts,
                                spanish_staff_texts,
                                "es"};
    return texts;
}

}  // namespace cartulary::web
