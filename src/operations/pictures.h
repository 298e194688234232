#pragma once

#include <functional>
#include <optional>
#include <semaphore>
#include <string>
#include <string_view>

#include "operations/caller.h"
#include "operations/registry.h"
#include "store/pictures.h"

namespace cartulary {

// Where pictures come from and what makes them harmless; the problems they tell have the field
// "picture".
struct PictureSource {
    std::function<Result<std::string>(const std::string& url)> fetch;
    std::function<Result<std::string>(std::string_view bytes)> png_of;
};

// That are fetched or decoded at a time in this process: a slow address keeps nobody from writing.
inline constexpr int pictures_at_once_max = 8;

class Pictures {
public:
    Pictures(const Registry& registry, PictureSource source)
        : registry_(registry), source_(std::move(source)) {}

    // Fetches a picture from an address that the caller names, makes a PNG of it and stores that
    // for an organization that the caller may write to; gives its id. What nobody shows a day
    // later is dropped. forbidden; not_found; invalid, with the field "picture"; limited: others
    // are fetched already.
    Result<Uuid> add_from(const Caller& caller, const OrganizationId& organization,
                          const std::string& url);

    // The same of bytes that the caller sent.
    Result<Uuid> add(const Caller& caller, const OrganizationId& organization,
                     std::string_view bytes);

    // Everybody may see every picture whose id they know.
    std::optional<pictures::Picture> find(const Uuid& id);

    void forget_unused();

private:
    Result<Uuid> keep(const Caller& caller, const OrganizationId& organization, std::string png);
    Result<void> require_writer(const Caller& caller, const OrganizationId& organization);

    const Registry& registry_;
    PictureSource source_;
    std::counting_semaphore<> slots_{pictures_at_once_max};
};

}  // namespace cartulary
