#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "source/scripts.h"
#include "source/subprocess.h"

namespace trueup::source {

namespace {

/// A file of a revision as `git ls-tree` lists it.
struct Blob {
  std::string id;
  std::string path;
};

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

Result<std::string> git(std::vector<std::string> arguments, std::string_view input = {}) {
  arguments.insert(arguments.begin(), "git");
  auto finished = run_program(arguments, input);
  if (!finished) return finished.error();
  if (finished->exit_code != 0)
    return Error{.message = fmt::format("git {}: {}", arguments[1], first_line(finished->err)),
                 .hint = "run trueup inside the repository, with a revision that exists there"};
  return std::move(finished->out);
}

/// The .sql blobs in the output of `git ls-tree -r -z` ("MODE TYPE ID\tPATH\0"), links named in `diagnostics`.
/// A path that the user named itself is taken whatever it is called.
std::vector<Blob> blobs_of(const std::string& listing, const std::string& revision, const std::string& named,
                           Diagnostics& diagnostics) {
  std::vector<Blob> blobs;
  for (std::size_t at = 0; at < listing.size();) {
    const auto end = std::min(listing.find('\0', at), listing.size());
    const std::string line = listing.substr(at, end - at);
    at = end + 1;
    const auto tab = line.find('\t');
    const std::string path = line.substr(tab + 1);
    if (!path.ends_with(".sql") && path != named) continue;
    const auto before_id = line.find(' ', line.find(' ') + 1);
    const std::string id = line.substr(before_id + 1, tab - before_id - 1);
    if (line.starts_with("120000"))
      diagnostics.push_back({.severity = Severity::warning,
                             .code = "link-not-followed",
                             .message = "symbolic link passed over",
                             .where = {.file = fmt::format("git:{}:{}", revision, path), .line = 0, .column = 0},
                             .hint = {},
                             .excerpt = {}});
    else
      blobs.push_back({.id = id, .path = path});
  }
  std::sort(blobs.begin(), blobs.end(), [](const Blob& a, const Blob& b) { return a.path < b.path; });
  return blobs;
}

/// The contents of `blobs` from one `git cat-file --batch`: "ID blob SIZE\n", the bytes, "\n".
Result<std::vector<parse::Script>> contents_of(const std::vector<Blob>& blobs, const std::string& revision) {
  std::string ids;
  for (const Blob& blob : blobs) ids += blob.id + "\n";
  const auto output = git({"cat-file", "--batch"}, ids);
  if (!output) return output.error();
  std::vector<parse::Script> scripts;
  std::size_t at = 0;
  for (const Blob& blob : blobs) {
    const auto newline = output->find('\n', at);
    if (newline == std::string::npos) return Error{.message = "git cat-file ended early", .hint = {}};
    const std::string header = output->substr(at, newline - at);
    const std::size_t size = std::size_t(std::strtoull(header.c_str() + header.rfind(' '), nullptr, 10));
    auto script = as_script(fmt::format("git:{}:{}", revision, blob.path), output->substr(newline + 1, size));
    if (!script) return script.error();
    scripts.push_back(std::move(*script));
    at = newline + 1 + size + 1;
  }
  return scripts;
}

}  // namespace

Result<std::vector<parse::Script>> read_git(const std::string& revision, const std::string& path,
                                            Diagnostics& diagnostics) {
  // ls-tree takes paths from the current directory; a folder is listed with what is below it.
  const std::string named = path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
  const auto listing = git({"ls-tree", "-r", "-z", revision, "--", named});
  if (!listing) return listing.error();
  if (listing->empty())
    return Error{.message = fmt::format("nothing at {} in revision {}", path, revision),
                 .hint = "the path is seen from the current directory"};
  return contents_of(blobs_of(*listing, revision, named, diagnostics), revision);
}

}  // namespace trueup::source
