#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "base/json.h"
#include "domain/ctid.h"

// The pieces of which the Assistant's plain input is put together.
namespace cartulary::demo {

inline json::Value said(std::string_view text) {
    return json::Value(std::string(text));
}
inline json::Value said(json::Object object) {
    return json::Value(std::move(object));
}
inline json::Value said(json::Array list) {
    return json::Value(std::move(list));
}
inline json::Value number(std::int64_t value) {
    return json::Value(value);
}
inline json::Value number(double value) {
    return json::Value(value);
}

inline json::Value texts(std::initializer_list<std::string_view> all) {
    json::Array list;
    for (const auto text : all) list.push_back(said(text));
    return said(std::move(list));
}

// A reference to what stands in this registry.
inline json::Value reference(const Ctid& ctid) {
    return said(json::Object{{"CTID", said(ctid.text())}});
}

// A text in English and, where there is one, in Spanish.
inline json::Value in_both(std::string_view english, std::string_view spanish) {
    json::Object map{{"en-US", said(english)}};
    if (!spanish.empty()) map.push_back({"es", said(spanish)});
    return said(std::move(map));
}

}  // namespace cartulary::demo
