#pragma once

#include <span>
#include <string_view>

namespace cartulary {

// What people choose most often, in lower case and in the order of its bytes: words of four and
// more characters, and everything known that has as many as a password needs. Made at build time
// by generate_frequent_passwords.py.
std::span<const std::string_view> frequent_passwords();

}  // namespace cartulary
