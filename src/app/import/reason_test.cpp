#include "app/import/reason.h"

#include <gtest/gtest.h>

#include <vector>

namespace cartulary::import {
namespace {

TEST(Reason, has_no_values_of_its_own_row) {
    EXPECT_EQ(general_reason("Error - Name must be 2-100 characters"),
              "Name must be 2-100 characters");
    EXPECT_EQ(general_reason("Error - Contacts[0].Email \"x@y\" is no address"),
              "Contacts[].Email \"…\" is no address");
    EXPECT_EQ(general_reason("Warning - Url 'a.edu' got https://"), "Url '…' got https://");
    EXPECT_EQ(general_reason("Name ‘D'Youville’ or “Ms. Jane’s” is taken"),
              "Name ‘…’ or “…” is taken");
}

TEST(Reason, keeps_apostrophes_and_brackets_that_quote_nothing) {
    EXPECT_EQ(general_reason("the organization's key isn't known"),
              "the organization's key isn't known");
    EXPECT_EQ(general_reason("Name 'D'Youville' is taken"), "Name '…' is taken");
    EXPECT_EQ(general_reason("Contacts[] is 'open"), "Contacts[] is 'open");
    EXPECT_EQ(general_reason("Contacts["), "Contacts[");
}

TEST(Reason, is_the_first_error_among_the_messages) {
    const std::vector<std::string> messages{"Warning - CTID is not random", "Error - Url is bad"};
    EXPECT_EQ(reason_among(messages, "?"), "Url is bad");
    EXPECT_EQ(reason_among(std::vector<std::string>{"Warning - a"}, "?"), "a");
    EXPECT_EQ(reason_among(std::vector<std::string>{}, "?"), "?");
}

}  // namespace
}  // namespace cartulary::import
