#include "web/pages_fixture_test.h"

#include <set>
#include <vector>

#include "operations/people.h"

namespace cartulary::web {

const std::string_view sample_openapi = R"json({
  "openapi": "3.1.0",
  "info": {
    "title": "Boats & <harbors>",
    "version": "7",
    "description": "The first line, with `code`.\nThe <b>second</b> line."
  },
  "paths": {
    "/boats": {
      "post": {
        "operationId": "addBoat",
        "summary": "Add a boat",
        "description": "It floats.\nUsually.",
        "security": [{"key": []}],
        "parameters": [
          {"$ref": "#/components/parameters/Tide"},
          {"name": "Boat-Trace", "in": "header", "description": "Any text.",
           "schema": {"type": "string", "maxLength": 255}}
        ],
        "requestBody": {
          "required": true,
          "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Boat"}}}
        },
        "responses": {
          "201": {"description": "Added.",
                  "headers": {"ETag": {"description": "Its version.", "schema": {"type": "string"}}},
                  "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Made"}}}},
          "400": {"description": "Sunk.",
                  "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Sunk"}}}},
          "default": {"description": "Fog."},
          "404": {"description": "No sea."}
        }
      }
    },
    "/boats/{boat_id}": {
      "parameters": [
        {"name": "boat_id", "in": "path", "required": true, "schema": {"type": "string"}}
      ],
      "get": {
        "operationId": "getBoat",
        "summary": "Read a boat",
        "deprecated": true,
        "responses": {
          "200": {"description": "The boat.",
                  "content": {"application/json": {"schema": {"type": "object", "properties": {
                    "Speed": {"type": "number", "exclusiveMinimum": 0}}}}}}
        }
      },
      "delete": {
        "operationId": "sinkBoat",
        "responses": {"204": {"description": "Gone."}}
      }
    }
  },
  "components": {
    "securitySchemes": {
      "key": {"type": "apiKey", "in": "header", "name": "Authorization",
              "x-example": "Boat $BOAT_KEY", "description": "The word `Boat` and a key."}
    },
    "parameters": {
      "Tide": {"name": "tide", "in": "query", "required": true, "description": "How high.",
               "schema": {"type": "string", "enum": ["high", "low"], "examples": ["high & dry"]}}
    },
    "schemas": {
      "Boat": {
        "type": "object",
        "description": "What floats.",
        "required": ["Name", "Crew"],
        "properties": {
          "Name": {"type": "string", "minLength": 2, "maxLength": 100,
                   "description": "Painted on it, with `brush`.", "examples": ["Queen's <Barge>"]},
          "Nickname": {"type": ["string", "null"], "deprecated": true, "pattern": "^[a-z]+$"},
          "Length": {"type": "integer", "minimum": 1, "maximum": 1000000, "default": 12},
          "Color": {"enum": ["red", "blue"]},
          "Crew": {"type": ["array", "null"], "minItems": 1, "maxItems": 50,
                   "description": "Who sails.",
                   "items": {"$ref": "#/components/schemas/Sailor"}},
          "Dinghy": {"$ref": "#/components/schemas/Boat"}
        }
      },
      "Sailor": {
        "allOf": [
          {"type": "object", "required": ["Email"],
           "properties": {"Email": {"type": "string", "format": "email",
                                    "examples": ["sailor@sea.example"]}}},
          {"properties": {"Knots": {"type": "array", "uniqueItems": true,
                                    "items": {"type": "string", "maxLength": 9}}}}
        ]
      },
      "Made": {"type": "object", "properties": {"Successful": {"type": "boolean", "enum": [true]}}},
      "Sunk": {"type": "object", "description": "Why.",
               "properties": {"Causes": {"type": "array",
                                         "items": {"$ref": "#/components/schemas/Sunk"}}}}
    }
  }
})json";

PictureSource PagesTest::picture_source() {
    const auto as_it_is = [](std::string_view bytes) -> Result<std::string> {
        return std::string(bytes);
    };
    return {.fetch = as_it_is, .png_of = as_it_is};
}

http::Response PagesTest::get(const std::string& path, const std::string& query,
                              const std::string& accept) {
    http::Request request{.method = http::Method::get, .path = path, .query = query};
    if (!accept.empty()) request.headers.push_back({"accept", accept});
    return router.dispatch(std::move(request));
}

