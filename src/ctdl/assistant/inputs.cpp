#include "ctdl/assistant/inputs.h"

#include "base/text.h"
#include "ctdl/vocabulary.h"

namespace cartulary::embedded {
extern const std::string_view ctdl_assistant_inputs;
}

namespace cartulary::ctdl::assistant {

namespace {

// The part up to the mark, which is taken away with it; all of the text where there is none.
std::string_view take_until(std::string_view& text, char mark) {
    const auto end = std::min(text.find(mark), text.size());
    const auto part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    return part;
}

// "Name", "Keyword*", "ExactDuration:DurationItem" or "OwnedBy*OrganizationReference".
InputProperty property_of(std::string_view written) {
    const auto end = std::min(written.find_first_of("*:"), written.size());
    return {.name = written.substr(0, end),
            .is_list = written.substr(end).starts_with('*'),
            .input_class = written.substr(std::min(end + 1, written.size()))};
}

InputClass class_of(std::string_view line) {
    InputClass made;
    made.name = take_until(line, '\t');
    made.ctdl_class = take_until(line, '\t');
    while (!line.empty()) {
        made.properties.push_back(property_of(take_until(line, ' ')));
        made.by_name.emplace(text::lower_ascii(made.properties.back().name),
                             made.properties.size() - 1);
    }
    return made;
}

struct Table {
    std::vector<InputClass> classes = {};
    std::unordered_map<std::string, const InputClass*> by_name = {};             // in lower case
    std::unordered_map<std::string_view, const InputClass*> by_ctdl_class = {};  // the first of it

    Table() {
        auto rest = embedded::ctdl_assistant_inputs;
        while (!rest.empty()) {
            const auto line = take_until(rest, '\n');
            if (!line.empty() && !line.starts_with('#')) classes.push_back(class_of(line));
        }
        for (const auto& each : classes) {
            by_name.emplace(text::lower_ascii(each.name), &each);
            if (!each.ctdl_class.empty()) by_ctdl_class.emplace(each.ctdl_class, &each);
        }
    }
};

const Table& table() {
    static const Table made;
    return made;
}

}  // namespace

const InputProperty* InputClass::find(const std::string& lower_name) const {
    const auto found = by_name.find(lower_name);
    return found == by_name.end() ? nullptr : &properties[found->second];
}

std::span<const InputClass> input_classes() {
    return table().classes;
}

const InputClass* find_input_class(std::string_view name) {
    const auto found = table().by_name.find(text::lower_ascii(name));
    return found == table().by_name.end() ? nullptr : found->second;
}

const InputClass* input_class_of(std::string_view ctdl_class) {
    const auto found = table().by_ctdl_class.find(ctdl_class);
    if (found != table().by_ctdl_class.end()) return found->second;
    const auto* known = find_class(ctdl_class);
    if (!known) return nullptr;
    for (const auto parent : known->parents) {
        if (const auto* inherited = input_class_of(parent)) return inherited;
    }
    return nullptr;
}

}  // namespace cartulary::ctdl::assistant
