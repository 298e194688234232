#!/usr/bin/python3
"""Makes the weights of src/search/evidence.cpp again.

    matching ORGANIZATIONS.ndjson AFFILIATIONS.ndjson --evidence > EVIDENCE
    weigh.py EVIDENCE AFFILIATIONS.ndjson ORGANIZATIONS.ndjson

Logistic regression over what was found in two thirds of the strings; the last third, which no
weight has seen, tells what they are worth. Prints the figures for several thresholds, then the
weights.
"""
import json
import math
import sys
import zlib

ALWAYS, DISTINCT = "weight_of_any", "weight_of_distinctiveness"
KEPT_LIKELIHOOD = 0.2
NEVER_CHOSEN = {"equally_good", "other_region_named"}  # as matching.cpp
RIDGE = 1.0
ROUNDS = 9


class Mention:
    def __init__(self, begin, end, differences, organization, is_meant, signs):
        self.begin, self.end, self.differences = begin, end, differences
        self.organization, self.is_meant, self.signs = organization, is_meant, signs

    def likelihood(self, weights):
        total = sum(weights.get(name, 0) * value for name, value in self.signs.items())
        return 1 / (1 + math.exp(-max(-30, min(30, total))))


def read_mentions(path, strings):
    mentions = [[] for _ in range(strings)]
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            index, begin, end, differences, organization, is_meant, distinct, *names = line.split()
            signs = {ALWAYS: 1.0, DISTINCT: float(distinct)}
            signs.update((name, 1.0) for name in names)
            mentions[int(index)].append(Mention(int(begin), int(end), int(differences),
                                                organization, is_meant == "1", signs))
    return mentions


def apart(mentions, weights):
    """As matching.cpp does it: those that do not overlap, the likeliest first."""
    likely = [(mention, mention.likelihood(weights) if weights else 0.5) for mention in mentions]
    likely = [pair for pair in likely if pair[1] >= KEPT_LIKELIHOOD]
    likely.sort(key=lambda pair: (pair[0].begin - pair[0].end, pair[0].differences,
                                  "across_segments" in pair[0].signs, -pair[1], pair[0].begin))
    kept = []
    for mention, likelihood in likely:
        if all(mention.end <= other.begin or mention.begin >= other.end for other, _ in kept):
            kept.append((mention, likelihood))
    best = {}
    for mention, likelihood in sorted(kept, key=lambda pair: -pair[1]):
        best.setdefault(mention.organization, (mention, likelihood))
    return list(best.values())


def solved(matrix, right):
    size = len(right)
    rows = [row[:] + [value] for row, value in zip(matrix, right)]
    for column in range(size):
        pivot = max(range(column, size), key=lambda row: abs(rows[row][column]))
        rows[column], rows[pivot] = rows[pivot], rows[column]
        for row in range(column + 1, size):
            factor = rows[row][column] / rows[column][column]
            if factor:
                for at in range(column, size + 1):
                    rows[row][at] -= factor * rows[column][at]
    found = [0.0] * size
    for row in range(size - 1, -1, -1):
        rest = sum(rows[row][at] * found[at] for at in range(row + 1, size))
        found[row] = (rows[row][size] - rest) / rows[row][row]
    return found


def fitted(samples):
    """Newton's method; every weight but the constant is held back a little."""
    names = sorted({name for signs, _ in samples for name in signs})
    number = {name: index for index, name in enumerate(names)}
    rows = [([(number[name], value) for name, value in signs.items() if value], is_meant)
            for signs, is_meant in samples]
    ridge = [1e-6 if name == ALWAYS else RIDGE for name in names]
    weights = [0.0] * len(names)
    for _ in range(ROUNDS):
        slope = [strength * weight for strength, weight in zip(ridge, weights)]
        bend = [[0.0] * len(names) for _ in names]
        for index, strength in enumerate(ridge):
            bend[index][index] = strength
        for row, is_meant in rows:
            total = max(-30, min(30, sum(weights[index] * value for index, value in row)))
            likelihood = 1 / (1 + math.exp(-total))
            for index, value in row:
                slope[index] += (likelihood - is_meant) * value
                factor = likelihood * (1 - likelihood) * value
                for other, other_value in row:
                    bend[index][other] += factor * other_value
        weights = [weight - step for weight, step in zip(weights, solved(bend, slope))]
    return dict(zip(names, weights))


def figures(strings, weights, least, least_too):
    right = chosen = expected = same = 0
    for _, wanted, mentions in strings:
        found = set()
        for mention, likelihood in apart(mentions, weights):
            if likelihood >= (least_too if found else least):
                if not NEVER_CHOSEN & mention.signs.keys():
                    found.add(mention.organization)
        right += len(found & wanted)
        chosen += len(found)
        expected += len(wanted)
        same += found == wanted
    return (f"precision {right / max(1, chosen):.4f} recall {right / max(1, expected):.4f} "
            f"accuracy {same / len(strings):.4f}")


def main(evidence_path, affiliations_path, organizations_path):
    with open(affiliations_path, encoding="utf-8") as lines:
        affiliations = [json.loads(line) for line in lines]
    with open(organizations_path, encoding="utf-8") as lines:
        records = map(json.loads, lines)
        here = {record["id"] for record in records if record["status"] != "withdrawn"}
    mentions = read_mentions(evidence_path, len(affiliations))
    strings = [(record["affiliation"], set(record["ror_ids"]), found)
               for record, found in zip(affiliations, mentions)]
    held = [string for string in strings if zlib.crc32(string[0].encode()) % 3 == 0]
    learned = [string for string in strings if zlib.crc32(string[0].encode()) % 3 != 0]
    weights = None
    for _ in range(3):
        weights = fitted([(mention.signs, mention.is_meant) for _, _, found in learned
                          for mention, _ in apart(found, weights)])
    for least in (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8):
        for least_too in (0.85, 0.9, 0.93, 0.96, 1.1):
            print(f"{least} {least_too}", end="")
            for name, some in (("learned", learned), ("held", held)):
                known = [string for string in some if string[1] <= here]
                print(f" | {name} {figures(known, weights, least, least_too)}"
                      f" | all {figures(some, weights, least, least_too)}", end="")
            print()
    samples = [mention for _, _, found in learned for mention, _ in apart(found, weights)]
    for name, weight in sorted(weights.items()):
        having = [mention for mention in samples if mention.signs.get(name)]
        meant = sum(mention.is_meant for mention in having) / max(1, len(having))
        print(f"{name:28} {weight:6.2f}  of {len(having):5} {meant:.2f} are meant")


if __name__ == "__main__":
    main(*sys.argv[1:])