http::Response PagesTest::post(const std::string& path, const std::string& form) {
    return router.dispatch({.method = http::Method::post,
                            .path = path,
                            .headers = {{"accept", "text/html"},
                                        {"content-type", "application/x-www-form-urlencoded"}},
                            .body = form});
}

std::string PagesTest::mailed_token(const std::string& email) {
    const auto added = add_staff(under_test.registry(), email, std::nullopt);
    if (!added) throw std::runtime_error(added.error().message);
    for (const auto& mail : under_test.waiting_mail()) {
        if (mail.to_address != email) continue;
        const auto link = under_test.registry().vault.unseal(mail.sealed_link).value();
        const std::string beginning = "https://registry.example/account/confirm?token=";
        if (link.starts_with(beginning)) return link.substr(beginning.size());
    }
    throw std::runtime_error("no link was mailed to " + email);
}

std::string header_of(const http::Response& response, std::string_view name) {
    for (const auto& header : response.headers) {
        if (header.name == name) return header.value;
    }
    return {};
}

std::size_t count(std::string_view text, std::string_view in) {
    std::size_t count = 0;
    for (auto at = in.find(text); at != std::string_view::npos; at = in.find(text, at + 1)) ++count;
    return count;
}

namespace {

constexpr auto void_elements = {"meta", "link", "input", "img", "br", "wbr", "!DOCTYPE"};

// The values of all attributes of this name.
std::vector<std::string> values_of(const std::string& attribute, const std::string& html) {
    std::vector<std::string> values;
    const auto beginning = " " + attribute + "=\"";
    for (auto at = html.find(beginning); at != std::string::npos;
         at = html.find(beginning, at + 1)) {
        const auto from = at + beginning.size();
        values.push_back(html.substr(from, html.find('"', from) - from));
    }
    return values;
}

std::string complaint_about_nesting(const std::string& html) {
    std::vector<std::string> open;
    for (auto at = html.find('<'); at != std::string::npos; at = html.find('<', at + 1)) {
        const auto tag = html.substr(at + 1, html.find('>', at) - at - 1);
        const auto name = tag.substr(0, tag.find(' '));
        if (name.starts_with('/')) {
            if (open.empty() || open.back() != name.substr(1)) return name + " closes nothing";
            open.pop_back();
        } else if (std::ranges::find(void_elements, name) == std::end(void_elements)) {
            open.push_back(name);
        }
    }
    return open.empty() ? "" : open.back() + " is not closed";
}

std::string complaint_about_headings(const std::string& html) {
    if (count("<h1>", html) + count("<h1 ", html) != 1) return "not one h1";
    char level = '0';
    for (auto at = html.find("<h"); at != std::string::npos; at = html.find("<h", at + 1)) {
        const char next = html[at + 2];
        if (next < '1' || next > '6') continue;
        if (next > level + 1) return std::string("a level of headings is left out before h") + next;
        level = next;
    }
    return "";
}

}  // namespace

std::string complaint_about_html(const std::string& html) {
    if (const auto complaint = complaint_about_nesting(html); !complaint.empty()) return complaint;
    if (const auto complaint = complaint_about_headings(html); !complaint.empty()) return complaint;
    if (count("<html lang=\"", html) != 1) return "no language";
    const auto own_scripts =
        count("<script src=\"/assets/", html) + count("<script src=\"/widget/frame.js\"", html);
    const auto data_blocks = count("<script type=\"application/ld+json\">", html);
    if (count("<script", html) != own_scripts + data_blocks || count(" style=", html) != 0) {
        return "not allowed by the CSP";
    }
    std::set<std::string> ids;
    for (const auto& id : values_of("id", html)) {
        if (!ids.insert(id).second) return "two elements have the id " + id;
    }
    std::vector<std::string> named = values_of("for", html);
    for (const auto& link : values_of("href", html)) {
        if (link.starts_with('#')) named.push_back(link.substr(1));
    }
    for (const auto& list : values_of("aria-describedby", html)) {
        named.push_back(list.substr(0, list.find(' ')));
        named.push_back(list.substr(list.rfind(' ') + 1));
    }
    for (const auto& id : named) {
        if (!ids.contains(id)) return "nothing has the id " + id;
    }
    return "";
}

}  // namespace cartulary::web
