#include "dialects/litmos/dates.h"

#include <algorithm>
#include <charconv>

namespace cartulary::litmos {

namespace {

constexpr std::size_t text_bytes_max = 40;

// Takes apart a text from its beginning; once it is not as expected it stays so.
class Reader {
public:
    explicit Reader(std::string_view text) : text_(text) {}

    int digits(std::size_t count, int least, int most) {
        int number = 0;
        const auto* end = text_.data() + std::min(count, text_.size());
        const bool begins_well = !text_.empty() && text_.front() >= '0' && text_.front() <= '9';
        const auto [stop, error] = std::from_chars(text_.data(), end, number);
        good_ = good_ && begins_well && error == std::errc() && stop == end &&
                text_.size() >= count && number >= least && number <= most;
        text_.remove_prefix(std::min(count, text_.size()));
        return number;
    }
    bool take(std::string_view one_of) {
        if (text_.empty() || one_of.find(text_.front()) == std::string_view::npos) return false;
        text_.remove_prefix(1);
        return true;
    }
    void expect(std::string_view one_of) { good_ = take(one_of) && good_; }
    void drop_digits() {
        const auto rest = text_.find_first_not_of("0123456789");
        good_ = good_ && rest != 0 && !text_.empty();
        text_.remove_prefix(std::min(rest, text_.size()));
    }
    char front() const { return text_.empty() ? '\0' : text_.front(); }
    bool ended_well() const { return good_ && text_.empty(); }
    bool at_end() const { return text_.empty(); }

private:
    std::string_view text_;
    bool good_ = true;
};

std::chrono::minutes offset_in(Reader& reader) {
    if (reader.at_end() || reader.take("Zz")) return {};
    const bool west = reader.front() == '-';
    reader.expect("+-");
    const int hours = reader.digits(2, 0, 14);
    reader.take(":");
    const int minutes = reader.digits(2, 0, 59);
    const std::chrono::minutes offset = std::chrono::hours(hours) + std::chrono::minutes(minutes);
    return west ? -offset : offset;
}

std::chrono::seconds time_of_day_in(Reader& reader) {
    reader.expect("Tt ");
    const int hours = reader.digits(2, 0, 23);
    reader.expect(":");
    const int minutes = reader.digits(2, 0, 59);
    int seconds = 0;
    if (reader.take(":")) seconds = reader.digits(2, 0, 59);
    if (reader.take(".")) reader.drop_digits();
    return std::chrono::hours(hours) + std::chrono::minutes(minutes) +
           std::chrono::seconds(seconds) - offset_in(reader);
}

}  // namespace

std::string date_text(Timestamp time) {
    constexpr std::size_t until_seconds = 19;
    return iso_8601(time).substr(0, until_seconds) + 'Z';
}

Checked<Timestamp> parse_date(std::string_view text) {
    const auto none = [] { return problem("must be a date like 2014-04-01T14:41:00Z"); };
    if (text.size() > text_bytes_max) return none();
    Reader reader(text);
    const std::chrono::year year(reader.digits(4, 1, 9999));
    reader.expect("-");
    const std::chrono::month month(static_cast<unsigned>(reader.digits(2, 1, 12)));
    reader.expect("-");
    const std::chrono::day day(static_cast<unsigned>(reader.digits(2, 1, 31)));
    std::chrono::seconds time_of_day{};
    if (!reader.at_end()) time_of_day = time_of_day_in(reader);
    const std::chrono::year_month_day date(year, month, day);
    if (!reader.ended_well() || !date.ok()) return none();
    const Timestamp parsed = std::chrono::sys_days(date) + time_of_day;
    // An offset may lead out of the years that can be written.
    const std::chrono::year_month_day in_utc(std::chrono::floor<std::chrono::days>(parsed));
    if (in_utc.year() < std::chrono::year(1) || in_utc.year() > std::chrono::year(9999)) {
        return none();
    }
    return parsed;
}

}  // namespace cartulary::litmos
