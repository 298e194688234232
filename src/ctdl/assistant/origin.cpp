#include "ctdl/assistant/origin.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>

#include "base/text.h"
#include "ctdl/assistant/exceptions.h"
#include "ctdl/assistant/inputs.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl::assistant {

namespace {

struct WayStep {
    std::string_view name;             // "ceterms:requires"
    std::optional<std::size_t> index;  // none: all of the property's values
};

// The first step of a way, which is taken away with it.
WayStep take_step(std::string_view& way) {
    const auto end = std::min(way.find('.'), way.size());
    auto written = way.substr(0, end);
    way.remove_prefix(std::min(end + 1, way.size()));
    WayStep step{written.substr(0, written.find('[')), {}};
    if (step.name.size() < written.size()) {
        const auto digits = written.substr(step.name.size() + 1);
        std::size_t index = 0;
        std::from_chars(digits.data(), digits.data() + digits.size(), index);
        step.index = index;
    }
    return step;
}

const Origin::Part* part_of(const Origin& origin, std::string_view term) {
    const auto found = std::find_if(origin.parts.begin(), origin.parts.end(),
                                    [&](const Origin::Part& part) { return part.term == term; });
    return found == origin.parts.end() ? nullptr : &*found;
}

void append(std::string& path, std::string_view step) {
    if (step.empty()) return;
    if (!path.empty() && !step.starts_with('[')) path += '.';
    path += step;
}

// "Keyword" of "Keyword[0]".
std::string_view without_index(std::string_view path) {
    return path.ends_with(']') ? path.substr(0, path.rfind('[')) : path;
}

bool is_part_of_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':';
}

}  // namespace

std::string input_path(const std::vector<Origin>& graph, std::string_view document_path,
                       bool missing) {
    if (graph.empty()) return {};
    const auto* origin = &graph.front();
    if (document_path.starts_with("@graph[")) {
        const auto node = take_step(document_path).index.value_or(0);
        if (node < graph.size()) origin = &graph[node];
    }
    auto path = origin->path;
    while (!document_path.empty()) {
        const auto step = take_step(document_path);
        const auto* part = part_of(*origin, step.name);
        if (!part || part->values.empty()) {
            if (missing) append(path, input_name(step.name));
            break;
        }
        origin = &part->values[std::min(step.index.value_or(0), part->values.size() - 1)];
        const bool is_of_all = !step.index && document_path.empty();
        append(path, is_of_all ? without_index(origin->path) : origin->path);
    }
    return path;
}

std::string input_name(std::string_view term) {
    if (term == "@type") return "Type";
    const auto local = term.substr(term.find(':') + 1);
    static const auto declared = [] {
        std::unordered_map<std::string, std::string_view> names;
        for (const auto& each : input_classes()) {
            for (const auto& property : each.properties) {
                names.emplace(text::lower_ascii(property.name), property.name);
            }
        }
        return names;
    }();
    if (const auto found = declared.find(text::lower_ascii(local)); found != declared.end()) {
        return std::string(found->second);
    }
    for (const auto& exception : exceptions()) {
        if (exception.term == term) return std::string(exception.name);
    }
    std::string name(local);
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z')
        name[0] = static_cast<char>(name[0] - 32);
    return name;
}

std::string with_input_names(std::string_view text) {
    std::string told;
    while (!text.empty()) {
        const auto length = static_cast<std::size_t>(
            std::find_if_not(text.begin(), text.end(), is_part_of_name) - text.begin());
        const auto word = text.substr(0, std::max<std::size_t>(length, 1));
        const bool is_property = word.find(':') != std::string_view::npos && find_property(word);
        told += is_property ? input_name(word) : std::string(word);
        text.remove_prefix(word.size());
    }
    return told;
}

}  // namespace cartulary::ctdl::assistant
