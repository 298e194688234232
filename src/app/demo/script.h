#pragma once

#include <algorithm>
#include <chrono>
#include <functional>
#include <memory>
#include <vector>

#include "app/demo/stage.h"

namespace cartulary::demo {

// What happens in the demonstration, whatever order it is written down in.
class Script {
public:
    // `ago` before now.
    void at(std::chrono::minutes ago, std::function<void()> happens) {
        scenes_.push_back({ago, std::move(happens)});
    }

    // What scenes refer to stays as long as they do.
    void keep(std::shared_ptr<void> thing) { kept_.push_back(std::move(thing)); }

    // All of it in the order of time; `told` after each scene: how many of how many.
    void play(Stage& stage, const std::function<void(std::size_t, std::size_t)>& told) {
        std::ranges::stable_sort(scenes_, std::ranges::greater(), &Scene::ago);
        for (std::size_t i = 0; i < scenes_.size(); ++i) {
            stage.go_to(stage.ends() - scenes_[i].ago);
            scenes_[i].happens();
            told(i + 1, scenes_.size());
        }
        stage.go_to(stage.ends());
    }

private:
    struct Scene {
        std::chrono::minutes ago;
        std::function<void()> happens;
    };
    std::vector<Scene> scenes_;
    std::vector<std::shared_ptr<void>> kept_;
};

}  // namespace cartulary::demo
