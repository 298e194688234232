#include "app/import/cells.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace cartulary::import {
namespace {

using testing::Contains;
using testing::IsEmpty;

std::string postal_code(std::string_view cell) {
    Repairs repairs;
    return read_postal_code(cell, repairs);
}

TEST(PostalCode, is_mended) {
    EXPECT_EQ(postal_code("35762"), "35762");
    EXPECT_EQ(postal_code("36104-0271"), "36104-0271");
    EXPECT_EQ(postal_code("71209-0000"), "71209");
    EXPECT_EQ(postal_code("357620000"), "35762");
    EXPECT_EQ(postal_code("357620110"), "35762-0110");
    EXPECT_EQ(postal_code("60820110"), "06082-0110");
    EXPECT_EQ(postal_code("6740110"), "00674-0110");
    EXPECT_EQ(postal_code("6082"), "06082");
    EXPECT_EQ(postal_code("674"), "00674");
}

TEST(PostalCode, that_nobody_can_read_is_left_to_the_server) {
    EXPECT_EQ(postal_code("K1A 0B1"), "K1A 0B1");
    EXPECT_EQ(postal_code("35762-"), "35762");
    EXPECT_EQ(postal_code("35762-01"), "35762-01");
    EXPECT_EQ(postal_code("12"), "12");
}

Phone phone(std::string_view cell) {
    Repairs repairs;
    return read_phone(cell, repairs).value();
}

TEST(Phone, has_its_extension_after_ten_digits) {
    EXPECT_EQ(phone("2563725000"), (Phone{"2563725000", ""}));
    EXPECT_EQ(phone("33438738777550"), (Phone{"3343873877", "7550"}));
    EXPECT_EQ(phone("47975188240"), (Phone{"4797518824", "0"}));
    EXPECT_EQ(phone("1 (256) 372-5000 x12"), (Phone{"2563725000", "12"}));
}

TEST(Phone, has_no_extension_of_zeros) {
    Repairs repairs;
    EXPECT_EQ(read_phone("877201255500000", repairs), (Phone{"8772012555", ""}));
    EXPECT_THAT(repairs, Contains("GENTELE: extension of zeros dropped"));
}

TEST(Phone, is_not_guessed) {
    Repairs repairs;
    EXPECT_EQ(read_phone("3.34387E+13", repairs).error(),
              "was cut to its first digits by a spreadsheet");
    EXPECT_EQ(read_phone("256372500", repairs).error(), "is no telephone number");
    EXPECT_EQ(read_phone("call us", repairs).error(), "is no telephone number");
    EXPECT_EQ(read_phone("256372500012345678901", repairs).error(), "is no telephone number");
}

std::string web(std::string_view cell) {
    Repairs repairs;
    return read_web_address(cell, repairs).value().text;
}

TEST(WebAddressCell, gets_a_scheme) {
    EXPECT_EQ(web("www.aamu.edu/"), "https://www.aamu.edu/");
    EXPECT_EQ(web("http://www.aamu.edu"), "http://www.aamu.edu");
    EXPECT_EQ(web("WWW.HIRAM.EDU"), "https://WWW.HIRAM.EDU");
}

TEST(WebAddressCell, holds_several) {
    EXPECT_EQ(web("www.a.edu|www.b.edu"), "https://www.a.edu");
    EXPECT_EQ(web("none|www.b.edu"), "https://www.b.edu");
    EXPECT_EQ(web("https://www.sfiec.edu/ and https://paulmitchell.edu/sanfrancisco"),
              "https://www.sfiec.edu/");
    EXPECT_EQ(web("www.brgeneral.org/nursing/ OR school of radiologic technology"),
              "https://www.brgeneral.org/nursing/");
}

TEST(WebAddressCell, is_mended) {
    EXPECT_EQ(web("www.example.edu/tampa#location=Tampa, FL"),
              "https://www.example.edu/tampa#location=Tampa,%20FL");
    EXPECT_EQ(web("www.easterncollege.edu./"), "https://www.easterncollege.edu/");
    EXPECT_EQ(web("https://www.training@example.com/"), "https://example.com/");
    EXPECT_EQ(web("https://www.https//www.example.com"), "https://www.example.com");
}

TEST(WebAddressCell, without_one_is_refused) {
    Repairs repairs;
    for (const auto* cell : {"none", "n/a", "https://", "|", "www.https//", "ftp://a.edu"}) {
        EXPECT_FALSE(read_web_address(cell, repairs).has_value()) << cell;
    }
    EXPECT_THAT(repairs, IsEmpty());
}

std::string domain_of(std::string_view cell) {
    Repairs repairs;
    return own_domain(read_web_address(cell, repairs).value());
}

TEST(OwnDomain, is_the_host_without_www) {
    EXPECT_EQ(domain_of("www.AAMU.edu/"), "aamu.edu");
    EXPECT_EQ(domain_of("www2.example.edu:8080"), "example.edu");
    EXPECT_EQ(domain_of("law.example.edu"), "law.example.edu");
    EXPECT_EQ(domain_of("wwwhat.edu"), "wwwhat.edu");
    EXPECT_EQ(domain_of("www.edu"), "www.edu");
    EXPECT_EQ(domain_of("mtec.mono.k12.wv.us"), "mtec.mono.k12.wv.us");
    EXPECT_EQ(domain_of("jtisite.wix.com/college"), "jtisite.wix.com");
}

TEST(OwnDomain, is_none_on_a_site_of_pages_or_at_a_bare_address) {
    EXPECT_EQ(domain_of("https://www.facebook.com/college"), "");
    EXPECT_EQ(domain_of("https://192.0.2.7/"), "");
}

}  // namespace
}  // namespace cartulary::import
