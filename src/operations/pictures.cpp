#include "operations/pictures.h"

#include "operations/organization_access.h"

namespace cartulary {

namespace {

constexpr std::chrono::days unused_kept{1};

}  // namespace

Result<Uuid> Pictures::add_from(const Caller& caller, const OrganizationId& organization,
                                const std::string& url) {
    TRY(require_writer(caller, organization));
    return add(caller, organization, TRY(source_.fetch(url)));
}

Result<Uuid> Pictures::add(const Caller& caller, const OrganizationId& organization,
                           std::string_view bytes) {
    TRY(require_writer(caller, organization));
    auto png = TRY(source_.png_of(bytes));
    pictures::Picture picture{.id = Uuid::random(registry_.randomness),
                              .organization = 0,
                              .media_type = "image/png",
                              .bytes = std::move(png),
                              .created_at = registry_.now()};
    return registry_.store.write([&](Transaction& transaction) -> Result<Uuid> {
        picture.organization =
            TRY(number_within(transaction, caller, organization, Reach::granted, Right::write));
        pictures::insert(transaction, picture);
        return picture.id;
    });
}

// Asked before the dear part of the work, which no transaction waits for.
Result<void> Pictures::require_writer(const Caller& caller, const OrganizationId& organization) {
    return registry_.store.read([&](Transaction& transaction) -> Result<void> {
        TRY(number_within(transaction, caller, organization, Reach::granted, Right::write));
        return {};
    });
}

std::optional<pictures::Picture> Pictures::find(const Uuid& id) {
    return registry_.store.read(
        [&](Transaction& transaction) { return pictures::find(transaction, id); });
}

void Pictures::forget_unused() {
    registry_.store.write([&](Transaction& transaction) -> Result<void> {
        pictures::forget_unused(transaction, registry_.now() - unused_kept);
        return {};
    });
}

}  // namespace cartulary
