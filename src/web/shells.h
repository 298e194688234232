#pragma once

#include <string>

#include "http/message.h"
#include "web/page.h"
#include "web/texts/language.h"

namespace cartulary::web {

// What stands around the pages, in every language.
class Shells {
public:
    Shells(std::string registry_name, std::string public_url)
        : registry_name_(std::move(registry_name)), public_url_(std::move(public_url)) {}

    // In the language that somebody chose, or else their browser prefers.
    Shell of(const http::Request& request) const;
    Language language_of(const http::Request& request) const;

    // Around the page of this path.
    Shell in(Language language, std::string path) const;

private:
    std::string registry_name_;
    std::string public_url_;
};

}  // namespace cartulary::web
