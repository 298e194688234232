#include "web/finder/resource_page.h"
#include "web/fragments.h"
#include "web/resource_view.h"

namespace cartulary::web {

Markup thing_content(const ShownResource& shown) {
    return together(description_markup(shown.graph.said(shown.node(), "ceterms:description").text),
                    resource_view(shown.texts(), shown.graph_text));
}

}  // namespace cartulary::web
