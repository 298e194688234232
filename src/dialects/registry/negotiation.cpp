#include "dialects/registry/negotiation.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace cartulary::registry {

namespace {

struct Offer {
    Form form;
    std::string_view type;     // "application"
    std::string_view subtype;  // "json"
};
constexpr auto offers = std::to_array<Offer>({{Form::json_ld, "application", "ld+json"},
                                              {Form::json, "application", "json"},
                                              {Form::page, "text", "html"}});

// How much a form is liked; better ones are greater.
struct Liking {
    int thousandths = 0;   // its quality
    int specificity = -1;  // 0: any type at all, 1: any of its kind, 2: named

    auto operator<=>(const Liking&) const = default;
};

// What stands before the first of these characters; that and it are taken off.
std::string_view take_until(std::string_view& rest, char end) {
    const auto part = rest.substr(0, rest.find(end));
    rest.remove_prefix(std::min(part.size() + 1, rest.size()));
    return text::trimmed(part);
}

// "0.85" as 850; nothing where it is no quality.
std::optional<int> thousandths_in(std::string_view quality) {
    if (quality.empty() || quality.size() > 5) return std::nullopt;
    const bool is_one = quality.front() == '1';
    if (!is_one && quality.front() != '0') return std::nullopt;
    quality.remove_prefix(1);
    if (quality.empty()) return is_one ? 1'000 : 0;
    if (quality.front() != '.') return std::nullopt;
    quality.remove_prefix(1);
    int fraction = 0;
    int weight = 100;
    for (const char c : quality) {
        if (c < '0' || c > '9') return std::nullopt;
        fraction += (c - '0') * weight;
        weight /= 10;
    }
    return is_one ? 1'000 : fraction;
}

int quality_in(std::string_view parameters) {
    while (!parameters.empty()) {
        auto value = take_until(parameters, ';');
        const auto name = take_until(value, '=');
        if (text::equal_ignoring_ascii_case(name, "q")) return thousandths_in(value).value_or(0);
    }
    return 1'000;
}

// -1: the range does not cover it.
int specificity(std::string_view range, const Offer& offer) {
    const auto type = take_until(range, '/');
    const auto subtype = range;
    if (type == "*") return subtype == "*" ? 0 : -1;
    if (!text::equal_ignoring_ascii_case(type, offer.type)) return -1;
    if (subtype == "*") return 1;
    return text::equal_ignoring_ascii_case(subtype, offer.subtype) ? 2 : -1;
}

// By the range that covers it most closely.
Liking liking_of(const Offer& offer, std::string_view accept) {
    Liking liking;
    while (!accept.empty()) {
        auto item = take_until(accept, ',');
        const auto range = take_until(item, ';');
        const auto closeness = specificity(range, offer);
        if (closeness <= liking.specificity) continue;
        liking = {quality_in(item), closeness};
    }
    return liking;
}

}  // namespace

Form preferred_form(std::string_view accept) {
    Form best = Form::json_ld;
    Liking most;
    for (const auto& offer : offers) {
        const auto liking = liking_of(offer, accept);
        if (liking.thousandths == 0 || liking <= most) continue;
        most = liking;
        best = offer.form;
    }
    return best;
}

}  // namespace cartulary::registry
