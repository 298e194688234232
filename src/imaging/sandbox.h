#pragma once

namespace cartulary::imaging {

// From here on this process can compute, take memory, read standard input, write standard output
// and end; any other call to the kernel ends it. Throws when that cannot be had.
void enter_sandbox();

}  // namespace cartulary::imaging
