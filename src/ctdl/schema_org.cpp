#include "ctdl/schema_org.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "ctdl/schema_org_values.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl {

namespace {

using schema_org::Form;
using schema_org::Row;

// What is said of one property there.
struct Said {
    std::string_view property;
    std::vector<std::string> values;  // JSON
};

class Description {
public:
    Description(const DescribedThing& thing, schema_org::Limits limits)
        : thing_(thing), values_(thing, limits), limits_(limits) {}

    void add(std::span<const Row> rows) {
        for (const auto& row : rows) add(row);
    }

    std::string text(std::string_view type) const {
        const auto page = resource_address(thing_.ctid, thing_.addresses);
        json::Writer writer;
        writer.begin_object()
            .member("@context", "https://schema.org")
            .member("@type", type)
            .member("@id", page)
            .member("mainEntityOfPage", page);
        if (const auto address = class_address()) writer.member("additionalType", *address);
        for (const auto& [property, values] : said_) {
            writer.key(property);
            const bool several = values.size() > 1;
            if (several) writer.begin_array();
            for (const auto& value : values) writer.raw(value);
            if (several) writer.end_array();
        }
        writer.end_object();
        return writer.take();
    }

private:
    void add(const Row& row) {
        auto& values = values_of(row.to);
        if (row.form == Form::text && !values.empty()) return;
        for (auto& value : values_.at(thing_.node, row.from, row.form)) {
            if (values.size() == limits_.values) break;
            if (std::ranges::find(values, value) == values.end()) {
                values.push_back(std::move(value));
            }
        }
        if (values.empty()) said_.pop_back();
    }

    // Those of a property; of a new one at the end.
    std::vector<std::string>& values_of(std::string_view property) {
        const auto known = std::ranges::find(said_, property, &Said::property);
        if (known != said_.end()) return known->values;
        return said_.emplace_back(Said{property, {}}).values;
    }

    std::optional<std::string> class_address() const {
        const auto* type = thing_.node.find("@type");
        const auto* name = type ? type->string() : nullptr;
        return name ? expand(*name) : std::nullopt;
    }

    const DescribedThing& thing_;
    const schema_org::Values values_;
    const schema_org::Limits limits_;
    std::vector<Said> said_;
};

}  // namespace

std::string schema_org_text(const DescribedThing& thing) {
    const auto type = schema_org::type_of(thing.node);
    Description whole(thing, {schema_org_values_max, schema_org_text_bytes_max});
    whole.add(schema_org::rows_of_all());
    whole.add(type.rows);
    auto text = whole.text(type.name);
    if (text.size() <= schema_org_bytes_max) return text;
    Description brief(thing, schema_org::brief_limits);
    brief.add(schema_org::rows_of_all());
    return brief.text(type.name);
}

}  // namespace cartulary::ctdl
