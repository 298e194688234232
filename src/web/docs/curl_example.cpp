#include "web/docs/curl_example.h"

#include <algorithm>
#include <cctype>

#include "http/form.h"
#include "web/docs/credential.h"

namespace cartulary::web {

namespace {

// Nothing inside means anything to the shell.
std::string in_single_quotes(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) quoted += c == '\'' ? std::string("'\\''") : std::string(1, c);
    return quoted + "'";
}

// $VARIABLES are the shell's, nothing else is.
std::string in_double_quotes(std::string_view text) {
    std::string quoted = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\' || c == '`') quoted += '\\';
        quoted += c;
    }
    return quoted + "\"";
}

// "$CTID" for the parameter "ctid".
std::string variable_for(std::string_view name) {
    std::string variable = "$";
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        variable += std::isalnum(byte) ? static_cast<char>(std::toupper(byte)) : '_';
    }
    return variable;
}

class Command {
public:
    explicit Command(const Call& call) : call_(call), references_(call.whole) {}

    CurlExample make() {
        add_parameters();
        add_security();
        add_body();
        auto start = std::string("curl -sS");
        const bool implied = call_.method == "GET" || (call_.method == "POST" && has_body_);
        if (!implied) start += call_.method == "HEAD" ? " --head" : " -X " + call_.method;
        const bool needs_shell = url_.find('$') != std::string::npos;
        start += " " + (needs_shell ? in_double_quotes(url_) : in_single_quotes(url_));
        return {start + options_, std::move(variables_)};
    }

private:
    void option(const std::string& text) { options_ += " \\\n  " + text; }

    // Words of ours, whose $VARIABLES the reader must set.
    std::string with_variables(const std::string& text) {
        for (auto at = text.find('$'); at != std::string::npos; at = text.find('$', at + 1)) {
            auto end = at + 1;
            const auto is_part = [](char c) {
                return c == '_' || std::isalnum(static_cast<unsigned char>(c));
            };
            while (end < text.size() && is_part(text[end])) ++end;
            needs(text.substr(at, end - at));
        }
        return text;
    }

    std::string needs(std::string variable) {
        if (std::ranges::find(variables_, variable) == variables_.end()) {
            variables_.push_back(variable);
        }
        return variable;
    }

    std::string value_of(const json::Value& parameter) {
        const auto name = text_in(parameter, "name");
        auto examples = examples_in(parameter);
        const auto* schema = parameter.find("schema");
        if (examples.empty() && schema) examples = examples_in(references_.follow(*schema));
        return examples.empty() ? needs(variable_for(name))
                                : http::percent_encode(shown(examples[0]));
    }

    bool is_shown(const json::Value& parameter) const {
        if (is_true_in(parameter, "required") || !examples_in(parameter).empty()) return true;
        const auto* schema = parameter.find("schema");
        return schema != nullptr && !examples_in(references_.follow(*schema)).empty();
    }

    void add_parameters() {
        for (const auto* parameter : call_.parameters) {
            const auto name = text_in(*parameter, "name");
            const auto place = text_in(*parameter, "in");
            if (!is_shown(*parameter)) continue;
            if (place == "path") {
                const auto hole = "{" + name + "}";
                const auto at = url_.find(hole);
                if (at != std::string::npos) url_.replace(at, hole.size(), value_of(*parameter));
            } else if (place == "query") {
                add_query(name, value_of(*parameter));
            } else if (place == "header") {
                const auto value = value_of(*parameter);
                const bool is_variable = value.starts_with('$');
                const auto plain = is_variable ? value : *http::percent_decode(value);
                option("-H " + (is_variable ? in_double_quotes(name + ": " + plain)
                                            : in_single_quotes(name + ": " + plain)));
            }
        }
    }

    void add_query(const std::string& name, const std::string& value) {
        url_ += (url_.find('?') == std::string::npos ? "?" : "&") + name + "=" + value;
    }

    // The first way that the operation names to say who is calling.
    void add_security() {
        if (call_.security == nullptr || !call_.security->array()) return;
        if (call_.security->array()->empty()) return;
        const auto* schemes = call_.security->array()->front().object();
        if (schemes == nullptr) return;
        for (const auto& [name, scopes] : *schemes) add_scheme(name);
    }

    void add_scheme(const std::string& name) {
        const auto* components = call_.whole.find("components");
        const auto* schemes = components ? components->find("securitySchemes") : nullptr;
        const auto* found = schemes ? schemes->find(name) : nullptr;
        if (found == nullptr) return;
        const auto credential = credential_of(references_.follow(*found));
        const auto value = with_variables(credential.value);
        switch (credential.place) {
            case Credential::basic: return option("-u " + in_double_quotes(value));
            case Credential::query: return add_query(credential.name, value);
            case Credential::header:
                return option("-H " + in_double_quotes(credential.name + ": " + value));
            case Credential::cookie:
                return option("-b " + in_double_quotes(credential.name + "=" + value));
        }
    }

    void add_body() {
        const auto* part = call_.operation.find("requestBody");
        const auto* content = part ? references_.follow(*part).find("content") : nullptr;
        if (content == nullptr || !content->object() || content->object()->empty()) return;
        has_body_ = true;
        const auto& [media, form] = content->object()->front();
        const auto value = body_example(references_, form);
        if (media == "application/x-www-form-urlencoded" && value.object()) {
            for (const auto& [name, one] : *value.object()) {
                option("--data-urlencode " + in_single_quotes(name + "=" + shown(one)));
            }
            return;
        }
        if (media == "multipart/form-data" && value.object()) {
            for (const auto& [name, one] : *value.object()) {
                option("-F " + in_single_quotes(name + "=@FILE"));
            }
            return;
        }
        option("-H " + in_single_quotes("Content-Type: " + media));
        const bool is_json = media.ends_with("json");
        option(is_json ? "-d " + in_single_quotes(indented(value))
                       : "--data-binary @" + in_single_quotes("FILE"));
    }

    const Call& call_;
    References references_;
    std::string url_ = call_.url;
    std::string options_;
    std::vector<std::string> variables_;
    bool has_body_ = false;
};

}  // namespace

json::Value body_example(const References& references, const json::Value& form) {
    if (const auto examples = examples_in(form); !examples.empty()) return examples.front();
    const auto* schema = form.find("schema");
    return schema != nullptr ? example_of(references, *schema) : json::Value();
}

CurlExample curl_example(const Call& call) {
    return Command(call).make();
}

}  // namespace cartulary::web
