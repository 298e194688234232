#include "store/tenant_search.h"

#include <array>
#include <deque>

#include "base/text.h"
#include "store/like.h"
#include "store/tenant_organization_row.h"

namespace cartulary::tenant_organizations {

namespace {

// In the order of the fields.
constexpr auto columns = std::to_array<const char*>({
    "own_serial",
    "root_serial",
    "channel_folded",
    "org_name_folded",
    "slug_folded",
    "external_id_folded",
    "home_url_folded",
    "summary_folded",
    "language_folded",
    "kind",
    "sub_kind",
    "state",
    "is_root",
    "first_at",
    "last_at",
});
static_assert(columns.size() == static_cast<std::size_t>(TenantField::updated_at) + 1);

const char* column_of(TenantField field) {
    return columns.at(static_cast<std::size_t>(field));
}

// Sorts behind everything that begins with the text before it.
constexpr auto last_character = "\U0010FFFF";

// A condition as SQL: made of what is written here, with all values as parameters.
class Where {
public:
    explicit Where(const TenantCondition& condition) { append(condition); }

    const std::string& sql() const { return sql_; }
    const std::vector<Parameter>& parameters() const { return parameters_; }

private:
    using Kind = TenantCondition::Kind;

    void append(const TenantCondition& condition) {
        switch (condition.kind) {
            case Kind::one_of: return append_one_of(condition);
            case Kind::above: return append_comparison(condition, " > ");
            case Kind::at_least: return append_comparison(condition, " >= ");
            case Kind::below: return append_comparison(condition, " < ");
            case Kind::at_most: return append_comparison(condition, " <= ");
            case Kind::begins_with: return append_begins_with(condition);
            case Kind::holds: return append_holds(condition);
            case Kind::is_known: return append_text(condition, " is not null");
            case Kind::is_unknown: return append_text(condition, " is null");
            case Kind::all_of: return append_parts(condition, " and ", "1 = 1");
            case Kind::any_of: return append_parts(condition, " or ", "1 = 0");
        }
    }

    void append_text(const TenantCondition& condition, const char* rest) {
        // An empty text is as good as none.
        const auto* column = column_of(condition.field);
        sql_ += is_text(condition.field) ? std::string("nullif(") + column + ", '')" : column;
        sql_ += rest;
    }

    void append_one_of(const TenantCondition& condition) {
        if (condition.values.empty()) {
            sql_ += "1 = 0";
            return;
        }
        sql_ += column_of(condition.field);
        sql_ += " in (";
        for (std::size_t i = 0; i < condition.values.size(); ++i) {
            if (i > 0) sql_ += ", ";
            append_value(condition.field, condition.values[i]);
        }
        sql_ += ')';
    }

    void append_comparison(const TenantCondition& condition, const char* comparison) {
        sql_ += column_of(condition.field);
        sql_ += comparison;
        append_value(condition.field, condition.values.at(0));
    }

    void append_begins_with(const TenantCondition& condition) {
        const auto* name = column_of(condition.field);
        const auto begin = text::folded(std::get<std::string>(condition.values.at(0)));
        sql_ += std::string("(") + name + " >= ";
        append_parameter(begin);
        sql_ += std::string(" and ") + name + " < ";
        append_parameter(begin + last_character);
        sql_ += ')';
    }

    void append_holds(const TenantCondition& condition) {
        sql_ += column_of(condition.field);
        sql_ += " like ";
        append_parameter(
            pattern_of(text::folded(std::get<std::string>(condition.values.at(0)))).value());
        sql_ += " escape '\\'";
    }

    void append_parts(const TenantCondition& condition, const char* between, const char* none) {
        sql_ += '(';
        if (condition.parts.empty()) sql_ += none;
        for (std::size_t i = 0; i < condition.parts.size(); ++i) {
            if (i > 0) sql_ += between;
            append(condition.parts[i]);
        }
        sql_ += ')';
    }

    void append_value(TenantField field, const TenantValue& value) {
        if (is_text(field)) return append_parameter(text::folded(std::get<1>(value)));
        parameters_.emplace_back(std::get<0>(value));
        append_place();
    }

    void append_parameter(std::string text) {
        parameters_.emplace_back(std::string_view(texts_.emplace_back(std::move(text))));
        append_place();
    }

    void append_place() { sql_ += '$' + std::to_string(parameters_.size()); }

    std::string sql_;
    std::vector<Parameter> parameters_;
    std::deque<std::string> texts_;  // that the parameters refer to
};

std::int64_t count(Transaction& transaction, const Where& where) {
    auto rows = transaction.query_once(
        "select count(*) from tenant_organization where " + where.sql(), where.parameters());
    rows.next();
    return rows.integer(0);
}

std::vector<TenantOrganization> page(Transaction& transaction, const Where& where,
                                     const TenantSearch& search) {
    std::string sql = TENANT_ORGANIZATIONS_SQL "where ";
    sql += where.sql() + " order by ";
    for (const auto& [field, descending] : search.order) {
        sql += column_of(field);
        sql += descending ? " desc nulls last, " : " nulls last, ";
    }
    auto parameters = where.parameters();
    parameters.emplace_back(search.count);
    sql += "tenant_organization.organization limit $" + std::to_string(parameters.size());
    parameters.emplace_back(search.offset);
    sql += " offset $" + std::to_string(parameters.size());
    std::vector<TenantOrganization> page;
    auto rows = transaction.query_once(sql, parameters);
    while (rows.next()) page.push_back(tenant_organization_in(rows));
    return page;
}

TenantsFound::Facet facet(Transaction& transaction, const Where& where, TenantField field) {
    const std::string column = column_of(field);
    const auto sql = "select " + column + ", count(*) from tenant_organization where " +
                     where.sql() + " and " + column + " is not null group by " + column +
                     " order by 2 desc, 1 limit " + std::to_string(tenant_facet_values_max);
    TenantsFound::Facet facet;
    auto rows = transaction.query_once(sql, where.parameters());
    while (rows.next()) facet.emplace_back(rows.text(0), rows.integer(1));
    return facet;
}

}  // namespace

TenantsFound search(Transaction& transaction, const TenantSearch& search) {
    const Where where(search.condition);
    TenantsFound found{.total = count(transaction, where), .items = {}, .facets = {}};
    if (search.count > 0 && found.total > search.offset) {
        found.items = page(transaction, where, search);
    }
    for (const auto field : search.facets) found.facets.push_back(facet(transaction, where, field));
    return found;
}

}  // namespace cartulary::tenant_organizations
