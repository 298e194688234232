#include "web/finder/resource_frame.h"

#include "http/form.h"
#include "web/fragments.h"
#include "web/texts/credential_texts.h"
#include "web/texts/term_labels.h"

namespace cartulary::web {

namespace {

constexpr int steps_up_max = 20;  // of what a part stands below

Markup as_of_notice(const ShownResource& shown) {
    if (!shown.as_of) return {};
    const auto& words = credential_texts(shown.texts());
    const auto about =
        filled(words.as_of_about, {{"date", day(shown.texts(), *shown.as_of)},
                                   {"number", Markup(std::to_string(shown.revision))}});
    return element("p", {{"class", "standing over"}}, about, " ",
                   link_to(resource_path(shown.ctid), words.as_of_now));
}

// Of a part: the whole, and the parts above this one.
Markup breadcrumbs(const ShownResource& shown) {
    if (!shown.is_part()) return {};
    const auto& graph = shown.graph;
    Markup steps;
    std::vector<Markup> above;
    const auto* node = &shown.node();
    for (int step = 0; step < steps_up_max; ++step) {
        const auto parents = graph.references(*node, "ceasn:isChildOf");
        const auto* parent = parents.empty() ? nullptr : graph.node(parents.front().target);
        if (!parent || parent == &shown.node() || !parents.front().ctid) break;
        above.push_back(resource_link(*parents.front().ctid, name_of(graph, *parent)));
        node = parent;
    }
    const auto& whole = shown.known.resource.ctid;
    steps.add(element("li", {}, resource_link(whole, name_of(graph, graph.first()))));
    for (auto step = above.rbegin(); step != above.rend(); ++step) {
        steps.add(element("li", {}, *step));
    }
    return element(
        "nav",
        {{"class", "breadcrumbs"}, {"aria-label", credential_texts(shown.texts()).breadcrumbs}},
        element("ol", {}, steps));
}

// Whether it is offered and kept up; most are, and so only another status is told with weight.
Markup status_mark(const ShownResource& shown) {
    for (const auto* property : {"ceterms:credentialStatusType", "ceterms:lifeCycleStatusType"}) {
        const auto statuses = shown.graph.references(shown.node(), property);
        if (statuses.empty()) continue;
        const auto& status = statuses.front();
        const bool is_active = status.target.ends_with(":Active");
        return element("span", {{"class", is_active ? "tag good" : "tag over"}},
                       term_label(shown.texts(), status.target));
    }
    return {};
}

Markup kind_line(const ShownResource& shown) {
    const auto& texts = shown.texts();
    const auto kind =
        element("span", {{"class", "tag open"}}, term_label(texts, shown.graph.type(shown.node())));
    const auto owner = Ctid(shown.known.owner.uuid());
    const auto line =
        owner == shown.ctid
            ? kind
            : filled(credential_texts(texts).kind_by,
                     {{"kind", kind},
                      {"owner", link_to(resource_path(owner), shown.known.owner_name)}});
    return element("p", {{"class", "kind"}}, line, " ", status_mark(shown));
}

// The page's own address answers programs with data; a person's browser would be shown this page.
Markup data_links(const ShownResource& shown) {
    const auto& words = credential_texts(shown.texts());
    const auto path = "/envelopes/" + shown.known.resource.ctid.text();
    return together(element("p", {}, link_to(path, words.data_document)),
                    element("p", {}, phrase(words.data_negotiated)));
}

}  // namespace

Markup above_content(const ShownResource& shown) {
    return together(as_of_notice(shown), breadcrumbs(shown), kind_line(shown));
}

Markup below_content(const ShownResource& shown) {
    const auto& texts = shown.texts();
    const auto& words = credential_texts(texts);
    const auto& resource = shown.known.resource;
    Details details;
    details.add(words.data_ctid, element("code", {}, shown.ctid.text()))
        .add(words.data_published, day(texts, resource.created_at))
        .add(words.data_updated, day(texts, shown.changed_at));
    if (resource.verified_at && !shown.as_of) {
        details.add(words.data_verified, day(texts, *resource.verified_at));
    }
    details.add(words.data_version,
                together(std::to_string(shown.revision), " · ",
                         link_to(history_path(resource.ctid), words.history_link)));
    details.add(words.data_for_software, data_links(shown));
    return element("section", {{"class", "about-page"}}, element("h2", {}, words.data_title),
                   details.markup());
}

Markup resource_link(const Ctid& ctid, const GraphReader::Said& name) {
    return link_to(resource_path(ctid), name.empty() ? ctid.text() : name.text);
}

std::string resource_path_as_of(const Ctid& ctid, Timestamp moment) {
    return resource_path(ctid) + "?as_of=" + http::percent_encode(iso_8601(moment));
}

std::string history_path(const Ctid& ctid) {
    return "/history/" + ctid.text();
}

}  // namespace cartulary::web
