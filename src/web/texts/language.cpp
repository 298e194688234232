#include "web/texts/language.h"

#include <algorithm>

#include "base/text.h"
#include "web/texts/spanish/rooms.h"

namespace cartulary::web {

namespace {

constexpr Texts english_texts = {};

constexpr int entries_max = 20;
constexpr int weight_max = 1000;

std::string_view before(std::string_view text, char separator) {
    return text::trimmed(text.substr(0, text.find(separator)));
}

std::string_view after(std::string_view text, char separator) {
    const auto at = text.find(separator);
    return at == std::string_view::npos ? std::string_view() : text::trimmed(text.substr(at + 1));
}

// "q=0.25" → 250; without any, all of it.
int weight_of(std::string_view parameter) {
    if (!parameter.starts_with("q=") && !parameter.starts_with("Q=")) return weight_max;
    const auto value = parameter.substr(2);
    if (value.starts_with('1')) return weight_max;
    int weight = 0;
    int worth = weight_max;
    for (const char c : value.substr(0, 5).substr(std::min<std::size_t>(value.size(), 2))) {
        if (c < '0' || c > '9') break;
        worth /= 10;
        weight += (c - '0') * worth;
    }
    return weight;
}

std::optional<Language> language_of_range(std::string_view range) {
    if (range == "*") return languages.front();
    return parse_language(text::lower_ascii(before(range, '-')));
}

}  // namespace

const Texts& texts_in(Language language) {
    switch (language) {
        case Language::english: return english_texts;
        case Language::spanish: return spanish_texts();
    }
    __builtin_unreachable();
}

std::optional<Language> parse_language(std::string_view code) {
    const auto found = std::ranges::find(
        languages, code, [](Language language) { return texts_in(language).language; });
    if (found == languages.end()) return std::nullopt;
    return *found;
}

Language preferred_language(std::string_view accept_language) {
    auto preferred = languages.front();
    int weight_of_preferred = 0;
    auto rest = accept_language;
    for (int i = 0; i < entries_max && !rest.empty(); ++i) {
        const auto entry = before(rest, ',');
        rest = after(rest, ',');
        const auto language = language_of_range(before(entry, ';'));
        const auto weight = weight_of(after(entry, ';'));
        if (!language || weight <= weight_of_preferred) continue;
        preferred = *language;
        weight_of_preferred = weight;
    }
    return preferred;
}

}  // namespace cartulary::web
