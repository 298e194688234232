#include "http/client_address.h"

#include <algorithm>
#include <boost/asio/ip/address.hpp>

namespace cartulary::http {

namespace ip = boost::asio::ip;

namespace {

std::string_view trimmed(std::string_view text) {
    const auto begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

}  // namespace

std::string address_text(std::string_view text) {
    boost::system::error_code error;
    const auto address = ip::make_address(std::string(text), error);
    if (error) return {};
    if (address.is_v6() && address.to_v6().is_v4_mapped()) {
        return ip::make_address_v4(ip::v4_mapped, address.to_v6()).to_string();
    }
    return address.to_string();
}

std::string forwarded_address(const std::string& peer, std::string_view forwarded_for,
                              const std::vector<std::string>& trusted) {
    auto address = peer;
    while (std::ranges::find(trusted, address) != trusted.end() && !forwarded_for.empty()) {
        const auto comma = forwarded_for.rfind(',');
        const auto at = comma == std::string_view::npos ? 0 : comma + 1;
        auto before = address_text(trimmed(forwarded_for.substr(at)));
        if (before.empty()) break;  // nonsense: believe no further
        address = std::move(before);
        forwarded_for = forwarded_for.substr(0, at == 0 ? 0 : comma);
    }
    return address;
}

}  // namespace cartulary::http
