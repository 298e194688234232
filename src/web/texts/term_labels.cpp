#include "web/texts/term_labels.h"

#include <unordered_map>

#include "ctdl/vocabulary.h"
#include "web/texts/language.h"

namespace cartulary::embedded {
extern const std::string_view web_spanish_terms;
}

namespace cartulary::web {

namespace {

using Labels = std::unordered_map<std::string_view, std::string_view>;

// Lines of a term, a tabulator and its label; others are remarks.
Labels read_labels(std::string_view rest) {
    Labels labels;
    while (!rest.empty()) {
        const auto end = rest.find('\n');
        const auto line = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        const auto tabulator = line.find('\t');
        if (tabulator == std::string_view::npos) continue;
        labels.emplace(line.substr(0, tabulator), line.substr(tabulator + 1));
    }
    return labels;
}

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
    static const Labels spanish_labels = read_labels(embedded::web_spanish_terms);
    if (texts.language == texts_in(Language::spanish).language) {
        const auto found = spanish_labels.find(term);
        if (found != spanish_labels.end()) return found->second;
    }
    return english_label(term);
}

}  // namespace cartulary::web
