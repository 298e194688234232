#include "dialects/registry/search_query.h"

#include <algorithm>

#include "base/text.h"
#include "dialects/registry/answer.h"
#include "http/form.h"
#include "operations/search_conditions.h"
#include "search/facet_names.h"

namespace cartulary::registry {

namespace {

using http::Request;
using search::Facet;
using Condition = search::Names::Condition;

tl::unexpected<Error> refused_value(Facet facet, std::string_view problem) {
    return fail(ErrorKind::invalid, std::string(name_of(facet)) + ' ' + std::string(problem));
}

// A date stands for the whole day.
Result<search::Period> period_in(const Request& request) {
    constexpr std::string_view date_form = "2026-09-21";
    search::Period period;
    if (const auto from = request.query_parameter("from"); from && !from->empty()) {
        period.from = TRY(moment_in(*from, "from"));
    }
    if (const auto until = request.query_parameter("until"); until && !until->empty()) {
        const auto moment = TRY(moment_in(*until, "until"));
        period.before = until->size() == date_form.size() ? moment + std::chrono::days(1)
                                                          : moment + std::chrono::milliseconds(1);
    }
    return period;
}

Result<Finding::Query::Sort> sort_in(const Request& request) {
    using Sort = Finding::Query::Sort;
    const auto text = request.query_parameter("sort").value_or("");
    if (text.empty() || text == "relevance") return Sort::relevance;
    if (text == "name") return Sort::name;
    if (text == "newest") return Sort::newest;
    return fail(ErrorKind::invalid, "sort must be relevance, name or newest");
}

// By page and per_page, or by skip and take.
Result<Slice> slice_in(const Request& request) {
    const auto most = [](std::int64_t count) {
        return static_cast<int>(std::min<std::int64_t>(count, search_per_page_max));
    };
    if (request.query_parameter("skip") || request.query_parameter("take")) {
        const auto skip = TRY(number_in(request, "skip", 0, {0, Finding::depth_max}));
        const auto take =
            TRY(number_in(request, "take", search_per_page_default, {0, 1'000'000'000}));
        return Slice{skip, most(take)};
    }
    const auto page = TRY(number_in(request, "page", 1, {1, page_max}));
    const auto per_page =
        TRY(number_in(request, "per_page", search_per_page_default, {1, 1'000'000'000}));
    return Slice{(page - 1) * most(per_page), most(per_page)};
}

}  // namespace

Result<std::vector<Condition>> conditions_in(const Request& request) {
    const auto parameters = http::form_decode(request.query);
    std::vector<Condition> conditions;
    for (const auto facet : search::all_facets) {
        Condition condition{facet, {}};
        std::size_t count = 0;
        for (const auto& [name, value] : parameters) {
            const std::string text(text::trimmed(value));
            if (name != name_of(facet) || text.empty()) continue;
            if (++count > condition_values_max) {
                return refused_value(facet, "may be given " + std::to_string(condition_values_max) +
                                                " times at most");
            }
            for (auto& meant : TRY(values_meant(facet, text))) {
                condition.values.push_back(std::move(meant));
            }
        }
        if (count > 0) conditions.push_back(std::move(condition));
    }
    return conditions;
}

Result<SearchAsked> search_asked(const Request& request) {
    SearchAsked asked;
    asked.text_name = request.query_parameter("fts") ? "fts" : "q";
    auto& query = asked.query;
    query.text = request.query_parameter(asked.text_name).value_or("");
    query.conditions = TRY(conditions_in(request));
    query.updated = TRY(period_in(request));
    query.sort = TRY(sort_in(request));
    query.slice = TRY(slice_in(request));
    return asked;
}

}  // namespace cartulary::registry
