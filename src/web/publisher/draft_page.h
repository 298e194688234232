#pragma once

#include "web/publisher/entry_form.h"
#include "web/publisher/publisher.h"

// One draft: how it stands, one section of its form, and what can be done.
namespace cartulary::web {

struct DraftShown {
    const Desk& desk;
    const Drafts::Judged& judged;
    FormSection section;
    const Problems& problems;  // of this section
    bool rival = false;        // somebody else saved it since it was looked at
    bool is_refused = false;   // the form was sent, and not taken
};
http::Response draft_page(const DraftShown& shown);

std::string section_path(const Desk& desk, const Ctid& draft, FormSection section);
std::string name_of(const Desk& desk, const Draft& draft);
Markup list_link(const Desk& desk);

}  // namespace cartulary::web
