#include <fcntl.h>
#include <fmt/format.h>
#include <glob.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include "source/scripts.h"

namespace trueup::source {

namespace fs = std::filesystem;

Result<parse::Script> read_file(const std::string& path) {
  const auto failed = [&] {
    return Error{.message = fmt::format("cannot read {}: {}", path, std::strerror(errno)),
                 .hint = errno == ENOENT ? "is the path right, seen from the current directory?" : ""};
  };
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd < 0) return failed();
  std::string text;
  char buffer[1 << 16];
  ssize_t n = 0;
  while ((n = read(fd, buffer, sizeof buffer)) > 0) text.append(buffer, std::size_t(n));
  const Error error = failed();
  close(fd);
  if (n < 0) return error;
  return as_script(path, std::move(text));
}

static Result<std::vector<parse::Script>> read_all(std::vector<std::string> paths) {
  std::sort(paths.begin(), paths.end());
  std::vector<parse::Script> scripts;
  for (const std::string& path : paths) {
    auto script = read_file(path);
    if (!script) return script.error();
    scripts.push_back(std::move(*script));
  }
  return scripts;
}

static Diagnostic link_passed_over(const std::string& path) {
  return {.severity = Severity::warning,
          .code = "link-not-followed",
          .message = "symbolic link passed over",
          .where = {.file = path, .line = 0, .column = 0},
          .hint = "put the file itself into the directory, or name the link as a source of its own",
          .excerpt = {}};
}

Result<std::vector<parse::Script>> read_directory(const std::string& path, Diagnostics& diagnostics) {
  std::error_code error;
  std::vector<std::string> paths;
  fs::recursive_directory_iterator entries(path, error);
  for (; !error && entries != fs::recursive_directory_iterator(); entries.increment(error)) {
    const std::string name = entries->path().filename().string();
    std::error_code ignored;
    if (name.starts_with('.')) {
      entries.disable_recursion_pending();
    } else if (entries->is_symlink(ignored)) {
      if (name.ends_with(".sql") || entries->is_directory(ignored))
        diagnostics.push_back(link_passed_over(entries->path().string()));
    } else if (name.ends_with(".sql") && entries->is_regular_file(ignored)) {
      paths.push_back(entries->path().string());
    }
  }
  if (error) return Error{.message = fmt::format("cannot read {}: {}", path, error.message()), .hint = {}};
  return read_all(std::move(paths));
}

Result<std::vector<parse::Script>> read_glob(const std::string& pattern, Diagnostics& diagnostics) {
  glob_t found{};
  const int status = glob(pattern.c_str(), GLOB_BRACE | GLOB_ERR, nullptr, &found);
  std::vector<std::string> paths(found.gl_pathv, found.gl_pathv + found.gl_pathc);
  globfree(&found);
  if (status == GLOB_NOMATCH)
    return Error{.message = fmt::format("no file matches {}", pattern),
                 .hint =
                     "is the path right, seen from the current directory? `**` is not known: name the directory, "
                     "its folders are read, too"};
  if (status != 0) return Error{.message = fmt::format("cannot read the folders of {}", pattern), .hint = {}};
  std::erase_if(paths, [&](const std::string& path) {
    if (fs::is_symlink(path)) diagnostics.push_back(link_passed_over(path));
    return fs::is_symlink(path) || fs::is_directory(path);
  });
  return read_all(std::move(paths));
}

}  // namespace trueup::source
