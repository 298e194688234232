#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "base/json.h"
#include "ctdl/document.h"
#include "domain/ctid.h"

// The same in the terms of schema.org, which search engines read.
namespace cartulary::ctdl {

// A thing of a graph as it is served, with what stands around it.
struct DescribedThing {
    const json::Value& node;
    // Another node of the graph by its id ("_:b1"); null where there is none.
    std::function<const json::Value*(std::string_view id)> node_with;
    // What a resource of this registry is called; empty where it is not known.
    std::function<std::string(const Ctid&)> name_of;
    Ctid ctid;
    const Addresses& addresses;
};

// How much is told: of a property at most so many values, of a text so many bytes; and where the
// whole is longer than it may be, only what the thing is called and where it is found.
inline constexpr std::size_t schema_org_values_max = 20;
inline constexpr std::size_t schema_org_text_bytes_max = 2'000;
inline constexpr std::size_t schema_org_bytes_max = 15'000;

// JSON-LD with the context "https://schema.org": what of the thing has a term there. What it does
// not know is a Thing; the class that it has in CTDL is always told (additionalType).
std::string schema_org_text(const DescribedThing& thing);

}  // namespace cartulary::ctdl
