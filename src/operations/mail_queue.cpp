#include "operations/mail_queue.h"

#include "operations/staff_acts.h"
#include "operations/staff_organizations.h"

namespace cartulary {

namespace {

std::vector<MailKind> kinds_without_link() {
    std::vector<MailKind> kinds;
    for (int number = 0; number <= static_cast<int>(last_mail_kind); ++number) {
        const auto kind = static_cast<MailKind>(number);
        if (!needs_link(kind)) kinds.push_back(kind);
    }
    return kinds;
}

}  // namespace

Result<MailQueue::Listed> MailQueue::list(const Actor& actor, MailState state,
                                          const std::optional<Uuid>& after) {
    TRY(acting_as_staff(actor));
    return registry_.store.read([&](Transaction& transaction) -> Result<Listed> {
        Listed listed{mails::list(transaction, state, after, staff_page_count + 1)};
        listed.more = listed.mails.size() > staff_page_count;
        if (listed.more) listed.mails.pop_back();
        return listed;
    });
}

Result<void> MailQueue::requeue(const Actor& actor, const Uuid& mail) {
    TRY(acting_as_staff(actor));
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<void> {
        const auto found = mails::find(transaction, mail);
        if (!found) return fail(ErrorKind::not_found, "no mail has this id");
        if (needs_link(found->kind)) {
            return fail(ErrorKind::conflict,
                        "the link of this mail was erased when it was given up: whoever waits for "
                        "it has to ask for another one");
        }
        if (mails::requeue(transaction, mail, registry_.now()) == 0) {
            return fail(ErrorKind::conflict, "only a mail that was given up is sent again");
        }
        append_staff_act(registry_, transaction, actor, staff_act::mail_requeued,
                         "mail:" + mail.text());
        return {};
    });
    if (done) registry_.mail_waits();
    return done;
}

Result<std::int64_t> MailQueue::requeue_all(const Actor& actor) {
    TRY(acting_as_staff(actor));
    auto done = registry_.store.write([&](Transaction& transaction) -> Result<std::int64_t> {
        const auto count = mails::requeue_all(transaction, kinds_without_link(), registry_.now());
        if (count > 0) append_staff_act(registry_, transaction, actor, staff_act::mails_requeued);
        return count;
    });
    if (done) registry_.mail_waits();
    return done;
}

}  // namespace cartulary
