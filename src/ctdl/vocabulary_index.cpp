#include "ctdl/vocabulary_index.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <stdexcept>

#include "base/text.h"
#include "ctdl/amendments.h"

namespace cartulary::ctdl {

namespace {

using Names = std::vector<std::string_view>;

template <class Range, class Value>
bool contains(const Range& range, const Value& value) {
    return std::find(std::begin(range), std::end(range), value) != std::end(range);
}

std::string_view prefix_of(std::string_view name) {
    return name.substr(0, name.find(':'));
}

// "dataSetTimePeriod" is "Data Set Time Period".
std::string label_of(std::string_view name) {
    const auto is_upper = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    const auto local = name.substr(name.find(':') + 1);
    std::string label;
    for (std::size_t i = 0; i < local.size(); ++i) {
        const auto begins_word =
            is_upper(local[i]) && i > 0 &&
            (!is_upper(local[i - 1]) || (i + 1 < local.size() && !is_upper(local[i + 1])));
        if (begins_word) label += ' ';
        label += i == 0 && !is_upper(local[i]) ? static_cast<char>(local[i] - 'a' + 'A') : local[i];
    }
    return label;
}

// What no schema has: of a namespace with a schema, it was taken out; QData has none.
TermStatus status_of(std::string_view status, std::string_view name) {
    if (status == "unstable") return TermStatus::unstable;
    if (status == "testing") return TermStatus::testing;
    if (status == "archaic") return TermStatus::archaic;
    const auto prefix = prefix_of(name);
    const auto has_schema = prefix == "ceterms" || prefix == "ceasn";
    return status.empty() && has_schema ? TermStatus::archaic : TermStatus::stable;
}

bool is_number(std::string_view type) {
    return type == "xsd:decimal" || type == "xsd:integer" || type == "xsd:float";
}

std::string_view value_type_of(const Term& term) {
    const bool is_date = term.datatype == "reference" && term.ranges == Names{"schema:Date"};
    return is_date ? term.ranges.front() : std::string_view();
}

Datatype datatype_of(const Term& term) {
    constexpr std::pair<std::string_view, Datatype> names[] = {
        {"reference", Datatype::reference}, {"language_map", Datatype::language_map},
        {"text", Datatype::text},           {"language", Datatype::language},
        {"date", Datatype::date},           {"date_time", Datatype::date_time},
        {"duration", Datatype::duration},   {"boolean", Datatype::boolean},
        {"integer", Datatype::integer},     {"decimal", Datatype::decimal},
        {"untyped", Datatype::untyped},
    };
    const auto* found = std::find_if(std::begin(names), std::end(names),
                                     [&](const auto& name) { return name.first == term.datatype; });
    if (found == std::end(names)) throw std::logic_error("terms.txt has an unknown datatype");
    if (found->second != Datatype::reference) return found->second;
    if (contains(amendments::counts, term.name)) return Datatype::integer;
    if (!value_type_of(term).empty()) return Datatype::date;
    if (!term.ranges.empty() && std::all_of(term.ranges.begin(), term.ranges.end(), is_number)) {
        return Datatype::decimal;
    }
    return Datatype::reference;
}

// What stands in a range and is no class of things that documents describe.
bool is_literal(std::string_view name) {
    const auto prefix = prefix_of(name);
    return prefix == "xsd" || prefix == "rdfs" || name == "rdf:langString" ||
           name == "rdf:Property" || name == "schema:Date" || name == "schema:Duration" ||
           name == "schema:WebPage";
}

// The classes or types of a list of the table; nothing, where it excludes nothing.
Names meant(const Names& written) {
    Names names;
    for (auto name : written) {
        if (name.ends_with('*')) name.remove_suffix(1);
        if (name == "rdfs:Resource") return {};
        for (const auto& [slip, right] : amendments::slips) {
            if (name == slip) name = right;
        }
        if (!contains(names, name)) names.push_back(name);
    }
    return names;
}

}  // namespace

const Vocabulary& vocabulary() {
    static const Vocabulary made;
    return made;
}

std::string_view Vocabulary::kept_label(const Term& term) {
    return term.label.empty() ? labels_.emplace_back(label_of(term.name)) : term.label;
}

void Vocabulary::read_classes() {
    std::vector<Term> terms;
    std::set<std::string_view> known;
    std::set<std::string_view> named;  // in a domain or range
    for (const auto& term : published_terms().terms) {
        if (term.kind == Term::Kind::class_) {
            terms.push_back(term);
            known.insert(term.name);
        }
        for (const auto* list : {&term.domains, &term.ranges}) {
            const auto names = meant(*list);
            named.insert(names.begin(), names.end());
        }
    }
    for (const auto name : named) {
        if (!known.contains(name) && !is_literal(name)) terms.push_back({.name = name});
    }
    std::sort(terms.begin(), terms.end(),
              [](const Term& left, const Term& right) { return left.name < right.name; });
    for (const auto& term : terms) {
        class_numbers_.emplace(term.name, class_numbers_.size());
    }
    for (const auto& term : terms) {
        auto parents = term.parents;
        for (const auto& [below, above] : amendments::parents) {
            if (below == term.name) parents.push_back(above);
        }
        std::erase_if(parents, [&](auto parent) { return !class_numbers_.contains(parent); });
        classes.push_back({term.name, kept_label(term), status_of(term.status, term.name),
                           kept(std::move(parents))});
    }
    for (const auto& entry : classes) class_names.add(entry);

    is_a_.assign(classes.size(), std::vector<bool>(classes.size()));
    for (std::size_t below = 0; below < classes.size(); ++below) {
        std::vector<std::size_t> reached{below};
        while (!reached.empty()) {
            const auto above = reached.back();
            reached.pop_back();
            if (is_a_[below][above]) continue;
            is_a_[below][above] = true;
            for (const auto parent : classes[above].parents) {
                reached.push_back(class_numbers_.at(parent));
            }
        }
    }
}

void Vocabulary::read_schemes() {
    for (const auto& term : published_terms().terms) {
        if (term.kind != Term::Kind::concept_) continue;
        const auto scheme = term.schemes.front();
        auto broader = term.parents;
        std::erase(broader, scheme);  // a top concept, as one scheme writes it
        concepts_.push_back({term.name, term.label, scheme,
                             broader.empty() ? std::string_view() : broader.front()});
    }
    std::stable_sort(
        concepts_.begin(), concepts_.end(),
        [](const Concept& left, const Concept& right) { return left.scheme < right.scheme; });
    for (const auto& term : published_terms().terms) {
        if (term.kind != Term::Kind::scheme) continue;
        const auto [first, last] = std::equal_range(
            concepts_.begin(), concepts_.end(), Concept{{}, {}, term.name, {}},
            [](const Concept& left, const Concept& right) { return left.scheme < right.scheme; });
        schemes.push_back({term.name, term.label, std::span(first, last)});
    }
    for (const auto& scheme : schemes) {
        scheme_names.add(scheme);
        if (scheme.concepts.empty()) continue;
        scheme_names.add_short(text::lower_ascii(prefix_of(scheme.concepts.front().name)), scheme);
    }
    for (const auto& entry : concepts_) {
        concept_names.add(entry);
        concept_labels.emplace(std::string(entry.scheme) + "\n" + text::folded(entry.label),
                               &entry);
    }
}

void Vocabulary::read_properties() {
    for (const auto& term : published_terms().terms) {
        if (term.kind != Term::Kind::property) continue;
        auto in_schemes = term.schemes;
        std::erase_if(in_schemes, [&](auto name) { return !scheme_names.find(name); });
        properties.push_back({
            .name = term.name,
            .label = kept_label(term),
            .status = status_of(term.status, term.name),
            .datatype = datatype_of(term),
            .value_type = value_type_of(term),
            .takes_one =
                std::binary_search(single_values().begin(), single_values().end(), term.name),
            .domains = kept(meant(term.domains)),
            .ranges = kept(meant(term.ranges)),
            .schemes = kept(std::move(in_schemes)),
            .inverse = inverse_of(term),
        });
    }
    for (const auto& property : properties) property_names.add(property);
}

std::string_view Vocabulary::inverse_of(const Term& term) const {
    if (!term.inverses.empty()) return term.inverses.front();
    for (const auto& [first, second] : amendments::inverses) {
        if (term.name == first) return second;
        if (term.name == second) return first;
    }
    return {};
}

void Vocabulary::relate() {
    for (const auto& property : properties) {
        relations_[property.name].has = below_any(property.domains);
    }
    for (const auto& property : properties) {
        relations_[property.name].takes = taken_by(property);
    }
}

// Of all classes those that stand below one of these; all, where there are none.
std::vector<bool> Vocabulary::below_any(std::span<const std::string_view> names) const {
    std::vector<bool> are(classes.size(), names.empty());
    for (const auto name : names) {
        const auto above = class_number(name);
        for (std::size_t below = 0; above && below < classes.size(); ++below) {
            if (is_a_[below][*above]) are[below] = true;
        }
    }
    return are;
}

std::vector<bool> Vocabulary::taken_by(const Property& property) const {
    constexpr std::string_view terms[] = {"skos:Concept", "ceterms:CredentialAlignmentObject"};
    Names ranges(property.ranges.begin(), property.ranges.end());
    if (contains(ranges, terms[0]) || contains(ranges, terms[1])) {
        ranges.insert(ranges.end(), std::begin(terms), std::end(terms));
    }
    if (contains(amendments::of_versions, property.name)) {
        ranges.insert(ranges.end(), property.domains.begin(), property.domains.end());
    }
    auto taken = below_any(ranges);
    if (contains(ranges, "xsd:anyURI")) {
        const auto& have_ctid = relations_.at("ceterms:ctid").has;
        for (std::size_t i = 0; i < taken.size(); ++i) taken[i] = taken[i] || have_ctid[i];
    }
    return taken;
}

}  // namespace cartulary::ctdl
