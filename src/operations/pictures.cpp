#include "operations/pictures.h"

#include <memory>

#include "operations/organization_access.h"

namespace cartulary {

namespace {

constexpr std::chrono::days unused_kept{1};
constexpr std::chrono::seconds retry_after{10};  // as long as a fetch may last

// One of the few that may be at work.
class Slot {
public:
    static Result<Slot> take(std::counting_semaphore<>& slots) {
        if (slots.try_acquire()) return Slot(slots);
        return tl::unexpected(Error{ErrorKind::limited,
                                    "too many pictures are being fetched now; try again",
                                    {},
                                    retry_after});
    }

private:
    explicit Slot(std::counting_semaphore<>& slots)
        : slots_(&slots, [](auto* taken) { taken->release(); }) {}

    std::unique_ptr<std::counting_semaphore<>, void (*)(std::counting_semaphore<>*)> slots_;
};

}  // namespace

Result<Uuid> Pictures::add_from(const Caller& caller, const OrganizationId& organization,
                                const std::string& url) {
    TRY(require_writer(caller, organization));
    const auto slot = TRY(Slot::take(slots_));
    const auto bytes = TRY(source_.fetch(url));
    return keep(caller, organization, TRY(source_.png_of(bytes)));
}

Result<Uuid> Pictures::add(const Caller& caller, const OrganizationId& organization,
                           std::string_view bytes) {
    TRY(require_writer(caller, organization));
    const auto slot = TRY(Slot::take(slots_));
    return keep(caller, organization, TRY(source_.png_of(bytes)));
}

Result<Uuid> Pictures::keep(const Caller& caller, const OrganizationId& organization,
                            std::string png) {
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
