#include "web/refusal_page.h"

#include "base/text.h"
#include "web/texts/refusals.h"

namespace cartulary::web {

namespace {

std::string_view title_of(const Texts& texts, int status) {
    switch (status) {
        case 404: return texts.not_found_title;
        case 405: return texts.wrong_method_title;
        case 413:
        case 414:
        case 431: return texts.too_much_title;
        case 429: return texts.limited_title;
        case 503: return texts.busy_title;
        default: return status < 500 ? texts.bad_request_title : texts.server_title;
    }
}

// "there is nothing at /x" → "There is nothing at /x."
std::string as_sentence(std::string sentence) {
    if (sentence.empty()) return sentence;
    if (sentence[0] >= 'a' && sentence[0] <= 'z') sentence[0] = static_cast<char>(sentence[0] - 32);
    return sentence.ends_with('.') ? sentence : sentence + '.';
}

bool reads_pages(const http::Request& request) {
    return text::lower_ascii(request.header("accept")).find("text/html") != std::string::npos;
}

}  // namespace

http::Response refusal_page(const Shell& shell, const http::Refusal& refusal,
                            const http::Request& request) {
    const auto message = refusal_text(shell.texts, refusal.message);
    if (!reads_pages(request)) {
        return {.status = refusal.status,
                .content_type = "text/plain; charset=utf-8",
                .body = message + "\n",
                .headers = {{"X-Content-Type-Options", "nosniff"},
                            {"Vary", "Accept, Accept-Language, Cookie"}}};
    }
    const auto& texts = shell.texts;
    const auto home = filled(texts.refusal_home, {{"registry", Markup(shell.registry_name)}});
    auto content = together(element("p", {{"class", "lead"}}, as_sentence(message)),
                            element("p", {}, element("a", {{"href", "/"}}, home)));
    if (refusal.status >= 500 && !request.id.empty()) {
        const auto id = element("code", {}, request.id);
        content.add(element("p", {{"class", "hint"}}, filled(texts.refusal_id, {{"id", id}})));
    }
    auto around = shell;
    if (refusal.status == 404) around.path = "/";  // nothing is there to come back to
    auto response = passing(
        around, refusal.status,
        {.title = std::string(title_of(texts, refusal.status)), .content = std::move(content)});
    response.headers.push_back({"Vary", "Accept"});
    return response;
}

}  // namespace cartulary::web
