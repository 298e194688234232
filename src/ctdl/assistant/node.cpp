#include "ctdl/assistant/node.h"

#include <algorithm>
#include <iterator>

namespace cartulary::ctdl::assistant {

namespace {

json::Value listed(std::vector<json::Value> values, bool is_list) {
    if (!is_list && values.size() == 1) return std::move(values.front());
    return json::Value(std::move(values));
}

}  // namespace

json::Value text_value(std::string_view text) {
    return json::Value(std::string(text));
}

Node::Slot& Node::slot(std::string_view term, bool is_list) {
    for (auto& each : slots_) {
        if (each.term == term) return each;
    }
    slots_.push_back({.term = term, .is_list = is_list});
    origin_.parts.push_back({term, {}});
    return slots_.back();
}

void Node::put(std::string_view term, Made made, bool is_list) {
    auto& known = slot(term, is_list);
    known.values.push_back(std::move(made.value));
    const auto at = static_cast<std::size_t>(&known - slots_.data());
    origin_.parts[at].values.push_back(std::move(made.origin));
}

void Node::put_text(std::string_view term, const std::string& language, std::string text,
                    const std::string& path, bool is_list) {
    auto& known = slot(term, is_list);
    const auto [place, is_new] = known.texts.try_emplace(language);
    if (is_new) known.languages.push_back(language);
    auto& texts = place->second;
    if (!known.is_list) texts.clear();
    texts.push_back(json::Value(std::move(text)));
    auto& origins = origin_.parts[static_cast<std::size_t>(&known - slots_.data())].values;
    if (origins.empty()) origins.push_back({path});
}

bool Node::has(std::string_view term) const {
    return std::any_of(slots_.begin(), slots_.end(),
                       [&](const Slot& each) { return each.term == term; });
}

std::unordered_set<std::string> Node::texts_of(std::string_view term) const {
    std::unordered_set<std::string> texts;
    for (const auto& each : slots_) {
        if (each.term != term) continue;
        for (const auto& value : each.values) {
            if (const auto* text = value.string()) texts.insert(*text);
        }
    }
    return texts;
}

bool Node::is_empty() const {
    return std::all_of(slots_.begin(), slots_.end(),
                       [](const Slot& each) { return each.term.starts_with('@'); });
}

void Node::absorb(Node other, const std::string& path) {
    for (std::size_t i = 0; i < other.slots_.size(); ++i) {
        auto& known = slot(other.slots_[i].term, other.slots_[i].is_list);
        const auto at = static_cast<std::size_t>(&known - slots_.data());
        known = std::move(other.slots_[i]);
        auto& part = origin_.parts[at];
        part = std::move(other.origin_.parts[i]);
        for (auto& value : part.values) {
            value.path = value.path.empty() ? path : path + '.' + value.path;
        }
    }
}

Made Node::take() && {
    json::Object members;
    members.reserve(slots_.size());
    for (auto& each : slots_) {
        if (each.texts.empty()) {
            members.push_back(
                {std::string(each.term), listed(std::move(each.values), each.is_list)});
            continue;
        }
        json::Object map;
        // The first is what it is called where only one name can be.
        for (const auto& language : each.languages) {
            map.push_back({language, listed(std::move(each.texts.at(language)), each.is_list)});
        }
        members.push_back({std::string(each.term), json::Value(std::move(map))});
    }
    return {json::Value(std::move(members)), std::move(origin_)};
}

}  // namespace cartulary::ctdl::assistant
