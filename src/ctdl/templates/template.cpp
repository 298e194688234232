#include "ctdl/templates/template.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "ctdl/templates/fields.h"
#include "domain/publishing.h"

namespace cartulary::ctdl::templates {

namespace {

struct KindName {
    Kind kind;
    std::string_view name;
    std::string_view entity;
    std::string_view family;  // of its classes
};
constexpr KindName kind_names[] = {
    {Kind::credentials, "credentials", "Credential", "ceterms:Credential"},
    {Kind::assessments, "assessments", "Assessment", "ceterms:AssessmentProfile"},
    {Kind::learning_opportunities, "learning-opportunities", "LearningOpportunity",
     "ceterms:LearningOpportunityProfile"},
    {Kind::organizations, "organizations", "Organization", "ceterms:Organization"},
    {Kind::locations, "locations", "", ""},
};

const KindName& named(Kind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

// The connections of a condition that people choose between; the others have fields of their own.
struct ConditionType {
    Choice choice;
    Kinds kinds;
};
constexpr Kinds offered =
    bit_of(Kind::credentials) | bit_of(Kind::assessments) | bit_of(Kind::learning_opportunities);
constexpr ConditionType condition_types[] = {
    {{"Requires", "Requires"}, offered},
    {{"Recommends", "Recommends"}, offered},
    {{"EntryCondition", "Entry Condition"},
     bit_of(Kind::assessments) | bit_of(Kind::learning_opportunities)},
    {{"Corequisite", "Corequisite"}, offered},
    {{"CoPrerequisite", "Co-Prerequisite"}, offered},
    {{"Renewal", "Renewal"}, bit_of(Kind::credentials)},
};

using Choices = std::vector<Choice>;

Field field_of(const Row& row, Kind kind) {
    return {.name = row.name,
            .column = row.column,
            .section = row.section,
            .shape = row.shape,
            .many = row.many,
            .required = (row.required & bit_of(kind)) != 0,
            .property = row.property.empty() ? nullptr : find_property(row.property),
            .example = row.example,
            .usual = row.usual,
            .refers_to = row.refers_to};
}

std::vector<Field> fields_of(std::span<const Row> rows, Kind kind) {
    std::vector<Field> fields;
    for (const auto& row : rows) {
        if ((row.kinds & bit_of(kind)) != 0) fields.push_back(field_of(row, kind));
    }
    return fields;
}

bool only_gathers_others(std::string_view name) {
    return name == "ceterms:Credential" || name == "ceterms:Degree";
}

Choices classes_below(std::string_view family) {
    Choices choices;
    for (const auto& each : classes()) {
        const bool is_one = is_a(each.name, family) && is_top_level(each.name) &&
                            each.status != TermStatus::archaic && !only_gathers_others(each.name);
        if (is_one) choices.push_back({each.name, each.label});
    }
    return choices;
}

// Of everything that somebody may publish.
Choices published_classes() {
    Choices choices;
    for (const auto& each : classes()) {
        if (is_top_level(each.name) && each.status != TermStatus::archaic) {
            choices.push_back({each.name, each.label});
        }
    }
    return choices;
}

Choices concepts_of(const Property& property) {
    Choices choices;
    for (const auto name : property.schemes) {
        const auto* scheme = find_scheme(name);
        if (!scheme) continue;
        for (const auto& each : scheme->concepts) choices.push_back({each.name, each.label});
    }
    return choices;
}

template <class Term, std::size_t count>
Choices terms_of(const Vocabulary<Term, count>& vocabulary) {
    Choices choices;
    for (const auto name : vocabulary.names) choices.push_back({name, name});
    return choices;
}

Choices publishing_role_choices() {
    auto choices = terms_of(publishing_roles);
    // Nobody says so of himself: staff make it so.
    std::erase_if(choices, [](const Choice& choice) {
        return choice.name == publishing_roles.name_of(PublishingRole::third_party);
    });
    return choices;
}

Choices choices_for(const KindName& kind, const Field& field) {
    if (field.name == "ConditionProfile.Type") {
        Choices choices;
        for (const auto& each : condition_types) {
            if ((each.kinds & bit_of(kind.kind)) != 0) choices.push_back(each.choice);
        }
        return choices;
    }
    if (field.name == "PublishingRoles") return publishing_role_choices();
    if (field.name == "PublishingMethods") return terms_of(publishing_methods);
    if (field.name == "ConsumingMethods") return terms_of(consuming_methods);
    if (field.name == type_field) return classes_below(kind.family);
    if (field.shape == Shape::thing_class) return published_classes();
    // A type of costs, with an amount behind it.
    const bool is_concept = field.shape == Shape::concept_ || field.name == "Cost.TypesList";
    return is_concept && field.property ? concepts_of(*field.property) : Choices();
}

// "Bachelor's Degree", "bachelorDegree" and "ceterms:BachelorDegree" without what people leave out.
std::string comparable(std::string_view text) {
    auto letters = text::lower_ascii(text);
    std::erase_if(letters, [](char c) { return c == ' ' || c == '-' || c == '\''; });
    return letters;
}

class Made {
public:
    explicit Made(const KindName& kind)
        : fields_(fields_of(field_rows(), kind.kind)),
          identifying_(fields_of(identifying_rows(), kind.kind)),
          template_{kind.kind, kind.entity, fields_, identifying_} {
        for (const auto& field : fields_) {
            by_name_.emplace(field.name, &field);
            if (const auto group = group_of(field); !group.empty()) groups_.insert(group);
            auto choices = choices_for(kind, field);
            for (std::size_t i = 0; i < choices.size(); ++i) add_spellings(field, choices[i], i);
            choices_.emplace(field.name, std::move(choices));
        }
    }
    Made(const Made&) = delete;
    Made& operator=(const Made&) = delete;

    const Template& get() const { return template_; }

    const Field* find(std::string_view name) const {
        const auto found = by_name_.find(name);
        return found == by_name_.end() ? nullptr : found->second;
    }
    bool has_group(std::string_view group) const { return groups_.contains(group); }

    const Choices& choices(const Field& field) const {
        static const Choices none;
        const auto found = choices_.find(field.name);
        return found == choices_.end() ? none : found->second;
    }
    const Choice* choice(const Field& field, std::string_view text) const {
        const auto found = spellings_.find({std::string(field.name), comparable(text)});
        return found == spellings_.end() ? nullptr : &choices(field)[found->second];
    }

private:
    void add_spellings(const Field& field, const Choice& choice, std::size_t index) {
        const auto local = choice.name.substr(choice.name.find(':') + 1);
        for (const auto spelling : {choice.name, local, choice.label}) {
            spellings_.emplace(std::pair(std::string(field.name), comparable(spelling)), index);
        }
    }

    std::vector<Field> fields_;
    std::vector<Field> identifying_;
    Template template_;
    std::map<std::string_view, const Field*> by_name_;
    std::set<std::string_view> groups_;
    std::map<std::string_view, Choices> choices_;
    std::map<std::pair<std::string, std::string>, std::size_t> spellings_;
};

const Made& made(Kind kind) {
    static const std::array<Made, std::size(kind_names)> all{
        Made(kind_names[0]), Made(kind_names[1]), Made(kind_names[2]), Made(kind_names[3]),
        Made(kind_names[4])};
    return all.at(static_cast<std::size_t>(kind));
}

}  // namespace

std::string_view name_of(Kind kind) {
    return named(kind).name;
}

std::optional<Kind> parse_kind(std::string_view name) {
    for (const auto& each : kind_names) {
        if (each.name == name) return each.kind;
    }
    return std::nullopt;
}

std::string_view group_of(const Field& field) {
    const auto end = field.name.find('.');
    return end == std::string_view::npos ? std::string_view() : field.name.substr(0, end);
}

std::string_view name_in_group(const Field& field) {
    return field.name.substr(field.name.find('.') + 1);
}

const Template& template_of(Kind kind) {
    return made(kind).get();
}

const Field* find_field(const Template& of, std::string_view name) {
    return made(of.kind).find(name);
}

bool has_group(const Template& of, std::string_view group) {
    return made(of.kind).has_group(group);
}

std::span<const Choice> choices_of(const Template& of, const Field& field) {
    return made(of.kind).choices(field);
}

const Choice* find_choice(const Template& of, const Field& field, std::string_view text) {
    constexpr std::size_t bytes_max = 200;
    if (text.size() > bytes_max) return nullptr;
    const auto trimmed = text::trimmed(text);
    if (const auto* choice = made(of.kind).choice(field, trimmed)) return choice;
    // "https://purl.org/ctdl/vocabs/orgType/FourYear", "publishMethod:BulkUpload"
    const auto name = compact(trimmed);
    if (const auto* choice = made(of.kind).choice(field, name)) return choice;
    const auto is_own = field.property == nullptr && field.shape == Shape::concept_;
    const auto end = name.find(':');
    return is_own && end != std::string::npos
               ? made(of.kind).choice(field, std::string_view(name).substr(end + 1))
               : nullptr;
}

}  // namespace cartulary::ctdl::templates
