#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "ctdl/schema_org.h"
#include "ctdl/schema_org_terms.h"

// Values of CTDL as those of schema.org.
namespace cartulary::ctdl::schema_org {

struct Limits {
    std::size_t values;      // of one property
    std::size_t text_bytes;  // of one text; what is longer ends with "…"
};
inline constexpr Limits brief_limits{5, 300};

class Values {
public:
    Values(const DescribedThing& thing, Limits limits) : thing_(thing), limits_(limits) {}

    // What stands at `way` of a node ("ceterms:requires.ceterms:targetCompetency"), each value as
    // JSON; what does not fit the form is left out.
    std::vector<std::string> at(const json::Value& node, std::string_view way, Form form) const;

private:
    using Nodes = std::vector<const json::Value*>;

    Nodes values(const json::Value& node, std::string_view property) const;
    Nodes values_at(const json::Value& node, std::string_view way) const;
    std::vector<std::string> texts(const json::Value& node, std::string_view way) const;
    std::string value(const json::Value& value, Form form) const;

    std::string first_text(const json::Value& node, std::string_view property) const;
    std::string name_of(const json::Value& value) const;
    std::string address_of(const json::Value& value) const;
    std::string kept(std::string_view text) const;

    std::string named(const json::Value& value, std::string_view type) const;
    std::string term(const json::Value& value, std::string_view type,
                     std::string_view code_property) const;
    std::string duration(const json::Value& profile) const;
    std::string credits(const json::Value& profile) const;
    std::string offer(const json::Value& cost) const;
    std::string postal(const json::Value& place) const;
    std::string position(const json::Value& place) const;
    std::string identifier(const json::Value& number) const;
    std::string profile(const json::Value& number) const;

    const DescribedThing& thing_;
    const Limits limits_;
};

}  // namespace cartulary::ctdl::schema_org
