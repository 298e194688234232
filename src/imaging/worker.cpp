#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <exception>
#include <new>
#include <string>
#include <vector>

#include "imaging/decoding.h"
#include "imaging/encoding.h"
#include "imaging/fitting.h"
#include "imaging/picture_maker.h"
#include "imaging/sandbox.h"

namespace cartulary::imaging {

namespace {

// What was sent; of something too long, one byte more than may be.
std::vector<std::uint8_t> read_source() {
    std::vector<std::uint8_t> source(picture_bytes_max + 1);
    std::size_t size = 0;
    while (size < source.size()) {
        const auto count = ::read(STDIN_FILENO, source.data() + size, source.size() - size);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) break;
        size += static_cast<std::size_t>(count);
    }
    source.resize(size);
    return source;
}

bool write_answer(std::string_view answer) {
    while (!answer.empty()) {
        const auto count = ::write(STDOUT_FILENO, answer.data(), answer.size());
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return false;
        answer.remove_prefix(static_cast<std::size_t>(count));
    }
    return true;
}

std::string answer_to(Bytes source) {
    try {
        auto picture = decoded(source);
        if (!picture) return {static_cast<char>(picture.error())};
        const auto square = fitted_into_square(*std::move(picture), picture_side);
        return static_cast<char>(Outcome::made) + encoded_png(square);
    } catch (const std::bad_alloc&) {
        return {static_cast<char>(Outcome::too_costly)};
    }
}

}  // namespace

int run_worker() {
    try {
        enter_sandbox();
    } catch (const std::exception&) {
        return EXIT_FAILURE;  // without an answer, which the other side takes for what it is
    }
    const bool is_written = write_answer(answer_to(read_source()));
    // Not by way of main, at whose end others would want to clean up.
    ::_exit(is_written ? EXIT_SUCCESS : EXIT_FAILURE);
}

}  // namespace cartulary::imaging
