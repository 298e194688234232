#include "app/import/progress.h"

#include <algorithm>

namespace cartulary::import {
namespace {

constexpr std::uint64_t bar_cells = 30;
constexpr std::chrono::milliseconds between_drawings{100};
constexpr const char* wipe_line = "\r\033[K";

}  // namespace

std::string progress_line(std::uint64_t done, std::uint64_t total, std::uint64_t refused) {
    const auto whole = std::max<std::uint64_t>(total, 1);
    const auto reached = std::min(done, whole);
    const auto cells = static_cast<std::size_t>(reached * bar_cells / whole);
    auto line = "[" + std::string(cells, '#') + std::string(bar_cells - cells, ' ') + "] ";
    const auto percent = std::to_string(reached * 100 / whole);
    line += std::string(3 - percent.size(), ' ') + percent + " %  " + std::to_string(done) +
            " of " + std::to_string(total);
    if (refused > 0) line += ", " + std::to_string(refused) + " refused";
    return line;
}

void Progress::show(std::uint64_t done, std::uint64_t refused) {
    if (terminal_ == nullptr) return;
    const auto now = std::chrono::steady_clock::now();
    if (now < next_) return;
    next_ = now + between_drawings;
    is_drawn_ = true;
    *terminal_ << wipe_line << progress_line(done, total_, refused) << std::flush;
}

void Progress::wipe() {
    if (is_drawn_) *terminal_ << wipe_line << std::flush;
    is_drawn_ = false;
}

}  // namespace cartulary::import
