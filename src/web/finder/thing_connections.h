#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "operations/connections.h"
#include "web/finder/resource_page.h"

namespace cartulary::web {

// The things that refer to the one that is shown, as of now.
class ThingConnections {
public:
    explicit ThingConnections(const ShownResource& shown);
    ThingConnections(const ThingConnections&) = delete;
    ThingConnections& operator=(const ThingConnections&) = delete;

    // Those that are shown under a property of the thing: "✓ confirmed" where the thing itself
    // names them too.
    Markup under(std::string_view property) const;

    // All others.
    Markup others() const;

private:
    Markup entry(const Connection& connection, std::string_view property) const;

    const ShownResource& shown_;
    std::map<std::string_view, std::vector<const Connection*>> under_;
    std::vector<const Connection*> others_;
    Connected connected_;
};

}  // namespace cartulary::web
