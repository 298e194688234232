"""Many callers at the same moment."""
import threading


def at_once(count, work):
    """Calls work(0) … work(count - 1) at one moment, each in a thread; gives what they gave."""
    barrier = threading.Barrier(count)
    outcomes = [None] * count
    problems = []

    def run(number):
        try:
            barrier.wait()
            outcomes[number] = work(number)
        except BaseException as problem:  # shown below, in the test's own thread
            problems.append(problem)

    threads = [threading.Thread(target=run, args=(number,)) for number in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise problems[0]
    return outcomes
