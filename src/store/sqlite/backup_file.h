#pragma once

#include <filesystem>
#include <map>
#include <string>

// The files that a backup holds beside the database: kept in a table of the copy, so that a
// backup is one file.
namespace cartulary::sqlite {

using Files = std::map<std::string, std::string>;  // name → content

void put_files(const std::filesystem::path& backup, const Files& files);

// Takes them out, and leaves a database like any other. Throws DatabaseError when the file is no
// backup.
Files take_files(const std::filesystem::path& backup);

}  // namespace cartulary::sqlite
