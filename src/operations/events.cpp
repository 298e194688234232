#include "operations/events.h"

#include <algorithm>
#include <vector>

#include "operations/event_subject.h"
#include "operations/organization_access.h"
#include "store/events.h"

namespace cartulary {

namespace {

EventTold told(Event event, const OrganizationId& organization) {
    auto subject = subject_of(event);
    return {std::move(event), organization, std::move(subject)};
}

// The events of an organization from one sequence number down to another, as texts.
struct Span {
    std::int32_t organization;
    std::int64_t newest;
    std::vector<BoundedCache::Text> texts;  // newest first; null: to be made

    BoundedCache::Key key(std::size_t index) const {
        return {organization, newest - static_cast<std::int64_t>(index)};
    }
};

Span recalled(std::int32_t organization, std::int64_t total, const Slice& slice,
              BoundedCache& rendered) {
    Span span{organization, total - slice.offset, {}};
    const auto count = std::clamp<std::int64_t>(span.newest, 0, slice.count);
    for (std::size_t i = 0; i < static_cast<std::size_t>(count); ++i) {
        span.texts.push_back(rendered.find(span.key(i)));
    }
    return span;
}

// One look-up from the newest that is missing to the oldest: most often all of a page, or the few
// that happened since.
std::vector<Event> missing_in(Transaction& transaction, const Span& span) {
    const auto first = std::ranges::find(span.texts, nullptr) - span.texts.begin();
    const auto from_end =
        std::ranges::find(span.texts.rbegin(), span.texts.rend(), nullptr) - span.texts.rbegin();
    const auto count = std::ssize(span.texts) - from_end - first;
    if (count <= 0) return {};
    return events::list(transaction, span.organization, span.newest - first,
                        static_cast<int>(count));
}

}  // namespace

Result<Page<BoundedCache::Text>> Events::list(const Caller& caller,
                                              const OrganizationId& organization,
                                              const Slice& slice, BoundedCache& rendered,
                                              const Render& render) {
    Page<BoundedCache::Text> page;
    Span span;
    auto missing =
        registry_.store.read([&](Transaction& transaction) -> Result<std::vector<Event>> {
            const auto number =
                TRY(number_within(transaction, caller, organization, Reach::granted, Right::read));
            page.total = events::count(transaction, number);
            span = recalled(number, page.total, slice, rendered);
            return missing_in(transaction, span);
        });
    if (!missing) return tl::unexpected(std::move(missing).error());
    for (auto& event : *missing) {
        const auto index = static_cast<std::size_t>(span.newest - event.sequence);
        if (span.texts.at(index)) continue;
        auto text =
            std::make_shared<const std::string>(render(told(std::move(event), organization)));
        rendered.put(span.key(index), text);
        span.texts[index] = std::move(text);
    }
    page.items = std::move(span.texts);
    return page;
}

Result<EventTold> Events::get(const Caller& caller, const OrganizationId& organization,
                              const Uuid& id) {
    return registry_.store.read([&](Transaction& transaction) -> Result<EventTold> {
        const auto number =
            TRY(number_within(transaction, caller, organization, Reach::granted, Right::read));
        auto event = events::find(transaction, number, id);
        if (!event) {
            return fail(ErrorKind::not_found, "the organization has no event with this id");
        }
        return told(*std::move(event), organization);
    });
}

}  // namespace cartulary
