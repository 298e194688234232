#include "web/visit.h"

#include <algorithm>

#include "base/secrets.h"
#include "base/text.h"
#include "http/form.h"
#include "http/usual_status.h"
#include "web/own_form.h"
#include "web/own_path.h"
#include "web/refusal_page.h"

namespace cartulary::web {

namespace {

using http::Response;

constexpr auto key_field = "form_key";
constexpr std::size_t form_secret_bytes = 32;
constexpr std::size_t form_secret_length = 43;  // in base64
constexpr std::string_view multipart_type = "multipart/form-data";

// Who is logged in has shown who they are; a form that is wrong is one that was understood.
int status_of(ErrorKind kind) {
    if (kind == ErrorKind::invalid) return 422;
    if (kind == ErrorKind::unauthenticated) return 403;
    return http::usual_status(kind);
}

bool is_text(const std::vector<std::pair<std::string, std::string>>& fields) {
    return std::ranges::all_of(fields, [](const auto& field) {
        return text::is_utf8(field.first) && text::is_utf8(field.second);
    });
}

}  // namespace

Visit::Visit(PeopleOperations& people, const Shell& shell, const http::Request& request)
    : people_(people), shell_(shell), request_(request), cookies_(request, shell.public_url) {
    actor_ = people.sessions.find(cookies_.get(Cookie::session));
    form_secret_ = cookies_.get(Cookie::form);
    if (!actor_ && form_secret_.size() != form_secret_length) {
        form_secret_ = random_token(form_secret_bytes, people.registry.randomness);
        set_.push_back(cookies_.set(Cookie::form, form_secret_));
    }
    if (request.method == http::Method::post) read_form();
}

void Visit::read_form() {
    const auto type = request_.header("content-type");
    if (!text::equal_ignoring_ascii_case(type.substr(0, multipart_type.size()), multipart_type)) {
        fields_ = http::form_decode(request_.body);
        return;
    }
    for (auto& part :
         http::parse_multipart(type, request_.body).value_or(std::vector<http::Part>())) {
        if (part.file_name.empty())
            fields_.emplace_back(part.name, part.body);
        else
            files_.push_back(std::move(part));
    }
}

Browser Visit::browser() const {
    return {.agent = std::string(request_.header("user-agent")),
            .address = request_.remote_address,
            .mark = cookies_.get(Cookie::mark)};
}

std::string Visit::field(std::string_view name) const {
    const auto found =
        std::ranges::find(fields_.rbegin(), fields_.rend(), name,
                          [](const auto& field) -> std::string_view { return field.first; });
    return found == fields_.rend() ? std::string() : found->second;
}

std::vector<std::string> Visit::fields(std::string_view name) const {
    std::vector<std::string> found;
    for (const auto& [key, value] : fields_) {
        if (key == name) found.push_back(value);
    }
    return found;
}

const http::Part* Visit::file(std::string_view name) const {
    const auto found = std::ranges::find(files_, name, &http::Part::name);
    return found == files_.end() ? nullptr : &*found;
}

std::string Visit::parameter(std::string_view name) const {
    auto value = request_.query_parameter(name).value_or("");
    return text::is_utf8(value) ? value : std::string();
}

// Only who has the secret, and so can read our pages, can make it.
std::string Visit::key_of(std::string_view secret) const {
    return digest("form of " + std::string(secret));
}

Markup Visit::form(std::string_view action, const Markup& content, std::string_view looks) const {
    return element("form",
                   {{"method", "post"},
                    {"action", action},
                    looks.empty() ? Attribute{} : Attribute{"class", looks}},
                   key_markup(), content);
}

Markup Visit::file_form(std::string_view action, const Markup& content) const {
    return element("form", {{"method", "post"}, {"action", action}, {"enctype", multipart_type}},
                   key_markup(), content);
}

Markup Visit::key_markup() const {
    return hidden_field(key_field, key_of(actor_ ? session_token() : form_secret_));
}

// A form of before somebody logged in, in another window, is still their own.
std::optional<std::string_view> Visit::problem_in_form() const {
    if (!is_own_form(request_, shell_.public_url)) return texts().foreign_form;
    if (!is_text(fields_)) return texts().form_no_text;
    const auto sent = field(key_field);
    const bool of_session = actor_ && equal_in_constant_time(sent, key_of(session_token()));
    const bool of_browser = equal_in_constant_time(sent, key_of(form_secret_));
    if (of_session || of_browser) return std::nullopt;
    return texts().form_outdated;
}

void Visit::stay_logged_in(const std::string& token) {
    set_.push_back(token.empty() ? cookies_.drop(Cookie::session)
                                 : cookies_.set(Cookie::session, token));
    // What was known before somebody logged in is of no use to whoever knew it.
    set_.push_back(cookies_.drop(Cookie::form));
}

void Visit::keep_mark(const std::string& mark) {
    if (!mark.empty()) set_.push_back(cookies_.set(Cookie::mark, mark));
}

Markup Visit::notice_markup() {
    const auto name = cookies_.get(Cookie::notice);
    if (name.empty()) return {};
    set_.push_back(cookies_.drop(Cookie::notice));
    const auto notice = parse_notice(name);
    if (!notice) return {};
    return element("p", {{"class", "notice"}, {"role", "status"}}, notice_text(texts(), *notice));
}

Response Visit::page(int status, Page page) {
    page.content = together(notice_markup(), page.content);
    page.for_staff = actor_ && actor_->staff;
    if (actor_) page.log_out_form = form("/log-out", button(texts().log_out_button, "plain"));
    return with_cookies(passing(shell_, status, page));
}

Response Visit::open_page(Page page) {
    if (!actor_) return lasting(shell_, page);
    page.for_staff = actor_->staff;
    page.log_out_form = form("/log-out", button(texts().log_out_button, "plain"));
    return personal(shell_, page);
}

Response Visit::form_page(Page page, const Problems& problems) {
    if (problems.any()) {
        page.title_in_window = filled_plain(texts().problem_title, {{"page", page.title}});
    }
    return this->page(problems.any() ? 422 : 200, std::move(page));
}

Response Visit::go_to(const std::string& path, std::optional<Notice> notice) {
    if (notice) set_.push_back(cookies_.set(Cookie::notice, std::string(name_of(*notice))));
    return with_cookies(seen_at(path));
}

Response Visit::refuse(int status, std::string_view message) {
    return with_cookies(refusal_page(shell_, {status, std::string(message)}, request_));
}

Response Visit::refuse(const Error& error) {
    auto response = refuse(status_of(error.kind), error.message);
    if (error.retry) {
        response.headers.push_back({"Retry-After", std::to_string(error.retry->count())});
    }
    return response;
}

Response Visit::with_cookies(Response response) {
    for (auto& header : set_) response.headers.push_back(std::move(header));
    set_.clear();
    return response;
}

namespace {

// Where somebody who must log in first wanted to go; a form that was sent cannot be sent again.
std::string wanted_path(const http::Request& request) {
    if (request.method == http::Method::post) return {};
    return request.path + (request.query.empty() ? "" : "?" + request.query);
}

}  // namespace

http::Route Visits::route(http::Method method, std::string path, std::string operation,
                          http::Cost cost, Handler handle) const {
    return {method, std::move(path), std::move(operation), cost,
            [&people = people_, shells = shells_,
             handle = std::move(handle)](const http::Request& request) {
                const auto shell = shells->of(request);
                Visit visit(people, shell, request);
                return handle(visit);
            }};
}

http::Route Visits::page(std::string path, std::string operation, Handler show) const {
    return route(http::Method::get, std::move(path), std::move(operation), http::Cost::read,
                 std::move(show));
}

http::Route Visits::form(std::string path, std::string operation, http::Cost cost,
                         Handler take) const {
    return route(http::Method::post, std::move(path), std::move(operation), cost,
                 of_own_form(std::move(take)));
}

http::Route Visits::own_page(std::string path, std::string operation, Handler show) const {
    return page(std::move(path), std::move(operation), logged_in(std::move(show)));
}

http::Route Visits::own_form(std::string path, std::string operation, http::Cost cost,
                             Handler take) const {
    return route(http::Method::post, std::move(path), std::move(operation), cost,
                 logged_in(of_own_form(std::move(take))));
}

http::Route Visits::staff_page(std::string path, std::string operation, Handler show) const {
    return route(http::Method::get, std::move(path), std::move(operation), http::Cost::slow,
                 logged_in(of_staff(std::move(show))));
}

http::Route Visits::staff_form(std::string path, std::string operation, Handler take) const {
    return route(http::Method::post, std::move(path), std::move(operation), http::Cost::write,
                 logged_in(of_staff(of_own_form(std::move(take)))));
}

Visits::Handler Visits::of_staff(Handler handle) {
    return [handle = std::move(handle)](Visit& visit) {
        if (visit.actor().staff) return handle(visit);
        if (visit.actor().needs_enrolment) {
            return visit.go_to("/account/second-factor", Notice::second_factor_needed);
        }
        // As where there is nothing at all.
        return visit.refuse(
            404, filled_plain(visit.texts().staff_nothing, {{"path", visit.request().path}}));
    };
}

Visits::Handler Visits::of_own_form(Handler take) {
    return [take = std::move(take)](Visit& visit) {
        if (const auto problem = visit.problem_in_form()) return visit.refuse(403, *problem);
        return take(visit);
    };
}

Visits::Handler Visits::logged_in(Handler handle) {
    return [handle = std::move(handle)](Visit& visit) {
        if (visit.is_logged_in()) return handle(visit);
        const auto wanted = own_path(wanted_path(visit.request()), "");
        return visit.go_to(wanted.empty() ? "/log-in"
                                          : "/log-in?next=" + http::percent_encode(wanted));
    };
}

}  // namespace cartulary::web
