#pragma once

#include <span>
#include <string_view>

namespace cartulary::ctdl::assistant {

// A list that stands beside the main thing of a request and whose things go into its document.
struct Companion {
    std::string_view family;       // of the main thing: "ceasn:CompetencyFramework"
    std::string_view member;       // "Competencies"
    std::string_view input_class;  // "Competency"
    std::string_view link;         // what the main thing says of each: "ceterms:hasMember", or none
    std::string_view back;         // what each says of the main thing: "ceasn:isPartOf", or none
};

std::span<const Companion> companions();

// The other members of a request, which are not about the thing itself.
bool is_of_request(std::string_view member);

}  // namespace cartulary::ctdl::assistant
