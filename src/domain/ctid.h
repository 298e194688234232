#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/uuid.h"

namespace cartulary {

// A Credential Transparency Identifier: "ce-" and a UUID, in lower case.
class Ctid {
public:
    // Accepts either case; nothing for any other text.
    static std::optional<Ctid> parse(std::string_view text);

    Ctid() = default;  // nobody's
    explicit Ctid(const Uuid& uuid) : uuid_(uuid) {}

    const Uuid& uuid() const { return uuid_; }
    std::string text() const { return "ce-" + uuid_.text(); }

    // As the handbook wants it (version 4); others are taken with a warning.
    bool is_random() const { return uuid_.version() == 4; }

    auto operator<=>(const Ctid&) const = default;

private:
    Uuid uuid_;
};

// What is wrong with a text that Ctid::parse does not take.
inline constexpr std::string_view ctid_problem =
    "must be \"ce-\" and a UUID, for example ce-3f2504e0-4f89-41d3-9a0c-0305e82c3301";

// What an organization is known by for ever. Its CTID is made of the same UUID.
class OrganizationId {
public:
    OrganizationId() = default;  // nobody
    explicit OrganizationId(const Uuid& uuid) : uuid_(uuid) {}

    static std::optional<OrganizationId> parse(std::string_view uuid);
    static std::optional<OrganizationId> from_ctid(std::string_view ctid);

    const Uuid& uuid() const { return uuid_; }
    std::string text() const { return uuid_.text(); }
    std::string ctid() const { return Ctid(uuid_).text(); }

    auto operator<=>(const OrganizationId&) const = default;

private:
    Uuid uuid_;
};

}  // namespace cartulary
