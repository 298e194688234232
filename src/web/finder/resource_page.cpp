#include "web/finder/resource_page.h"

#include "ctdl/vocabulary.h"
#include "web/fragments.h"
#include "web/refusal_page.h"
#include "web/resource_view.h"

namespace cartulary::web {

namespace {

using http::Response;

Markup content_of(const ShownResource& shown) {
    return thing_content(shown);
}

Markup for_software(const ShownResource& shown, const std::string& title) {
    const auto description = shown.graph.said(shown.node(), "ceterms:description");
    return preview_markup(shown.visit.shell(), {.path = resource_path(shown.known.resource.ctid),
                                                .title = title,
                                                .description = summary_of(description.text)});
}

Response page_of(const ShownResource& shown) {
    const auto title = title_of(shown).text;
    return shown.visit.open_page(
        {.title = title, .content = content_of(shown), .for_software = for_software(shown, title)});
}

Response show(Visit& visit, const FinderOperations& operations) {
    const auto ctid = Ctid::parse(visit.request().path_parameter("ctid"));
    if (!ctid) return visit.refuse(404, visit.texts().resource_unknown);
    auto& resources = operations.resources;
    const auto known = resources.known(*ctid);
    if (!known) return visit.refuse(known.error());
    const auto text = resources.graph(*ctid);
    if (!text) return visit.refuse(text.error());
    const GraphReader graph(*text->text, visit.texts().language);
    return page_of({.visit = visit,
                    .operations = operations,
                    .known = *known,
                    .graph_text = *text->text,
                    .graph = graph,
                    .as_of = {}});
}

}  // namespace

Markup thing_content(const ShownResource& shown) {
    return together(description_markup(shown.graph.said(shown.node(), "ceterms:description").text),
                    resource_view(shown.texts(), shown.graph_text));
}

GraphReader::Said title_of(const ShownResource& shown) {
    for (const auto property : {"ceterms:name", "ceasn:name", "skos:prefLabel"}) {
        if (auto name = shown.graph.said(shown.node(), property); !name.empty()) return name;
    }
    return {shown.known.resource.ctid.text(), ""};
}

http::Handler resource_page(const Visits& visits, const FinderOperations& operations) {
    return visits
        .page("/resources/{ctid}", "showResource",
              [operations](Visit& visit) { return show(visit, operations); })
        .handle;
}

}  // namespace cartulary::web
