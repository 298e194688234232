#include "base/gzip.h"

// Input is only read.
#define ZLIB_CONST
#include <zlib.h>

#include <array>
#include <stdexcept>

namespace cartulary {

namespace {

constexpr int window_of_gzip = 15 + 16;  // as zlib wants it
constexpr int memory_level = 9;          // 256 KiB, the quickest
constexpr std::size_t block_bytes = std::size_t{64} << 10;
// zlib counts in 32 bits.
constexpr std::size_t input_bytes_max = std::size_t{1} << 30;

}  // namespace

struct Gzip::State {
    State() {
        if (::deflateInit2(&stream, level, Z_DEFLATED, window_of_gzip, memory_level,
                           Z_DEFAULT_STRATEGY) != Z_OK) {
            throw std::runtime_error("zlib has no memory");
        }
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() { ::deflateEnd(&stream); }

    // Until nothing more comes out of what was put in.
    void run(int flush, std::string& packed) {
        do {
            stream.next_out = reinterpret_cast<Bytef*>(block.data());
            stream.avail_out = static_cast<uInt>(block.size());
            ::deflate(&stream, flush);
            packed.append(block.data(), block.size() - stream.avail_out);
        } while (stream.avail_out == 0);
    }

    z_stream stream = {};
    std::array<char, block_bytes> block;
};

Gzip::Gzip() : state_(std::make_unique<State>()) {}
Gzip::~Gzip() = default;
Gzip::Gzip(Gzip&&) noexcept = default;
Gzip& Gzip::operator=(Gzip&&) noexcept = default;

std::string Gzip::pack(std::string_view piece) {
    std::string packed;
    while (!piece.empty()) {
        const auto part = piece.substr(0, input_bytes_max);
        piece.remove_prefix(part.size());
        state_->stream.next_in = reinterpret_cast<const Bytef*>(part.data());
        state_->stream.avail_in = static_cast<uInt>(part.size());
        state_->run(Z_NO_FLUSH, packed);
    }
    return packed;
}

std::string Gzip::end() {
    std::string packed;
    state_->stream.avail_in = 0;
    state_->run(Z_FINISH, packed);
    return packed;
}

}  // namespace cartulary
