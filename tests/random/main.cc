#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "db/scratch.h"
#include "random/pair.h"
#include "random/shrink.h"
#include "verify/cases/six_properties.h"

namespace {

namespace fs = std::filesystem;
using trueup::random::StatePair;
using trueup::verify::Outcome;

struct Options {
  trueup::random::PairOptions pair;
  int pairs = 100;
  int first = 1;
  int only = 0;     ///< this pair alone; 0 = all
  int tries = 150;  ///< for shrinking a failure
  fs::path keep;    ///< where failures are left as cases; "" = nowhere
  bool show = false;
};

constexpr const char* usage =
    "usage: random_pairs [--pairs N] [--seed S] [--first K | --only K] [--tables T] [--tries N] [--keep DIR] [--show]\n"
    "  --pairs N    how many pairs (100)\n"
    "  --seed S     where they come from (1): the same seed gives the same pairs\n"
    "  --first K    the number of the first pair (1)\n"
    "  --only K     pair K alone\n"
    "  --tables T   at least T tables in each schema\n"
    "  --tries N    how often a failing pair is tried smaller (150)\n"
    "  --keep DIR   failing pairs are left there, as cases\n"
    "  --show       print the pairs, run nothing\n";

bool read_options(int argc, char** argv, Options& options) {
  std::map<std::string, int*> numbers = {{"--pairs", &options.pairs},
                                         {"--first", &options.first},
                                         {"--only", &options.only},
                                         {"--tries", &options.tries},
                                         {"--tables", &options.pair.tables}};
  for (int i = 1; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--show") {
      options.show = true;
      continue;
    }
    if (++i == argc) return false;
    const char* end = argv[i] + std::strlen(argv[i]);
    if (argument == "--keep") {
      options.keep = argv[i];
    } else if (argument == "--seed") {
      if (std::from_chars(argv[i], end, options.pair.seed).ptr != end) return false;
    } else if (const auto number = numbers.find(argument);
               number == numbers.end() || std::from_chars(argv[i], end, *number->second).ptr != end) {
      return false;
    }
  }
  return true;
}

trueup::verify::Pair as_sql(StatePair pair) {
  return {.old_sql = trueup::random::written(pair.from, pair, nullptr),
          .new_sql = trueup::random::written(pair.to, pair, nullptr),
          .expected = {pair.same ? "noop" : "anything"}};
}

/// What kind of failure it is: a smaller pair must fail in the same way.
std::string nature_of(const Outcome& outcome) {
  if (outcome.failures.empty()) return {};
  std::string text = outcome.failures.front();
  for (const char* file : {"old.sql: ", "new.sql: "})
    if (text.starts_with(file)) text.erase(0, std::strlen(file));
  const std::size_t colon = text.find_first_of(":\n");
  const std::size_t word = colon == std::string::npos ? colon : text.find_first_of(" .\n", colon + 2);
  return (outcome.refused_by_server ? "refused " : "") + text.substr(0, word);
}

void show(const trueup::verify::Pair& pair) { fmt::print("-- old.sql\n{}-- new.sql\n{}", pair.old_sql, pair.new_sql); }

void keep(const fs::path& directory, const trueup::verify::Pair& pair) {
  fs::create_directories(directory);
  std::ofstream(directory / "old.sql") << pair.old_sql;
  std::ofstream(directory / "new.sql") << pair.new_sql;
}

void report(const Options& options, int number, const StatePair& pair, const Outcome& outcome,
            trueup::db::Scratch& scratch) {
  const std::string nature = nature_of(outcome);
  const StatePair small = trueup::random::shrink(pair, options.tries, [&](const StatePair& each) {
    return nature_of(trueup::verify::six_properties(as_sql(each), scratch)) == nature;
  });
  const trueup::verify::Pair sql = as_sql(small);
  fmt::print("FAILED pair {}\n", number);
  for (const std::string& failure : trueup::verify::six_properties(sql, scratch).failures)
    fmt::print("    {}\n", failure);
  show(sql);
  fmt::print("-- again: scripts/random-pairs --seed {} --only {}{}\n", options.pair.seed, number,
             options.pair.tables == 0 ? "" : fmt::format(" --tables {}", options.pair.tables));
  std::fflush(stdout);
  if (!options.keep.empty()) keep(options.keep / fmt::format("{}-{}", options.pair.seed, number), sql);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!read_options(argc, argv, options)) {
    fmt::print(stderr, "{}", usage);
    return 64;
  }
  trueup::Result<trueup::db::Scratch> scratch = trueup::db::Scratch::start({});
  if (!scratch) {
    fmt::print(stderr, "{}\n{}\n", scratch.error().message, scratch.error().hint);
    return 1;
  }
  options.pair.version = scratch->server_version();
  const int first = options.only != 0 ? options.only : options.first;
  const int last = options.only != 0 ? options.only : first + options.pairs - 1;
  int passed = 0;
  int failed = 0;
  int refused = 0;
  for (int number = first; number <= last; ++number) {
    const StatePair pair = trueup::random::make_pair(options.pair, number);
    if (options.show) {
      show(as_sql(pair));
      continue;
    }
    const Outcome outcome = trueup::verify::six_properties(as_sql(pair), *scratch);
    if (outcome.failures.empty()) {
      ++passed;
      continue;
    }
    ++(outcome.refused_by_server ? refused : failed);
    report(options, number, pair, outcome, *scratch);
  }
  if (options.show) return 0;
  if (refused != 0) fmt::print("{} not generated: the server refuses what was written\n", refused);
  fmt::print("{} passed, {} failed\n", passed, failed);
  return failed + refused == 0 ? 0 : 1;
}
