#include "app/demo/post.h"

#include "store/mails.h"

namespace cartulary::demo {

namespace {

constexpr int delivered_at_once = 200;
constexpr std::chrono::minutes lease_time{1};
constexpr std::chrono::days last_delivery{1};

bool is_lost(const Mail& mail) {
    return mail.to_address.ends_with("@lost.example");
}

}  // namespace

void Post::deliver() {
    const auto& registry = stage_.registry();
    for (;;) {
        const auto now = registry.now();
        auto leased = registry.store.write([&](Transaction& transaction) {
            auto all = mails::lease(transaction, now, now + lease_time, delivered_at_once);
            for (const auto& [mail, attempts] : all) {
                if (is_lost(mail)) {
                    mails::mark_given_up(transaction, mail.id, now,
                                         "550 5.1.2 no such domain: lost.example");
                } else {
                    mails::mark_sent(transaction, mail.id, now);
                }
            }
            return Result<std::vector<mails::Leased>>(std::move(all));
        });
        if (leased->empty()) return;
        for (const auto& [mail, attempts] : *leased) {
            if (mail.sealed_link.empty()) continue;
            links_[{mail.kind, mail.to_address}] = registry.vault.unseal(mail.sealed_link).value();
        }
    }
}

std::string Post::secret_in(MailKind kind, const std::string& address) {
    deliver();
    const auto found = links_.find({kind, address});
    if (found == links_.end()) throw std::logic_error("no mail with a link to " + address);
    return found->second.substr(found->second.rfind('=') + 1);
}

void plan_post(Script& script, Post& post) {
    for (auto day = demonstrated; day >= last_delivery; day -= std::chrono::days(1)) {
        script.at(day, [&post] { post.deliver(); });
    }
}

}  // namespace cartulary::demo
