#include "web/texts/country_names.h"

#include "base/locale_words.h"
#include "web/texts/language.h"

namespace cartulary::web {

// The registry's own names are English, and what people there search by.
std::string country_name(const Texts& texts, const Country& country) {
    const bool is_english = texts.language == texts_in(Language::english).language;
    return is_english ? std::string(country.name) : country_words(country.alpha_2, texts.language);
}

}  // namespace cartulary::web
