#include "web/finder/linked_data.h"

#include "ctdl/schema_org.h"
#include "web/finder/feed.h"
#include "web/fragments.h"

namespace cartulary::web {

namespace {

constexpr auto linked_data_type = "application/ld+json";

// Where a picture of ours lies; empty for all others, which may vanish or change.
std::string own_picture(const ShownResource& shown) {
    const auto& public_url = shown.visit.shell().public_url;
    const auto address = shown.graph.plain(shown.node(), "ceterms:image").value_or("");
    if (!address.starts_with(public_url + "/")) return {};
    return address.substr(public_url.size());
}

std::string description_of(const ShownResource& shown) {
    for (const auto* property : {"ceterms:description", "ceasn:description", "skos:definition"}) {
        const auto said = shown.graph.said(shown.node(), property);
        if (!said.empty()) return summary_of(said.text);
    }
    return {};
}

Markup preview(const ShownResource& shown) {
    return preview_markup(shown.visit.shell(), {.path = resource_path(shown.ctid),
                                                .title = title_of(shown).text,
                                                .description = description_of(shown),
                                                .picture_path = own_picture(shown)});
}

Markup document(const ShownResource& shown) {
    if (!shown.is_part() && shown.graph_text.size() <= document_in_page_bytes_max) {
        return data_block(linked_data_type, shown.graph_text);
    }
    const auto alone = shown.operations.resources.resource(shown.ctid);
    if (!alone || alone->text->size() > document_in_page_bytes_max) return {};
    return data_block(linked_data_type, *alone->text);
}

std::string name_in(Finding& finding, const Ctid& ctid) {
    const auto entry = finding.entry(ctid);
    return entry && !entry->names.empty() ? entry->names.front().text : std::string();
}

Markup described(const ShownResource& shown) {
    const auto& graph = shown.graph;
    auto& finding = shown.operations.finding;
    const ctdl::Addresses addresses{shown.visit.shell().public_url};
    return data_block(
        linked_data_type,
        ctdl::schema_org_text(
            {.node = shown.node(),
             .node_with = [&graph](std::string_view id) { return graph.node(id); },
             .name_of = [&finding](const Ctid& ctid) { return name_in(finding, ctid); },
             .ctid = shown.ctid,
             .addresses = addresses}));
}

}  // namespace

Markup linked_data_markup(const ShownResource& shown) {
    if (shown.as_of) return preview(shown);
    const auto address = shown.visit.shell().public_url + resource_path(shown.ctid);
    return together(
        preview(shown),
        element("link", {{"rel", "alternate"}, {"type", linked_data_type}, {"href", address}}),
        feed_link(shown.visit.shell(),
                  FeedOwner{Ctid(shown.known.owner.uuid()), shown.known.owner_name}),
        document(shown), described(shown));
}

Markup web_site_markup(const Shell& shell) {
    const auto home = shell.public_url + "/";
    json::Writer writer;
    writer.begin_object()
        .member("@context", "https://schema.org")
        .member("@type", "WebSite")
        .member("@id", home)
        .member("url", home)
        .member("name", shell.registry_name)
        .key("potentialAction")
        .begin_object()
        .member("@type", "SearchAction")
        .key("target")
        .begin_object()
        .member("@type", "EntryPoint")
        .member("urlTemplate", home + "?q={search_term_string}")
        .end_object()
        .member("query-input", "required name=search_term_string")
        .end_object()
        .end_object();
    return together(data_block(linked_data_type, writer.take()), feed_link(shell));
}

}  // namespace cartulary::web
