#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cartulary {

namespace detail {
std::optional<std::size_t> find_name(std::span<const std::string_view> names,
                                     std::string_view prefix, std::string_view text);
std::string list_of(std::span<const std::string_view> names);
}  // namespace detail

// The names of a closed vocabulary in the order of its enumerators, each said once.
template <class Term, std::size_t count>
struct Vocabulary {
    std::string_view prefix;  // "orgType"
    std::array<std::string_view, count> names;

    static constexpr std::size_t size() { return count; }

    constexpr std::string_view name_of(Term term) const {
        return names.at(static_cast<std::size_t>(term));
    }

    // With the prefix, as CTDL writes it: "orgType:FourYear".
    std::string curie_of(Term term) const {
        return std::string(prefix) + ":" + std::string(name_of(term));
    }

    // Without regard to case, and with or without the prefix or a URL before it
    // ("https://purl.org/ctdl/vocabs/orgType/FourYear").
    std::optional<Term> find(std::string_view text) const {
        const auto index = detail::find_name(names, prefix, text);
        if (!index) return std::nullopt;
        return static_cast<Term>(*index);
    }

    // For a message: "Public, PrivateNonProfit or PrivateForProfit".
    std::string list() const { return detail::list_of(names); }
};

}  // namespace cartulary
