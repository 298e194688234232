#include "app/outcome.h"

#include <iostream>

namespace cartulary {

int end_with(const Outcome& outcome) {
    std::cout << outcome.out << std::flush;
    if (!outcome.err.empty()) {
        std::cerr << outcome.err << (outcome.err.ends_with('\n') ? "" : "\n");
    }
    return outcome.status;
}

}  // namespace cartulary
