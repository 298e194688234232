#include "dialects/litmos/part_routes.h"

#include "dialects/litmos/answer.h"
#include "dialects/litmos/render.h"
#include "dialects/litmos/wire.h"

namespace cartulary::litmos {

namespace {

using http::Method;
using http::Request;
using http::Response;

Result<std::int32_t> organization_in(const Request& request) {
    return number_in(request.path_parameter("Id"));
}

// How the four routes read and name the elements of one kind.
struct AttendeeGroupWire {
    using Element = AttendeeGroup;
    static constexpr auto filter_name = "groupname";
    static constexpr auto id_name = "OrgAttendeeGroupID";
    static auto parse_several(std::string_view body) { return parse_attendee_groups(body); }
    static auto parse_one(std::string_view body) { return parse_attendee_group(body); }
    static Result<std::int32_t> id_in(const std::string& text) { return number_in(text); }
};

struct EmailDomainWire {
    using Element = EmailDomain;
    static constexpr auto filter_name = "EmailDomain";
    static constexpr auto id_name = "EmailDomain";
    static auto parse_several(std::string_view body) { return parse_email_domains(body); }
    static auto parse_one(std::string_view body) { return parse_email_domain(body); }
    static Result<std::string> id_in(const std::string& text) { return text; }
};

template <class Wire, class Parts>
Result<Response> list(Parts& parts, const CompanyUserCaller& user, const Request& request) {
    const auto organization = TRY(organization_in(request));
    return answered(
        200, render(TRY(parts.list(user, organization, filter(request, Wire::filter_name)))));
}

template <class Wire, class Parts>
Result<Response> create(Parts& parts, const CompanyUserCaller& user, const Request& request) {
    const auto organization = TRY(organization_in(request));
    const auto repetition = TRY(repetition_of(request));
    const auto stated = TRY(Wire::parse_several(request.body));
    return answered(
        TRY(parts.create(user, organization, stated, repetition, render<typename Wire::Element>)));
}

template <class Wire, class Parts>
Result<Response> replace(Parts& parts, const CompanyUserCaller& user, const Request& request) {
    const auto organization = TRY(organization_in(request));
    const auto id = TRY(Wire::id_in(request.path_parameter(Wire::id_name)));
    const auto stated = TRY(Wire::parse_one(request.body));
    return answered(200, render_one(TRY(parts.replace(user, organization, id, stated))));
}

template <class Wire, class Parts>
Result<Response> remove(Parts& parts, const CompanyUserCaller& user, const Request& request) {
    const auto organization = TRY(organization_in(request));
    const auto id = TRY(Wire::id_in(request.path_parameter(Wire::id_name)));
    return answered(200, render_one(TRY(parts.remove(user, organization, id))));
}

// The vendor writes each path in two ways; `suffix` tells the operations of the second apart.
template <class Wire, class Parts>
void add_routes(std::vector<http::Route>& routes, const Subject& subject, Parts& parts,
                const std::string& spelling, const std::string& noun, const std::string& suffix) {
    const auto with = [&parts](auto handler) {
        return [&parts, handler](const CompanyUserCaller& user, const Request& request) {
            return handler(parts, user, request);
        };
    };
    const auto all = "/api/organizations/{Id}/" + spelling;
    const auto one = all + "/{" + Wire::id_name + "}";
    routes.push_back(
        subject.route(Method::get, all, "list" + noun + "s" + suffix, with(list<Wire, Parts>)));
    routes.push_back(
        subject.route(Method::post, all, "add" + noun + "s" + suffix, with(create<Wire, Parts>)));
    routes.push_back(
        subject.route(Method::put, one, "replace" + noun + suffix, with(replace<Wire, Parts>)));
    routes.push_back(
        subject.route(Method::del, one, "delete" + noun + suffix, with(remove<Wire, Parts>)));
}

constexpr auto hyphenated = "Hyphenated";

}  // namespace

std::vector<http::Route> attendee_group_routes(const Operations& operations) {
    const Subject subject{operations.users, attendee_group_names};
    std::vector<http::Route> routes;
    const auto add = [&](const std::string& spelling, const std::string& suffix) {
        add_routes<AttendeeGroupWire>(routes, subject, operations.attendee_groups, spelling,
                                      "AttendeeGroup", suffix);
    };
    add("attendee_groups", "");
    add("attendee-groups", hyphenated);
    return routes;
}

std::vector<http::Route> email_domain_routes(const Operations& operations) {
    const Subject subject{operations.users, email_domain_names};
    std::vector<http::Route> routes;
    const auto add = [&](const std::string& spelling, const std::string& suffix) {
        add_routes<EmailDomainWire>(routes, subject, operations.email_domains, spelling,
                                    "EmailDomain", suffix);
    };
    add("emaildomains", "");
    add("email-domains", hyphenated);
    return routes;
}

}  // namespace cartulary::litmos
