#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace cartulary::ctdl::assistant {

// A step further into the input, for as long as it lives.
class Step {
public:
    Step(std::string& path, std::string_view name) : path_(path), size_(path.size()) {
        if (!path_.empty()) path_ += '.';
        path_ += name;
    }
    Step(std::string& path, std::size_t index) : path_(path), size_(path.size()) {
        path_ += '[' + std::to_string(index) + ']';
    }
    ~Step() { path_.resize(size_); }
    Step(const Step&) = delete;
    Step& operator=(const Step&) = delete;

private:
    std::string& path_;
    std::size_t size_;
};

}  // namespace cartulary::ctdl::assistant
