#include "ctdl/templates/plain_input.h"

#include <algorithm>

namespace cartulary::ctdl::templates {

PlainInput::Slot& PlainInput::slot(std::string_view name, bool is_list) {
    const auto known = std::find_if(slots_.begin(), slots_.end(),
                                    [&](const Slot& each) { return each.name == name; });
    if (known != slots_.end()) return *known;
    return slots_.emplace_back(Slot{std::string(name), is_list, {}});
}

void PlainInput::put(std::string_view name, std::string text, std::string from) {
    put(name, json::Value(std::move(text)), std::move(from));
}

void PlainInput::put(std::string_view name, json::Value value, std::string from) {
    slot(name, false).elements = {{std::move(value), {}, std::move(from)}};
}

void PlainInput::put(std::string_view name, PlainInput part, std::string from) {
    auto& elements = slot(name, false).elements;
    elements.clear();
    elements.push_back({{}, {}, std::move(from)});
    elements.back().part.push_back(std::move(part));
}

void PlainInput::add(std::string_view name, std::string text, std::string from) {
    slot(name, true).elements.push_back({json::Value(std::move(text)), {}, std::move(from)});
}

void PlainInput::add(std::string_view name, PlainInput part, std::string from) {
    auto& elements = slot(name, true).elements;
    elements.push_back({{}, {}, std::move(from)});
    elements.back().part.push_back(std::move(part));
}

json::Value PlainInput::take(const std::string& path, Sources& sources) && {
    json::Object object;
    for (auto& [name, is_list, elements] : slots_) {
        json::Array list;
        for (std::size_t i = 0; i < elements.size(); ++i) {
            auto& [value, part, from] = elements[i];
            const auto place = path + name + (is_list ? '[' + std::to_string(i) + ']' : "");
            sources.emplace(place, from);
            list.push_back(part.empty() ? std::move(value)
                                        : std::move(part.front()).take(place + '.', sources));
        }
        if (list.empty()) continue;
        object.push_back({name, is_list ? json::Value(std::move(list)) : std::move(list.front())});
    }
    return json::Value(std::move(object));
}

}  // namespace cartulary::ctdl::templates
