#include "domain/password.h"

#include <algorithm>
#include <array>
#include <functional>
#include <set>
#include <unordered_set>
#include <utility>
#include <vector>

#include "base/text.h"
#include "domain/frequent_passwords.h"

namespace cartulary {

namespace {

constexpr std::size_t word_length_min = 3;  // of own words
constexpr std::size_t word_length_max = 40;
constexpr std::size_t run_length_min = 3;
constexpr std::size_t piece_worth = 2;

using Words = std::unordered_set<std::string_view>;
using OwnWords = std::set<std::string, std::less<>>;

const Words& common_words() {
    static const Words words(frequent_passwords().begin(), frequent_passwords().end());
    return words;
}

// "P@ssw0rd" → "password": the first thing that guessers undo.
std::string without_disguise(std::string text) {
    constexpr std::string_view disguises = "@4310$5!7+";
    constexpr std::string_view letters = "aaeiossitt";
    static_assert(disguises.size() == letters.size());
    for (auto& c : text) {
        const auto found = disguises.find(c);
        if (found != std::string_view::npos) c = letters[found];
    }
    return text;
}

bool is_word_byte(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 128;
}

// "Robin.Dean" → robin, dean, robindean, robin.dean.
void add_own_words(std::string_view own, OwnWords& words) {
    const auto folded = text::folded(own);
    std::string word;
    std::string whole;
    const auto add = [&](const std::string& found) {
        if (found.size() >= word_length_min && found.size() <= word_length_max) words.insert(found);
    };
    for (const char c : folded) {
        if (is_word_byte(c)) {
            word += c;
            whole += c;
        } else {
            add(std::exchange(word, {}));
        }
    }
    add(word);
    add(whole);
    add(folded);
}

// Neighbours: the same character, the next one or the one before, or keys beside each other.
bool follows(char before, char after, int step) {
    constexpr std::array<std::string_view, 4> rows = {"1234567890-=", "qwertyuiop[]", "asdfghjkl;'",
                                                      "zxcvbnm,./"};
    if (step == 0) return before == after;
    const bool ordered = is_word_byte(before) && is_word_byte(after);
    if (ordered && after - before == step) return true;
    return std::ranges::any_of(rows, [&](std::string_view row) {
        const auto at = row.find(before);
        if (at == std::string_view::npos) return false;
        const auto next = static_cast<std::ptrdiff_t>(at) + step;
        return next >= 0 && next < std::ssize(row) && row[static_cast<std::size_t>(next)] == after;
    });
}

// How long the longest run is that begins at `from`: "aaaa", "6543", "qwerty".
std::size_t run_at(std::string_view text, std::size_t from) {
    std::size_t longest = 1;
    for (const int step : {-1, 0, 1}) {
        auto end = from + 1;
        while (end < text.size() && follows(text[end - 1], text[end], step)) ++end;
        longest = std::max(longest, end - from);
    }
    return longest;
}

bool is_year_at(std::string_view text, std::size_t from) {
    const auto year = text.substr(from, 4);
    return year.size() == 4 && (year.starts_with("19") || year.starts_with("20")) &&
           std::ranges::all_of(year, [](char c) { return c >= '0' && c <= '9'; });
}

// The shortest text of which this one is nothing but repetitions, the last one perhaps cut off.
std::string_view period_of(std::string_view text) {
    std::vector<std::size_t> border(text.size() + 1, 0);
    for (std::size_t i = 1, length = 0; i < text.size(); ++i) {
        while (length > 0 && text[i] != text[length]) length = border[length];
        if (text[i] == text[length]) ++length;
        border[i + 1] = length;
    }
    const auto period = text.size() - border[text.size()];
    return period * 2 <= text.size() ? text.substr(0, period) : text;
}

struct Pieces {
    std::string_view text;   // in lower case
    std::string_view plain;  // the same without disguise
    const OwnWords& own;

    bool is_word(std::size_t from, std::size_t length) const {
        for (const auto shown : {text, plain}) {
            const auto word = shown.substr(from, length);
            if (common_words().contains(word) || own.contains(word)) return true;
        }
        return false;
    }

    // The cheapest way to put the text together out of pieces and single characters.
    std::size_t worth() const {
        std::vector<std::size_t> best(text.size() + 1, text.size());
        best[0] = 0;
        for (std::size_t from = 0; from < text.size(); ++from) {
            const bool begins = (static_cast<unsigned char>(text[from]) & 0xC0U) != 0x80;
            const auto offer = [&](std::size_t length, std::size_t price) {
                auto& known = best[from + length];
                known = std::min(known, best[from] + price);
            };
            offer(1, begins ? 1 : 0);
            const auto rest = std::min(text.size() - from, word_length_max);
            for (auto length = word_length_min; length <= rest; ++length) {
                if (is_word(from, length)) offer(length, piece_worth);
            }
            const auto run = run_at(text, from);
            for (auto length = run_length_min; length <= run; ++length) offer(length, piece_worth);
            if (is_year_at(text, from)) offer(4, piece_worth);
        }
        return best[text.size()];
    }
};

}  // namespace

std::optional<std::string> problem_in_password(std::string_view password) {
    if (!text::is_utf8(password)) return "must be UTF-8 text";
    if (password.size() > password_bytes_max) return "must be at most 1,024 bytes";
    if (text::length(password) < password_length_min) return "must be at least 12 characters";
    return std::nullopt;
}

std::size_t guessing_worth_of(std::string_view password, std::span<const std::string_view> own) {
    OwnWords own_words;
    for (const auto text : own) add_own_words(text, own_words);
    const auto folded = text::folded(password);
    const std::string once(period_of(folded));
    return Pieces{once, without_disguise(once), own_words}.worth();
}

std::optional<std::string> problem_in_password(std::string_view password,
                                               std::span<const std::string_view> own) {
    if (auto problem = problem_in_password(password)) return problem;
    if (guessing_worth_of(password, own) >= password_worth_min) return std::nullopt;
    return "is easy to guess: take words that have nothing to do with you or with each other";
}

}  // namespace cartulary
