#include "ctdl/vocabulary_difference.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "ctdl/terms.h"

namespace cartulary::ctdl {

namespace {

using Names = std::set<std::string_view>;

// A term as it is compared: texts are sets of one.
struct Compared {
    Term::Kind kind = Term::Kind::class_;
    std::map<std::string_view, Names> aspects = {};  // by their names; only those with something
};

using TermsByName = std::map<std::pair<Term::Kind, std::string_view>, Compared>;

constexpr std::string_view noun_of(Term::Kind kind) {
    switch (kind) {
        case Term::Kind::class_: return "class";
        case Term::Kind::property: return "property";
        case Term::Kind::scheme: return "scheme";
        case Term::Kind::concept_: return "concept";
    }
    return {};
}

void put(Compared& term, std::string_view aspect, std::string_view name) {
    if (!name.empty()) term.aspects[aspect].insert(name);
}

// --- the table ----------------------------------------------------------------------------------

// For each class those below it, in the table.
std::map<std::string_view, Names> descendants() {
    std::map<std::string_view, const Term*> classes;
    for (const auto& term : published_terms().terms) {
        if (term.kind == Term::Kind::class_) classes.emplace(term.name, &term);
    }
    std::map<std::string_view, Names> below;
    for (const auto& [name, term] : classes) {
        Names seen;
        std::vector<const Term*> open{term};
        while (!open.empty()) {
            const auto* next = open.back();
            open.pop_back();
            for (const auto parent : next->parents) {
                if (!seen.insert(parent).second) continue;
                below[parent].insert(name);
                const auto found = classes.find(parent);
                if (found != classes.end()) open.push_back(found->second);
            }
        }
    }
    return below;
}

void put_classes(Compared& compared, std::string_view aspect,
                 const std::vector<std::string_view>& names,
                 const std::map<std::string_view, Names>& below) {
    for (auto name : names) {
        const auto with_all_below = name.ends_with('*');
        if (with_all_below) name.remove_suffix(1);
        put(compared, aspect, name);
        if (with_all_below)
            compared.aspects[aspect].insert(below.at(name).begin(), below.at(name).end());
    }
}

TermsByName known(bool of_ctdl, bool of_ctdl_asn) {
    TermsByName vocabulary;
    const auto below = descendants();
    for (const auto& term : published_terms().terms) {
        if (!(of_ctdl && term.in_ctdl) && !(of_ctdl_asn && term.in_ctdl_asn)) continue;
        auto& compared = vocabulary[{term.kind, term.name}];
        compared.kind = term.kind;
        put(compared, "label", term.label);
        put(compared, "status", term.status);
        for (const auto name : term.parents) put(compared, "parents", name);
        put_classes(compared, "domains", term.domains, below);
        put_classes(compared, "ranges", term.ranges, below);
        for (const auto name : term.schemes) put(compared, "schemes", name);
        for (const auto name : term.inverses) put(compared, "inverse", name);
    }
    return vocabulary;
}

// --- a schema -----------------------------------------------------------------------------------

std::string_view text_of(const json::Value* value) {
    const auto* text = value ? value->string() : nullptr;
    return text ? std::string_view(*text) : std::string_view();
}

std::string_view text_of(const json::Value& term, std::string_view name) {
    return text_of(term.find(name));
}

// The names in a list, each written plainly or as {"@id"}.
void put_all(Compared& compared, std::string_view aspect, const json::Value* written) {
    if (!written) return;
    const auto put_one = [&](const json::Value& value) {
        put(compared, aspect, value.object() ? text_of(value, "@id") : text_of(&value));
    };
    if (!written->array()) return put_one(*written);
    for (const auto& value : *written->array()) put_one(value);
}

std::string_view label_of(const json::Value& term) {
    const auto* labels = term.find("rdfs:label");
    if (!labels) labels = term.find("skos:prefLabel");
    return labels ? text_of(*labels, "en-US") : std::string_view();
}

std::string_view status_of(const json::Value& term) {
    constexpr std::string_view prefix = "vs:";
    const auto status = text_of(term, "vs:term_status");
    return status.starts_with(prefix) ? status.substr(prefix.size()) : status;
}

std::optional<Term::Kind> kind_of(const json::Value& term) {
    constexpr std::pair<std::string_view, Term::Kind> kinds[] = {
        {"rdfs:Class", Term::Kind::class_},
        {"rdf:Property", Term::Kind::property},
        {"skos:ConceptScheme", Term::Kind::scheme},
        {"skos:Concept", Term::Kind::concept_},
    };
    const auto type = text_of(term, "@type");
    for (const auto& [name, kind] : kinds) {
        if (type == name) return kind;
    }
    return std::nullopt;
}

void add(TermsByName& vocabulary, const json::Value& term) {
    constexpr std::pair<std::string_view, std::string_view> relations[] = {
        {"rdfs:subClassOf", "parents"},       {"skos:broader", "parents"},
        {"schema:domainIncludes", "domains"}, {"schema:rangeIncludes", "ranges"},
        {"meta:targetScheme", "schemes"},     {"skos:inScheme", "schemes"},
        {"owl:inverseOf", "inverse"},
    };
    const auto kind = kind_of(term);
    const auto name = text_of(term, "@id");
    if (!kind || name.empty()) return;
    const auto [at, is_first] = vocabulary.try_emplace({*kind, name}, Compared{*kind});
    if (is_first) {
        put(at->second, "label", label_of(term));
        put(at->second, "status", status_of(term));
    }
    for (const auto& [relation, aspect] : relations) {
        put_all(at->second, aspect, term.find(relation));
    }
}

// --- the difference -----------------------------------------------------------------------------

std::vector<std::string> left_over(const Names& from, const Names& without) {
    std::vector<std::string> left;
    for (const auto name : from) {
        if (!without.contains(name)) left.emplace_back(name);
    }
    return left;
}

std::vector<TermDifference::Aspect> aspects_of(const Compared& before, const Compared& after) {
    std::vector<TermDifference::Aspect> changed;
    for (const std::string_view aspect :
         {"label", "status", "parents", "domains", "ranges", "schemes", "inverse"}) {
        const auto names = [&](const Compared& term) {
            const auto found = term.aspects.find(aspect);
            return found == term.aspects.end() ? Names() : found->second;
        };
        TermDifference::Aspect difference{aspect, left_over(names(after), names(before)),
                                          left_over(names(before), names(after))};
        if (!difference.added.empty() || !difference.removed.empty()) {
            changed.push_back(std::move(difference));
        }
    }
    return changed;
}

}  // namespace

Result<std::vector<TermDifference>> vocabulary_difference(std::span<const json::Value> schemas) {
    using Kind = TermDifference::Kind;
    bool of_ctdl = false;
    bool of_ctdl_asn = false;
    TermsByName after;
    for (const auto& schema : schemas) {
        const auto* graph = schema.find("@graph");
        const auto context = text_of(schema, "@context");
        const auto is_asn = context.find("/ctdlasn/") != std::string_view::npos;
        const auto is_ctdl = context.find("/ctdl/") != std::string_view::npos;
        if (!graph || !graph->array() || (!is_asn && !is_ctdl)) {
            return fail(ErrorKind::invalid, "it is not the JSON-LD schema of CTDL or of CTDL-ASN");
        }
        (is_asn ? of_ctdl_asn : of_ctdl) = true;
        for (const auto& term : *graph->array()) add(after, term);
    }

    const auto before = known(of_ctdl, of_ctdl_asn);
    std::map<std::pair<Term::Kind, std::string_view>, TermDifference> differences;
    const auto differs = [&](const auto& key, Kind kind, auto aspects) {
        differences[key] = {kind, noun_of(key.first), std::string(key.second), std::move(aspects)};
    };
    using Aspects = std::vector<TermDifference::Aspect>;
    for (const auto& [key, term] : after) {
        const auto found = before.find(key);
        if (found == before.end()) {
            differs(key, Kind::added, Aspects());
        } else if (auto aspects = aspects_of(found->second, term); !aspects.empty()) {
            differs(key, Kind::changed, std::move(aspects));
        }
    }
    for (const auto& [key, term] : before) {
        if (!after.contains(key)) differs(key, Kind::removed, Aspects());
    }
    std::vector<TermDifference> listed;
    for (auto& [key, difference] : differences) listed.push_back(std::move(difference));
    return listed;
}

}  // namespace cartulary::ctdl
