#include "app/import/cells.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"

namespace cartulary::import {
namespace {

constexpr std::size_t phone_digits = 10;
constexpr std::size_t extension_digits_max = 10;
constexpr std::string_view no_break_space = "\xC2\xA0";

// Sites that give colleges pages but no names of their own, as they occur in the files: a mail
// address at such a host would be somebody else's.
constexpr std::array<std::string_view, 5> sites_of_pages{
    "facebook.com", "google.com", "instagram.com", "linkedin.com", "meterware.com"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

bool all_zeros(std::string_view text) {
    return text.find_first_not_of('0') == std::string_view::npos;
}

std::string padded(std::string_view digits, std::size_t length) {
    return std::string(length - std::min(length, digits.size()), '0') + std::string(digits);
}

void note(Repairs& repairs, std::string_view column, std::string_view what) {
    repairs.push_back(std::string(column) + ": " + std::string(what));
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (auto at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
        parts.push_back(text.substr(0, at));
        text.remove_prefix(at + separator.size());
    }
    parts.push_back(text);
    return parts;
}

// "2.56373E+13": what a spreadsheet program makes of a long number; the other digits are gone.
bool is_cut_number(std::string_view text) {
    const auto exponent = text.find_first_of("eE");
    if (exponent == std::string_view::npos || exponent == 0) return false;
    const auto is_decimal = [](char c) { return is_digit(c) || c == '.'; };
    const auto mantissa = text.substr(0, exponent);
    auto power = text.substr(exponent + 1);
    if (power.starts_with('+')) power.remove_prefix(1);
    return std::all_of(mantissa.begin(), mantissa.end(), is_decimal) && all_digits(power);
}

// "123-456": without the hyphens that stand between digits.
std::string without_hyphens(std::string_view text) {
    std::string digits;
    std::copy_if(text.begin(), text.end(), std::back_inserter(digits),
                 [](char c) { return c != '-'; });
    return digits;
}

}  // namespace

bool says_nothing(std::string_view cell) {
    const auto said = text::trimmed(cell);
    return said.empty() || said == "-1" || said == "-2" || said == "-3";
}

std::string read_text(std::string_view column, std::string_view cell, Repairs& repairs) {
    if (says_nothing(cell)) return {};
    auto rest = text::trimmed(cell);
    std::string result;
    bool mended = false;
    while (!rest.empty()) {
        const bool wide = rest.starts_with(no_break_space);
        if (!wide && !is_space(rest.front())) {
            result += rest.front();
            rest.remove_prefix(1);
            continue;
        }
        mended = mended || rest.front() != ' ' || result.ends_with(' ');
        if (!result.ends_with(' ')) result += ' ';
        rest.remove_prefix(wide ? no_break_space.size() : 1);
    }
    if (mended) note(repairs, column, "several spaces made one");
    return result;
}

std::string read_number(const NumberColumn& column, std::string_view cell, Repairs& repairs) {
    if (says_nothing(cell)) return {};
    const auto parts = split(cell, "|");
    for (const auto part : parts) {
        const auto number = without_hyphens(text::trimmed(part));
        if (!all_digits(number) || all_zeros(number)) continue;
        if (number.size() < column.digits_min || number.size() > column.digits) continue;
        if (parts.size() > 1) note(repairs, column.name, "first of several taken");
        if (number.size() < column.digits) note(repairs, column.name, "lost zeros put back");
        return padded(number, column.digits);
    }
    note(repairs, column.name, "unreadable, left out");
    return {};
}

std::string read_postal_code(std::string_view cell, Repairs& repairs) {
    constexpr std::string_view column = "ZIP";
    constexpr std::size_t area_digits = 5;
    constexpr std::size_t block_digits = 4;
    if (says_nothing(cell)) return {};
    const auto as_written = text::trimmed(cell);
    auto area = as_written.substr(0, as_written.find('-'));
    std::string block;
    if (area.size() < as_written.size()) block = as_written.substr(area.size() + 1);
    if (!all_digits(area) || (!block.empty() && !all_digits(block))) return std::string(as_written);

    if (block.empty() && area.size() >= area_digits + 2) {  // "357620110" or, zeros lost, "6820110"
        block = area.substr(area.size() - block_digits);
        area.remove_suffix(block_digits);
        note(repairs, column, "hyphen put in");
    }
    const bool readable = area.size() >= 3 && area.size() <= area_digits &&
                          (block.empty() || block.size() == block_digits);
    if (!readable) return std::string(as_written);
    if (area.size() < area_digits) note(repairs, column, "lost zeros put back");
    auto code = padded(area, area_digits);
    if (block.empty()) return code;
    if (all_zeros(block)) {
        note(repairs, column, "-0000 dropped");
        return code;
    }
    return code + "-" + block;
}

Checked<Phone> read_phone(std::string_view cell, Repairs& repairs) {
    constexpr std::string_view column = "GENTELE";
    const auto as_written = text::trimmed(cell);
    if (is_cut_number(as_written)) return problem("was cut to its first digits by a spreadsheet");
    std::string digits;
    for (const char c : as_written) {
        if (is_digit(c)) {
            digits += c;
        } else if (std::string_view(" ().-+/xXetET").find(c) == std::string_view::npos) {
            return problem("is no telephone number");
        }
    }
    // No area code begins with 1, so this one is what North America dials before it.
    if (digits.size() > phone_digits && digits.front() == '1') digits.erase(0, 1);
    if (digits.size() < phone_digits || digits.size() > phone_digits + extension_digits_max) {
        return problem("is no telephone number");
    }
    Phone phone{digits.substr(0, phone_digits), digits.substr(phone_digits)};
    // A single 0 is the operator's; a row of them fills a field.
    if (phone.extension.size() > 1 && all_zeros(phone.extension)) {
        note(repairs, column, "extension of zeros dropped");
        phone.extension.clear();
    }
    return phone;
}

namespace {

constexpr std::string_view web_column = "WEBADDR";

// The addresses of a cell: separated by "|", or by the words that people write between two.
std::vector<std::string_view> addresses_in(std::string_view cell) {
    std::vector<std::string_view> addresses;
    for (const auto part : split(cell, "|")) {
        auto rest = text::trimmed(part);
        for (;;) {
            const auto lower = text::lower_ascii(rest);
            const auto at = std::min(lower.find(" or "), lower.find(" and "));
            if (at == std::string::npos) break;
            addresses.push_back(text::trimmed(rest.substr(0, at)));
            rest.remove_prefix(rest.find(' ', at + 1));
            rest = text::trimmed(rest);
        }
        addresses.push_back(rest);
    }
    return addresses;
}

struct Parts {
    std::string scheme;  // with "://", or empty
    std::string host;    // with a port
    std::string rest;    // path, query and fragment
};

Parts parts_of(std::string_view address) {
    Parts parts;
    const auto lower = text::lower_ascii(address);
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (!lower.starts_with(scheme)) continue;
        parts.scheme = scheme;
        address.remove_prefix(scheme.size());
        break;
    }
    const auto end = std::min(address.find_first_of("/?#"), address.size());
    parts.host = address.substr(0, end);
    parts.rest = address.substr(end);
    return parts;
}

std::string with_encoded_spaces(std::string_view text) {
    std::string encoded;
    for (const char c : text) {
        if (is_space(c)) {
            encoded += "%20";
        } else {
            encoded += c;
        }
    }
    return encoded;
}

std::optional<WebAddress> mended_address(std::string_view address, Repairs& repairs) {
    auto parts = parts_of(address);
    const auto lower_host = text::lower_ascii(parts.host);
    if (lower_host.ends_with(".https") || lower_host.ends_with(".http")) {
        // "https://www.https//www.example.edu": a scheme that somebody typed into an address
        const auto inner = parts.rest.find("//");
        if (inner == std::string::npos) return std::nullopt;
        parts = parts_of(std::string_view(parts.rest).substr(inner + 2));
        note(repairs, web_column, "scheme inside an address dropped");
    }
    if (const auto at = parts.host.rfind('@'); at != std::string::npos) {
        parts.host.erase(0, at + 1);
        note(repairs, web_column, "name before @ dropped");
    }
    if (parts.host.ends_with('.')) {
        parts.host.pop_back();
        note(repairs, web_column, "dot after the host dropped");
    }
    if (parts.rest.find(' ') != std::string::npos) {
        parts.rest = with_encoded_spaces(parts.rest);
        note(repairs, web_column, "spaces written as %20");
    }
    if (parts.host.find('.') == std::string::npos) return std::nullopt;
    if (parts.scheme.empty()) {
        parts.scheme = "https://";
        note(repairs, web_column, "https:// put before it");
    }
    auto parsed = parse_web_address(parts.scheme + parts.host + parts.rest);
    if (!parsed) return std::nullopt;
    return *std::move(parsed);
}

}  // namespace

Checked<WebAddress> read_web_address(std::string_view cell, Repairs& repairs) {
    const auto addresses = addresses_in(cell);
    for (const auto address : addresses) {
        Repairs of_address;
        auto mended = mended_address(address, of_address);
        if (!mended) continue;
        if (addresses.size() > 1) note(repairs, web_column, "first of several taken");
        repairs.insert(repairs.end(), of_address.begin(), of_address.end());
        return *std::move(mended);
    }
    return problem("is no web address");
}

std::string own_domain(const WebAddress& address) {
    const auto owner = registrable_domain(address.host);
    if (owner.empty()) return {};
    if (std::find(sites_of_pages.begin(), sites_of_pages.end(), owner) != sites_of_pages.end()) {
        return {};
    }
    std::string_view host = address.host;
    if (host.starts_with("www")) {
        const auto after_digits = host.find_first_not_of("0123456789", 3);
        const auto shorter = host.substr(std::min(after_digits + 1, host.size()));
        if (host[after_digits] == '.' && shorter.size() >= owner.size()) host = shorter;
    }
    return std::string(host);
}

}  // namespace cartulary::import
