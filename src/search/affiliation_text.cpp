#include "search/affiliation_text.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "base/text.h"
#include "domain/country.h"
#include "search/organization_forms.h"
#include "search/words.h"

namespace cartulary::search {

namespace {

constexpr std::string_view separators[] = {
    ",",      ";",      "|",      "\n",     "\r",     "\t",     "(",      ")",      "[",
    "]",      "{",      "}",      "/",      "\"",     "#",      "\u201C", "\u201D", "\u201E",
    "\u00AB", "\u00BB", "\u2013", "\u2014", "\u3001", "\uFF0C", "\uFF1B", "\uFF08", "\uFF09"};
// These part only where they stand so.
constexpr std::string_view spaced_separators[] = {" - ", " -- ", ": "};

// How long the separator at the beginning of a text is; 0 where there is none.
std::size_t separator_at(std::string_view text) {
    for (const auto separator : separators) {
        if (text.starts_with(separator)) return separator.size();
    }
    for (const auto separator : spaced_separators) {
        if (text.starts_with(separator)) return separator.size();
    }
    return 0;
}

std::vector<std::string_view> segments_of(std::string_view text) {
    std::vector<std::string_view> segments;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto length = separator_at(text.substr(at));
        if (length > 0) segments.push_back(text.substr(begin, at - begin));
        at += std::max<std::size_t>(length, 1);
        if (length > 0) begin = at;
    }
    segments.push_back(text.substr(begin));
    return segments;
}

bool is_digit(char byte) {
    return byte >= '0' && byte <= '9';
}
bool is_capital(char byte) {
    return byte >= 'A' && byte <= 'Z';
}
bool is_small(char byte) {
    return byte >= 'a' && byte <= 'z';
}

// Among the words that join those that make one thing of both.
bool says_of(std::string_view word) {
    constexpr std::string_view all[] = {"of",    "for",  "de",  "du",  "des", "del",
                                        "della", "di",   "do",  "da",  "dos", "das",
                                        "fur",   "fuer", "van", "von", "d"};
    return std::find(std::begin(all), std::end(all), word) != std::end(all);
}

// Two letters at least, none of them small.
bool is_in_capitals(std::string_view chunk) {
    return std::count_if(chunk.begin(), chunk.end(), is_capital) >= 2 &&
           std::none_of(chunk.begin(), chunk.end(), is_small);
}

// The countries whose parts people name without the country.
constexpr std::string_view countries_of_states[] = {"US", "CA", "AU"};
// A state and a country.
constexpr std::string_view both_state_and_country = "georgia";

struct State {
    std::string country;
    Words name;
};

std::optional<State> state_named(std::span<const std::string> words) {
    std::string text;
    for (const auto& word : words) text += (text.empty() ? "" : " ") + word;
    if (text.size() <= 3) return std::nullopt;  // codes are told by state_of_code
    for (const auto country : countries_of_states) {
        if (const auto* const found = find_subdivision(*find_country(country), text)) {
            return State{std::string(country), organization_words(found->name)};
        }
    }
    return std::nullopt;
}

std::optional<State> state_of_code(std::string_view code) {
    for (const auto country : countries_of_states) {
        for (const auto& state : subdivisions_of(*find_country(country))) {
            if (text::equal_ignoring_ascii_case(state.part(), code)) {
                return State{std::string(country), organization_words(state.name)};
            }
        }
    }
    return std::nullopt;
}

constexpr std::size_t country_words_max = 5;

class Reader {
public:
    explicit Reader(const std::function<bool(std::string_view)>& is_known) : is_known_(is_known) {}

    AffiliationText read(std::string_view text) && {
        const auto parted = with_elisions_parted(text);
        for (const auto segment : segments_of(parted)) add_segment(segment);
        for (const auto& word : made_.words) made_.standard.push_back(word.word);
        for (std::size_t segment = 0; segment < made_.begins.size(); ++segment) {
            find_countries(segment);
        }
        return std::move(made_);
    }

private:
    void add_segment(std::string_view segment) {
        const auto begin = made_.words.size();
        after_joining_ = false;
        after_of_ = false;
        while (!segment.empty()) {
            const auto end = std::min(segment.find(' '), segment.size());
            add_chunk(segment.substr(0, end));
            segment.remove_prefix(std::min(end + 1, segment.size()));
        }
        if (made_.words.size() > begin) made_.begins.push_back(begin);
    }

