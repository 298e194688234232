#pragma once

#include <optional>
#include <span>
#include <string_view>

namespace cartulary {

// Every class of CTDL, CTDL-ASN and QData by its name with prefix, sorted.
std::span<const std::string_view> ctdl_classes();

// "ceterms:Certificate" for "Certificate", "ceterms:certificate" and
// "https://purl.org/ctdl/terms/Certificate", all without regard to case; nothing when CTDL has no
// such class. The answer lives for ever.
std::optional<std::string_view> find_ctdl_class(std::string_view text);

}  // namespace cartulary
