#include "operations/search_conditions.h"

#include "ctdl/vocabulary.h"
#include "domain/ctid.h"
#include "search/facet_names.h"

namespace cartulary {

namespace {

using search::Facet;
using Values = std::vector<std::string>;

tl::unexpected<Error> refused_value(Facet facet, std::string_view problem) {
    return fail(ErrorKind::invalid, std::string(name_of(facet)) + ' ' + std::string(problem));
}

Result<Values> class_meant(const std::string& written) {
    const auto* const wanted = ctdl::find_class(written);
    if (!wanted) {
        return refused_value(Facet::type, "must be a class of CTDL, for example Certificate");
    }
    Values names;
    for (const auto& one : ctdl::classes()) {
        if (ctdl::is_a(one.name, wanted->name)) names.emplace_back(one.name);
    }
    return names;
}

Result<Values> concept_meant(Facet facet, std::string_view scheme, const std::string& written) {
    const auto* const wanted = ctdl::find_concept(scheme, written);
    if (!wanted) return refused_value(facet, "must be a concept of " + std::string(scheme));
    return Values{std::string(wanted->name)};
}

Result<Values> organization_meant(Facet facet, const std::string& written) {
    if (!Ctid::parse(written)) return refused_value(facet, ctid_problem);
    return Values{written};
}

}  // namespace

Result<Values> values_meant(Facet facet, const std::string& written) {
    switch (facet) {
        case Facet::type: return class_meant(written);
        case Facet::kind: return concept_meant(facet, "ceterms:OrganizationType", written);
        case Facet::sector: return concept_meant(facet, "ceterms:AgentSector", written);
        case Facet::owner:
        case Facet::publisher: return organization_meant(facet, written);
        case Facet::region:
        case Facet::country:
        case Facet::subject: return Values{written};  // as it was published
    }
    __builtin_unreachable();
}

}  // namespace cartulary
