#include "web/texts/term_labels.h"

#include <unordered_map>

#include "ctdl/vocabulary.h"
#include "web/texts/labelled_lines.h"
#include "web/texts/language.h"

namespace cartulary::embedded {
extern const std::string_view web_spanish_terms;
}

namespace cartulary::web {

namespace {

// The vocabulary finds terms by many spellings; only this one is the term's name.
template <typename Term>
std::string_view label_of(const Term* found, std::string_view term) {
    return found && found->name == term ? found->label : std::string_view();
}

std::string_view english_label(std::string_view term) {
    for (const auto label :
         {label_of(ctdl::find_class(term), term), label_of(ctdl::find_property(term), term),
          label_of(ctdl::find_concept({}, term), term), label_of(ctdl::find_scheme(term), term)}) {
        if (!label.empty()) return label;
    }
    return term;
}

}  // namespace

std::string_view term_label(const Texts& texts, std::string_view term) {
    static const auto lines = labelled_lines(embedded::web_spanish_terms);
    static const std::unordered_map<std::string_view, std::string_view> spanish_labels(
        lines.begin(), lines.end());
    if (texts.language == texts_in(Language::spanish).language) {
        const auto found = spanish_labels.find(term);
        if (found != spanish_labels.end()) return found->second;
    }
    return english_label(term);
}

}  // namespace cartulary::web
