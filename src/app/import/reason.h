#pragma once

#include <span>
#include <string>
#include <string_view>

namespace cartulary::import {

// What a message of the accounts interface says of every row that has the problem, without this
// row's own values: "Error - Contacts[0].Email 'x' is no address" becomes
// "Contacts[].Email '…' is no address".
std::string general_reason(std::string_view message);

// The reason of an answer: its first error, else its first message, else `otherwise`.
std::string reason_among(std::span<const std::string> messages, std::string_view otherwise);

}  // namespace cartulary::import
