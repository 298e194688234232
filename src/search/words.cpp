#include "search/words.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

#include "search/folding.h"

namespace cartulary::search {

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Of a folded text: everything beyond ASCII that is left belongs to words.
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool belongs_to_word(char c) {
    return is_letter(c) || is_digit(c);
}

bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Where a word that is too long is cut.
std::size_t end_of_characters(std::string_view word, std::size_t count) {
    std::size_t at = 0;
    for (; at < word.size(); ++at) {
        if (continues_character(word[at])) continue;
        if (count == 0) break;
        --count;
    }
    return at;
}

std::size_t characters(std::string_view word) {
    std::size_t count = 0;
    for (const char c : word) count += continues_character(c) ? 0 : 1;
    return count;
}

// How words of a script are told apart where they stand without spaces.
enum class Parting { none, by_dictionary, in_pairs };

Parting parting_of(UChar32 character) {
    constexpr UChar32 first_without_spaces = 0xE00;
    if (character < first_without_spaces) return Parting::none;
    UErrorCode status = U_ZERO_ERROR;
    switch (uscript_getScript(character, &status)) {
        case USCRIPT_HAN: return Parting::in_pairs;
        case USCRIPT_HIRAGANA:
        case USCRIPT_KATAKANA:
        case USCRIPT_THAI:
        case USCRIPT_LAO:
        case USCRIPT_KHMER:
        case USCRIPT_MYANMAR: return Parting::by_dictionary;
        default: return Parting::none;
    }
}

icu::BreakIterator& word_breaks() {
    thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
        UErrorCode status = U_ZERO_ERROR;
        std::unique_ptr<icu::BreakIterator> made(
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status));
        if (U_FAILURE(status)) throw std::runtime_error(u_errorName(status));
        return made;
    }();
    return *breaks;  // NOLINT(clang-analyzer-cplusplus.NewDelete): kept as long as its thread
}

// Reads a folded text from its beginning to its end.
class Reader {
public:
    explicit Reader(std::string_view folded) : text_(folded) {}

    std::vector<std::string> words() {
        while (at_ < text_.size()) {
            if (belongs_to_word(text_[at_])) {
                read_word();
            } else {
                // "Arts & Sciences" and "Arts and Sciences" are the same, and so is "A&M".
                if (text_[at_] == '&' && !words_.empty() && more_follows()) add("and");
                ++at_;
            }
        }
        return std::move(words_);
    }

private:
    char ahead(std::size_t count = 0) const {
        return at_ + count < text_.size() ? text_[at_ + count] : ' ';
    }

    bool more_follows() const {
        for (std::size_t at = at_; at < text_.size(); ++at) {
            if (belongs_to_word(text_[at])) return true;
            if (text_[at] == '&' && at > at_) return false;
        }
        return false;
    }

    void read_word() {
        auto word = dotted();
        if (word.empty()) word = plain();
        if (word.empty()) return;
        const bool single = characters(word) == 1 && is_letter(word.front());
        if (single && ahead() == '#' && !belongs_to_word(ahead(1))) {
            word += "sharp";
        } else if (ahead() == '+' && ahead(1) == '+' && !belongs_to_word(ahead(2))) {
            word += "plusplus";
        }
        const bool graded = ahead() == '+' && !belongs_to_word(ahead(1)) && ahead(1) != '+';
        add_parted(word);
        if (graded) add("plus");  // "Security+"
    }

    // Letters and digits from here on, apostrophes among them left out.
    std::string plain() {
        std::string word;
        for (; at_ < text_.size(); ++at_) {
            const char c = text_[at_];
            if (belongs_to_word(c)) {
                word += c;
            } else if (!joins(c)) {
                break;
            }
        }
        return word;
    }

