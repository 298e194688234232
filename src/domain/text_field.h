#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/error.h"

// What is wrong with the texts of a draft, each as a problem of its field. Whether a text is UTF-8
// was settled where it came in.
namespace cartulary {

// "must be at most 50 characters"
std::string at_most(std::size_t characters);

// Too long, or with control characters.
void check_line(const std::string& text, std::string field, std::size_t length_max,
                std::vector<FieldProblem>& problems);

// The same, and blank where it is required. Blanks alone are as good as nothing.
void check_required_line(const std::string& text, std::string field, std::size_t length_max,
                         bool required, std::vector<FieldProblem>& problems);

// A text that may have lines: line breaks and tabs are no problem in it.
void check_lines(const std::string& text, std::string field, std::size_t length_max,
                 std::vector<FieldProblem>& problems);

// Anything but nothing and an http(s) URL that is written in full.
void check_url(const std::string& url, std::string field, std::vector<FieldProblem>& problems);

// Anything but nothing and an alpha-2 code of ISO 3166-1.
void check_country(const std::string& code, std::string field, bool required,
                   std::vector<FieldProblem>& problems);

// More parts of a list than there may be.
void check_count(std::size_t count, std::string field, std::size_t count_max,
                 std::vector<FieldProblem>& problems);

}  // namespace cartulary
