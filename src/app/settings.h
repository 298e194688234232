#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <variant>

#include "base/result.h"

namespace cartulary {

// Every setting, with its default. Numbers of seconds and bytes say so in their names.
struct Settings {
    std::string listen = "127.0.0.1:8080";
    std::string data = "./data";
    std::string database;
    std::int64_t database_connections = 16;
    std::string public_url;
    std::string registry_name = "Cartulary";
    std::string community = "ce-registry";
    std::string staff_email = "staff@localhost";

    std::string tls_certificate;
    std::string tls_key;
    std::string trusted_proxies;

    std::int64_t event_loops = 0;
    std::int64_t writers = 64;
    std::int64_t slow_workers = 4;
    std::int64_t commit_group_max = 256;
    std::int64_t rendered_bytes_max = 268'435'456;
    std::int64_t waiting_max = 1'024;
    std::int64_t connections_max = 10'000;
    std::int64_t header_bytes_max = 32'768;
    std::int64_t header_count_max = 100;
    std::int64_t target_bytes_max = 8'192;
    std::int64_t body_bytes_max = 20'971'520;
    std::int64_t idle_timeout = 75;
    std::int64_t request_timeout = 30;
    std::int64_t shutdown_timeout = 10;

    std::int64_t rate_limit_per_key = 120'000;
    std::int64_t rate_limit_per_address = 240'000;
    std::int64_t rate_limit_refused = 600;

    std::string mail = "auto";
    std::string mail_from;
    std::string mail_from_name;
    std::string smtp_url;
    std::string smtp_user;
    std::string smtp_password;
    std::string smtp_ca_file;
    bool smtp_tls_required = false;

    std::string webhooks = "send";
    std::string webhook_networks;
    std::int64_t webhook_timeout = 15;
    std::string picture_networks;
    std::int64_t token_life_days = 180;
    std::int64_t session_life_hours = 168;
    std::int64_t session_idle_minutes = 720;
    bool staff_second_factor = true;
    std::string sunbird_profile = "classic";

    std::string log_level = "info";
    bool access_log = true;
};

// One line of the one table from which flags, environment variables, the reference and the log at
// the start are made.
struct Setting {
    using Member =
        std::variant<std::string Settings::*, std::int64_t Settings::*, bool Settings::*>;

    std::string_view name;  // "rate-limit-per-key": the flag --…, the variable CARTULARY_…
    Member member;
    std::string_view meaning;
    bool secret = false;

    std::string variable() const;  // "CARTULARY_RATE_LIMIT_PER_KEY"
};

std::span<const Setting> settings_table();

// The value as the reference and the log show it; a secret is "(set)" or empty.
std::string shown(const Settings& settings, const Setting& setting);

// invalid: every setting that makes no sense, by its name.
Result<void> check(const Settings& settings);

// The reference of all settings, as a Markdown table, or as JSON: an array of objects with name,
// variable, default, value and meaning.
std::string settings_reference();
std::string settings_json(const Settings& settings);

struct ListenAddress {
    std::string host;
    unsigned short port;
};
// "127.0.0.1:8080" or "[::1]:8080".
Result<ListenAddress> parse_listen(const std::string& listen);

}  // namespace cartulary
