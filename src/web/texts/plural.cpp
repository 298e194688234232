#include "web/texts/plural.h"

#include "web/html.h"
#include "web/texts/texts.h"

namespace cartulary::web {

// English and Spanish agree about whole numbers (Unicode CLDR), but for the "de" of round millions.
std::string_view Plural::form(const Texts&, std::int64_t count) const {
    return count == 1 || count == -1 ? one : many;
}

std::string counted(const Texts& texts, const Plural& plural, std::int64_t count) {
    return filled_plain(plural.form(texts, count), {{"count", number_text(texts, count)}});
}

}  // namespace cartulary::web
