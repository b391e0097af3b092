#pragma once

#include <string>

#include "base/result.h"

namespace trueup::source {

/// The forms in which a state can be named.
enum class Form { file, directory, glob, database, snapshot, migrations, git, standard_input };

/// A state as the user named it, recognised but not yet read.
struct Source {
  Form form = Form::file;
  std::string place;     ///< path, glob, URL or conninfo
  std::string revision;  ///< git only: the revision; `place` is then a path in it
  std::string display;   ///< how messages name it; never holds a password
};

/// Recognises `text`: a SQL file, a directory, a glob, a database URL or conninfo, `snapshot:FILE`, `migrations:DIR`,
/// `git:REF:PATH`, or `-`. Fails with what to do when it is none of them or names nothing that exists.
[[nodiscard]] Result<Source> recognise(const std::string& text);

/// "file", "directory", … as messages and JSON name it.
[[nodiscard]] std::string_view name_of(Form form);

}  // namespace trueup::source
