#include "app/control.h"

#include <curl/curl.h>

#include <memory>

#include "base/json.h"
#include "base/log.h"

namespace cartulary::control {

namespace {

constexpr auto path = "/command";
constexpr auto json_type = "application/json";

http::Response answer(int status, const Outcome& outcome) {
    json::Writer writer;
    writer.begin_object()
        .member("status", outcome.status)
        .member("out", outcome.out)
        .member("err", outcome.err)
        .end_object();
    return {.status = status, .content_type = json_type, .body = writer.take()};
}

std::string text_in(const json::Value& value, std::string_view name) {
    const auto* found = value.find(name);
    return found && found->string() ? *found->string() : std::string();
}

std::vector<std::string> arguments_in(const json::Value& value) {
    std::vector<std::string> arguments;
    const auto* list = value.find("arguments");
    if (!list || !list->array()) return arguments;
    for (const auto& argument : *list->array()) {
        if (argument.string()) arguments.push_back(*argument.string());
    }
    return arguments;
}

http::Response run(const Registry& registry, const DataFolder& folder,
                   const http::Request& request) {
    const auto asked = json::parse(request.body);
    if (!asked) return answer(400, {.status = 1, .err = asked.error().message});
    const auto command = parse_command_line(arguments_in(*asked));
    if (!command) return answer(200, command.error());
    if (command->kind != Command::Kind::on_registry) {
        return answer(200, {.status = 1,
                            .err = "a server is running on this data directory: "
                                   "stop it first"});
    }
    return answer(200, command->run({registry, folder, text_in(*asked, "input"), command->json}));
}

std::size_t append(char* bytes, std::size_t, std::size_t count, void* text) {
    static_cast<std::string*>(text)->append(bytes, count);
    return count;
}

std::string request_body(const Command& command, const std::string& input) {
    json::Writer writer;
    writer.begin_object().key("arguments").begin_array();
    for (const auto& argument : command.arguments) writer.value(argument);
    writer.end_array().member("input", input).end_object();
    return writer.take();
}

// What the server answered; nothing when nobody listens at the socket.
std::optional<std::string> post(const std::filesystem::path& socket, const std::string& body) {
    const std::unique_ptr<CURL, void (*)(CURL*)> curl(curl_easy_init(), curl_easy_cleanup);
    const std::unique_ptr<curl_slist, void (*)(curl_slist*)> headers(
        curl_slist_append(nullptr, "Content-Type: application/json"), curl_slist_free_all);
    std::string answer;
    curl_easy_setopt(curl.get(), CURLOPT_UNIX_SOCKET_PATH, socket.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_URL, (std::string("http://localhost") + path).c_str());
    curl_easy_setopt(curl.get(), CURLOPT_HTTPHEADER, headers.get());
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(body.size()));
    curl_easy_setopt(curl.get(), CURLOPT_POSTFIELDS, body.c_str());
    curl_easy_setopt(curl.get(), CURLOPT_WRITEFUNCTION, append);
    curl_easy_setopt(curl.get(), CURLOPT_WRITEDATA, &answer);
    const auto code = curl_easy_perform(curl.get());
    if (code == CURLE_COULDNT_CONNECT) return std::nullopt;
    if (code != CURLE_OK) {
        throw std::runtime_error(std::string("the running server did not answer: ") +
                                 curl_easy_strerror(code));
    }
    return answer;
}

}  // namespace

http::Area area(const Registry& registry, const DataFolder& folder) {
    return {
        .prefix = "",
        .ignores_case = false,
        .routes = {{http::Method::post, path, "runCommand", http::Cost::slow,
                    [&](const http::Request& request) { return run(registry, folder, request); }}},
        .refuse = [](const http::Refusal& refusal, const http::Request&) {
            return answer(refusal.status, {.status = 1, .err = refusal.message});
        }};
}

std::optional<Outcome> run_through_server(const DataFolder& folder, const Command& command,
                                          const std::string& input) {
    const auto answered = post(folder.control_socket(), request_body(command, input));
    if (!answered) return std::nullopt;
    const auto value = json::parse(*answered);
    if (!value) throw std::runtime_error("the running server answered no JSON");
    const auto* status = value->find("status");
    return Outcome{.status = status && status->integer() ? static_cast<int>(*status->integer()) : 1,
                   .out = text_in(*value, "out"),
                   .err = text_in(*value, "err")};
}

}  // namespace cartulary::control
