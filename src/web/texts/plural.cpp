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

std::string number_text(const Texts& texts, std::int64_t number) {
    auto digits = std::to_string(number);
    const std::size_t first = number < 0 ? 1 : 0;
    if (digits.size() - first < texts.grouped_digits_min) return digits;
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3;
         at > static_cast<std::ptrdiff_t>(first); at -= 3) {
        digits.insert(static_cast<std::size_t>(at), texts.thousands);
    }
    return digits;
}

}  // namespace cartulary::web
