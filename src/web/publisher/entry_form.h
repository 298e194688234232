#pragma once

#include <string>
#include <vector>

#include "ctdl/templates/entry.h"
#include "web/visit.h"

// Forms for what people say of a thing, made from its template: one for each section.
namespace cartulary::web {

using ctdl::templates::Entry;
using FormSection = ctdl::templates::Section;
using ctdl::templates::Template;

// The sections that the template has fields of, in their order.
std::vector<FormSection> sections_of(const Template& of);

std::string_view name_of(FormSection section);  // in addresses: "requirements"
std::optional<FormSection> parse_section(const Template& of, std::string_view name);
std::string_view section_text(const Texts& texts, FormSection section);

// What the section's fields ask for, filled with what the entry says. Of each group there is one
// row more than it has.
Markup section_markup(const Texts& texts, const Template& of, FormSection section,
                      const Entry& entry, const Problems& problems);

// The entry with what the form that was sent says of this section in the place of what it said
// before. Rows of groups that are empty, or whose removal is ticked, are left out.
Entry with_section(Entry entry, const Template& of, FormSection section, const Visit& visit);

// Problems of an entry as sentences beside their fields; those of other sections are left out.
Problems problems_in_section(const Texts& texts, const Template& of, FormSection section,
                             const ctdl::Problems& problems);

// In which section a problem is; nothing where it concerns the whole.
std::optional<FormSection> section_of(const Template& of, const ctdl::Problem& problem);

// A problem as a sentence: "Description must be …".
std::string sentence_of(const Texts& texts, const Template& of, const ctdl::Problem& problem);

// What the form calls a field ("Subject Webpage"), with the row of its group: "Condition 2: Name".
std::string label_of(const Texts& texts, const Template& of, std::string_view path);

}  // namespace cartulary::web