    // An apostrophe between letters; also a double one within Hebrew, where it marks initials.
    bool joins(char c) const {
        if (c == '\'') return belongs_to_word(ahead(1));
        if (c != '"' || at_ == 0) return false;
        const auto is_hebrew = [](char lead) { return lead == '\xD7'; };
        return is_hebrew(ahead(1)) && at_ >= 2 && is_hebrew(text_[at_ - 2]);
    }

    // "U.S.A.", "Ph.D.", "e.V.": letters with dots between them, at most two at a time, of which
    // some stand alone. Empty, where it is something else.
    std::string dotted() {
        constexpr int pieces_max =
            12;  // so that a long row is not read again from each of its dots
        std::string word;
        bool any_alone = false;
        int pieces = 0;
        std::size_t at = at_;
        for (;;) {
            const auto begin = at;
            while (at < text_.size() && is_letter(text_[at])) ++at;
            const auto letters = characters(text_.substr(begin, at - begin));
            if (letters == 0) break;
            if (letters > 2 || pieces == pieces_max) return {};
            if (at < text_.size() && is_digit(text_[at])) return {};
            any_alone = any_alone || letters == 1;
            word += text_.substr(begin, at - begin);
            ++pieces;
            if (at == text_.size() || text_[at] != '.') break;
            ++at;
        }
        if (pieces < 2 || !any_alone || (at < text_.size() && belongs_to_word(text_[at])))
            return {};
        at_ = at;
        return word;
    }

    void add(std::string_view word) {
        words_.emplace_back(word.substr(0, end_of_characters(word, word_length_max)));
    }

    // Parts what is written without spaces.
    void add_parted(const std::string& word) {
        constexpr unsigned char first_lead = 0xE0;  // of all such scripts
        bool without_spaces = false;
        for (const char c : word) {
            without_spaces = without_spaces || static_cast<unsigned char>(c) >= first_lead;
        }
        if (!without_spaces) return add(word);
        const auto unicode = icu::UnicodeString::fromUTF8(word);
        for (std::int32_t begin = 0; begin < unicode.length();) {
            const bool pairs = parting_of(unicode.char32At(begin)) == Parting::in_pairs;
            auto end = begin;
            bool dictionary = false;
            for (; end < unicode.length(); end = unicode.moveIndex32(end, 1)) {
                const auto parting = parting_of(unicode.char32At(end));
                if ((parting == Parting::in_pairs) != pairs) break;
                dictionary = dictionary || parting == Parting::by_dictionary;
            }
            const auto run = unicode.tempSubStringBetween(begin, end);
            if (pairs) {
                add_pairs(run);
            } else if (dictionary) {
                add_by_dictionary(run);
            } else {
                add_part(run, 0, run.length());
            }
            begin = end;
        }
    }

    void add_part(const icu::UnicodeString& run, std::int32_t begin, std::int32_t end) {
        std::string part;
        run.tempSubStringBetween(begin, end).toUTF8String(part);
        add(part);
    }

    void add_pairs(const icu::UnicodeString& run) {
        if (run.countChar32() == 1) return add_part(run, 0, run.length());
        for (std::int32_t at = 0;; at = run.moveIndex32(at, 1)) {
            const auto end = run.moveIndex32(at, 2);
            add_part(run, at, end);
            if (end == run.length()) return;
        }
    }

    void add_by_dictionary(const icu::UnicodeString& run) {
        auto& breaks = word_breaks();
        breaks.setText(run);
        for (auto begin = breaks.first(), end = breaks.next(); end != icu::BreakIterator::DONE;
             begin = end, end = breaks.next()) {
            add_part(run, begin, end);
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<std::string> words_;
};

}  // namespace

std::vector<std::string> words_of(std::string_view text) {
    const auto letters = folded(text);
    return Reader(letters).words();
}

std::string folded_words(std::string_view text) {
    std::string folded;
    for (const auto& word : words_of(text)) {
        if (!folded.empty()) folded += ' ';
        folded += word;
    }
    return folded;
}

}  // namespace cartulary::search
