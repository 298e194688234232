#include <stdexcept>

#include "base/text.h"
#include "dialects/litmos/litmos_for_test.h"
#include "store/companies.h"
#include "store/organizations.h"

namespace cartulary::litmos {

json::Value text(std::string value) {
    return json::Value(std::move(value));
}

json::Object organization(std::string key, const json::Object& more) {
    json::Object object{{"Key", text(std::move(key))}, {"Name", text("Harbor College")}};
    object.insert(object.end(), more.begin(), more.end());
    return object;
}

json::Object whole_organization() {
    auto object = organization("harbor", {{"Type", text("College")},
                                          {"ExternalId", text("H-1")},
                                          {"Active", json::Value(true)},
                                          {"City", text("Portland")},
                                          {"Country", text("US")},
                                          {"PostalCode", text("04101")},
                                          {"Street1", text("1 Quay Street")},
                                          {"Street2", text("Suite 1")},
                                          {"Phone", text("(207) 555-0100")},
                                          {"StateProvince", text("ME")},
                                          {"AccountingCode", text("A-17")},
                                          {"Comments", text("two\nlines")}});
    for (int i = 1; i <= 8; ++i) {
        const auto number = std::to_string(i);
        object.push_back({"CustomDetail" + number, text("detail " + number)});
    }
    object.push_back({"TaxExemptId", text("T-9")});
    object.push_back({"IsTaxExempt", json::Value(true)});
    object.push_back({"NotificationToSuperUser", json::Value(true)});
    return object;
}

std::vector<http::Header> LitmosTest::Account::headers() const {
    return {{"companyloginid", login_id},
            {"productid", "1"},
            {"username", username},
            {"password", password}};
}

http::Response LitmosTest::call(http::Method method, const std::string& target,
                                const std::string& body, const std::vector<http::Header>& more) {
    return call_as(harbor, method, target, body, more);
}

http::Response LitmosTest::call_as(const Account& account, http::Method method,
                                   const std::string& target, const std::string& body,
                                   const std::vector<http::Header>& more) {
    auto headers = account.headers();
    headers.insert(headers.end(), more.begin(), more.end());
    const auto query_at = target.find('?');
    http::Request request{.method = method,
                          .path = target.substr(0, query_at),
                          .query = query_at == std::string::npos ? "" : target.substr(query_at + 1),
                          .headers = std::move(headers),
                          .body = body};
    const auto match = router.match(request);
    auto response = router.answer(match, request);
    if (response.stream) {
        while (auto piece = response.stream()) response.body += *piece;
    }
    if (match.route) {
        EXPECT_EQ(description.complaint_about(response, match.route->operation), "")
            << target << '\n'
            << response.body;
    }
    return response;
}

std::int64_t LitmosTest::made(const json::Object& object) {
    const auto response = post(object);
    EXPECT_EQ(response.status, 201) << response.body;
    return *only(response).find("Id")->integer();
}

json::Array LitmosTest::data(const http::Response& response) {
    const auto body = json::parse(response.body);
    const auto* data = body ? body->find("Data") : nullptr;
    if (!data || !data->array()) throw std::runtime_error("no Data: " + response.body);
    return *data->array();
}

std::vector<std::string> LitmosTest::details(const http::Response& response) {
    std::vector<std::string> details;
    const auto body = json::parse(response.body);
    for (const auto& detail : *body->find("Error")->find("Details")->array()) {
        details.push_back(*detail.find("Message")->string());
    }
    return details;
}

std::int32_t LitmosTest::number_of(const std::string& login_id) {
    return under_test.store().read([&](Transaction& transaction) {
        return companies::find(transaction, text::folded(login_id)).value().organization;
    });
}

Organization LitmosTest::stored(std::int64_t id) {
    return under_test.store().read([&](Transaction& transaction) {
        return organizations::find(transaction, static_cast<std::int32_t>(id)).value();
    });
}

std::vector<Mail> LitmosTest::told() {
    auto mails = under_test.waiting_mail();
    std::erase_if(mails,
                  [](const Mail& mail) { return mail.kind != MailKind::company_organization; });
    return mails;
}

std::vector<std::string> LitmosTest::changes_told() {
    std::vector<std::string> changes;
    for (const auto& mail : told()) changes.push_back(mail.facts.at("change"));
    return changes;
}

std::vector<http::Area> LitmosTest::make_areas() {
    for (const auto& [name, account] :
         {std::pair{"Harbor Group", harbor}, std::pair{"Rival Group", rival}}) {
        const auto company =
            add_company(under_test.registry(), command_line(),
                        {name, account.login_id, account.username, account.password, {}});
        if (!company) throw std::runtime_error(company.error().message);
    }
    return {area({users, organizations, attendee_groups, email_domains})};
}

}  // namespace cartulary::litmos
