#include "ctdl/alignment.h"

#include <string>

namespace cartulary::ctdl {

namespace {

constexpr auto language_of_labels = "en-US";  // the vocabulary's

json::Value label_value(std::string_view label) {
    return json::Value(json::Object{{language_of_labels, json::Value(std::string(label))}});
}

}  // namespace

json::Value alignment_of(const Concept& target) {
    json::Object alignment{
        {"@type", json::Value(std::string("ceterms:CredentialAlignmentObject"))}};
    if (auto framework = expand(target.scheme)) {
        alignment.push_back({"ceterms:framework", json::Value(*std::move(framework))});
    }
    if (const auto* scheme = find_scheme(target.scheme)) {
        alignment.push_back({"ceterms:frameworkName", label_value(scheme->label)});
    }
    alignment.push_back({"ceterms:targetNode", json::Value(std::string(target.name))});
    alignment.push_back({"ceterms:targetNodeName", label_value(target.label)});
    return json::Value(std::move(alignment));
}

}  // namespace cartulary::ctdl