    // What stands between spaces.
    void add_chunk(std::string_view chunk) {
        if (chunk == "&") after_joining_ = true;
        const auto words = words_of(chunk);
        for (std::size_t index = 0; index < words.size(); ++index) {
            if (joins_words(words[index])) {
                after_of_ = after_of_ || says_of(words[index]);
                after_joining_ = true;
                continue;
            }
            if (made_.words.size() == affiliation_words_max) return;
            AffiliationWord word;
            word.written = words[index];
            word.word = standard_of(words[index]);
            word.segment = made_.begins.size();
            word.after_joining = std::exchange(after_joining_, false);
            word.after_of = std::exchange(after_of_, false);
            word.capitals = is_in_capitals(chunk);
            word.shortened = chunk.ends_with('.') && index + 1 == words.size();
            word.is_number = is_digit(word.written.front());
            made_.words.push_back(std::move(word));
        }
    }

    std::string standard_of(const std::string& word) const {
        const auto standard = standard_word(word);
        if (standard != word || is_known_(word)) return std::string(standard);
        const auto meant = kind_misspelled(word);
        return meant.empty() ? word : std::string(meant);
    }

    // At the beginning or the end, numbers aside: what stands between is part of a name. States'
    // codes wherever they stand.
    void find_countries(std::size_t segment) {
        auto begin = made_.begins[segment];
        auto end = made_.segment_end(begin);
        while (begin < end && made_.words[begin].is_number) ++begin;
        while (begin < end && made_.words[end - 1].is_number) --end;
        const auto most = std::min(country_words_max, end - begin);
        for (auto count = most; count > 0; --count) {
            if (reads_place(end - count, end)) return;
        }
        for (auto count = most; count > 0; --count) {
            if (reads_place(begin, begin + count)) break;
        }
        for (auto at = begin; at < end; ++at) {
            if (is_short(at) && reads_state_code(at)) return;
        }
    }

    bool is_short(std::size_t at) const {
        constexpr std::size_t letters_max = 3;
        return made_.words[at].capitals && made_.words[at].word.size() <= letters_max;
    }

    // Whether these words are a country or a state; notes it then.
    bool reads_place(std::size_t begin, std::size_t end) {
        const auto words = std::span(made_.standard).subspan(begin, end - begin);
        const bool is_alone = all_numbers(made_.segment_begin(begin), begin) &&
                              all_numbers(end, made_.segment_end(begin));
        const bool is_last = end == made_.segment_end(begin) && !made_.words[begin].after_joining;
        const bool is_code = end == begin + 1 && words.front().size() <= 3;
        if (is_code && !is_short(begin)) return false;
        if (auto country = country_of(words); !country.empty()) {
            if (words.size() == 1 && words.front() == both_state_and_country) {
                made_.countries_mentioned.insert({"US", std::move(country)});
            } else if (is_alone || is_last) {
                made_.countries.insert(std::move(country));
                mark(begin, end);
            } else {
                made_.countries_mentioned.insert(std::move(country));
            }
            return true;
        }
        if (is_code) return reads_state_code(begin);
        const auto state = state_named(words);
        if (!state) return false;
        (is_alone ? made_.countries : made_.countries_mentioned).insert(state->country);
        if (is_alone) mark(begin, end);
        if (is_alone) made_.states.push_back(state->name);
        return true;
    }

    // "Berkeley CA 94720".
    bool reads_state_code(std::size_t at) {
        constexpr std::size_t words_before_max = 3;
        if (at - made_.segment_begin(at) > words_before_max) return false;
        if (!all_numbers(at + 1, made_.segment_end(at))) return false;
        const auto state = state_of_code(made_.words[at].written);
        if (!state) return false;
        made_.countries_mentioned.insert(state->country);
        made_.states.push_back(state->name);
        mark(at, at + 1);
        return true;
    }

    bool all_numbers(std::size_t begin, std::size_t end) const {
        return std::all_of(made_.words.begin() + static_cast<std::ptrdiff_t>(begin),
                           made_.words.begin() + static_cast<std::ptrdiff_t>(end),
                           [](const AffiliationWord& word) { return word.is_number; });
    }

    void mark(std::size_t begin, std::size_t end) {
        for (auto at = begin; at < end; ++at) made_.words[at].is_country = true;
    }

    const std::function<bool(std::string_view)>& is_known_;
    AffiliationText made_;
    bool after_joining_ = false;
    bool after_of_ = false;
};

}  // namespace

bool AffiliationText::begins_segment(std::size_t word) const {
    return segment_begin(word) == word;
}

bool AffiliationText::ends_segment(std::size_t word) const {
    return segment_end(word) == word + 1;
}

std::size_t AffiliationText::segment_begin(std::size_t word) const {
    return begins[words[word].segment];
}

std::size_t AffiliationText::segment_end(std::size_t word) const {
    const auto next = words[word].segment + 1;
    return next < begins.size() ? begins[next] : words.size();
}

AffiliationText read_affiliation(std::string_view text,
                                 const std::function<bool(std::string_view)>& is_known) {
    return Reader(is_known).read(text);
}

}  // namespace cartulary::search
