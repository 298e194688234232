#include "ctdl/reference_reader.h"

#include "base/text.h"
#include "ctdl/address_places.h"
#include "ctdl/node_text.h"
#include "ctdl/value_forms.h"
#include "ctdl/vocabulary.h"
#include "domain/web_address.h"

namespace cartulary::ctdl {

namespace {

// "https://host" of "https://host/resources/ce-…" and "https://host/graph/ce-…"; else empty.
std::string_view host_of(std::string_view address) {
    const auto host_begin = address.find("://");
    if (host_begin == std::string_view::npos) return {};
    const auto host_end = address.find('/', host_begin + 3);
    if (host_end == std::string_view::npos || !ctid_in(address.substr(host_end))) return {};
    return address.substr(0, host_end);
}

bool is_name(std::string_view text) {
    constexpr std::size_t length_max = 200;
    return text.size() > 2 && text.size() <= length_max && !text::has_control_character(text) &&
           text.find_first_of(" \"\\<>") == std::string_view::npos;
}

std::string list_of(std::span<const std::string_view> names) {
    std::string list;
    for (const auto name : names) {
        if (!list.empty()) list += ", ";
        list += name;
    }
    return list;
}

}  // namespace

void ReferenceReader::learn(std::string_view address, const Ctid& ctid) {
    if (address.empty() || ctid_of(address)) return;
    learned_.emplace(address, ctid);
    const auto host = host_of(address);
    if (!host.empty() && ctid_in(address.substr(host.size())) == ctid) hosts_.emplace(host);
}

std::optional<Ctid> ReferenceReader::ctid_of(std::string_view address) const {
    if (const auto ctid = ctid_in(own_path(address, addresses_))) return ctid;
    if (hosts_.empty() && learned_.empty()) return std::nullopt;
    const auto learned = learned_.find(std::string(address));
    if (learned != learned_.end()) return learned->second;
    const auto host = host_of(address);
    if (host.empty() || !hosts_.contains(std::string(host))) return std::nullopt;
    return ctid_in(address.substr(host.size()));
}

std::optional<std::string> ReferenceReader::known(const std::string& text) const {
    if (const auto ctid = ctid_of(text)) return own_address(*ctid);
    if (is_absolute_address(text)) return std::string(own_path(text, addresses_));
    const bool is_known = is_name(text) && (is_blank(text) || expand(text));
    return is_known ? std::optional(text) : std::nullopt;
}

std::optional<std::string> ReferenceReader::read(const std::string& text, const Way& way) {
    if (auto address = known(text)) return address;
    if (text::is_blank(text)) {
        problems_.warning(way, "is empty, and is left out");
        return std::nullopt;
    }
    problems_.fault(way, "must be a CTID, an absolute address, or the name of a blank node");
    const auto trimmed = std::string(text::trimmed(text));
    if (auto address = known(trimmed)) return address;
    if (trimmed.find('.') == std::string::npos) return std::nullopt;
    const auto mended = parse_web_address(trimmed);
    return mended && is_absolute_address(mended->text) ? std::optional(mended->text) : std::nullopt;
}

std::optional<std::string> ReferenceReader::read_concept(std::span<const std::string_view> schemes,
                                                         const std::string& text, const Way& way) {
    for (const auto scheme : schemes) {
        if (const auto* found = find_concept(scheme, text)) return std::string(found->name);
    }
    const auto is_of_ours = expand(compact(text)).has_value();
    if (!is_of_ours && known(text)) {
        problems_.warning(way, "is no concept of " + list_of(schemes));
        return known(text);
    }
    problems_.fault(way, "must be a concept of " + list_of(schemes));
    return known(text);
}

}  // namespace cartulary::ctdl
