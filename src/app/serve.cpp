#include "app/serve.h"

#include <sys/resource.h>

#include <iostream>
#include <thread>

#include "app/assembly.h"
#include "app/control.h"
#include "app/greeting.h"
#include "app/health.h"
#include "app/housekeeping.h"
#include "app/interfaces.h"
#include "base/log.h"
#include "delivery/mail_sender.h"
#include "delivery/webhook_sender.h"
#include "http/server.h"
#include "operations/repetition.h"

namespace cartulary {

namespace {

std::vector<std::string> parts_of(const std::string& list) {
    std::vector<std::string> parts;
    std::string part;
    for (const char c : list + ",") {
        if (c == ',') {
            if (!part.empty()) parts.push_back(std::exchange(part, {}));
        } else if (c != ' ') {
            part += c;
        }
    }
    return parts;
}

http::TakenAddress address_of(const Settings& settings) {
    const auto [host, port] = parse_listen(settings.listen).value();
    return {host, port};
}

http::ServerOptions server_options(const Settings& settings, bool reads_wait) {
    const auto size = [](std::int64_t number) { return static_cast<std::size_t>(number); };
    const auto cores = std::max(1U, std::thread::hardware_concurrency());
    http::ServerOptions options;
    options.event_loops = settings.event_loops == 0 ? cores : size(settings.event_loops);
    options.writers = size(settings.writers);
    options.slow_workers = size(settings.slow_workers);
    options.reads_wait = reads_wait;
    options.access_log = settings.access_log;
    options.trusted_proxies = parts_of(settings.trusted_proxies);
    if (!settings.tls_certificate.empty()) {
        options.certificate = http::Certificate{settings.tls_certificate, settings.tls_key};
    }
    options.limits = {.target_bytes_max = size(settings.target_bytes_max),
                      .header_bytes_max = size(settings.header_bytes_max),
                      .header_count_max = size(settings.header_count_max),
                      .body_bytes_max = size(settings.body_bytes_max),
                      .connections_max = size(settings.connections_max),
                      .waiting_max = size(settings.waiting_max),
                      .idle_timeout = std::chrono::seconds(settings.idle_timeout),
                      .request_timeout = std::chrono::seconds(settings.request_timeout),
                      .shutdown_timeout = std::chrono::seconds(settings.shutdown_timeout)};
    return options;
}

http::RateLimitOptions rate_limits(const Settings& settings) {
    return {
        .per_key_per_minute = static_cast<std::uint64_t>(settings.rate_limit_per_key),
        .per_address_per_minute = static_cast<std::uint64_t>(settings.rate_limit_per_address),
        .refused_per_address_per_minute = static_cast<std::uint64_t>(settings.rate_limit_refused)};
}

delivery::MailOptions mail_options(const Settings& settings, const DataFolder& folder) {
    using Way = delivery::MailOptions::Way;
    delivery::MailOptions options{.registry_name = settings.registry_name,
                                  .from_address = settings.mail_from,
                                  .from_name = settings.mail_from_name,
                                  .public_url = public_url_of(settings)};
    const bool automatic = settings.mail == "auto";
    options.way = settings.mail == "hold" ? Way::hold
                  : settings.mail == "smtp" || (automatic && !settings.smtp_url.empty())
                      ? Way::smtp
                      : Way::folder;
    options.smtp.url = settings.smtp_url;
    options.smtp.user = settings.smtp_user;
    options.smtp.password = settings.smtp_password;
    options.smtp.tls_required = settings.smtp_tls_required;
    options.smtp.ca_file = settings.smtp_ca_file;
    options.folder = folder.mail();
    return options;
}

delivery::WebhookOptions webhook_options(const Settings& settings) {
    return {.rule = outbound::NetworkRule::parse(settings.webhook_networks).value(),
            .timeout = std::chrono::seconds(settings.webhook_timeout),
            .user_agent = "Cartulary/" CARTULARY_VERSION};
}

std::vector<Housekeeping::Task> housekeeping_tasks(const Registry& registry,
                                                   Interfaces& interfaces) {
    using std::chrono::minutes;
    return {
        {"repeated answers", minutes(60),
         [&registry] { Repetitions(registry.store, registry.vault, registry.now).forget_old(); }},
        {"uses of tokens", minutes(1), [&] { interfaces.callers().record_uses(); }, true},
        {"uses of sessions", minutes(1), [&] { interfaces.people().sessions.record_uses(); }, true},
        {"searches of the day", minutes(1), [&] { interfaces.finding().record_searches(); }, true},
        {"counts of days", minutes(60), [&] { interfaces.staff().statistics.count_days(); }},
        {"ended sessions", minutes(60), [&] { interfaces.people().forget_ended(); }},
        {"expiry of tokens", minutes(60), [&registry] { look_after_tokens(registry); }},
        {"unused pictures", minutes(60), [&] { interfaces.pictures().forget_unused(); }},
        {"delivered webhooks", minutes(60), [&] { interfaces.webhooks().forget_delivered(); }},
        {"tables that are read", minutes(1), [&] { interfaces.bulk_uploads().resume(); }},
        {"uploaded tables", minutes(60), [&] { interfaces.bulk_uploads().forget_old(); }},
        {"reports of uploads", minutes(60), [&] { interfaces.tenant_uploads().forget_old(); }}};
}

log::Level level_of(const std::string& name) {
    if (name == "debug") return log::Level::debug;
    if (name == "warning") return log::Level::warning;
    if (name == "error") return log::Level::error;
    return log::Level::info;
}

void log_settings(const Settings& settings) {
    const Settings defaults;
    for (const auto& setting : settings_table()) {
        const auto value = shown(settings, setting);
        if (value != shown(defaults, setting)) {
            log::info("setting", {{"name", setting.name}, {"value", value}});
        }
    }
}

// With the port that was taken, where any free one was asked for.
Settings with_port(Settings settings, unsigned short port) {
    settings.listen.resize(settings.listen.rfind(':') + 1);
    settings.listen += std::to_string(port);
    return settings;
}

// Sockets of clients, webhooks and the database: as many as the system allows. Its soft limit is
// for programs that use select(2).
void raise_open_files_limit() {
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
}

DataLock require_lock(const DataFolder& folder) {
    auto lock = DataLock::take(folder);
    if (!lock) {
        throw std::runtime_error("another process is using the data directory " +
                                 folder.path().string());
    }
    return *std::move(lock);
}

}  // namespace

int serve(const Settings& asked) {
    log::start(level_of(asked.log_level));
    raise_open_files_limit();
    const DataFolder folder(asked.data);
    auto lock = require_lock(folder);
    auto address = address_of(asked);
    const auto settings = with_port(asked, address.port());
    Assembly assembly(settings, folder, std::move(lock));
    log_settings(asked);

    delivery::MailSender mail_sender(assembly.store(), assembly.vault(),
                                     mail_options(settings, folder), system_now,
                                     assembly.metrics());
    assembly.when_mail_waits([&] { mail_sender.wake(); });
    delivery::WebhookSender webhook_sender(assembly.store(), assembly.vault(),
                                           webhook_options(settings), system_now, system_randomness,
                                           assembly.metrics());
    assembly.when_webhooks_wait([&] { webhook_sender.wake(); });

    const auto& registry = assembly.registry();
    record_missing_organizations(registry);
    Interfaces interfaces(registry, settings, folder);
    auto areas = interfaces.areas();
    for (auto& area : health_areas(assembly.store(), assembly.metrics())) {
        areas.push_back(std::move(area));
    }
    const http::Router router(std::move(areas));
    const http::Router control_router({control::area(registry, folder)});
    http::RateLimits limits(rate_limits(settings));

    const bool reads_wait = assembly.store().engine() == Engine::postgres;
    http::Server server(std::move(address), server_options(settings, reads_wait), router, limits,
                        assembly.metrics());
    server.listen_control(folder.control_socket(), control_router);
    server.stop_on_signals();
    const auto url = listen_url_of(settings);
    write_file(folder.address_file(), url + "\n");
    log::info("listening", {{"address", url}});
    log::flush();
    greet_first_start(settings, registry, url, std::cout);

    // Searching is ready a few seconds later, where there is much to search.
    const std::jthread names_reader([&] { interfaces.finding().build(); });
    mail_sender.start();
    if (settings.webhooks == "send") webhook_sender.start();
    {
        const Housekeeping housekeeping(housekeeping_tasks(registry, interfaces));
        server.run();
        interfaces.bulk_uploads().stop();
    }
    webhook_sender.stop();
    mail_sender.stop();
    std::filesystem::remove(folder.address_file());
    log::info("stopped");
    log::flush();
    return 0;
}

}  // namespace cartulary
