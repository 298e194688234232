#include "app/import/packed_file.h"

#include <zlib.h>

#include <array>
#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>

namespace cartulary::import {

namespace {

constexpr std::size_t block_bytes = std::size_t{64} << 10;
constexpr int window_of_gzip = 15 + 16;  // as zlib wants it
constexpr auto broken = "is packed by gzip, and broken";

}  // namespace

struct PackedFile::State {
    State() = default;
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (is_packed) ::inflateEnd(&stream);
    }

    std::ifstream file;
    std::uint64_t bytes = 0;
    std::uint64_t bytes_read = 0;
    std::array<char, block_bytes> block = {};
    bool is_packed = false;
    bool between_members = false;
    z_stream stream = {};

    Checked<std::size_t> read_block(char* into, std::size_t size) {
        file.read(into, static_cast<std::streamsize>(size));
        if (file.bad()) {
            return problem("cannot be read: " + std::generic_category().message(errno));
        }
        const auto count = static_cast<std::size_t>(file.gcount());
        bytes_read += count;
        return count;
    }

    // False at the end of the file.
    Checked<bool> fill() {
        if (stream.avail_in > 0) return true;
        const auto count = read_block(block.data(), block.size());
        if (!count) return problem(count.error());
        stream.next_in = reinterpret_cast<Bytef*>(block.data());
        stream.avail_in = static_cast<uInt>(*count);
        return *count > 0;
    }

    Checked<std::size_t> unpack(char* into, std::size_t size) {
        stream.next_out = reinterpret_cast<Bytef*>(into);
        stream.avail_out = static_cast<uInt>(size);
        while (stream.avail_out == size) {
            const auto more = fill();
            if (!more) return problem(more.error());
            if (!*more && between_members) break;
            if (!*more) return problem(std::string(broken) + ": it ends too early");
            between_members = false;
            const auto result = ::inflate(&stream, Z_NO_FLUSH);
            if (result != Z_OK && result != Z_STREAM_END) return problem(broken);
            if (result == Z_STREAM_END) {
                between_members = true;
                ::inflateReset(&stream);
            }
        }
        return size - stream.avail_out;
    }
};

PackedFile::PackedFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
PackedFile::PackedFile(PackedFile&&) noexcept = default;
PackedFile& PackedFile::operator=(PackedFile&&) noexcept = default;
PackedFile::~PackedFile() = default;

Checked<PackedFile> PackedFile::open(const std::filesystem::path& path) {
    if (std::filesystem::is_directory(path)) return problem("is a folder");
    auto state = std::make_unique<State>();
    state->file.open(path, std::ios::binary);
    if (!state->file) {
        return problem("cannot be opened: " + std::generic_category().message(errno));
    }
    std::error_code unknown;  // of a pipe there is no size
    const auto bytes = std::filesystem::file_size(path, unknown);
    state->bytes = unknown ? 0 : bytes;
    const bool is_gzip = state->file.get() == 0x1F && state->file.get() == 0x8B;
    state->file.clear();
    state->file.seekg(0);
    if (is_gzip) {
        if (::inflateInit2(&state->stream, window_of_gzip) != Z_OK) {
            throw std::runtime_error("zlib has no memory");
        }
        state->is_packed = true;
    }
    return PackedFile(std::move(state));
}

Checked<std::size_t> PackedFile::read(char* bytes, std::size_t size) {
    return state_->is_packed ? state_->unpack(bytes, size) : state_->read_block(bytes, size);
}

std::uint64_t PackedFile::bytes() const {
    return state_->bytes;
}

std::uint64_t PackedFile::bytes_read() const {
    return state_->bytes_read;
}

}  // namespace cartulary::import
