#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "ctdl/assistant/exceptions.h"
#include "ctdl/assistant/inputs.h"
#include "ctdl/vocabulary.h"

namespace cartulary::ctdl::assistant {

inline constexpr std::string_view alignment_class = "ceterms:CredentialAlignmentObject";

// What an object of the input is: by the clients' model class, where it has one, and by CTDL.
struct Kind {
    const InputClass* input = nullptr;
    std::string_view ctdl_class = {};
};

// What is made of one input property of a kind of object.
struct Plan {
    Meaning meaning = Meaning::nothing;
    const Property* property = nullptr;    // null where none is needed
    bool is_list = false;                  // also one value is put in a list
    bool by_language = false;              // "NameLangMap": texts by language
    Kind part = {};                        // of the objects that stand within
    const CodeFramework* codes = nullptr;  // of Meaning::codes
};

// Finds plans, and remembers those that it found.
class Plans {
public:
    // Null for what means nothing to this kind of object. In any case of letters; also
    // "NameLangMap", "Name_Map" and the like, which stand for Name in several languages.
    const Plan* find(const Kind& kind, std::string_view name);

private:
    std::unordered_map<std::string, std::unique_ptr<Plan>> known_;
};

// Whether a thing of a class may be the property's value; "ceterms:Degree" by its parent too.
bool has_range(const Property& property, std::string_view class_name);

}  // namespace cartulary::ctdl::assistant
