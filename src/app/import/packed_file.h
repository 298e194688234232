#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>

#include "domain/checked.h"

namespace cartulary::import {

// A file that is read from its beginning to its end, unpacked where it is packed by gzip, in
// whatever number of members.
class PackedFile {
public:
    // Problem: it cannot be opened. Goes on after the file's name.
    static Checked<PackedFile> open(const std::filesystem::path& path);
    PackedFile(PackedFile&&) noexcept;
    PackedFile& operator=(PackedFile&&) noexcept;
    ~PackedFile();

    // The next bytes, at most `size`; 0 after the last. Problem: it cannot be read or unpacked.
    Checked<std::size_t> read(char* bytes, std::size_t size);

    // Of the file as it lies there.
    std::uint64_t bytes() const;
    std::uint64_t bytes_read() const;

private:
    struct State;
    explicit PackedFile(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace cartulary::import
