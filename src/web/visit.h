#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "http/multipart.h"
#include "http/router.h"
#include "operations/people_operations.h"
#include "web/cookies.h"
#include "web/form_markup.h"
#include "web/notice.h"
#include "web/page.h"
#include "web/shells.h"

namespace cartulary::web {

// Somebody's browser asks for a page or sends a form: who that is, and what goes back with the
// answer.
class Visit {
public:
    Visit(PeopleOperations& people, const Shell& shell, const http::Request& request);

    const http::Request& request() const { return request_; }
    const Shell& shell() const { return shell_; }
    const Texts& texts() const { return shell_.texts; }
    PeopleOperations& people() const { return people_; }

    bool is_logged_in() const { return actor_.has_value(); }
    const Actor& actor() const { return actor_.value(); }
    Browser browser() const;
    std::string session_token() const { return cookies_.get(Cookie::session); }

    // Of the form that was sent, the last one of this name; empty when there is none.
    std::string field(std::string_view name) const;
    std::vector<std::string> fields(std::string_view name) const;  // all of them
    // A file that was put into it (multipart/form-data); null when there is none.
    const http::Part* file(std::string_view name) const;
    std::string parameter(std::string_view name) const;  // of the query; empty as well

    // A form that leads to `action` with what every form must carry.
    Markup form(std::string_view action, const Markup& content, std::string_view looks = {}) const;
    // One that takes a file.
    Markup file_form(std::string_view action, const Markup& content) const;

    // Whether the form that was sent is one of ours: from our page, with what form() put into it.
    // What is wrong with it otherwise, as a text for its sender.
    std::optional<std::string_view> problem_in_form() const;

    // The browser is logged in by this token from now on; or no longer, without one.
    void stay_logged_in(const std::string& token);
    void keep_mark(const std::string& mark);

    http::Response page(int status, Page page);
    // One that is everybody's, and may be kept: to who is logged in with the links to what is
    // theirs, to others the same, without cookies.
    http::Response open_page(Page page);
    // A form with problems, or for the first time.
    http::Response form_page(Page page, const Problems& problems);
    http::Response go_to(const std::string& path, std::optional<Notice> notice = {});
    http::Response refuse(int status, std::string_view message);

    // What a refusal of an operation leads to, where no form shows it.
    http::Response refuse(const Error& error);

private:
    http::Response with_cookies(http::Response response);
    Markup key_markup() const;
    void read_form();
    Markup notice_markup();
    std::string key_of(std::string_view secret) const;

    PeopleOperations& people_;
    const Shell& shell_;
    const http::Request& request_;
    const Cookies cookies_;
    std::optional<Actor> actor_;
    std::string form_secret_;  // of this browser, for who is not logged in
    std::vector<http::Header> set_;
    std::vector<std::pair<std::string, std::string>> fields_;
    std::vector<http::Part> files_;
};

// The routes of pages that know who asks.
class Visits {
public:
    using Handler = std::function<http::Response(Visit&)>;

    Visits(PeopleOperations& people, std::shared_ptr<const Shells> shells)
        : people_(people), shells_(std::move(shells)) {}

    // For everybody. A form that is not our own is refused before the handler runs.
    http::Route page(std::string path, std::string operation, Handler show) const;
    http::Route form(std::string path, std::string operation, http::Cost cost, Handler take) const;

    // For who is logged in; others are led to log in first, and from there on to the page.
    http::Route own_page(std::string path, std::string operation, Handler show) const;
    http::Route own_form(std::string path, std::string operation, http::Cost cost,
                         Handler take) const;

    // For the registry's staff; to others, who may be logged in, there is nothing here. Staff who
    // need a second factor are led there.
    http::Route staff_page(std::string path, std::string operation, Handler show) const;
    http::Route staff_form(std::string path, std::string operation, Handler take) const;

private:
    http::Route route(http::Method method, std::string path, std::string operation, http::Cost cost,
                      Handler handle) const;
    static Handler logged_in(Handler handle);
    static Handler of_own_form(Handler take);
    static Handler of_staff(Handler handle);

    PeopleOperations& people_;
    std::shared_ptr<const Shells> shells_;
};

}  // namespace cartulary::web
