#include "web/finder/compare_table.h"

#include <algorithm>
#include <functional>

#include "web/finder/node_mark.h"
#include "web/finder/resource_page.h"
#include "web/finder/thing_sections.h"
#include "web/fragments.h"
#include "web/texts/term_labels.h"
#include "web/texts/version_texts.h"

namespace cartulary::web {

namespace {

using Things = std::vector<std::unique_ptr<ComparedThing>>;

class Comparison {
public:
    Comparison(const Texts& texts, const Things& things)
        : texts_(texts), words_(version_texts(texts)), things_(things) {}

    Markup bodies() const {
        Markup all = about();
        for (const auto& section : thing_sections()) all.add(body(section));
        return all;
    }

private:
    // What a thing is and whose.
    Markup about() const {
        std::vector<Markup> kinds;
        std::vector<Markup> owners;
        for (const auto& thing : things_) {
            kinds.push_back(name_markup(term_label(texts_, thing->graph.type(*thing->node))));
            const auto owner = Ctid(thing->known.owner.uuid());
            owners.push_back(link_to(resource_path(owner), thing->known.owner_name));
        }
        const auto status =
            together(row("ceterms:credentialStatusType"), row("ceterms:lifeCycleStatusType"));
        return element("tbody", {}, marked_row(words_.compare_kind, kinds, differ(kinds)),
                       marked_row(words_.compare_owner, owners, differ(owners)), status);
    }

    Markup body(const ThingSection& section) const {
        Markup rows;
        for (const auto property : section.properties) rows.add(row(property));
        if (rows.empty()) return {};
        const auto title =
            section.title ? credential_texts(texts_).*section.title : words_.compare_overview;
        const auto columns = std::to_string(things_.size() + 1);
        return element("tbody", {},
                       element("tr", {{"class", "group"}},
                               element("th", {{"colspan", columns}, {"scope", "rowgroup"}}, title)),
                       rows);
    }

    // Nothing where nobody says anything.
    Markup row(std::string_view property) const {
        std::vector<Markup> cells;
        std::vector<Mark> marks;
        for (const auto& thing : things_) {
            cells.push_back(thing->view->values(*thing->node, property));
            marks.push_back(mark_of_property(thing->graph, *thing->node, property));
        }
        if (std::ranges::all_of(cells, &Markup::empty)) return {};
        const bool is_same =
            std::ranges::all_of(marks, [&](Mark mark) { return mark == marks[0]; });
        // What differs only in languages that are not shown would puzzle who reads it.
        return marked_row(term_label(texts_, property), cells, !is_same && differ(cells));
    }

    static bool differ(const std::vector<Markup>& cells) {
        return std::ranges::any_of(
            cells, [&](const Markup& cell) { return cell.text() != cells.front().text(); });
    }

    Markup marked_row(std::string_view label, const std::vector<Markup>& cells,
                      bool differs) const {
        const auto mark =
            differs
                ? together(" ", element("span", {{"class", "tag over"}}, words_.compare_differs))
                : Markup();
        Markup row = element("th", {{"scope", "row"}}, label, mark);
        for (const auto& cell : cells) {
            row.add(element("td", {},
                            cell.empty()
                                ? element("span", {{"class", "hint"}}, words_.compare_missing)
                                : cell));
        }
        return element("tr", {differs ? Attribute{"class", "differs"} : Attribute{}}, row);
    }

    const Texts& texts_;
    const VersionTexts& words_;
    const Things& things_;
};

}  // namespace

ComparedThing::ComparedThing(const Texts& texts, const Registry& registry, ResourceKnown whose,
                             Ctid of, const std::string& graph_text, std::size_t room)
    : known(std::move(whose)), ctid(of), graph(graph_text, texts.language) {
    node = ctid == known.resource.ctid ? &graph.first()
                                       : graph.node(registry.public_url + resource_path(ctid));
    if (!node) return;
    view = std::make_unique<NodeView>(texts, graph, names_in(registry, graph, *node),
                                      NodeView::Languages::best, room);
    const auto said = name_of(graph, *node);
    name = said.empty() ? ctid.text() : summary_of(said.text);
}

Markup compare_table(const Texts& texts, const Things& things,
                     const std::function<std::string(const Ctid& without)>& path_without) {
    const auto& words = version_texts(texts);
    Markup heads = element("th", {{"scope", "col"}}, words.compare_column_what);
    for (const auto& thing : things) {
        const auto remove = filled_plain(words.compare_remove_of, {{"name", thing->name}});
        heads.add(
            element("th", {{"scope", "col"}},
                    element("a", {{"href", resource_path(thing->ctid)}}, name_markup(thing->name)),
                    element("a",
                            {{"class", "remove"},
                             {"href", path_without(thing->ctid)},
                             {"rel", "nofollow"},
                             {"aria-label", remove}},
                            words.compare_remove)));
    }
    const auto table =
        element("table", {{"class", "compare"}},
                element("caption", {{"class", "unseen"}}, words.compare_caption),
                element("thead", {}, element("tr", {}, heads)), Comparison(texts, things).bodies());
    return element("div",
                   {{"class", "region"},
                    {"role", "region"},
                    {"tabindex", "0"},
                    {"aria-label", words.compare_region}},
                   table);
}

}  // namespace cartulary::web
