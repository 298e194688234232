#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

// The table that list_inputs.py made (inputs.txt): what clients' model classes declare.
namespace cartulary::ctdl::assistant {

struct InputProperty {
    std::string_view name;              // "TargetCredential"
    bool is_list = false;               // a client sends a list of them
    std::string_view input_class = {};  // of its objects; empty: texts, numbers, or not told
};

struct InputClass {
    std::string_view name;        // "FrameworkItem"
    std::string_view ctdl_class;  // "ceterms:CredentialAlignmentObject"; empty: as the thing says
    std::vector<InputProperty> properties = {};
    std::unordered_map<std::string, std::size_t> by_name = {};  // in lower case

    // Its property; null when it has none. The name is in lower case.
    const InputProperty* find(const std::string& lower_name) const;
};

// All, in the order of their names; they live for ever.
std::span<const InputClass> input_classes();

// Without regard to case; null when there is none.
const InputClass* find_input_class(std::string_view name);

// Of a class of CTDL, or of the nearest ancestor that has one; null when none has.
const InputClass* input_class_of(std::string_view ctdl_class);

}  // namespace cartulary::ctdl::assistant
