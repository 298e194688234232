#include "web/finder/resource_page.h"

#include "ctdl/vocabulary.h"
#include "http/query_moment.h"
#include "web/finder/linked_data.h"
#include "web/finder/organization_page.h"
#include "web/finder/resource_frame.h"
#include "web/finder/resource_refusals.h"
#include "web/fragments.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr std::size_t title_bytes_max = 500;

bool is_organization(const ShownResource& shown) {
    return ctdl::is_organization(shown.graph.type(shown.node()));
}

Markup content_of(const ShownResource& shown) {
    return is_organization(shown) ? organization_content(shown) : thing_content(shown);
}

Response page_of(const ShownResource& shown) {
    const auto title = title_of(shown);
    return shown.visit.open_page(
        {.title = title.text,
         .title_language = title.language,
         .content = together(above_content(shown), content_of(shown), below_content(shown)),
         .for_software = linked_data_markup(shown),
         .indexed = !shown.as_of});
}

// The version that is shown knows whose it was then.
Result<ResourceKnown> known_then(Resources& resources, const ResourceKnown& now,
                                 std::int64_t revision) {
    if (now.resource.revision == revision) return now;
    return TRY(resources.version(now.resource.ctid, revision)).known;
}

Response show_version(Visit& visit, const FinderOperations& operations, const Ctid& ctid,
                      const ResourceKnown& now, const Resources::Text& text,
                      const ResourceMoment& moment) {
    const GraphReader graph(*text.text, visit.texts().language);
    const bool is_whole = ctid == now.resource.ctid;
    const auto* node =
        is_whole ? &graph.first() : graph.node(visit.shell().public_url + resource_path(ctid));
    if (!node) return refuse_part(visit, now, moment);
    const auto known = known_then(operations.resources, now, text.revision);
    if (!known) return visit.refuse(known.error());
    return page_of({.visit = visit,
                    .operations = operations,
                    .known = *known,
                    .ctid = ctid,
                    .graph_text = *text.text,
                    .graph = graph,
                    .described = *node,
                    .revision = text.revision,
                    .changed_at = text.updated_at,
                    .as_of = moment.as_of});
}

Response show(Visit& visit, const FinderOperations& operations) {
    const auto ctid = Ctid::parse(visit.request().path_parameter("ctid"));
    if (!ctid) return refuse_unknown(visit, std::nullopt);
    ResourceMoment moment;
    if (const auto written = visit.parameter("as_of"); !written.empty()) {
        moment.as_of = http::parse_moment_as_of(written);
        if (!moment.as_of) return visit.refuse(400, credential_texts(visit.texts()).as_of_wrong);
    }
    auto& resources = operations.resources;
    const auto now = resources.known(*ctid);
    if (!now) return refuse_unknown(visit, *ctid);
    const auto text = resources.graph(*ctid, moment);
    if (text) return show_version(visit, operations, *ctid, *now, *text, moment);
    switch (text.error().kind) {
        case ErrorKind::not_found: return refuse_before(visit, *now, moment);
        case ErrorKind::gone: return refuse_removed(visit, operations, *now);
        default: return visit.refuse(text.error());
    }
}

}  // namespace

GraphReader::Said name_of(const GraphReader& graph, const json::Value& node) {
    for (const auto* property : {"ceterms:name", "ceasn:name", "skos:prefLabel",
                                 "ceasn:competencyLabel", "ceasn:competencyText"}) {
        if (auto name = graph.said(node, property); !name.empty()) return name;
    }
    return {};
}

GraphReader::Said title_of(const ShownResource& shown) {
    auto name = name_of(shown.graph, shown.node());
    if (name.empty()) return {shown.ctid.text(), ""};
    if (name.text.size() > title_bytes_max) name.text = summary_of(name.text);
    return name;
}

http::Handler resource_page(const Visits& visits, const FinderOperations& operations) {
    return visits
        .page("/resources/{ctid}", "showResource",
              [operations](Visit& visit) { return show(visit, operations); })
        .handle;
}

}  // namespace cartulary::web
