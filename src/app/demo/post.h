#pragma once

#include <map>
#include <string>
#include <utility>

#include "app/demo/script.h"
#include "domain/mail.h"

namespace cartulary::demo {

// Mail that reaches people: what waits is marked as sent without a mail server, and their links are
// known to the demonstration, which follows some. What goes to `lost.example` never arrives.
class Post {
public:
    explicit Post(Stage& stage) : stage_(stage) {}

    void deliver();

    // What stands behind "token=" or "secret=" in the latest mail of a kind to somebody.
    std::string secret_in(MailKind kind, const std::string& address);

private:
    Stage& stage_;
    std::map<std::pair<MailKind, std::string>, std::string> links_;
};

// Once a day until a day ago; what was queued since waits.
void plan_post(Script& script, Post& post);

}  // namespace cartulary::demo
