#include "web/texts/term_labels.h"

#include "ctdl/vocabulary.h"

namespace cartulary::web {

std::string_view term_label(const Texts&, std::string_view term) {
    if (const auto* found = ctdl::find_class(term)) return found->label;
    if (const auto* found = ctdl::find_property(term)) return found->label;
    if (const auto* found = ctdl::find_concept({}, term)) return found->label;
    return term;
}

}  // namespace cartulary::web
