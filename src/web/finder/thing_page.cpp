#include "web/finder/cost_table.h"
#include "web/finder/node_view.h"
#include "web/finder/part_tree.h"
#include "web/finder/resource_frame.h"
#include "web/finder/said_markup.h"
#include "web/finder/thing_badges.h"
#include "web/finder/thing_connections.h"
#include "web/finder/thing_sections.h"
#include "web/fragments.h"
#include "web/texts/term_labels.h"

namespace cartulary::web {

namespace {

constexpr std::string_view pictures_folder = "/pictures/";

// Put together once, in the order of the page: what stands earlier takes room first.
class ThingContent {
public:
    explicit ThingContent(const ShownResource& shown)
        : shown_(shown),
          view_(shown.texts(), shown.graph,
                names_in(shown.operations.registry, shown.graph, shown.node())),
          connections_(shown) {}

    Markup markup() {
        auto content = together(about(), compare_link());
        for (const auto& section : thing_sections()) {
            if (section.title) content.add(this->section(section));
        }
        const auto others = connections_.others();
        content.add(part_tree(shown_));
        content.add(titled(words().section_more, rest()));
        content.add(badges_of_thing(shown_));
        content.add(titled(words().section_others, others));
        if (view_.is_full()) content.add(full_notice());
        return content;
    }

private:
    const Texts& texts() const { return shown_.texts(); }
    const CredentialTexts& words() const { return credential_texts(texts()); }
    const json::Value& node() const { return shown_.node(); }

    static Markup titled(std::string_view title, const Markup& content) {
        if (content.empty()) return {};
        return element("section", {}, element("h2", {}, title), content);
    }

    // Its picture, description and the first things that people ask.
    Markup about() {
        const auto description =
            together(competency_text(), all_said({"ceterms:description", "ceasn:description"}));
        const auto facts = section(thing_sections().front());
        return profile(own_picture(), "", together(description, facts, outside_picture()));
    }

    Markup all_said(std::initializer_list<std::string_view> properties) {
        Markup all;
        for (const auto property : properties) {
            all.add(view_.leaf(words_markup(texts(), view_.said(node(), property))));
        }
        return all;
    }

    // Where it is not the title already.
    Markup competency_text() {
        const auto text = view_.said(node(), "ceasn:competencyText");
        if (text.text == title_of(shown_).text) return {};
        return view_.leaf(words_markup(texts(), text));
    }

    // Only ours are shown here: no page of ours loads anything from elsewhere.
    std::string own_picture() const {
        const auto& url = shown_.visit.shell().public_url;
        const auto picture = shown_.graph.plain(node(), "ceterms:image").value_or("");
        if (!picture.starts_with(url + std::string(pictures_folder))) return {};
        return picture.substr(url.size());
    }
    Markup outside_picture() {
        const auto picture = shown_.graph.plain(node(), "ceterms:image").value_or("");
        if (!own_picture().empty() || !is_web_address(picture)) return {};
        return view_.leaf(element("p", {}, outside_link(picture, words().picture_link)));
    }

    Markup compare_link() const {
        return element("p", {{"class", "choices"}},
                       link_to("/compare?ctid=" + shown_.ctid.text(), words().compare_link));
    }

    // First what is said in a line, then what wants room.
    Markup section(const ThingSection& section) {
        Details lines;
        Markup blocks;
        for (const auto property : section.properties) {
            const auto inward = connections_.under(property);
            const auto label = term_label(texts(), property);
            if (property == "ceterms:estimatedCost") {
                blocks.add(cost_table(view_, node(), property));
            } else if (section.title && view_.is_large(node(), property)) {
                blocks.add(block(property, label, inward));
            } else {
                lines.add(label, together(view_.values(node(), property), inward));
            }
        }
        const auto content = together(lines.markup(), blocks);
        return section.title ? titled(words().*section.title, content) : content;
    }

    Markup block(std::string_view property, std::string_view label, const Markup& inward) {
        Markup panels;
        std::size_t count = 0;
        for (const auto* value : view_.graph().values(node(), property)) {
            if (++count > NodeView::values_shown_max || view_.is_full()) break;
            const auto panel = view_.value(*value, property);
            if (!panel.empty()) panels.add(element("li", {{"class", "panel"}}, panel));
        }
        if (panels.empty()) return {};
        return together(element("h3", {}, label), element("ul", {{"class", "panels"}}, panels),
                        inward);
    }

    // What no section is about, and what is for people.
    Markup rest() {
        std::set<std::string_view> told = {"ceterms:name",
                                           "ceasn:name",
                                           "ceterms:description",
                                           "ceasn:description",
                                           "ceterms:image",
                                           "skos:prefLabel",
                                           "ceasn:isPartOf",
                                           "ceasn:isTopChildOf",
                                           "ceasn:isChildOf",
                                           "ceasn:competencyText",
                                           "ceasn:competencyLabel",
                                           "ceterms:credentialStatusType",
                                           "ceterms:lifeCycleStatusType"};
        for (const auto& section : thing_sections()) {
            told.insert(section.properties.begin(), section.properties.end());
        }
        auto properties = view_.properties_of(node(), told);
        std::erase_if(properties, is_of_tree);
        return view_.details(node(), properties);
    }

    Markup full_notice() const {
        const auto data =
            link_to("/envelopes/" + shown_.known.resource.ctid.text(), words().data_document);
        return element("p", {{"class", "hint"}}, filled(words().page_full, {{"data", data}}));
    }

    const ShownResource& shown_;
    NodeView view_;
    ThingConnections connections_;
};

}  // namespace

Markup thing_content(const ShownResource& shown) {
    return ThingContent(shown).markup();
}

}  // namespace cartulary::web
