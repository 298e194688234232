#include "domain/ctdl_class.h"

#include <algorithm>

#include "base/text.h"
#include "domain/ctdl_class_names.h"

namespace cartulary {

namespace {

struct Namespace {
    std::string_view address;  // without the scheme, as both http and https are written
    std::string_view prefix;
};

constexpr Namespace namespaces[] = {
    {"purl.org/ctdl/terms/", "ceterms"},
    {"credreg.net/ctdl/terms/", "ceterms"},
    {"purl.org/ctdlasn/terms/", "ceasn"},
    {"credreg.net/ctdlasn/terms/", "ceasn"},
    {"credreg.net/qdata/terms/", "qdata"},
    {"purl.org/qdata/terms/", "qdata"},
    {"purl.org/ASN/schema/core/", "asn"},
    {"www.w3.org/2004/02/skos/core#", "skos"},
    {"schema.org/", "schema"},
};

bool takes(std::string_view& text, std::string_view beginning) {
    if (!text::equal_ignoring_ascii_case(text.substr(0, beginning.size()), beginning)) return false;
    text.remove_prefix(beginning.size());
    return true;
}

struct Term {
    std::string_view prefix;  // empty when the text has none
    std::string_view name;
};

std::optional<Term> term_of(std::string_view text) {
    if (takes(text, "https://") || takes(text, "http://")) {
        for (const auto& [address, prefix] : namespaces) {
            if (takes(text, address)) return Term{prefix, text};
        }
        return std::nullopt;
    }
    const auto colon = text.find(':');
    if (colon == std::string_view::npos) return Term{{}, text};
    return Term{text.substr(0, colon), text.substr(colon + 1)};
}

}  // namespace

std::span<const std::string_view> ctdl_classes() {
    return ctdl_class_names;
}

std::optional<std::string_view> find_ctdl_class(std::string_view text) {
    const auto term = term_of(text::trimmed(text));
    if (!term) return std::nullopt;
    const auto is_meant = [&](std::string_view known) {
        const auto colon = known.find(':');
        return text::equal_ignoring_ascii_case(known.substr(colon + 1), term->name) &&
               (term->prefix.empty() ||
                text::equal_ignoring_ascii_case(known.substr(0, colon), term->prefix));
    };
    const auto* found =
        std::find_if(std::begin(ctdl_class_names), std::end(ctdl_class_names), is_meant);
    if (found == std::end(ctdl_class_names)) return std::nullopt;
    return *found;
}

}  // namespace cartulary
