#include "web/finder/search_words.h"

#include "web/texts/term_labels.h"

namespace cartulary::web {

using search::Facet;

std::string_view facet_label(const Texts& texts, Facet facet) {
    const auto& words = search_texts(texts);
    switch (facet) {
        case Facet::type: return words.type;
        case Facet::kind: return words.kind;
        case Facet::sector: return words.sector;
        case Facet::region: return words.region;
        case Facet::country: return words.country;
        case Facet::subject: return words.subject;
        case Facet::owner: return words.owner;
        case Facet::publisher: return words.publisher;
    }
    __builtin_unreachable();
}

std::string_view value_label(const Texts& texts, const ChosenValue& value) {
    switch (value.facet) {
        case Facet::type:
        case Facet::kind:
        case Facet::sector: return term_label(texts, value.value);
        case Facet::region:
        case Facet::country:
        case Facet::subject:
        case Facet::owner:
        case Facet::publisher: return value.value;
    }
    __builtin_unreachable();
}

// FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE.
std::string isolated(std::string_view text) {
    return "\u2068" + std::string(text) + "\u2069";
}

}  // namespace cartulary::web
