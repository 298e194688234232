#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ctdl/templates/table.h"
#include "domain/bulk_upload.h"
#include "domain/organization.h"
#include "operations/registry.h"
#include "store/store.h"

namespace cartulary {

// One row of an uploaded table, as it is taken in.
struct BulkRowTaken {
    BulkRow row;
    ctdl::templates::RowSaid said = {};
    std::size_t bytes = 0;  // of its cells
};

// Which thing each row of a table is about: known by its CTID, or by the organization's own
// identifier. Keeps both of every thing in memory, and nothing else of them.
class BulkIdentities {
public:
    // All of it outlives this.
    BulkIdentities(const Registry& registry, const Organization& organization,
                   const ctdl::templates::Heading& heading);

    // Gives each row its thing, or the problem why it has none.
    void assign(std::span<BulkRowTaken> rows);

    struct Thing {
        Uuid id;                // of its draft
        std::size_t rows = 0;   // that are taken
        std::size_t bytes = 0;  // of their cells
        bool is_over = false;   // more was said of it than is taken
    };
    const std::vector<Thing>& things() const { return things_; }

    // Of a thing of this table, by its own identifier.
    std::optional<Uuid> find(const std::string& external_identifier) const;

    // Of one thing; a row beyond belongs to none.
    static constexpr std::size_t thing_rows_max = 1'000;
    static constexpr std::size_t thing_bytes_max = std::size_t{1} << 20;

private:
    struct UuidHash {
        std::size_t operator()(const Uuid& id) const;
    };

    // What there is already that some rows may be about.
    struct Known {
        struct Draft {
            std::string kind;
            std::string external_identifier;
        };
        std::unordered_map<Uuid, Draft, UuidHash> drafts;
        std::unordered_map<std::string, Uuid> by_identifier;  // of the same kind
        std::unordered_map<Uuid, Error, UuidHash> taken;      // nobody here may use it
    };
    Known known_of(Transaction& transaction, std::span<const BulkRowTaken> rows) const;

    void assign(const Known& known, BulkRowTaken& row);
    Result<Uuid> id_of(const Known& known, const ctdl::templates::RowSaid& said) const;
    Result<Uuid> id_by_ctid(const Known& known, const ctdl::templates::RowSaid& said) const;
    void refuse(BulkRowTaken& row, const Error& error) const;

    const Registry& registry_;
    const Organization& organization_;
    const ctdl::templates::Heading& heading_;
    std::string_view kind_;
    std::vector<Thing> things_;
    std::unordered_map<Uuid, std::int64_t, UuidHash> numbers_;
    std::unordered_map<std::string, Uuid> by_identifier_;
};

}  // namespace cartulary
