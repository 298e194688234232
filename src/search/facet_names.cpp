#include "search/facet_names.h"

namespace cartulary::search {

std::string_view name_of(Facet facet) {
    switch (facet) {
        case Facet::type: return "type";
        case Facet::kind: return "kind";
        case Facet::sector: return "sector";
        case Facet::region: return "region";
        case Facet::country: return "country";
        case Facet::subject: return "subject";
        case Facet::owner: return "owner";
        case Facet::publisher: return "publisher";
    }
    __builtin_unreachable();
}

}  // namespace cartulary::search
