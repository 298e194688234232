#include "app/commands/backup.h"

#include "app/commands/registry_commands.h"
#include "base/json.h"
#include "store/sqlite/backup_file.h"

namespace cartulary::commands {

namespace {

namespace fs = std::filesystem;

// What belongs to a registry beside its database, by its path in the data directory.
sqlite::Files files_of(const DataFolder& folder) {
    sqlite::Files files;
    for (const auto& entry : fs::directory_iterator(folder.keys())) {
        if (!entry.is_regular_file()) continue;
        files[fs::relative(entry.path(), folder.path()).string()] = read_file(entry.path());
    }
    return files;
}

// A backup names files of keys/ and no others, whoever made it.
bool is_ours(const fs::path& name) {
    return std::distance(name.begin(), name.end()) == 2 && *name.begin() == "keys" &&
           name.filename() != ".." && name.filename() != ".";
}

void put_in_place(const DataFolder& folder, const fs::path& copy) {
    const auto files = sqlite::take_files(copy);
    for (const auto& [name, content] : files) {
        if (!is_ours(name)) throw DatabaseError("it holds a file " + name);
    }
    for (const auto& [name, content] : files) write_file(folder.path() / name, content);
    fs::rename(copy, folder.database());
}

Outcome done(const fs::path& file, const std::string& what, bool as_json) {
    json::Writer writer;
    writer.begin_object().member("file", file.string()).end_object();
    return {.out = (as_json ? writer.take() : what + " " + file.string()) + "\n"};
}

}  // namespace

Outcome back_up(const Target& target, const fs::path& file) {
    if (fs::exists(file)) {
        return {.status = 1, .err = file.string() + " is there already; name a new file"};
    }
    auto unfinished = file;
    unfinished += ".unfinished";
    fs::remove(unfinished);
    if (const auto copied = target.registry.store.copy_to(unfinished); !copied) {
        return refused(copied.error());
    }
    sqlite::put_files(unfinished, files_of(target.folder));
    fs::rename(unfinished, file);
    return done(file, "backed up to", target.json);
}

Outcome restore(const DataFolder& folder, const fs::path& file, bool json) try {
    if (fs::exists(folder.database())) {
        return {.status = 1,
                .err = folder.path().string() +
                       " holds a registry already: restore into an empty data directory, or "
                       "move that one away"};
    }
    const auto copy = folder.path() / "restoring.db";
    fs::remove(copy);
    write_file(copy, read_file(file));
    put_in_place(folder, copy);
    return done(file, "restored from", json);
} catch (const std::exception& error) {
    return {.status = 1, .err = file.string() + " is no backup that can be read: " + error.what()};
}

}  // namespace cartulary::commands
