#include "imaging/picture_maker.h"

// What the server does with this argument, without the server.
int main(int count, char** words) {
    using namespace cartulary::imaging;
    return count == 2 && words[1] == worker_argument ? run_worker() : 2;
}
