#include "web/finder/document_difference.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "web/finder/finder.h"
#include "web/finder/node_mark.h"
#include "web/finder/node_view.h"
#include "web/finder/resource_page.h"
#include "web/finder/said_markup.h"
#include "web/fragments.h"
#include "web/table.h"
#include "web/texts/plural.h"
#include "web/texts/term_labels.h"
#include "web/texts/version_texts.h"

namespace cartulary::web {

namespace {

using json::Value;

constexpr std::size_t changes_shown_max = 100;
constexpr std::size_t room_of_each = NodeView::page_room / 2;
constexpr std::size_t values_shown_max = 20;  // of one property on one side

// One value of a property, or one text of it in one language.
struct Item {
    Mark mark;
    const Value* value;
    GraphReader::Said said;
};

struct Side {
    Side(const Texts& texts, std::string_view text)
        : graph(text, texts.language),
          view(texts, graph, std::nullopt, NodeView::Languages::all, room_of_each) {}

    std::vector<Item> items(const Value* node, std::string_view property) const {
        std::vector<Item> items;
        if (!node) return items;
        for (const auto* value : graph.values(*node, property)) {
            if (!GraphReader::is_words(*value)) {
                items.push_back({mark_of(graph, *value), value, {}});
                continue;
            }
            for (auto& said : graph.said_in(*value, NodeView::Languages::all)) {
                const auto mark = std::hash<std::string>()(said.language + '\n' + said.text);
                items.push_back({mark, nullptr, std::move(said)});
            }
        }
        return items;
    }

    GraphReader graph;
    NodeView view;
};

// Those of one side that the other does not have.
std::vector<Item> without(std::vector<Item> items, const std::vector<Item>& others) {
    std::unordered_set<Mark> there;
    for (const auto& other : others) there.insert(other.mark);
    std::erase_if(items, [&](const Item& item) { return there.contains(item.mark); });
    return items;
}

class Difference {
public:
    Difference(const Texts& texts, const ComparedVersion& before, const ComparedVersion& after)
        : texts_(texts),
          words_(version_texts(texts)),
          before_(texts, before.graph),
          after_(texts, after.graph),
          table_(words_.difference_caption, "difference") {
        const auto before_title = title_of(before);
        const auto after_title = title_of(after);
        table_.columns({words_.column_property, before_title, after_title});
    }

    Markup markup() {
        compare(&before_.graph.first(), &after_.graph.first(), {});
        compare_parts();
        if (table_.empty()) return element("p", {}, words_.difference_none);
        return together(table_.markup(), more());
    }

private:
    std::string title_of(const ComparedVersion& version) const {
        const auto number = std::to_string(version.revision);
        return filled_plain(words_.column_before, {{"number", number}});
    }

    // What is not on one side is null there. `part`: its name.
    void compare(const Value* before, const Value* after, const GraphReader::Said& part) {
        std::vector<std::string_view> properties;
        if (after) properties = after_.view.properties_of(*after);
        if (before) {
            const std::set<std::string_view> known(properties.begin(), properties.end());
            for (const auto each : before_.view.properties_of(*before, known)) {
                properties.push_back(each);
            }
        }
        for (const auto property : properties) compare(before, after, property, part);
        const auto old_type = before ? before_.graph.type(*before) : std::string_view();
        const auto new_type = after ? after_.graph.type(*after) : std::string_view();
        if (before && after && old_type != new_type) {
            add(named(part, words_.class_label), name_markup(term_label(texts_, old_type)),
                name_markup(term_label(texts_, new_type)));
        }
    }

    void compare(const Value* before, const Value* after, std::string_view property,
                 const GraphReader::Said& part) {
        const bool is_same = before && after &&
                             mark_of_property(before_.graph, *before, property) ==
                                 mark_of_property(after_.graph, *after, property);
        if (is_same) return;
        const auto old_items = before_.items(before, property);
        const auto new_items = after_.items(after, property);
        const auto gone = without(old_items, new_items);
        const auto come = without(new_items, old_items);
        if (gone.empty() && come.empty()) return;
        if (!has_room()) {
            ++left_out_;
            return;
        }
        add(named(part, term_label(texts_, property)), values(before_, gone, property),
            values(after_, come, property));
    }

