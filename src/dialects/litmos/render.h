#pragma once

#include <string>
#include <vector>

#include "base/json.h"
#include "dialects/litmos/names.h"
#include "operations/company_organizations.h"

// Answers: {"Success","Error","Data"}, whatever they are.
namespace cartulary::litmos {

// What stands around the elements of "Data", for an answer that is made in pieces.
inline constexpr std::string_view data_begin = R"({"Success":true,"Error":null,"Data":[)";
inline constexpr std::string_view data_end = "]}";

void write(json::Writer& writer, const CompanyOrganization& organization);
void write(json::Writer& writer, const AttendeeGroup& group);
void write(json::Writer& writer, const EmailDomain& domain);

template <class Element>
std::string render(const std::vector<Element>& elements) {
    json::Writer writer;
    writer.begin_object().member("Success", true).member("Error", nullptr);
    writer.key("Data").begin_array();
    for (const auto& element : elements) write(writer, element);
    writer.end_array().end_object();
    return writer.take();
}

template <class Element>
std::string render_one(const Element& element) {
    return render(std::vector<Element>{element});
}

// {"Code","Message","Details":[{"Field","Message"}]}, by the fields' names here.
std::string render_refused(int status, const Error& error, Names names);

}  // namespace cartulary::litmos
