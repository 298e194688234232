#include "app/import/tally.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <vector>

#include "base/json.h"

namespace cartulary::import {
namespace {

constexpr int label_width = 12;
constexpr int count_width = 8;

void print_count(std::ostream& out, std::string_view label, std::uint64_t count) {
    out << std::left << std::setw(label_width) << label << std::right << std::setw(count_width)
        << count << '\n';
}

struct Line {
    std::uint64_t count;
    std::string text;
};

// The most frequent first.
void print_lines(std::ostream& out, std::vector<Line> lines) {
    std::stable_sort(lines.begin(), lines.end(),
                     [](const Line& a, const Line& b) { return a.count > b.count; });
    for (const auto& line : lines) {
        out << std::setw(label_width + count_width) << line.count << "  " << line.text << '\n';
    }
}

double rounded_to_milliseconds(double seconds) {
    return std::round(seconds * 1000) / 1000;
}

}  // namespace

void Tally::refuse(const std::string& reason, const std::string& row) {
    ++refused_;
    auto& refused = reasons_[reason];
    if (refused.count++ == 0) refused.example = row;
}

void Tally::repair(const Repairs& repairs) {
    for (const auto& repaired : repairs) ++repairs_[repaired];
}

bool Tally::refused_only_for(std::string_view reason) const {
    return std::all_of(reasons_.begin(), reasons_.end(),
                       [&](const auto& refused) { return refused.first == reason; });
}

void Tally::print_table(std::ostream& out, double seconds) const {
    print_count(out, "read", read());
    print_count(out, "accepted", accepted_);
    print_count(out, "refused", refused_);
    std::vector<Line> lines;
    for (const auto& [reason, refused] : reasons_) {
        lines.push_back({refused.count, reason + " (as row " + refused.example + ")"});
    }
    print_lines(out, std::move(lines));
    if (!repairs_.empty()) {
        out << "repaired\n";
        lines.clear();
        for (const auto& [repaired, count] : repairs_) lines.push_back({count, repaired});
        print_lines(out, std::move(lines));
    }
    const auto before = out.flags();
    out << std::fixed << std::setprecision(3) << std::left << std::setw(label_width) << "seconds"
        << std::right << std::setw(count_width) << seconds << '\n';
    out.flags(before);
    const auto rate = seconds > 0 ? static_cast<double>(read()) / seconds : 0.0;
    print_count(out, "per second", static_cast<std::uint64_t>(std::llround(rate)));
}

void Tally::print_json(std::ostream& out, double seconds) const {
    json::Writer writer;
    writer.begin_object()
        .member("read", read())
        .member("accepted", accepted_)
        .member("refused", refused_)
        .key("reasons")
        .begin_object();
    for (const auto& [reason, refused] : reasons_) writer.member(reason, refused.count);
    writer.end_object().member("seconds", rounded_to_milliseconds(seconds));
    writer.key("repaired").begin_object();
    for (const auto& [repaired, count] : repairs_) writer.member(repaired, count);
    out << writer.end_object().end_object().take() << '\n';
}

}  // namespace cartulary::import
