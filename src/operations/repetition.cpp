#include "operations/repetition.h"

#include "store/answers.h"

namespace cartulary {

Result<Answer> Repetitions::once(const Caller& caller, const Repetition& repetition,
                                 const std::function<Result<std::string>(Transaction&)>& work) {
    return store_.write(
        [&](Transaction& transaction) { return answer(transaction, caller, repetition, work); });
}

Result<Answer> Repetitions::once_within(
    const Caller& caller, const Within& within, const Repetition& repetition,
    const std::function<Result<std::string>(Transaction&, const Organization&)>& work) {
    return store_.write([&](Transaction& transaction) -> Result<Answer> {
        const auto held = TRY(organization_held(transaction, caller, within.organization,
                                                within.reach, within.right));
        return answer(transaction, caller, repetition,
                      [&](Transaction& same) { return work(same, held); });
    });
}

Result<Answer> Repetitions::answer(Transaction& transaction, const Caller& caller,
                                   const Repetition& repetition,
                                   const std::function<Result<std::string>(Transaction&)>& work) {
    const auto& [name, fingerprint] = repetition;
    if (name.empty()) return Answer{TRY(work(transaction))};
    const auto scope = caller.actor();
    const auto now = now_();
    const auto stored =
        answers::take(transaction, scope, name, fingerprint, now, now - answer_life);
    if (stored) return repeated(fingerprint, stored->fingerprint, stored->sealed);
    auto text = TRY(work(transaction));
    answers::fill(transaction, scope, name, vault_.seal(text));
    return Answer{std::move(text)};
}

Result<Answer> Repetitions::repeated(const std::string& fingerprint,
                                     const std::string& stored_fingerprint,
                                     const std::string& sealed) const {
    if (fingerprint != stored_fingerprint) {
        return fail(ErrorKind::key_reused,
                    "this Idempotency-Key was used for a different request; take a new one");
    }
    auto text = vault_.unseal(sealed);
    if (!text) throw std::runtime_error("a stored answer does not open with the vault's key");
    return Answer{*std::move(text), true};
}

void Repetitions::forget_old() {
    store_.write([&](Transaction& transaction) -> Result<void> {
        answers::forget(transaction, now_() - answer_life);
        return {};
    });
}

}  // namespace cartulary
