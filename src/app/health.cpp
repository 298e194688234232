#include "app/health.h"

#include "base/log.h"

namespace cartulary {

namespace {

using http::Request;
using http::Response;

constexpr auto text_type = "text/plain; charset=utf-8";
constexpr auto metrics_type = "text/plain; version=0.0.4; charset=utf-8";

Response text(int status, std::string body) {
    return {.status = status,
            .content_type = text_type,
            .body = std::move(body),
            .headers = {{"Cache-Control", "no-store"}}};
}

Response ready(Store& store) {
    try {
        store.check();
        return text(200, "ready\n");
    } catch (const std::exception& error) {
        log::warning("not ready", {{"reason", error.what()}});
        return text(503, "the database does not answer\n");
    }
}

http::Area area_of(std::string path, std::string operation, http::Cost cost, http::Handler handle) {
    return {.prefix = path,
            .ignores_case = false,
            .routes = {{http::Method::get, path, std::move(operation), cost, std::move(handle)}},
            .refuse = [](const http::Refusal& refusal, const Request&) {
                return text(refusal.status, refusal.message + "\n");
            }};
}

}  // namespace

std::vector<http::Area> health_areas(Store& store, Metrics& metrics) {
    std::vector<http::Area> areas;
    areas.push_back(area_of("/healthz", "isHealthy", http::Cost::read,
                            [](const Request&) { return text(200, "healthy\n"); }));
    areas.push_back(area_of("/readyz", "isReady", http::Cost::slow,
                            [&store](const Request&) { return ready(store); }));
    areas.push_back(
        area_of("/metrics", "readMetrics", http::Cost::read, [&metrics](const Request&) {
            auto response = text(200, metrics.text());
            response.content_type = metrics_type;
            return response;
        }));
    return areas;
}

}  // namespace cartulary
