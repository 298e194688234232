#include "domain/browser.h"

#include <arpa/inet.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace cartulary {

namespace {

using Mark = std::pair<std::string_view, std::string_view>;  // in the User-Agent → its name

// Each names those before it too, so that the first one found is the right one.
constexpr std::array<Mark, 6> browsers = {{{"Edg", "Edge"},
                                           {"OPR/", "Opera"},
                                           {"Firefox/", "Firefox"},
                                           {"FxiOS/", "Firefox"},
                                           {"Chrome/", "Chrome"},
                                           {"Safari/", "Safari"}}};
constexpr std::array<Mark, 7> systems = {{{"Android", "Android"},
                                          {"iPhone", "iPhone"},
                                          {"iPad", "iPad"},
                                          {"Windows", "Windows"},
                                          {"CrOS", "ChromeOS"},
                                          {"Mac OS X", "macOS"},
                                          {"Linux", "Linux"}}};

template <class Marks>
std::string_view name_in(const Marks& marks, std::string_view user_agent) {
    for (const auto& [mark, name] : marks) {
        if (user_agent.find(mark) != std::string_view::npos) return name;
    }
    return {};
}

using Bytes = std::array<unsigned char, 16>;

// An address without all but its first bits, and how many of them stay.
std::optional<std::string> masked(std::string_view text, std::size_t bytes_kept_4,
                                  std::size_t bytes_kept_6) {
    const std::string address(text);
    Bytes bytes{};
    std::array<char, INET6_ADDRSTRLEN> shown{};
    const int family = inet_pton(AF_INET, address.c_str(), bytes.data()) == 1    ? AF_INET
                       : inet_pton(AF_INET6, address.c_str(), bytes.data()) == 1 ? AF_INET6
                                                                                 : 0;
    if (family == 0) return std::nullopt;
    const auto kept = family == AF_INET ? bytes_kept_4 : bytes_kept_6;
    std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(kept), bytes.end(), std::uint8_t{0});
    inet_ntop(family, bytes.data(), shown.data(), shown.size());
    const bool is_whole = family == AF_INET && kept == 4;
    return shown.data() + (is_whole ? std::string() : "/" + std::to_string(kept * 8));
}

}  // namespace

std::string browser_name(std::string_view user_agent) {
    const auto browser = name_in(browsers, user_agent);
    const auto system = name_in(systems, user_agent);
    std::string name(browser);
    if (!browser.empty() && !system.empty()) name += ", ";
    return name.append(system);
}

std::string network_of(std::string_view address) {
    return masked(address, 3, 6).value_or("");
}

std::string counted_address(std::string_view address) {
    return masked(address, 4, 8).value_or(std::string(address));
}

}  // namespace cartulary
