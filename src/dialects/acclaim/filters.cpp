#include "dialects/acclaim/filters.h"

#include <algorithm>

#include "base/text.h"
#include "http/form.h"

namespace cartulary::acclaim {

namespace {

constexpr std::size_t sort_bytes_max = 200;
constexpr std::size_t sorts_max = 3;
constexpr std::string_view before_key = "filter[";
constexpr std::string_view between_key_and_value = "::";

using Filters = std::map<std::string, std::string>;

bool is_known(const std::vector<std::string_view>& known, std::string_view key) {
    return std::ranges::find(known, key) != known.end();
}

std::string list_of(const std::vector<std::string_view>& names) {
    std::string list;
    for (const auto name : names) list += (list.empty() ? "" : ", ") + std::string(name);
    return list;
}

tl::unexpected<Error> wrong_filter(std::string problem) {
    return fail({{"filter", std::move(problem)}});
}

tl::unexpected<Error> wrong_sort(std::string problem) {
    return fail({{"sort", std::move(problem)}});
}

class Reading {
public:
    explicit Reading(const std::vector<std::string_view>& known) : known_(known) {}

    // "state::active|name::x"
    Result<void> read_list(std::string_view list) {
        TRY(check(list));
        while (!list.empty()) {
            const auto part = list.substr(0, list.find('|'));
            list.remove_prefix(std::min(part.size() + 1, list.size()));
            if (part.empty()) continue;
            const auto key_end = part.find(between_key_and_value);
            if (key_end == std::string_view::npos) {
                return wrong_filter("must be of the form key::value|key::value");
            }
            TRY(take(part.substr(0, key_end), part.substr(key_end + between_key_and_value.size())));
        }
        return {};
    }

    // "filter[state]=active"; any other parameter is not ours.
    Result<void> read_parameter(std::string_view name, std::string_view value) {
        if (!name.starts_with(before_key) || !name.ends_with(']')) return {};
        name.remove_prefix(before_key.size());
        name.remove_suffix(1);
        TRY(check(value));
        return take(name, value);
    }

    Filters filters() && { return std::move(filters_); }

private:
    Result<void> check(std::string_view written) {
        bytes_ += written.size();
        if (bytes_ > filter_bytes_max) return wrong_filter("must be at most 2,000 bytes");
        if (!text::is_utf8(written) || text::has_control_character(written)) {
            return wrong_filter("must be text without control characters");
        }
        return {};
    }

    Result<void> take(std::string_view key, std::string_view value) {
        key = text::trimmed(key);
        if (!is_known(known_, key)) return wrong_filter("takes only " + list_of(known_));
        if (++taken_ > filters_max) return wrong_filter("must have at most 20 parts");
        filters_[std::string(key)] = text::trimmed(value);
        return {};
    }

    const std::vector<std::string_view>& known_;
    Filters filters_;
    std::size_t bytes_ = 0;
    std::size_t taken_ = 0;
};

}  // namespace

Result<std::map<std::string, std::string>> filters_asked(
    const http::Request& request, const std::vector<std::string_view>& known) {
    Reading reading(known);
    TRY(reading.read_list(request.query_parameter("filter").value_or("")));
    for (const auto& [name, value] : http::form_decode(request.query)) {
        TRY(reading.read_parameter(name, value));
    }
    return std::move(reading).filters();
}

Result<std::vector<SortAsked>> sort_asked(const http::Request& request,
                                          const std::vector<std::string_view>& known) {
    const auto given = request.query_parameter("sort").value_or("");
    if (given.size() > sort_bytes_max) return wrong_sort("must be at most 200 bytes");
    std::vector<SortAsked> sorts;
    for (std::string_view rest = given; !rest.empty();) {
        auto key = rest.substr(0, rest.find_first_of("|,"));
        rest.remove_prefix(std::min(key.size() + 1, rest.size()));
        key = text::trimmed(key);
        if (key.empty()) continue;
        const bool descending = key.starts_with('-');
        if (descending) key.remove_prefix(1);
        if (!is_known(known, key)) return wrong_sort("takes only " + list_of(known));
        sorts.push_back({std::string(key), descending});
    }
    if (sorts.size() > sorts_max) return wrong_sort("must be at most three keys");
    return sorts;
}

}  // namespace cartulary::acclaim
