#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "web/finder/resource_page.h"
#include "web/finder/said_markup.h"
#include "web/texts/credential_texts.h"

// What stands around the content of every resource's page.
namespace cartulary::web {

// That it is as of a date; of a part, where it stands; its kind, owner and status.
Markup above_content(const ShownResource& shown);

// Its CTID, dates, history and data.
Markup below_content(const ShownResource& shown);

// A link to the page of a thing of this registry, or of a version of it as of a moment.
Markup resource_link(const Ctid& ctid, const GraphReader::Said& name);
std::string resource_path_as_of(const Ctid& ctid, Timestamp moment);
std::string history_path(const Ctid& ctid);

}  // namespace cartulary::web
