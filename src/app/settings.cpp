#include "app/settings.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>

#include "base/json.h"
#include "delivery/webhook_sender.h"
#include "domain/email_address.h"
#include "outbound/network_rule.h"

namespace cartulary {

namespace {

using S = Settings;

constexpr std::array table = {
    Setting{"listen", &S::listen, "address and port to serve on; port 0 takes any free one"},
    Setting{"data", &S::data, "data directory: database, keys, mail"},
    Setting{"database", &S::database,
            "postgresql://… to keep everything in PostgreSQL; empty: SQLite in the data directory"},
    Setting{"database-connections", &S::database_connections,
            "most connections to PostgreSQL at a time"},
    Setting{"public-url", &S::public_url,
            "where people reach this registry, for links in mail; empty: the listen address"},
    Setting{"registry-name", &S::registry_name, "what mail and pages call this registry"},
    Setting{"community", &S::community, "community of the Credential Registry that keys are for"},
    Setting{"staff-email", &S::staff_email, "address of the staff person made at the first start"},
    Setting{"tls-certificate", &S::tls_certificate, "PEM file with the certificate chain; TLS"},
    Setting{"tls-key", &S::tls_key, "PEM file with the certificate's private key"},
    Setting{"trusted-proxies", &S::trusted_proxies,
            "addresses, by commas, of proxies whose X-Forwarded-For is believed"},
    Setting{"event-loops", &S::event_loops, "threads that serve sockets; 0: one for each core"},
    Setting{"writers", &S::writers, "requests that may wait for a commit at a time"},
    Setting{"slow-workers", &S::slow_workers, "requests that may compute at a time"},
    Setting{"commit-group-max", &S::commit_group_max, "writes that may share a commit (SQLite)"},
    Setting{"rendered-bytes-max", &S::rendered_bytes_max,
            "memory for records kept as text for who reads them again; 0: none"},
    Setting{"waiting-max", &S::waiting_max, "requests that may wait for a worker; beyond: 503"},
    Setting{"connections-max", &S::connections_max, "open connections; beyond: 503"},
    Setting{"header-bytes-max", &S::header_bytes_max, "largest request head, bytes; beyond: 431"},
    Setting{"header-count-max", &S::header_count_max, "most header fields; beyond: 431"},
    Setting{"target-bytes-max", &S::target_bytes_max, "longest path and query, bytes; beyond: 414"},
    Setting{"body-bytes-max", &S::body_bytes_max,
            "largest request body, bytes; beyond: 413 (but for tables of many things: 64 MiB)"},
    Setting{"idle-timeout", &S::idle_timeout, "seconds that a connection may do nothing"},
    Setting{"request-timeout", &S::request_timeout,
            "seconds from a request's first byte to its last; beyond: 408"},
    Setting{"shutdown-timeout", &S::shutdown_timeout,
            "seconds that running requests get when the server is asked to stop"},
    Setting{"rate-limit-per-key", &S::rate_limit_per_key,
            "requests a minute for each credential; 0: no limit"},
    Setting{"rate-limit-per-address", &S::rate_limit_per_address,
            "requests a minute for each client address; 0: no limit"},
    Setting{"rate-limit-refused", &S::rate_limit_refused,
            "requests a minute with a wrong credential for each address; 0: no limit"},
    Setting{"mail", &S::mail,
            "auto (SMTP where smtp-url is set, else files), smtp, files, or hold (mail waits)"},
    Setting{"mail-from", &S::mail_from, "sender's address; empty: no-reply at the public host"},
    Setting{"mail-from-name", &S::mail_from_name, "sender's name; empty: the registry's"},
    Setting{"smtp-url", &S::smtp_url, "mail server: smtp://host:587 or smtps://host"},
    Setting{"smtp-user", &S::smtp_user, "user name at the mail server"},
    Setting{"smtp-password", &S::smtp_password, "password at the mail server", true},
    Setting{"smtp-ca-file", &S::smtp_ca_file, "PEM file of authorities for the mail server"},
    Setting{"smtp-tls-required", &S::smtp_tls_required,
            "refuse a mail server that offers no encryption"},
    Setting{"webhooks", &S::webhooks, "send, or hold (what webhooks are to be told waits)"},
    Setting{"webhook-networks", &S::webhook_networks,
            "networks inside, by commas, that webhooks may call: 10.1.0.0/16,fd00::/8"},
    Setting{"webhook-timeout", &S::webhook_timeout, "seconds that a webhook may take to answer"},
    Setting{"picture-networks", &S::picture_networks,
            "networks inside, by commas, that pictures may be fetched from"},
    Setting{"token-life-days", &S::token_life_days, "days until an authorization token runs out"},
    Setting{"session-life-hours", &S::session_life_hours,
            "hours that people stay logged in; after that they log in again"},
    Setting{"session-idle-minutes", &S::session_idle_minutes,
            "minutes after which people who do nothing are logged out"},
    Setting{"staff-second-factor", &S::staff_second_factor,
            "staff have their rights only with a second factor, which they are led to set up"},
    Setting{"sunbird-profile", &S::sunbird_profile,
            "how Sunbird's clients are answered: classic, or modern (4.7 and later)"},
    Setting{"log-level", &S::log_level, "debug, info, warning or error"},
    Setting{"access-log", &S::access_log, "one log line for each request"},
};

std::string show(const std::string& value) {
    return value;
}
std::string show(std::int64_t value) {
    return std::to_string(value);
}
std::string show(bool value) {
    return value ? "true" : "false";
}

// A password inside an address is not for the log.
std::string without_password(const std::string& url) {
    const auto at = url.rfind('@');
    const auto scheme_end = url.find("://");
    if (at == std::string::npos || scheme_end == std::string::npos) return url;
    const auto colon = url.find(':', scheme_end + 3);
    if (colon == std::string::npos || colon > at) return url;
    return url.substr(0, colon) + ":(set)" + url.substr(at);
}

std::string plain(const Settings& settings, const Setting& setting) {
    return std::visit([&](auto member) { return show(settings.*member); }, setting.member);
}

void check_numbers(const Settings& settings, std::vector<FieldProblem>& problems) {
    for (const auto& setting : table) {
        const auto* member = std::get_if<std::int64_t Settings::*>(&setting.member);
        if (!member) continue;
        const bool may_be_zero = setting.name.starts_with("rate-limit") ||
                                 setting.name == "event-loops" ||
                                 setting.name == "rendered-bytes-max";
        const auto value = settings.*(*member);
        if (value < (may_be_zero ? 0 : 1) || value > 1'000'000'000'000) {
            problems.push_back({std::string(setting.name),
                                "must be a number from " + std::string(may_be_zero ? "0" : "1")});
        }
    }
}

void check_networks(const Settings& settings, std::vector<FieldProblem>& problems) {
    for (const auto& [name, networks] :
         {std::pair("webhook-networks", &settings.webhook_networks),
          std::pair("picture-networks", &settings.picture_networks)}) {
        const auto rule = outbound::NetworkRule::parse(*networks);
        if (!rule) problems.push_back({name, rule.error().fields.at(0).problem});
    }
}

bool is_one_of(const std::string& value, std::initializer_list<std::string_view> choices) {
    return std::ranges::find(choices, value) != choices.end();
}

}  // namespace

std::string Setting::variable() const {
    std::string text = "CARTULARY_";
    for (const char c : name) {
        text += c == '-' ? '_' : static_cast<char>(std::toupper(static_cast<unsigned char>(c)));
    }
    return text;
}

std::span<const Setting> settings_table() {
    return table;
}

std::string shown(const Settings& settings, const Setting& setting) {
    const auto value = plain(settings, setting);
    if (setting.secret) return value.empty() ? "" : "(set)";
    return without_password(value);
}

Result<void> check(const Settings& settings) {
    std::vector<FieldProblem> problems;
    check_numbers(settings, problems);
    if (const auto listen = parse_listen(settings.listen); !listen) {
        problems.push_back({"listen", listen.error().message});
    }
    if (!is_one_of(settings.mail, {"auto", "smtp", "files", "hold"})) {
        problems.push_back({"mail", "must be auto, smtp, files or hold"});
    }
    if (std::chrono::seconds(settings.webhook_timeout) > delivery::webhook_timeout_max) {
        problems.push_back(
            {"webhook-timeout",
             "must be at most " + std::to_string(delivery::webhook_timeout_max.count())});
    }
    if (!is_one_of(settings.webhooks, {"send", "hold"})) {
        problems.push_back({"webhooks", "must be send or hold"});
    }
    if (!is_one_of(settings.sunbird_profile, {"classic", "modern"})) {
        problems.push_back({"sunbird-profile", "must be classic or modern"});
    }
    if (settings.mail == "smtp" && settings.smtp_url.empty()) {
        problems.push_back({"smtp-url", "is required with --mail smtp"});
    }
    if (!is_one_of(settings.log_level, {"debug", "info", "warning", "error"})) {
        problems.push_back({"log-level", "must be debug, info, warning or error"});
    }
    if (settings.tls_certificate.empty() != settings.tls_key.empty()) {
        problems.push_back({"tls-certificate", "and tls-key must be set together"});
    }
    if (const auto email = EmailAddress::parse(settings.staff_email); !email) {
        problems.push_back({"staff-email", email.error()});
    }
    check_networks(settings, problems);
    if (!problems.empty()) return fail(std::move(problems));
    return {};
}

std::string settings_reference() {
    const Settings defaults;
    std::string page = "| flag | environment | default | meaning |\n|---|---|---|---|\n";
    for (const auto& setting : table) {
        page += "| `--" + std::string(setting.name) + "` | `" + setting.variable() + "` | " +
                plain(defaults, setting) + " | " + std::string(setting.meaning) + " |\n";
    }
    return page;
}

std::string settings_json(const Settings& settings) {
    const Settings defaults;
    json::Writer writer;
    writer.begin_array();
    for (const auto& setting : table) {
        writer.begin_object()
            .member("name", setting.name)
            .member("variable", setting.variable())
            .member("default", plain(defaults, setting))
            .member("value", shown(settings, setting))
            .member("meaning", setting.meaning)
            .end_object();
    }
    writer.end_array();
    return writer.take();
}

Result<ListenAddress> parse_listen(const std::string& listen) {
    const auto colon = listen.rfind(':');
    const auto problem =
        fail(ErrorKind::invalid, "\"" + listen +
                                     "\" must be an address and a port, for example "
                                     "127.0.0.1:8080 or [::1]:8080");
    if (colon == std::string::npos || colon == 0) return problem;
    auto host = listen.substr(0, colon);
    if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
    unsigned short port = 0;
    const auto* end = listen.data() + listen.size();
    const auto [stop, error] = std::from_chars(listen.data() + colon + 1, end, port);
    if (error != std::errc() || stop != end || stop == listen.data() + colon + 1) return problem;
    return ListenAddress{std::move(host), port};
}

}  // namespace cartulary