    void compare_parts() {
        std::unordered_map<std::string_view, const Value*> old_parts;
        for (const auto& node : before_.graph.nodes()) {
            if (is_part(before_.graph, node)) old_parts.emplace(id_of(node), &node);
        }
        for (const auto& node : after_.graph.nodes()) {
            if (!is_part(after_.graph, node)) continue;
            const auto found = old_parts.find(id_of(node));
            if (found == old_parts.end()) {
                part_row(nullptr, &node);
                continue;
            }
            if (mark_of(before_.graph, *found->second) != mark_of(after_.graph, node)) {
                compare(found->second, &node, name_in(after_, node));
            }
            old_parts.erase(found);
        }
        for (const auto& node : before_.graph.nodes()) {
            if (old_parts.contains(id_of(node))) part_row(&node, nullptr);
        }
    }

    // A part that is there on one side alone is told by its name.
    void part_row(const Value* before, const Value* after) {
        if (!has_room()) {
            ++left_out_;
            return;
        }
        const auto name = [&](const Side& side, const Value* node) {
            return node ? said_markup(texts_, name_in(side, *node)) : Markup();
        };
        add(Markup(words_.part_itself), name(before_, before), name(after_, after));
    }

    static bool is_part(const GraphReader& graph, const Value& node) {
        return &node != &graph.first() && node.find("ceterms:ctid");
    }
    static std::string_view id_of(const Value& node) {
        const auto* id = node.find("@id");
        return id && id->string() ? std::string_view(*id->string()) : std::string_view();
    }
    static GraphReader::Said name_in(const Side& side, const Value& node) {
        auto name = name_of(side.graph, node);
        name.text = name.empty() ? std::string(id_of(node)) : summary_of(name.text);
        return name;
    }

    Markup named(const GraphReader::Said& part, std::string_view label) const {
        if (part.empty()) return Markup(label);
        return filled(words_.of_part,
                      {{"part", said_markup(texts_, part)}, {"property", Markup(label)}});
    }

    // A text says which language it is in, as that alone may have changed.
    Markup said(Side& side, const GraphReader::Said& said) const {
        auto words = words_markup(texts_, shortened(said));
        if (!said.language.empty()) {
            words = together(element("span", {{"class", "tag"}}, said.language), words);
        }
        return side.view.leaf(std::move(words));
    }

    Markup values(Side& side, const std::vector<Item>& items, std::string_view property) const {
        Markup all;
        std::size_t count = 0;
        for (const auto& item : items) {
            if (++count > values_shown_max || side.view.is_full()) break;
            const auto shown =
                item.value ? side.view.value(*item.value, property) : said(side, item.said);
            if (!shown.empty()) all.add(element("div", {{"class", "value"}}, shown));
        }
        return all;
    }

    bool has_room() const {
        return changes_ < changes_shown_max && !before_.view.is_full() && !after_.view.is_full();
    }

    void add(const Markup& label, const Markup& before, const Markup& after) {
        ++changes_;
        const auto nothing =
            together(element("span", {{"aria-hidden", "true"}}, words_.nothing),
                     element("span", {{"class", "unseen"}}, words_.nothing_unseen));
        table_.add(TableRow()
                       .heading(label)
                       .cell(before.empty() ? nothing : before, "before")
                       .cell(after.empty() ? nothing : after, "after"));
    }

    Markup more() const {
        if (left_out_ == 0) return {};
        return element("p", {{"class", "hint"}}, counted(texts_, words_.changes_more, left_out_));
    }

    const Texts& texts_;
    const VersionTexts& words_;
    Side before_;
    Side after_;
    Table table_;
    std::size_t changes_ = 0;
    std::int64_t left_out_ = 0;
};

}  // namespace

Markup difference_markup(const Texts& texts, const ComparedVersion& before,
                         const ComparedVersion& after) {
    return Difference(texts, before, after).markup();
}

}  // namespace cartulary::web
