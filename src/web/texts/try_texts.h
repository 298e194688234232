#pragma once

#include <string_view>

#include "web/texts/texts.h"

namespace cartulary::web {

// Calling an operation of an interface from its description. What the script says has its
// {placeholders} filled there.
struct TryTexts {
    std::string_view title = "Try it";
    std::string_view form_label = "Try: {operation}";
    std::string_view for_real =
        "This is the registry itself: what the call changes there stays changed.";
    std::string_view deletes =
        "This is the registry itself: what the call deletes there is deleted.";
    std::string_view confirm = "Yes, delete it";
    std::string_view credentials = "Who is calling";
    std::string_view credentials_or = "Or";
    std::string_view credentials_about =
        "What you enter here stays in this page: it is sent with the call, kept nowhere, and the "
        "command below names it without showing it.";
    std::string_view key = "API key";
    std::string_view sent_as = "The key alone. It is sent as {header}";
    std::string_view token = "Token";
    std::string_view user_name = "User name";
    std::string_view password = "Password";
    std::string_view list_hint = "Several values are parted by commas.";
    std::string_view body = "Request body ({media})";
    std::string_view send = "Send the call";
    std::string_view command = "The same call from a shell";
    std::string_view headers = "Headers of the answer";
    std::string_view answer = "Body of the answer";
    std::string_view sending = "Sent. Waiting for the answer …";
    std::string_view answered = "Answered {status} after {milliseconds} ms, with {bytes} bytes.";
    std::string_view cut =
        "Answered {status} after {milliseconds} ms. The answer is long: its "
        "first {bytes} bytes are shown.";
    std::string_view late = "No answer came within {seconds} seconds.";
    std::string_view failed = "No answer came: {problem}";
    std::string_view no_text = "{media}, which is not text.";
};

// In the language of the page.
const TryTexts& try_texts(const Texts& page);

}  // namespace cartulary::web
