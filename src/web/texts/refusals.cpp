#include "web/texts/refusals.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include "web/texts/labelled_lines.h"
#include "web/texts/language.h"

namespace cartulary::embedded {
extern const std::string_view web_spanish_refusals;
}

namespace cartulary::web {

namespace {

constexpr int nesting_max = 3;  // of texts within texts
constexpr std::size_t text_bytes_max = 4096;

// "line {1}: {said}" as "line ", "1", ": ", "said", "".
struct Pattern {
    std::vector<std::string_view> between;  // one more than there are gaps
    std::vector<std::string_view> gaps;
    std::string_view in_spanish;
};

// Where a gap begins that has a name of our own: {"en-US": "…"} is none.
std::size_t gap_in(std::string_view text) {
    for (auto at = text.find('{'); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const auto rest = text.substr(at + 1);
        if (rest.starts_with("said}") ||
            (rest.size() > 1 && rest[0] >= '1' && rest[0] <= '9' && rest[1] == '}')) {
            return at;
        }
    }
    return std::string_view::npos;
}

Pattern read_pattern(std::string_view english, std::string_view in_spanish) {
    Pattern pattern{{}, {}, in_spanish};
    for (auto at = gap_in(english); at != std::string_view::npos; at = gap_in(english)) {
        const auto end = english.find('}', at);
        pattern.between.push_back(english.substr(0, at));
        pattern.gaps.push_back(english.substr(at + 1, end - at - 1));
        english.remove_prefix(end + 1);
    }
    pattern.between.push_back(english);
    return pattern;
}

// What stands in the gaps, each as short as it can be; nothing where the text is another.
std::optional<std::vector<std::string_view>> gaps_of(const Pattern& pattern,
                                                     std::string_view text) {
    if (!text.starts_with(pattern.between.front())) return std::nullopt;
    text.remove_prefix(pattern.between.front().size());
    std::vector<std::string_view> gaps;
    for (std::size_t i = 1; i < pattern.between.size(); ++i) {
        const auto& next = pattern.between[i];
        const bool is_last = i + 1 == pattern.between.size();
        if (is_last && !text.ends_with(next)) return std::nullopt;
        const auto at = is_last ? text.size() - next.size() : text.find(next);
        if (at == std::string_view::npos || at == 0) return std::nullopt;
        gaps.push_back(text.substr(0, at));
        text.remove_prefix(at + next.size());
    }
    return gaps;
}

// All that is known.
class Refusals {
public:
    explicit Refusals(std::string_view lines) {
        for (const auto& [english, spanish] : labelled_lines(lines)) {
            if (gap_in(english) == std::string_view::npos) {
                whole_.emplace(english, spanish);
            } else {
                patterns_.push_back(read_pattern(english, spanish));
            }
        }
        // What says more is tried first: "{1}" between two words may be anything.
        std::ranges::stable_sort(patterns_, [](const Pattern& left, const Pattern& right) {
            return fixed_length(left) > fixed_length(right);
        });
    }

    std::string in_spanish(std::string_view english, int nesting) const {
        if (const auto found = whole_.find(english); found != whole_.end()) {
            return std::string(found->second);
        }
        if (nesting == nesting_max || english.size() > text_bytes_max) return std::string(english);
        for (const auto& pattern : patterns_) {
            if (const auto gaps = gaps_of(pattern, english)) {
                return filled(pattern, *gaps, nesting);
            }
        }
        return std::string(english);
    }

private:
    static std::size_t fixed_length(const Pattern& pattern) {
        std::size_t length = 0;
        for (const auto part : pattern.between) length += part.size();
        return length;
    }

    std::string filled(const Pattern& pattern, const std::vector<std::string_view>& gaps,
                       int nesting) const {
        std::string text;
        auto rest = pattern.in_spanish;
        for (auto at = gap_in(rest); at != std::string_view::npos; at = gap_in(rest)) {
            const auto end = rest.find('}', at);
            const auto name = rest.substr(at + 1, end - at - 1);
            const auto gap = std::ranges::find(pattern.gaps, name) - pattern.gaps.begin();
            const auto said = gaps.at(static_cast<std::size_t>(gap));
            text += rest.substr(0, at);
            text += name == "said" ? in_spanish(said, nesting + 1) : std::string(said);
            rest.remove_prefix(end + 1);
        }
        return text.append(rest);
    }

    std::unordered_map<std::string_view, std::string_view> whole_;
    std::vector<Pattern> patterns_;
};

}  // namespace

std::string refusal_text(const Texts& texts, std::string_view english) {
    if (texts.language != texts_in(Language::spanish).language) return std::string(english);
    static const Refusals refusals(embedded::web_spanish_refusals);
    return refusals.in_spanish(english, 0);
}

}  // namespace cartulary::web
