#pragma once

#include <cstdint>
#include <deque>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "app/import/json_pieces.h"
#include "app/import/packed_file.h"
#include "base/json.h"
#include "domain/checked.h"
#include "domain/ctid.h"
#include "domain/resource.h"

namespace cartulary::import {

// What a file says of one document.
struct CtdlItem {
    std::size_t line = 1;      // on which it begins
    std::size_t bytes = 0;     // of the text that it was read of
    json::Value payload = {};  // a node, or "@context" and "@graph"
    // What an envelope around it says.
    std::optional<OrganizationId> owner = {};
    ResourceOrigin origin = {};
    struct Deletion {
        std::optional<Ctid> ctid;
        std::optional<Timestamp> at;
    };
    std::optional<Deletion> deletion = {};  // it is no longer there; then there is no payload
    std::string problem = {};               // why there is none otherwise
};

// A file of linked data: documents and envelopes around them, in a list, on lines of their own, or
// one; packed by gzip or not. Read one after the other, without holding more.
class CtdlFile {
public:
    // Problem: it cannot be opened. Goes on after the file's name.
    static Checked<CtdlFile> open(const std::filesystem::path& path);

    // Nothing after the last. Problem: the file cannot be read on.
    Checked<std::optional<CtdlItem>> next();

    std::uint64_t bytes() const { return file_->bytes(); }
    std::uint64_t bytes_read() const { return file_->bytes_read(); }

private:
    explicit CtdlFile(PackedFile file);
    void read(JsonPiece piece);
    void read(CtdlItem item, const json::Value& value);

    std::unique_ptr<PackedFile> file_;  // where the pieces find it
    JsonPieces pieces_;
    std::deque<CtdlItem> items_;  // of the last piece
};

}  // namespace cartulary::import
