// Only there because a library needs a file; see precompiled.cmake.
