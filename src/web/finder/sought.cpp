#include "web/finder/sought.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "ctdl/vocabulary.h"
#include "http/form.h"
#include "http/message.h"
#include "search/facet_names.h"
#include "search/words.h"
#include "web/finder/search_words.h"
#include "web/html.h"

namespace cartulary::web {

namespace {

using search::Facet;
using Parameters = std::vector<std::pair<std::string, std::string>>;

// A term by its whole name, in whichever spelling it was written; anything else as it is.
std::string term_meant(Facet facet, const std::string& written) {
    if (facet == Facet::type) {
        const auto* found = ctdl::find_class(written);
        return found ? std::string(found->name) : written;
    }
    const auto meant = values_meant(facet, written);
    return meant ? meant->front() : written;
}

// One line, as a box for one shows it.
std::string line_of(std::string_view written) {
    std::string line;
    for (std::size_t at = 0; at < written.size(); ++at) {
        const auto byte = static_cast<unsigned char>(written[at]);
        const bool is_c1 = byte == 0xC2 && at + 1 < written.size() &&
                           static_cast<unsigned char>(written[at + 1]) < 0xA0;
        if (is_c1) ++at;
        line += is_c1 || byte < 0x20 || byte == 0x7F ? ' ' : written[at];
    }
    return std::string(text::trimmed(line));
}

// Of what is no number, or none above 0, the first; what lies too deep is the deepest.
std::int64_t page_in(std::string_view written) {
    std::int64_t number = 1;
    const auto [end, error] =
        std::from_chars(written.data(), written.data() + written.size(), number);
    if (error == std::errc::result_out_of_range) {
        return written.starts_with('-') ? 1 : result_pages_max;
    }
    if (error != std::errc() || end != written.data() + written.size()) return 1;
    return std::clamp<std::int64_t>(number, 1, result_pages_max);
}

Sought::Sort sort_in(std::string_view written) {
    for (const auto sort : {Sought::Sort::name, Sought::Sort::newest}) {
        if (written == name_of(sort)) return sort;
    }
    return Sought::Sort::relevance;
}

Result<void> read_chosen(const Texts& texts, const Parameters& parameters, Sought& sought) {
    const auto& words = search_texts(texts);
    for (const auto facet : search::all_facets) {
        std::size_t count = 0;
        for (const auto& [name, written] : parameters) {
            const auto value = line_of(written);
            if (name != name_of(facet) || value.empty()) continue;
            if (++count > condition_values_max) {
                return fail(ErrorKind::invalid,
                            filled_plain(words.refused_values,
                                         {{"most", std::to_string(condition_values_max)},
                                          {"facet", facet_label(texts, facet)}}));
            }
            const ChosenValue chosen{facet, term_meant(facet, value)};
            if (!sought.has(chosen)) sought.chosen.push_back(chosen);
        }
    }
    return {};
}

Result<void> require_searchable(const Texts& texts, std::string_view text) {
    const auto& words = search_texts(texts);
    if (const auto length = text::length(text); length > search::query_length_max) {
        return fail(ErrorKind::invalid,
                    filled_plain(words.refused_length,
                                 {{"count", number_text(texts, static_cast<std::int64_t>(length))},
                                  {"most", number_text(texts, search::query_length_max)}}));
    }
    if (search::words_of(text).size() > search::query_words_max) {
        return fail(ErrorKind::invalid,
                    filled_plain(words.refused_words,
                                 {{"most", number_text(texts, search::query_words_max)}}));
    }
    return {};
}

// Whether a class chosen so far says more, or less, than this one: it goes then.
bool is_narrowed_by(const ChosenValue& chosen, const ChosenValue& value) {
    return chosen.facet == Facet::type && value.facet == Facet::type &&
           (ctdl::is_a(chosen.value, value.value) || ctdl::is_a(value.value, chosen.value));
}

void add(std::string& query, std::string_view name, std::string_view value) {
    if (!query.empty()) query += '&';
    query.append(name).append("=").append(http::percent_encode(value));
}

std::string query_text(const Sought& sought) {
    std::string query;
    if (!sought.text.empty() || sought.chosen.empty()) add(query, "q", sought.text);
    for (const auto& chosen : sought.chosen) {
        add(query, name_of(chosen.facet), written_value(chosen));
    }
    if (const auto sort = name_of(sought.sort); !sort.empty()) add(query, "sort", sort);
    return query;
}

}  // namespace

std::string_view name_of(Sought::Sort sort) {
    switch (sort) {
        case Sought::Sort::relevance: return {};
        case Sought::Sort::name: return "name";
        case Sought::Sort::newest: return "newest";
    }
    __builtin_unreachable();
}

std::string written_value(const ChosenValue& value) {
    const auto colon = value.value.find(':');
    if (colon == std::string::npos) return value.value;
    auto name = value.value.substr(colon + 1);
    return term_meant(value.facet, name) == value.value ? name : value.value;
}

bool Sought::has(const ChosenValue& value) const {
    return std::ranges::find(chosen, value) != chosen.end();
}

std::vector<std::string> Sought::values_of(Facet facet) const {
    std::vector<std::string> values;
    for (const auto& one : chosen) {
        if (one.facet == facet) values.push_back(one.value);
    }
    return values;
}

Sought Sought::with(const ChosenValue& value) const {
    auto other = at(1);
    std::erase_if(other.chosen, [&](const auto& one) { return is_narrowed_by(one, value); });
    const auto after = std::ranges::find_if(
        other.chosen, [&](const auto& one) { return one.facet > value.facet; });
    other.chosen.insert(after, value);
    return other;
}

Sought Sought::without(const ChosenValue& value) const {
    auto other = at(1);
    std::erase(other.chosen, value);
    return other;
}

Sought Sought::without_filters() const {
    auto other = at(1);
    other.chosen.clear();
    return other;
}

Sought Sought::for_text(std::string other) const {
    return {.text = std::move(other)};
}

Sought Sought::at(std::int64_t page_number) const {
    auto other = *this;
    other.page = page_number;
    other.opened.reset();
    return other;
}

std::string Sought::path() const {
    auto query = query_text(*this);
    if (exact) add(query, "exact", "1");
    if (page > 1) add(query, "page", std::to_string(page));
    if (opened) add(query, "more", name_of(*opened));
    return "/?" + query;
}

std::string Sought::data_path() const {
    auto query = query_text(*this);
    if (page > 1) add(query, "page", std::to_string(page));
    return "/search?" + query;
}

Finding::Query Sought::query() const {
    Finding::Query query{.text = text,
                         .sort = sort,
                         .slice = {(page - 1) * results_per_page, results_per_page},
                         .typos = !exact,
                         .counts_choices = true};
    for (const auto facet : search::all_facets) {
        search::Names::Condition condition{facet, {}};
        for (const auto& value : values_of(facet)) {
            // What is no such thing is had by nothing.
            for (auto& meant : values_meant(facet, value).value_or(std::vector{value})) {
                condition.values.push_back(std::move(meant));
            }
        }
        if (!condition.values.empty()) query.conditions.push_back(std::move(condition));
    }
    return query;
}

Result<std::optional<Sought>> sought_in(const Texts& texts, const http::Request& request) {
    const auto parameters = http::form_decode(request.query);
    Sought sought;
    bool asks = false;
    for (const auto& [name, value] : parameters) {
        if (!text::is_utf8(name) || !text::is_utf8(value)) {
            return fail(ErrorKind::invalid, std::string(search_texts(texts).refused_bytes));
        }
        if (name == "q") {
            sought.text = line_of(value);
            asks = true;
        }
        if (name == "sort") sought.sort = sort_in(value);
        if (name == "exact") sought.exact = value == "1";
        if (name == "page") sought.page = page_in(value);
        if (name != "more") continue;
        for (const auto facet : search::all_facets) {
            if (value == name_of(facet)) sought.opened = facet;
        }
    }
    TRY(read_chosen(texts, parameters, sought));
    if (!asks && sought.chosen.empty()) return std::optional<Sought>();
    TRY(require_searchable(texts, sought.text));
    return std::optional(std::move(sought));
}

}  // namespace cartulary::web
