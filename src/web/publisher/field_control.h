#pragma once

#include <span>
#include <string>
#include <vector>

#include "ctdl/templates/template.h"
#include "web/visit.h"

// What one field of a template looks like in a form.
namespace cartulary::web {

// By its own name, or by what stands after its last dot.
FieldText field_words(const Texts& texts, std::string_view name);

// `name` is that of the control in the form, and its id.
Markup field_control(const Texts& texts, const ctdl::templates::Template& of,
                     const ctdl::templates::Field& field, const std::string& name,
                     std::span<const std::string> values, const Problems& problems);

// What was sent for it: without blanks around, nothing empty.
std::vector<std::string> values_sent(const ctdl::templates::Field& field, const std::string& name,
                                     const Visit& visit);

}  // namespace cartulary::web
