// Runs the cases of one kind, or one case: cases_test [--slice|--online] KIND[/CASE]. With --online the
// plans take the forms for databases in use, as if every table held rows. With --slice the cases stand among other
// objects, and the proof by slice must agree with the full one. Ends with 1 when one fails that is not in
// tests/expected_red.txt, or when one passes that is. A case with a file `since` is for servers from that version on.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <vector>

#include "verify/cases/six_properties.h"

namespace {

namespace fs = std::filesystem;

const fs::path tests = fs::path(TRUEUP_SOURCE_DIR) / "tests";

/// Lines "kind/case: reason", or "kind/case@13,14: reason" for those versions alone; "#" begins a comment.
std::map<std::string, std::string> expected_red(int version) {
  std::map<std::string, std::string> reasons;
  std::ifstream file(tests / "expected_red.txt");
  for (std::string line; std::getline(file, line);) {
    const std::size_t colon = line.find(": ");
    if (line.starts_with('#') || colon == std::string::npos) continue;
    const std::size_t at = std::min(line.find('@'), colon);
    const std::string versions = "," + line.substr(at == colon ? at : at + 1, colon - at - (at == colon ? 0 : 1)) + ",";
    if (at == colon || versions.find(fmt::format(",{},", version)) != std::string::npos)
      reasons[line.substr(0, at)] = line.substr(colon + 2);
  }
  return reasons;
}

std::vector<std::string> cases_of(const std::string& argument) {
  if (argument.find('/') != std::string::npos) return {argument};
  std::vector<std::string> names;
  for (const fs::directory_entry& entry : fs::directory_iterator(tests / "cases" / argument))
    if (entry.is_directory()) names.push_back(argument + "/" + entry.path().filename().string());
  std::sort(names.begin(), names.end());
  return names;
}

/// The first version that the case is for; 0 for every one.
int since(const std::string& name) {
  int version = 0;
  std::ifstream(tests / "cases" / name / "since") >> version;
  return version;
}

}  // namespace

int main(int argc, char** argv) {
  const bool by_slice = argc == 3 && std::string_view(argv[1]) == "--slice";
  const bool online = argc == 3 && std::string_view(argv[1]) == "--online";
  const char* what = argv[argc - 1];
  if (argc != (by_slice || online ? 3 : 2) || !fs::is_directory(tests / "cases" / what)) {
    fmt::print(stderr, "usage: {} [--slice|--online] KIND[/CASE], with a directory tests/cases/KIND\n", argv[0]);
    return 64;
  }
  trueup::Result<trueup::db::Scratch> scratch = trueup::db::Scratch::start({});
  if (!scratch) {
    fmt::print(stderr, "{}\n{}\n", scratch.error().message, scratch.error().hint);
    return 1;
  }
  const int version = scratch->server_version() / 10000;
  const std::map<std::string, std::string> red = expected_red(version);
  int green = 0;
  int expected = 0;
  int wrong = 0;
  int newer = 0;
  trueup::verify::Slices slices;
  for (const std::string& name : cases_of(what)) {
    if (since(name) > version) {
      ++newer;
      continue;
    }
    using trueup::verify::read_pair;
    trueup::verify::Pair pair = read_pair(tests / "cases" / name, by_slice);
    pair.online = online;
    const std::vector<std::string> failures =
        trueup::verify::six_properties(pair, *scratch, by_slice ? &slices : nullptr).failures;
    const auto reason = red.find(name);
    if (failures.empty() == (reason == red.end())) {
      ++(failures.empty() ? green : expected);
      continue;
    }
    ++wrong;
    fmt::print("FAILED {}\n", name);
    if (failures.empty()) fmt::print("    passes, but expected_red.txt says: {}\n", reason->second);
    for (const std::string& failure : failures) fmt::print("    {}\n", failure);
    std::fflush(stdout);
  }
  fmt::print("{}: {} green, {} expected red, {} wrong", what, green, expected, wrong);
  if (newer != 0) fmt::print(", {} for newer servers", newer);
  if (by_slice)
    fmt::print("; slices: {} compared, {} not tried, {} of {} objects loaded", slices.compared, slices.not_tried,
               slices.loaded, slices.total);
  fmt::print("\n");
  return wrong == 0 ? 0 : 1;
}
