#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace trueup::cli {

/// A folder that is gone at the end of its scope.
struct Staging {
  std::filesystem::path path;  ///< empty when it could not be made

  Staging() {
    std::string pattern = (std::filesystem::temp_directory_path() / "trueup_import_XXXXXX").string();
    if (mkdtemp(pattern.data())) path = pattern;
  }
  Staging(const Staging&) = delete;
  Staging& operator=(const Staging&) = delete;
  ~Staging() {
    std::error_code ignored;
    if (!path.empty()) std::filesystem::remove_all(path, ignored);
  }
};

}  // namespace trueup::cli
