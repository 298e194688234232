#include "dialects/acclaim/paging.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "http/form.h"

namespace cartulary::acclaim {

namespace {

constexpr std::int64_t page_max = 10'000'000;

bool is_unsafe_in_url(char c) {
    return c <= ' ' || c >= 0x7f || c == '"' || c == '<' || c == '>' || c == '\\';
}

// As it was sent, but for characters that have to be escaped in any URL.
void append_safely(std::string& url, std::string_view text) {
    constexpr char digits[] = "0123456789ABCDEF";
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80 || is_unsafe_in_url(c)) {
            url.append({'%', digits[byte >> 4], digits[byte & 15]});
        } else {
            url += c;
        }
    }
}

bool is_page(std::string_view parameter) {
    const auto fields = http::form_decode(parameter);
    return !fields.empty() && fields.front().first == "page";
}

std::string url_of_page(const http::Request& request, const std::string& public_url,
                        std::int64_t page) {
    auto url = public_url;
    append_safely(url, request.raw_path.empty() ? request.path : request.raw_path);
    url += '?';
    for (std::string_view query = request.query; !query.empty();) {
        const auto parameter = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(parameter.size() + 1, query.size()));
        if (parameter.empty() || is_page(parameter)) continue;
        append_safely(url, parameter);
        url += '&';
    }
    return url + "page=" + std::to_string(page);
}

}  // namespace

Result<PageAsked> page_asked(const http::Request& request) {
    const auto given = request.query_parameter("page");
    if (!given) return PageAsked{};
    const auto written = text::trimmed(*given);
    PageAsked asked{.number = 1, .given = true};
    if (written.empty()) return asked;
    const auto* end = written.data() + written.size();
    const auto [stop, error] = std::from_chars(written.data(), end, asked.number);
    if (error != std::errc() || stop != end || asked.number < 1 || asked.number > page_max) {
        return fail({{"page", "must be a number from 1 to 10,000,000"}});
    }
    return asked;
}

void write_metadata(json::Writer& writer, const http::Request& request, const PageAsked& asked,
                    const Counts& counts, const std::string& public_url) {
    const auto pages = (counts.total + per_page - 1) / per_page;
    const auto page_or_null = [&](std::string_view name, std::int64_t page) {
        writer.key(name);
        if (page >= 1 && page <= pages) {
            writer.value(url_of_page(request, public_url, page));
        } else {
            writer.value(nullptr);
        }
    };
    writer.begin_object().member("count", counts.shown).member("current_page", asked.number);
    writer.member("total_count", counts.total).member("total_pages", pages).member("per", per_page);
    // Who asked for a page behind the end is led back to the last one.
    page_or_null("previous_page_url", std::min(asked.number - 1, pages));
    page_or_null("next_page_url", asked.number + 1);
    writer.end_object();
}

void write_metadata_if_needed(json::Writer& writer, const http::Request& request,
                              const PageAsked& asked, const Counts& counts,
                              const std::string& public_url) {
    if (asked.given || counts.total > per_page) {
        write_metadata(writer, request, asked, counts, public_url);
    } else {
        writer.begin_object().end_object();
    }
}

}  // namespace cartulary::acclaim
