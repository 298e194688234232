#pragma once

#include <chrono>
#include <cstdint>
#include <ostream>
#include <string>

namespace cartulary::import {

// A bar on one line of a terminal that is drawn anew a few times a second and wiped at the end.
class Progress {
public:
    // Draws nothing when `terminal` is null.
    Progress(std::ostream* terminal, std::uint64_t total) : terminal_(terminal), total_(total) {}
    ~Progress() { wipe(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void show(std::uint64_t done, std::uint64_t refused);
    void wipe();

private:
    std::ostream* terminal_;
    std::uint64_t total_;
    std::chrono::steady_clock::time_point next_;
    bool is_drawn_ = false;
};

// "[#####     ]  50 %  3128 of 6256, 66 refused"
std::string progress_line(std::uint64_t done, std::uint64_t total, std::uint64_t refused);

}  // namespace cartulary::import
