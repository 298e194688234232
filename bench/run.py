"""Runs the measurements that are named, or all."""
import os
import platform
import sys

import affiliations
import badges
import bulk
import finding
import litmos
import pages
import people
import publishing
import reading
import registering
import starting
import sunbird
import webhooks

MEASUREMENTS = {"reading": reading.run, "registering": registering.run, "starting": starting.run,
                "badges": badges.run, "webhooks": webhooks.run, "litmos": litmos.run,
                "sunbird": sunbird.run, "publishing": publishing.run, "finding": finding.run,
                "affiliations": affiliations.run, "bulk": bulk.run, "people": people.run,
                "pages": pages.run}


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        models = [line.partition(":")[2].strip() for line in file if line.startswith("model name")]
    return f"{len(models)} × {models[0] if models else platform.machine()}, {platform.system()} " \
           f"{platform.release()}"


def main(names):
    unknown = [name for name in names if name not in MEASUREMENTS]
    if unknown:
        print(f"script/bench: there is no measurement {unknown[0]} (there are "
              f"{', '.join(MEASUREMENTS)})", file=sys.stderr)
        return 2
    if (os.cpu_count() or 1) < 2:
        print("script/bench: needs two cores, one for the server and one for its client",
              file=sys.stderr)
        return 1
    print(f"Machine: {machine()}")
    for name in names or MEASUREMENTS:
        MEASUREMENTS[name]()
    return 0


sys.exit(main(sys.argv[1:]))
