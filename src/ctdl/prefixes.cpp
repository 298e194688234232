#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/text.h"
#include "ctdl/terms.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl {

namespace {

// Hosts and folders that stand for another, without the scheme.
struct Alias {
    std::string_view written;
    std::string_view meant;
};
constexpr Alias aliases[] = {
    {"credreg.net/ctdl/", "purl.org/ctdl/"},
    {"credreg.net/ctdlasn/", "purl.org/ctdlasn/"},
    {"purl.org/qdata/", "credreg.net/qdata/"},
};

// An address without its scheme and with the host that the contexts name; empty when it is none.
std::string canonical(std::string_view address) {
    const auto scheme = address.substr(0, address.find("://"));
    if (scheme.size() == address.size()) return {};
    if (!text::equal_ignoring_ascii_case(scheme, "https") &&
        !text::equal_ignoring_ascii_case(scheme, "http")) {
        return {};
    }
    auto known = text::lower_ascii(address.substr(scheme.size() + 3));
    if (known.starts_with("www.credreg.net/")) known.erase(0, 4);
    for (const auto& [written, meant] : aliases) {
        if (known.starts_with(written)) return known.replace(0, written.size(), meant);
    }
    return known;
}

class Prefixes {
public:
    Prefixes() {
        for (const auto& prefix : published_terms().prefixes) {
            by_name_.emplace(text::lower_ascii(prefix.name), &prefix);
            by_address_.emplace(canonical(prefix.address), &prefix);
        }
    }

    const Prefix* by_name(std::string_view name) const {
        const auto found = by_name_.find(text::lower_ascii(name));
        return found == by_name_.end() ? nullptr : found->second;
    }
    const Prefix* by_address(std::string_view address) const {
        const auto found = by_address_.find(canonical(address));
        return found == by_address_.end() ? nullptr : found->second;
    }

private:
    std::unordered_map<std::string, const Prefix*> by_name_;
    std::unordered_map<std::string, const Prefix*> by_address_;
};

const Prefixes& prefixes() {
    static const Prefixes known;
    return known;
}

}  // namespace

std::string compact(std::string_view iri) {
    constexpr std::size_t iri_bytes_max = 300;  // no term's is longer
    if (iri.size() <= iri_bytes_max && iri.find("://") != std::string_view::npos) {
        const auto end = iri.find_last_of("/#") + 1;
        const auto* prefix = end < iri.size() ? prefixes().by_address(iri.substr(0, end)) : nullptr;
        if (prefix) return std::string(prefix->name) + ":" + std::string(iri.substr(end));
    }
    return std::string(iri);
}

std::optional<std::string> expand(std::string_view name) {
    const auto colon = name.find(':');
    if (colon == std::string_view::npos) return std::nullopt;
    const auto* prefix = prefixes().by_name(name.substr(0, colon));
    if (!prefix || name.substr(colon + 1).starts_with("//")) return std::nullopt;
    return std::string(prefix->address) + std::string(name.substr(colon + 1));
}

bool knows(std::string_view context, std::string_view name) {
    const auto* prefix = prefixes().by_name(name.substr(0, name.find(':')));
    return prefix && (context == ctdl_asn_context ? prefix->in_ctdl_asn : prefix->in_ctdl);
}

std::string_view context_of(std::string_view class_name) {
    const auto prefix = class_name.substr(0, class_name.find(':'));
    const auto of_asn = prefix == "ceasn" || prefix == "asn" || prefix == "skos";
    return of_asn ? ctdl_asn_context : ctdl_context;
}

}  // namespace cartulary::ctdl
