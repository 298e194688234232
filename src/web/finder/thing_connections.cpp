#include "web/finder/thing_connections.h"

#include <algorithm>

#include "web/finder/said_markup.h"
#include "web/finder/thing_sections.h"
#include "web/fragments.h"
#include "web/texts/term_labels.h"

namespace cartulary::web {

namespace {

constexpr int connections_shown_max = 50;

// Of what stands in the same document everybody sees that anyway.
bool is_of_same_document(const ShownResource& shown, const Connection& connection) {
    return connection.entry.resource == shown.known.resource.number;
}

Markup link_of(const Texts& texts, const ResourceEntry& entry) {
    const auto name = entry.names.empty() ? GraphReader::Said{entry.ctid.text(), ""}
                                          : GraphReader::Said{summary_of(entry.names.front().text),
                                                              entry.names.front().language};
    return element("a", {{"href", resource_path(entry.ctid)}}, said_markup(texts, name));
}

Markup list_of(const Markup& entries) {
    if (entries.empty()) return {};
    return element("ul", {{"class", "values"}}, entries);
}

}  // namespace

ThingConnections::ThingConnections(const ShownResource& shown) : shown_(shown) {
    if (shown.as_of) return;
    connected_ =
        connections_of(shown.operations.registry,
                       {.of = shown.ctid, .direction = Direction::inward, .properties = {}},
                       {.offset = 0, .count = connections_shown_max});
    for (const auto& connection : connected_.items) {
        if (is_of_same_document(shown, connection)) continue;
        bool is_placed = false;
        for (const auto& way : connection.properties) {
            const auto property = seen_from_here(way);
            if (property.empty()) continue;
            auto& placed = under_[property];
            if (std::ranges::find(placed, &connection) == placed.end()) {
                placed.push_back(&connection);
            }
            is_placed = true;
        }
        if (!is_placed) others_.push_back(&connection);
    }
}

Markup ThingConnections::under(std::string_view property) const {
    const auto found = under_.find(property);
    if (found == under_.end()) return {};
    Markup entries;
    for (const auto* connection : found->second) entries.add(entry(*connection, property));
    return list_of(entries);
}

Markup ThingConnections::entry(const Connection& connection, std::string_view property) const {
    const auto& texts = shown_.texts();
    const auto& words = credential_texts(texts);
    const auto link = link_of(texts, connection.entry);
    const auto named = shown_.graph.references(shown_.node(), property);
    const bool is_named = std::ranges::any_of(
        named, [&](const auto& each) { return each.ctid == connection.entry.ctid; });
    if (is_quality_assurance(property)) {
        const auto wording = is_named ? words.confirmed_by : words.said_by;
        return element("li", {}, filled(wording, {{"name", link}}));
    }
    if (is_named) return {};
    const auto about = filled_plain(
        words.kind_by,
        {{"kind", term_label(texts, connection.entry.type)}, {"owner", connection.owner_name}});
    return element("li", {}, link, " ", element("span", {{"class", "hint"}}, name_markup(about)));
}

Markup ThingConnections::others() const {
    const auto& texts = shown_.texts();
    Markup entries;
    for (const auto* connection : others_) {
        const auto& way = connection->properties.front();
        const auto label = term_label(texts, std::string_view(way).substr(0, way.find('.')));
        entries.add(element("li", {}, link_of(texts, connection->entry), " ",
                            element("span", {{"class", "hint"}}, label)));
    }
    const auto left_out = connected_.total - static_cast<std::int64_t>(connected_.items.size());
    if (left_out > 0) {
        const auto more = counted(texts, credential_texts(texts).values_more, left_out);
        entries.add(element("li", {}, element("span", {{"class", "hint"}}, more)));
    }
    return list_of(entries);
}

}  // namespace cartulary::web
