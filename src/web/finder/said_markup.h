#pragma once

#include "web/finder/graph_reader.h"
#include "web/html.h"
#include "web/texts/texts.h"

// Texts of documents, with their language where it is not the page's.
namespace cartulary::web {

Markup said_markup(const Texts& texts, const GraphReader::Said& said);   // in a line
Markup words_markup(const Texts& texts, const GraphReader::Said& said);  // in paragraphs

// The beginning of what is too long for a page.
std::string shortened(const std::string& text);
GraphReader::Said shortened(const GraphReader::Said& said);

}  // namespace cartulary::web
