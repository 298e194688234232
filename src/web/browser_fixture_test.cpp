#include "web/browser_fixture_test.h"

#include <stdexcept>

#include "base/secrets.h"
#include "http/form.h"
#include "operations/people.h"
#include "store/person_sessions.h"
#include "store/persons.h"
#include "store/second_factors.h"

namespace cartulary::web {

namespace {

// The text between two others, from a place on.
std::string between(const std::string& text, const std::string& before, const std::string& after,
                    std::size_t from = 0) {
    const auto begin = text.find(before, from);
    if (begin == std::string::npos) return {};
    const auto value = begin + before.size();
    return text.substr(value, text.find(after, value) - value);
}

Fields hidden_fields_of(const std::string& form) {
    Fields fields;
    const std::string beginning = "<input type=\"hidden\" name=\"";
    for (auto at = form.find(beginning); at != std::string::npos;
         at = form.find(beginning, at + 1)) {
        fields.emplace_back(between(form, beginning, "\"", at),
                            between(form, "value=\"", "\"", at));
    }
    return fields;
}

}  // namespace

std::string form_encoded(const Fields& fields) {
    std::string text;
    for (const auto& [name, value] : fields) {
        text += (text.empty() ? "" : "&") + http::percent_encode(name) + "=" +
                http::percent_encode(value);
    }
    return text;
}

http::Response TestBrowser::get(const std::string& path_and_query) {
    const auto mark = path_and_query.find('?');
    auto answer =
        dispatch({.method = http::Method::get,
                  .path = path_and_query.substr(0, mark),
                  .query = mark == std::string::npos ? "" : path_and_query.substr(mark + 1)});
    shown_ = answer.body;
    return answer;
}

http::Response TestBrowser::send(const std::string& action, const Fields& fields) {
    const auto form = between(shown_, "<form method=\"post\" action=\"" + action + "\"", "</form>");
    if (form.empty()) throw std::runtime_error("no form leads to " + action + " in " + shown_);
    auto all = hidden_fields_of(form);
    all.insert(all.end(), fields.begin(), fields.end());
    return post(action, all);
}

http::Response TestBrowser::send_file(const std::string& action, const std::string& name,
                                      const std::string& file_name, const std::string& bytes) {
    const auto form = between(shown_, "<form method=\"post\" action=\"" + action + "\"", "</form>");
    if (form.empty()) throw std::runtime_error("no form leads to " + action + " in " + shown_);
    const std::string edge = "----seven-swans";
    std::string body;
    for (const auto& [field, value] : hidden_fields_of(form)) {
        body += "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + field + "\"\r\n\r\n" +
                value + "\r\n";
    }
    body += "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" +
            file_name + "\"\r\nContent-Type: text/csv\r\n\r\n" + bytes + "\r\n--" + edge + "--\r\n";
    auto answer = dispatch({.method = http::Method::post,
                            .path = action,
                            .headers = {{"content-type", "multipart/form-data; boundary=" + edge}},
                            .body = std::move(body)});
    if (!answer.body.empty()) shown_ = answer.body;
    return answer;
}

http::Response TestBrowser::post(const std::string& path, const Fields& fields,
                                 const std::vector<http::Header>& headers) {
    http::Request request{.method = http::Method::post,
                          .path = path,
                          .headers = {{"content-type", "application/x-www-form-urlencoded"}},
                          .body = form_encoded(fields)};
    request.headers.insert(request.headers.end(), headers.begin(), headers.end());
    auto answer = dispatch(std::move(request));
    if (!answer.body.empty()) shown_ = answer.body;
    return answer;
}

http::Response TestBrowser::dispatch(http::Request request) {
    request.headers.push_back({"accept", "text/html"});
    request.headers.push_back({"user-agent", "Mozilla/5.0 (X11; Linux) Firefox/128.0"});
    request.remote_address = address;
    std::string sent;
    for (const auto& [name, value] : cookies) {
        sent += (sent.empty() ? "" : "; ") + name + "=" + value;
    }
    if (!sent.empty()) request.headers.push_back({"cookie", sent});
    auto answer = router_.dispatch(std::move(request));
    for (const auto& header : answer.headers) {
        if (header.name != "Set-Cookie") continue;
        const auto name = header.value.substr(0, header.value.find('='));
        const auto value = between(header.value, "=", ";");
        if (header.value.find("Max-Age=0") != std::string::npos) {
            cookies.erase(name);
        } else {
            cookies[name] = value;
        }
    }
    return answer;
}

PeoplePagesTest::PeoplePagesTest() = default;

Person PeoplePagesTest::make_person(const std::string& email, std::optional<Role> role) {
    const auto added =
        add_member(under_test.registry(), command_line(),
                   {email, college.id, role.value_or(Role::viewer), std::string(good_password)});
    if (!added) throw std::runtime_error(added.error().message);
    if (!role) {
        const auto removed =
            under_test.store().write([&](Transaction& transaction) -> Result<void> {
                const auto part = persons::parts_of(transaction, added->id).at(0);
                persons::remove_membership(transaction, part.organization, added->id);
                return {};
            });
        EXPECT_TRUE(removed);
    }
    return *added;
}

http::Response PeoplePagesTest::log_in(TestBrowser& with, const std::string& email,
                                       const std::string& password) {
    with.get("/log-in");
    return with.send("/log-in", {{"email", email}, {"password", password}});
}

std::string PeoplePagesTest::staff_session() {
    const auto& registry = under_test.registry();
    const auto clerk = add_staff(registry, "clerk@registry.example", std::string(good_password));
    if (!clerk) throw std::runtime_error(clerk.error().message);
    const auto token = random_token(32, registry.randomness);
    const auto now = registry.now();
    const auto begun = under_test.store().write([&](Transaction& transaction) -> Result<void> {
        second_factors::put(
            transaction, clerk->id,
            {.sealed = registry.vault.seal("a secret"), .created_at = now, .confirmed_at = now});
        person_sessions::insert(transaction, {.id = Uuid::random(registry.randomness),
                                              .digest = digest(token),
                                              .person = clerk->id,
                                              .second_factor = true,
                                              .browser = {},
                                              .address = {},
                                              .created_at = now,
                                              .expires_at = now + std::chrono::hours(1),
                                              .used_at = now});
        return {};
    });
    EXPECT_TRUE(begun);
    return token;
}

void PeoplePagesTest::log_in_staff(TestBrowser& with) {
    with.cookies["__Host-session"] = staff_session();
}

Actor PeoplePagesTest::staff_actor() {
    return people.sessions.find(staff_session()).value();
}

std::string PeoplePagesTest::link_of(MailKind kind) {
    std::string link;
    for (const auto& mail : under_test.waiting_mail()) {
        if (mail.kind == kind) link = under_test.registry().vault.unseal(mail.sealed_link).value();
    }
    const std::string beginning = "https://registry.example";
    EXPECT_TRUE(link.starts_with(beginning)) << link;
    return link.substr(std::min(link.size(), beginning.size()));
}

std::size_t PeoplePagesTest::mails_of(MailKind kind) {
    const auto mails = under_test.waiting_mail();
    return static_cast<std::size_t>(std::ranges::count(mails, kind, &Mail::kind));
}

}  // namespace cartulary::web
