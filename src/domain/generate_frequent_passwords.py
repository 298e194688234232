"""Writes the table of common passwords as C++ from the list that Debian's python3-zxcvbn brings,
which is in the order of how often each was seen.

    generate_frequent_passwords.py frequency_lists.py > frequent_passwords.cpp
"""
import runpy
import sys

WORD_LENGTH_MIN = 4       # shorter ones are in too many good passwords
WORDS_MAX = 3_000         # that count as a word which anybody would try
WHOLE_LENGTH_MIN = 12     # of passwords that are long enough to be tried whole


def frequent_passwords(path):
    listed = runpy.run_path(path)["FREQUENCY_LISTS"]["passwords"]
    words = [word for word in listed if len(word) >= WORD_LENGTH_MIN][:WORDS_MAX]
    whole = [word for word in listed if len(word) >= WHOLE_LENGTH_MIN]
    return sorted({word for word in words + whole
                   if word.isascii() and word.isprintable() and not set(word) & set('"\\')})


def main(path):
    print('#include "domain/frequent_passwords.h"\n\nnamespace cartulary {\n')
    print("namespace {\nconstexpr std::string_view table[] = {")
    for word in frequent_passwords(path):
        print(f'    "{word}",')
    print("};\n}  // namespace\n")
    print("std::span<const std::string_view> frequent_passwords() {\n    return table;\n}\n")
    print("}  // namespace cartulary")


main(sys.argv[1])
