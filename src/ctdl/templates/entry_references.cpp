#include <utility>

#include "base/text.h"
#include "ctdl/templates/entry_reader.h"
#include "ctdl/templates/values.h"
#include "ctdl/value_forms.h"

// How people refer to other things.
namespace cartulary::ctdl::templates {

namespace {

constexpr auto address_problem = "must have a web address that begins with https:// behind the ~";

bool is_web_address(std::string_view text) {
    return text.starts_with("http://") || text.starts_with("https://");
}

// The parts before a web address, and that with every `~` that it has; none: there is no address.
struct Described {
    std::vector<std::string> names;
    std::string address;
};
std::optional<Described> described_in(std::string_view text) {
    Described described;
    for (auto& part : parts_of(text)) {
        if (!described.address.empty()) {
            described.address += '~' + part;
        } else if (is_web_address(part)) {
            described.address = std::move(part);
        } else {
            described.names.push_back(std::move(part));
        }
    }
    if (described.address.empty()) return std::nullopt;
    return described;
}

// What a name alone stands for, by what the field refers to; empty where it must be said.
std::string_view usual_class(const Field& field) {
    if (field.refers_to.size() != 1) return {};
    switch (field.refers_to.front()) {
        case Kind::organizations:
            return field.section == Section::quality ? "ceterms:QACredentialOrganization"
                                                     : "ceterms:CredentialOrganization";
        case Kind::assessments: return "ceterms:AssessmentProfile";
        case Kind::learning_opportunities: return "ceterms:LearningOpportunityProfile";
        case Kind::credentials:
        case Kind::locations: return {};
    }
    return {};
}

std::string_view class_among(std::span<const Kind> kinds, std::string_view text) {
    for (const auto kind : kinds) {
        const auto& of = template_of(kind);
        const auto* field = find_field(of, type_field);
        const auto* choice = field ? find_choice(of, *field, text) : nullptr;
        if (choice) return choice->name;
    }
    const auto* known = find_class(text);
    return known ? known->name : std::string_view();
}

}  // namespace

void EntryReader::put_reference(PlainInput& input, const Stated& stated, std::size_t index) {
    const auto& [field, values, path] = stated;
    const auto text = text::trimmed(values[index]);
    const bool leads_to_alignments =
        takes_class(*field.property, "ceterms:CredentialAlignmentObject");
    if (field.refers_to.empty() && leads_to_alignments) return put_competency(input, stated, index);
    if (!field.refers_to.empty() && field.refers_to.front() == Kind::locations) {
        return put_location(input, stated, index);
    }
    if (text::equal_ignoring_ascii_case(text, same_as_owner)) {
        return put_text(input, stated, index, surroundings_.owner.text());
    }
    if (const auto ctid = Ctid::parse(text)) return put_text(input, stated, index, ctid->text());
    if (is_absolute_address(text)) return put_text(input, stated, index, std::string(text));
    for (const auto kind : field.refers_to) {
        if (!surroundings_.find_thing) break;
        if (const auto found = surroundings_.find_thing(kind, text)) {
            return put_text(input, stated, index, found->text());
        }
    }
    if (!field.refers_to.empty() && text.find('~') != std::string_view::npos) {
        return put_described(input, stated, index);
    }
    tell(stated.path_of(index), field.refers_to.empty()
                                    ? "must be a CTID or a web address"
                                    : "is neither a CTID, a web address, the external identifier "
                                      "of something here, nor a name and a web address with ~ "
                                      "between");
}

// "Board of Waters~https://waters.example", "Certificate~Diver~https://waters.example/diver".
void EntryReader::put_described(PlainInput& input, const Stated& stated, std::size_t index) {
    const auto path = stated.path_of(index);
    const auto described = described_in(stated.values[index]);
    if (!described) return tell(path, address_problem);
    const auto& names = described->names;
    if (names.empty() || names.size() > 2 || names.back().empty()) {
        return tell(path, "must be a name and a web address with ~ between");
    }
    const bool has_class = names.size() == 2;
    const auto type =
        has_class ? class_among(stated.field.refers_to, names.front()) : usual_class(stated.field);
    if (type.empty()) {
        return tell(path, has_class ? "must begin with a class of CTDL such as Certificate"
                                    : "needs what it is before the name, as in "
                                      "Certificate~Diver~https://waters.example/diver");
    }
    PlainInput thing;
    thing.put("Type", std::string(type), path);
    thing.put("Name", names.back(), path);
    thing.put("SubjectWebpage", described->address, path);
    if (stated.field.many) {
        input.add(name_in_group(stated.field), std::move(thing), path);
    } else {
        input.put(name_in_group(stated.field), std::move(thing), path);
    }
}

// A competency or an item of a framework: by CTID, address, name, or a name and an address.
void EntryReader::put_competency(PlainInput& input, const Stated& stated, std::size_t index) {
    const auto& value = stated.values[index];
    const auto path = stated.path_of(index);
    const bool is_described = value.find('~') != std::string::npos && !is_web_address(value);
    if (!is_described) return put_text(input, stated, index, value);
    const auto described = described_in(value);
    if (!described || described->names.size() != 1 || described->names.front().empty()) {
        // A `~` that stands for itself.
        const auto parts = parts_of(value);
        if (parts.size() == 1) return put_text(input, stated, index, parts.front());
        return tell(path, address_problem);
    }
    PlainInput item;
    item.put("TargetNodeName", described->names.front(), path);
    item.put("TargetNode", described->address, path);
    input.add(name_in_group(stated.field), std::move(item), path);
}

void EntryReader::put_location(PlainInput& input, const Stated& stated, std::size_t index) {
    const auto path = stated.path_of(index);
    const auto location = surroundings_.find_location
                              ? surroundings_.find_location(text::trimmed(stated.values[index]))
                              : std::nullopt;
    if (!location) {
        return tell(path, "must be the external identifier or CTID of a location");
    }
    input.add(name_in_group(stated.field), read_place(*location, path), path);
}

}  // namespace cartulary::ctdl::templates
