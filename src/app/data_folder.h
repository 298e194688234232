#pragma once

#include <filesystem>
#include <optional>
#include <string>

#include "base/result.h"

namespace cartulary {

// The folder that holds all that a registry keeps beside its database, and SQLite's database
// itself: cartulary.db, keys/, mail/. Only its owner may look into it.
class DataFolder {
public:
    // Made when it is not there. Throws when it cannot be.
    explicit DataFolder(const std::filesystem::path& path);

    const std::filesystem::path& path() const { return path_; }
    std::filesystem::path database() const { return path_ / "cartulary.db"; }
    std::filesystem::path keys() const { return path_ / "keys"; }
    std::filesystem::path vault_key() const { return keys() / "vault.key"; }
    std::filesystem::path mail() const { return path_ / "mail"; }
    std::filesystem::path control_socket() const { return path_ / "control.sock"; }
    std::filesystem::path address_file() const { return path_ / "address"; }

private:
    std::filesystem::path path_;
};

// Held by the one process that may write to the folder; gone with the process, however it ends.
class DataLock {
public:
    // Nothing when another process holds it.
    static std::optional<DataLock> take(const DataFolder& folder);
    ~DataLock();
    DataLock(DataLock&& other) noexcept;
    DataLock& operator=(DataLock&&) = delete;

private:
    explicit DataLock(int descriptor) : descriptor_(descriptor) {}
    int descriptor_;
};

// Written under another name first, so that nobody reads a half of it. Mode 0600.
void write_file(const std::filesystem::path& file, std::string_view content);
std::string read_file(const std::filesystem::path& file);

}  // namespace cartulary
